/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-world-map.h"

#include "hfs-bundle.h"
#include "hfs-chart-error.h"
#include "hfs-countries.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* What the map shows: nobody publishes from the land below. */
#define NORTH 84.0
#define SOUTH -57.0
#define ANTARCTICA "010"

/**
 * HfsWorldMap:
 *
 * The outlines of the countries in an equal-area projection: Equal Earth, of Šavrič, Patterson and Jenny (2018).
 * Immutable; safe to read from any thread.
 */
struct _HfsWorldMap
{
  GObject parent_instance;

  GPtrArray *countries; /* (owned) (element-type HfsMapCountry) */
};

G_DEFINE_FINAL_TYPE (HfsWorldMap, hfs_world_map, G_TYPE_OBJECT)

/* Places that are too small for the outlines, by their longitude and latitude in degrees. */
static const struct
{
  char key[3];
  double longitude;
  double latitude;
} places[] = {
  { "AD", 1.6, 42.5 }, { "AG", -61.8, 17.1 }, { "BB", -59.5, 13.2 }, { "BH", 50.6, 26.0 }, { "BM", -64.8, 32.3 },
  { "CV", -23.6, 15.1 }, { "DM", -61.4, 15.4 }, { "FO", -7.0, 62.0 }, { "GD", -61.7, 12.1 }, { "GG", -2.6, 49.5 },
  { "GI", -5.35, 36.1 }, { "HK", 114.2, 22.3 }, { "IM", -4.5, 54.2 }, { "JE", -2.1, 49.2 }, { "KM", 43.3, -11.7 },
  { "KN", -62.7, 17.3 }, { "KY", -81.2, 19.3 }, { "LC", -61.0, 13.9 }, { "LI", 9.55, 47.15 }, { "MC", 7.4, 43.7 },
  { "MO", 113.55, 22.2 }, { "MT", 14.4, 35.9 }, { "MU", 57.6, -20.3 }, { "MV", 73.5, 4.2 }, { "SC", 55.5, -4.7 },
  { "SG", 103.8, 1.35 }, { "SM", 12.45, 43.9 }, { "ST", 6.6, 0.2 }, { "TO", -175.2, -21.1 }, { "VA", 12.45, 41.9 },
  { "VC", -61.2, 13.3 }, { "WS", -172.1, -13.8 },
};

static HfsMapPoint
project_raw (double longitude,
             double latitude)
{
  static const double a[] = { 1.340264, -0.081106, 0.000893, 0.003796 };
  double theta = asin (sqrt (3) / 2 * sin (latitude * G_PI / 180));
  double t2 = theta * theta, t6 = t2 * t2 * t2;
  double slope = a[0] + 3 * a[1] * t2 + t6 * (7 * a[2] + 9 * a[3] * t2);

  return (HfsMapPoint) {
    2 * sqrt (3) * longitude * G_PI / 180 * cos (theta) / (3 * slope),
    theta * (a[0] + a[1] * t2 + t6 * (a[2] + a[3] * t2)),
  };
}

/**
 * hfs_world_map_project:
 * @longitude: in degrees, east of Greenwich
 * @latitude: in degrees, north of the equator
 *
 * Returns: where the place is on the map
 */
HfsMapPoint
hfs_world_map_project (double longitude,
                       double latitude)
{
  double half = project_raw (180, 0).x;
  HfsMapPoint raw = project_raw (longitude, latitude);

  return (HfsMapPoint) { (raw.x + half) / (2 * half), (project_raw (0, NORTH).y - raw.y) / (2 * half) };
}

static void
country_free (HfsMapCountry *country)
{
  g_free (country->rings);
  g_free (country->points);
  g_free (country);
}

