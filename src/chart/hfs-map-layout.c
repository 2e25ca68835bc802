/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-legend.h"

#include "hfs-format.h"
#include "hfs-world-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The countries of the publishers on a map, and all rows as bars: beside it, or below where the chart is narrow. The
 * bars are the marks; a country on the map belongs to the mark of its bar. */

/* In font sizes. */
#define WIDE 70.0
/* Where the height is given, it is better used with the bars at the side. */
#define WIDE_TO_FIT 50.0
#define BETWEEN 2.0
#define DOT 0.62
#define DOT_EDGE 0.08
/* A country below so many square font sizes gets a dot. */
#define LEAST_AREA 0.22
#define LAND_EDGE 0.03
#define EDGE 0.05
/* Points of an outline that are nearer, in pixels, look like one. */
#define NEAR 1.4
/* Of the width. */
#define MAP_OF_WIDE 0.53
#define LEAST_MAP 0.3
/* Of the height to fill, when the bars are below. */
#define MAP_OF_FIT 0.45

/* The classes of shares, the same on every map so that two maps can be compared. */
static const struct
{
  double least;
  HfsTone tone;
} classes[] = {
  { 0.1, HFS_TONE_STRONG },
  { 0.01, HFS_TONE_MAP_3 },
  { 0.001, HFS_TONE_MAP_2 },
  { 0, HFS_TONE_MAP_1 },
};

typedef struct
{
  HfsChartLayout *chart;
  HfsWorldMap *world;
  cairo_rectangle_t box;
} Map;

static HfsTone
get_tone (double share)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (classes) && share < classes[i].least)
    i++;
  return classes[i].tone;
}

/* Places keep their east and west on a page that reads leftwards: what the layout mirrors is mirrored before. */
static HfsMapPoint
get_position (Map         *self,
              HfsMapPoint  point)
{
  double x = self->chart->mirrored ? 1 - point.x : point.x;

  return (HfsMapPoint) { self->box.x + x * self->box.width, self->box.y + point.y * self->box.width };
}

/* The row of a country, or -1 when it has none or nothing in it. */
static int
find_row (Map        *self,
          const char *key)
{
  for (guint i = 0; key != NULL && i < hfs_result_get_n_rows (self->chart->result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self->chart->result, i);

      if (row->kind == HFS_ROW_CLEAR && row->value > 0 && g_str_equal (row->key, key))
        return i;
    }
  return -1;
}

/* Adds the outline of a country to the path, without the points that would fall into the pixel of the one before. */
static void
add_outline (Map                 *self,
             const HfsMapCountry *country)
{
  HfsMapPoint before = { 0 };

  for (guint i = 0, ring = 0, begin = 0; i < country->n_points; i++)
    {
      HfsMapPoint at = get_position (self, country->points[i]);
      gboolean begins = i == begin;

      if (begins && ring < country->n_rings)
        begin += country->rings[ring++];
      if (!begins && fabs (at.x - before.x) + fabs (at.y - before.y) < NEAR)
        continue;
      hfs_chart_layout_add_corner (self->chart, at.x, at.y, begins);
      before = at;
    }
}

static void
add_country (Map                 *self,
             const HfsMapCountry *country)
{
  HfsChartLayout *chart = self->chart;
  int row = find_row (self, country->key);
  guint first = chart->corners->len;
  HfsShape shape = {
    .kind = HFS_SHAPE_AREA,
    .tone = row < 0 ? HFS_TONE_LAND : get_tone (hfs_result_get_row (chart->result, row)->share),
    .mark = row,
    .stroke = (row < 0 ? LAND_EDGE : EDGE) * chart->em,
    .edge = row < 0 ? HFS_TONE_AXIS : HFS_TONE_STRONG,
  };

  add_outline (self, country);
  hfs_chart_layout_add_path (chart, &shape, first);
}

static gboolean
is_small (Map        *self,
          const char *key)
{
  for (guint i = 0; i < hfs_world_map_get_n_countries (self->world); i++)
    {
      const HfsMapCountry *country = hfs_world_map_get_country (self->world, i);

      if (g_strcmp0 (country->key, key) == 0)
        return country->area * self->box.width * self->box.width < LEAST_AREA * self->chart->em * self->chart->em;
    }
  return TRUE;
}

/* A dot in the colour of its class, with an edge, since pale classes alone would be lost. */
static void
add_dot (Map  *self,
         guint index)
{
  HfsChartLayout *chart = self->chart;
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  double size = DOT * chart->em, edge = MAX (1, DOT_EDGE * chart->em);
  HfsMapPoint at;

  if (row->kind != HFS_ROW_CLEAR || row->value <= 0 || !is_small (self, row->key) ||
      !hfs_world_map_find_place (self->world, row->key, &at))
    return;
  at = get_position (self, at);
  hfs_chart_layout_add_shape (chart, &(HfsShape) { HFS_SHAPE_DOT, HFS_FILL_SOLID, HFS_TONE_STRONG,
                                                   { at.x - size / 2, at.y - size / 2, size, size }, index });
  size -= 2 * edge;
  hfs_chart_layout_add_shape (chart, &(HfsShape) { HFS_SHAPE_DOT, HFS_FILL_SOLID, get_tone (row->share),
                                                   { at.x - size / 2, at.y - size / 2, size, size }, index });
}

