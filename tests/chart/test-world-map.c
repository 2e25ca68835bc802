/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-error.h"
#include "hfs-world-map.h"

#include <math.h>
#include <string.h>

static const HfsMapCountry *
find_country (const char *key)
{
  HfsWorldMap *map = hfs_world_map_get_default ();

  for (guint i = 0; i < hfs_world_map_get_n_countries (map); i++)
    if (g_strcmp0 (hfs_world_map_get_country (map, i)->key, key) == 0)
      return hfs_world_map_get_country (map, i);
  g_error ("%s is not on the map", key);
}

static void
test_has_the_countries (void)
{
  HfsWorldMap *map = hfs_world_map_get_default ();

  /* 177 outlines in the file, without Antarctica. */
  g_assert_cmpuint (hfs_world_map_get_n_countries (map), ==, 176);
  for (guint i = 0; i < hfs_world_map_get_n_countries (map); i++)
    {
      const HfsMapCountry *country = hfs_world_map_get_country (map, i);
      guint sum = 0;

      for (guint j = 0; j < country->n_rings; j++)
        sum += country->rings[j];
      g_assert_cmpuint (sum, ==, country->n_points);
      for (guint j = 0; j < country->n_points; j++)
        {
          g_assert_cmpfloat (country->points[j].x, >=, -1e-3);
          g_assert_cmpfloat (country->points[j].x, <=, 1 + 1e-3);
          g_assert_cmpfloat (country->points[j].y, >=, -1e-3);
          g_assert_cmpfloat (country->points[j].y, <=, hfs_world_map_get_height (map) + 1e-3);
        }
    }
}

/* Published areas of one main land mass each, in thousands of square kilometres. */
static void
test_areas_are_true (void)
{
  static const struct
  {
    const char *key;
    double area;
  } known[] = { { "BR", 8516 }, { "MN", 1564 }, { "KZ", 2725 }, { "ZA", 1221 }, { "CD", 2345 } };
  double per_area = find_country ("BR")->area / known[0].area;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      double ratio = find_country (known[i].key)->area / known[i].area / per_area;

      g_assert_cmpfloat (ratio, >, 0.94);
      g_assert_cmpfloat (ratio, <, 1.06);
    }
}

static void
test_places_are_where_they_should_be (void)
{
  HfsWorldMap *map = hfs_world_map_get_default ();
  HfsMapPoint zero = hfs_world_map_project (0, 0);
  HfsMapPoint east = hfs_world_map_project (180, 0);
  HfsMapPoint place;

  g_assert_cmpfloat_with_epsilon (zero.x, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (east.x, 1, 1e-9);
  /* South of the equator is further down. */
  g_assert_cmpfloat (hfs_world_map_project (0, -30).y, >, zero.y);
  g_assert_true (hfs_world_map_find_place (map, "SG", &place));
  g_assert_cmpfloat_with_epsilon (place.x, hfs_world_map_project (103.8, 1.35).x, 1e-9);
  g_assert_true (hfs_world_map_find_place (map, "DE", &place));
  g_assert_cmpfloat_with_epsilon (place.x, hfs_world_map_project (10.4, 51).x, 0.01);
  g_assert_cmpfloat_with_epsilon (place.y, hfs_world_map_project (10.4, 51).y, 0.01);
  g_assert_false (hfs_world_map_find_place (map, "elsewhere", &place));
}

/* Russia and Fiji reach over the 180th meridian: no edge of theirs runs round the world. */
static void
test_land_is_cut_at_the_edge (void)
{
  static const char * const keys[] = { "RU", "FJ" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const HfsMapCountry *country = find_country (keys[i]);
      guint end = country->rings[0], ring = 0, start = 0;
      gboolean west = FALSE, east = FALSE;

      for (guint j = 0; j < country->n_points; j++)
        {
          gboolean last = j + 1 == end;
          const HfsMapPoint *next = &country->points[last ? start : j + 1];

          g_assert_cmpfloat (fabs (country->points[j].x - next->x), <, 0.2);
          west |= country->points[j].x < 0.2;
          east |= country->points[j].x > 0.8;
          if (last && ring + 1 < country->n_rings)
            {
              start = end;
              end += country->rings[++ring];
            }
        }
      g_assert_true (east);
      g_assert_true (west);
    }
}

static void
test_broken_files_are_refused (void)
{
  static const char * const broken[] = {
    "", "[]", "{}", "{\"type\":",
    "{\"transform\":{\"scale\":[1,1],\"translate\":[0,0]},\"arcs\":[],\"objects\":{\"countries\":{\"geometries\":[]}}}",
    "{\"transform\":{\"scale\":[1,\"1\"],\"translate\":[0,0]},\"arcs\":[[[0,0],[1,1],[1,0],[0,0]]],"
    "\"objects\":{\"countries\":{\"geometries\":[{\"type\":\"Polygon\",\"id\":\"276\",\"arcs\":[[0]]}]}}}",
    "{\"transform\":{\"scale\":[1,1],\"translate\":[0,0]},\"arcs\":[[[0,0],[1,1],[1,0],[0,0]]],"
    "\"objects\":{\"countries\":{\"geometries\":[{\"type\":\"Polygon\",\"id\":\"276\",\"arcs\":[[1]]}]}}}",
    "{\"transform\":{\"scale\":[1,1],\"translate\":[0,0]},\"arcs\":[[[0,0],[1,1],[1,0],[0,0]]],"
    "\"objects\":{\"countries\":{\"geometries\":[{\"type\":\"Point\",\"id\":\"276\",\"arcs\":[[0]]}]}}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i], strlen (broken[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (hfs_world_map_new (bytes, &error));
      g_assert_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_FORMAT);
    }
}

static void
test_whole_file_is_read (void)
{
  static const char good[] =
    "{\"transform\":{\"scale\":[1,1],\"translate\":[0,0]},\"arcs\":[[[0,0],[1,1],[1,0],[-2,-1]]],"
    "\"objects\":{\"countries\":{\"geometries\":[{\"type\":\"MultiPolygon\",\"id\":\"276\",\"arcs\":[[[0]],[[-1]]]}]}}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (good, strlen (good));
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsWorldMap) map = hfs_world_map_new (bytes, &error);
  const HfsMapCountry *country;

  g_assert_no_error (error);
  country = hfs_world_map_get_country (map, 0);
  g_assert_cmpstr (country->key, ==, "DE");
  g_assert_cmpuint (country->n_rings, ==, 2);
  /* The last point is the first one again. */
  g_assert_cmpuint (country->n_points, ==, 6);
  g_assert_cmpfloat_with_epsilon (country->points[1].x, hfs_world_map_project (1, 1).x, 1e-9);
  g_assert_cmpfloat_with_epsilon (country->points[4].x, hfs_world_map_project (2, 1).x, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/world-map/has-the-countries", test_has_the_countries);
  g_test_add_func ("/chart/world-map/areas-are-true", test_areas_are_true);
  g_test_add_func ("/chart/world-map/places-are-where-they-should-be", test_places_are_where_they_should_be);
  g_test_add_func ("/chart/world-map/land-is-cut-at-the-edge", test_land_is_cut_at_the_edge);
  g_test_add_func ("/chart/world-map/broken-files-are-refused", test_broken_files_are_refused);
  g_test_add_func ("/chart/world-map/whole-file-is-read", test_whole_file_is_read);
  return g_test_run ();
}