/* What is read of a file while a country is put together. */
typedef struct
{
  double scale[2];
  double translate[2];
  GPtrArray *arcs; /* (owned) (element-type GArray): of HfsMapPoint, in degrees */
  GArray *ring;    /* (owned) (element-type HfsMapPoint): in degrees */
  GArray *rings;   /* (owned) (element-type guint) */
  GArray *points;  /* (owned) (element-type HfsMapPoint) */
} Reader;

static gboolean
read_numbers (JsonNode *node,
              double   *numbers)
{
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) < 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      JsonNode *number = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (number) ||
          (json_node_get_value_type (number) != G_TYPE_INT64 && json_node_get_value_type (number) != G_TYPE_DOUBLE))
        return FALSE;
      numbers[i] = json_node_get_double (number);
    }
  return TRUE;
}

/* Each point of an arc is its distance from the one before, in the steps of the file. */
static gboolean
read_arc (Reader   *self,
          JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GArray *arc = g_array_new (FALSE, FALSE, sizeof (HfsMapPoint));
  double place[2] = { 0 }, step[2];

  g_ptr_array_add (self->arcs, arc);
  if (array == NULL || json_array_get_length (array) < 2)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HfsMapPoint point;

      if (!read_numbers (json_array_get_element (array, i), step))
        return FALSE;
      place[0] += step[0];
      place[1] += step[1];
      point = (HfsMapPoint) { place[0] * self->scale[0] + self->translate[0],
                              CLAMP (place[1] * self->scale[1] + self->translate[1], SOUTH, NORTH) };
      g_array_append_val (arc, point);
    }
  return TRUE;
}

/* Adds the part of the ring on one side of a meridian, moved by @shift degrees: Sutherland and Hodgman's clipping. */
static void
add_side (Reader   *self,
          double    meridian,
          gboolean  west,
          double    shift)
{
  guint before = self->points->len, length;

  for (guint i = 0; i < self->ring->len; i++)
    {
      HfsMapPoint a = g_array_index (self->ring, HfsMapPoint, i);
      HfsMapPoint b = g_array_index (self->ring, HfsMapPoint, (i + 1) % self->ring->len);
      HfsMapPoint point;

      if ((a.x <= meridian) == west)
        {
          point = hfs_world_map_project (a.x + shift, a.y);
          g_array_append_val (self->points, point);
        }
      if ((a.x <= meridian) != (b.x <= meridian))
        {
          point = hfs_world_map_project (meridian + shift, a.y + (b.y - a.y) * (meridian - a.x) / (b.x - a.x));
          g_array_append_val (self->points, point);
        }
    }
  length = self->points->len - before;
  if (length > 0)
    g_array_append_val (self->rings, length);
}

/* Projects the ring. Land on both sides of the 180th meridian comes as one piece and is cut there. */
static void
add_ring (Reader *self)
{
  double least = INFINITY, most = -INFINITY;

  for (guint i = 0; i < self->ring->len; i++)
    {
      HfsMapPoint *point = &g_array_index (self->ring, HfsMapPoint, i);

      if (i > 0)
        point->x += 360 * round ((point[-1].x - point->x) / 360);
      least = MIN (least, point->x);
      most = MAX (most, point->x);
    }
  if (most > 180)
    add_side (self, 180, FALSE, -360);
  if (least < -180)
    add_side (self, -180, TRUE, 360);
  add_side (self, least < -180 ? -180 : 180, least >= -180, 0);
}

/* A ring is a list of arcs, a number below zero standing for one from its end; each begins where the last one ends. */
static gboolean
read_ring (Reader   *self,
           JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  g_array_set_size (self->ring, 0);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *number = json_array_get_element (array, i);
      gint64 index = JSON_NODE_HOLDS_VALUE (number) && json_node_get_value_type (number) == G_TYPE_INT64 ? json_node_get_int (number) : G_MAXINT64;
      gboolean reversed = index < 0;
      GArray *arc;

      if (reversed)
        index = ~index;
      if (index >= self->arcs->len)
        return FALSE;
      arc = g_ptr_array_index (self->arcs, index);
      for (guint j = 0; j + 1 < arc->len; j++)
        g_array_append_val (self->ring, g_array_index (arc, HfsMapPoint, reversed ? arc->len - 1 - j : j));
    }
  if (self->ring->len <= 2)
    return FALSE;
  add_ring (self);
  return TRUE;
}