static void
add_map (Map *self)
{
  for (guint i = 0; i < hfs_world_map_get_n_countries (self->world); i++)
    add_country (self, hfs_world_map_get_country (self->world, i));
  for (guint i = 0; i < hfs_result_get_n_rows (self->chart->result); i++)
    add_dot (self, i);
}

static const char *
get_note (HfsChartLayout *chart)
{
  static const char * const notes[HFS_N_MEASURES] = {
    N_("Share of the downloads. The map shows where models come from, not where they are used."),
    N_("Share of all downloads so far. The map shows where models come from, not where they are used."),
    N_("Share of the models. The map shows where models come from, not where they are used."),
    N_("Share of the likes. The map shows where models come from, not where they are liked."),
  };

  return _(notes[hfs_query_get_measure (hfs_result_get_query (chart->result))]);
}

static gboolean
has_other (HfsResult *result)
{
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (hfs_result_get_row (result, i)->kind == HFS_ROW_OTHER)
      return TRUE;
  return FALSE;
}

/* What the tones stand for; returns the height. */
static double
add_legend (HfsChartLayout *part)
{
  g_autofree char *tenth = hfs_format_percent (0.1, 0);
  g_autofree char *hundredth = hfs_format_percent (0.01, 0);
  g_autofree char *thousandth = hfs_format_percent (0.001, 1);
  /* Translators: classes of shares in the legend of a map, such as “10 % or more”, “1 % to 10 %”, “below 0.1 %” */
  g_autofree char *most = g_strdup_printf (_("%s or more"), tenth);
  g_autofree char *more = g_strdup_printf (C_("range", "%1$s to %2$s"), hundredth, tenth);
  g_autofree char *less = g_strdup_printf (C_("range", "%1$s to %2$s"), thousandth, hundredth);
  g_autofree char *least = g_strdup_printf (_("below %s"), thousandth);
  HfsLegendEntry entries[] = {
    { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, HFS_TONE_STRONG, most, HFS_TONE_STRONG },
    { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, HFS_TONE_MAP_3, more, HFS_TONE_STRONG },
    { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, HFS_TONE_MAP_2, less, HFS_TONE_STRONG },
    { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, HFS_TONE_MAP_1, least, HFS_TONE_STRONG },
    { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, HFS_TONE_LAND,
      has_other (part->result) ? _("none, or among all others together") : _("none"), HFS_TONE_AXIS },
  };

  return hfs_chart_legend_add (part, entries, G_N_ELEMENTS (entries), part->width);
}

/* Map and words, @width wide; returns where they end. */
static double
add_map_part (HfsChartLayout *self,
              double          width,
              double          most_height)
{
  g_autoptr (HfsChartLayout) legend = hfs_chart_layout_new_part (self, width, 0);
  g_autoptr (HfsChartLayout) note = hfs_chart_layout_new_part (self, width, 0);
  double note_height = hfs_chart_layout_add_note (note, get_note (self), 0);
  double legend_height = add_legend (legend);
  double words = note_height + 0.4 * self->em + legend_height;
  Map map = { self, hfs_world_map_get_default (), { 0, 0, width, 0 } };
  double ratio = hfs_world_map_get_height (map.world);

  if (most_height > 0)
    map.box.width = CLAMP ((most_height - words) / ratio, LEAST_MAP * width, width);
  map.box.x = floor ((width - map.box.width) / 2);
  map.box.height = ceil (map.box.width * ratio);
  add_map (&map);
  hfs_chart_layout_merge (self, note, 0, ceil (map.box.height + 0.4 * self->em));
  hfs_chart_layout_merge (self, legend, 0, ceil (map.box.height + 0.8 * self->em + note_height));
  return ceil (map.box.height + 0.8 * self->em + note_height + legend_height);
}

/**
 * hfs_map_layout_arrange:
 * @self: an empty layout of a result about countries
 *
 * Lays out a map with the shares of the countries, and all rows as bars.
 */
void
hfs_map_layout_arrange (HfsChartLayout *self)
{
  gboolean wide = self->width >= (self->fit > 0 ? WIDE_TO_FIT : WIDE) * self->em;
  double gap = BETWEEN * self->em;
  double width = wide ? floor (self->width * MAP_OF_WIDE) : self->width;
  double most_height = self->fit <= 0 ? 0 : wide ? self->fit : self->fit * MAP_OF_FIT;
  double bottom = add_map_part (self, width, most_height);
  g_autoptr (HfsChartLayout) bars = NULL;

  bars = hfs_chart_layout_new_part (self, wide ? self->width - width - gap : width,
                                    self->fit <= 0 ? 0 : wide ? self->fit : MAX (self->fit - bottom, 1));
  hfs_bars_layout_arrange (bars);
  self->height = wide ? MAX (bottom, bars->height) : bottom + bars->height;
  hfs_chart_layout_merge (self, bars, wide ? width + gap : 0, wide ? 0 : bottom);
}