static gboolean
read_polygon (Reader   *self,
              JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read_ring (self, json_array_get_element (array, i)))
      return FALSE;
  return array != NULL;
}

/* Finds the largest ring and its middle; the formula of the centre of mass of a polygon. */
static void
find_centre (HfsMapCountry *country)
{
  const HfsMapPoint *ring = country->points;

  for (guint i = 0; i < country->n_rings; i++)
    {
      double twice = 0, x = 0, y = 0;

      for (guint j = 0; j < country->rings[i]; j++)
        {
          const HfsMapPoint *a = &ring[j], *b = &ring[(j + 1) % country->rings[i]];
          double cross = a->x * b->y - b->x * a->y;

          twice += cross;
          x += (a->x + b->x) * cross;
          y += (a->y + b->y) * cross;
        }
      if (fabs (twice) / 2 > country->area)
        {
          country->area = fabs (twice) / 2;
          country->centre = (HfsMapPoint) { x / (3 * twice), y / (3 * twice) };
        }
      ring += country->rings[i];
    }
}

static gboolean
read_country (HfsWorldMap *self,
              Reader      *reader,
              JsonNode    *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *arcs = object ? json_object_get_member (object, "arcs") : NULL;
  const char *type = object ? json_object_get_string_member_with_default (object, "type", "") : "";
  const char *number = object ? json_object_get_string_member_with_default (object, "id", "") : "";
  gboolean several = g_str_equal (type, "MultiPolygon");
  HfsMapCountry *country;

  if (arcs == NULL || !JSON_NODE_HOLDS_ARRAY (arcs) || (!several && !g_str_equal (type, "Polygon")))
    return FALSE;
  if (g_str_equal (number, ANTARCTICA))
    return TRUE;
  g_array_set_size (reader->points, 0);
  g_array_set_size (reader->rings, 0);
  for (guint i = 0; several && i < json_array_get_length (json_node_get_array (arcs)); i++)
    if (!read_polygon (reader, json_array_get_element (json_node_get_array (arcs), i)))
      return FALSE;
  if (!several && !read_polygon (reader, arcs))
    return FALSE;

  country = g_new0 (HfsMapCountry, 1);
  country->key = hfs_country_from_number (number);
  country->n_points = reader->points->len;
  country->n_rings = reader->rings->len;
  country->points = g_memdup2 (reader->points->data, sizeof (HfsMapPoint) * country->n_points);
  country->rings = g_memdup2 (reader->rings->data, sizeof (guint) * country->n_rings);
  find_centre (country);
  g_ptr_array_add (self->countries, country);
  return TRUE;
}

/* Follows names through objects; %NULL when one is missing or no object. */
static JsonNode *
follow (JsonNode           *node,
        const char * const *names)
{
  for (; node != NULL && *names != NULL; names++)
    node = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), *names) : NULL;
  return node;
}

static gboolean
read_map (HfsWorldMap *self,
          Reader      *reader,
          JsonNode    *root)
{
  JsonNode *arcs = follow (root, (const char *[]) { "arcs", NULL });
  JsonNode *countries = follow (root, (const char *[]) { "objects", "countries", "geometries", NULL });

  if (!read_numbers (follow (root, (const char *[]) { "transform", "scale", NULL }), reader->scale) ||
      !read_numbers (follow (root, (const char *[]) { "transform", "translate", NULL }), reader->translate) ||
      arcs == NULL || !JSON_NODE_HOLDS_ARRAY (arcs) || countries == NULL || !JSON_NODE_HOLDS_ARRAY (countries))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (arcs)); i++)
    if (!read_arc (reader, json_array_get_element (json_node_get_array (arcs), i)))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (countries)); i++)
    if (!read_country (self, reader, json_array_get_element (json_node_get_array (countries), i)))
      return FALSE;
  return self->countries->len > 0;
}

static void
hfs_world_map_finalize (GObject *object)
{
  HfsWorldMap *self = HFS_WORLD_MAP (object);

  g_ptr_array_unref (self->countries);

  G_OBJECT_CLASS (hfs_world_map_parent_class)->finalize (object);
}

static void
hfs_world_map_class_init (HfsWorldMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_world_map_finalize;
}

static void
hfs_world_map_init (HfsWorldMap *self)
{
  self->countries = g_ptr_array_new_with_free_func ((GDestroyNotify) country_free);
}

/**
 * hfs_world_map_new:
 * @topojson: quantised TopoJSON with an object `countries` whose ids are numbers of ISO 3166-1
 *
 * Returns: (transfer full) (nullable): the map, or %NULL with @error of %HFS_CHART_ERROR_FORMAT
 */
HfsWorldMap *
hfs_world_map_new (GBytes  *topojson,
                   GError **error)
{
  g_autoptr (HfsWorldMap) self = g_object_new (HFS_TYPE_WORLD_MAP, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) arcs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (HfsMapPoint));
  g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (HfsMapPoint));
  Reader reader = { .arcs = arcs, .ring = ring, .rings = rings, .points = points };

  if (!json_parser_load_from_data (parser, g_bytes_get_data (topojson, NULL), g_bytes_get_size (topojson), NULL) ||
      json_parser_get_root (parser) == NULL || !read_map (self, &reader, json_parser_get_root (parser)))
    {
      g_set_error_literal (error, HFS_CHART_ERROR, HFS_CHART_ERROR_FORMAT, "The map is not a TopoJSON file with countries.");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * hfs_world_map_get_default:
 *
 * Returns: (transfer none): the map that comes with the program, read once; safe from any thread
 */
HfsWorldMap *
hfs_world_map_get_default (void)
{
  static HfsWorldMap *map;

  if (g_once_init_enter (&map))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = hfs_bundle_load_map (&error);
      HfsWorldMap *loaded = bytes ? hfs_world_map_new (bytes, &error) : NULL;

      /* It is our own file, so it is there and right. */
      if (loaded == NULL)
        g_error ("The map cannot be read: %s", error->message);
      g_once_init_leave (&map, loaded);
    }
  return map;
}

/**
 * hfs_world_map_get_height:
 *
 * Returns: the height of a map of width 1
 */
double
hfs_world_map_get_height (HfsWorldMap *self)
{
  return hfs_world_map_project (0, SOUTH).y;
}

/**
 * hfs_world_map_get_n_countries:
 *
 * Returns: how many outlines there are
 */
guint
hfs_world_map_get_n_countries (HfsWorldMap *self)
{
  return self->countries->len;
}

/**
 * hfs_world_map_get_country:
 *
 * Returns: (transfer none): an outline
 */
const HfsMapCountry *
hfs_world_map_get_country (HfsWorldMap *self,
                           guint        index)
{
  return g_ptr_array_index (self->countries, index);
}

/**
 * hfs_world_map_find_place:
 * @key: ISO 3166-1 alpha-2
 * @place: (out): where a dot for the country goes
 *
 * Returns: whether the country is on the map
 */
gboolean
hfs_world_map_find_place (HfsWorldMap *self,
                          const char  *key,
                          HfsMapPoint *place)
{
  for (guint i = 0; i < self->countries->len; i++)
    {
      const HfsMapCountry *country = g_ptr_array_index (self->countries, i);

      if (g_strcmp0 (country->key, key) == 0)
        return *place = country->centre, TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].key, key))
      return *place = hfs_world_map_project (places[i].longitude, places[i].latitude), TRUE;
  return FALSE;
}
