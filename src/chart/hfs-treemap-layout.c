/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout-private.h"

#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Rectangles as large as the values, as square as they can be: squarified treemaps, after Bruls, Huizing and
 * van Wijk (2000). Rows without any amount have no rectangle; bars show them. */

/* All in font sizes. */
#define USUAL_HEIGHT 34.0
#define LEAST_HEIGHT 12.0
#define GAP 0.14
#define PADDING 0.5
#define LEAST_LABEL 2.5
/* Of the width; a picture that is too high reads as columns. */
#define MOST_HEIGHT 0.75

typedef struct
{
  HfsChartLayout *chart;
  cairo_rectangle_t free; /* not divided yet */
  double scale;           /* pixels of area for one unit */
} Treemap;

/* The worst ratio of sides when rows that sum to @sum, the least and the most of them as given, share a strip
 * along a side of @length. */
static double
find_worst (double sum,
            double least,
            double most,
            double length)
{
  double thickness = sum / length;

  return MAX (most / (thickness * thickness), thickness * thickness / least);
}

static double
get_area (Treemap *self,
          guint    index)
{
  return hfs_result_get_row (self->chart->result, index)->value * self->scale;
}

/* How many rows from @first on make the best strip, and what they sum to. */
static guint
find_strip (Treemap *self,
            guint    first,
            double  *sum)
{
  guint n_rows = hfs_result_get_n_rows (self->chart->result);
  double length = MIN (self->free.width, self->free.height);
  double least = INFINITY, most = 0, worst = INFINITY;
  guint i;

  *sum = 0;
  for (i = first; i < n_rows; i++)
    {
      double area = get_area (self, i);
      double next;

      if (area <= 0)
        continue;
      next = find_worst (*sum + area, MIN (least, area), MAX (most, area), length);
      if (next > worst)
        break;
      worst = next;
      *sum += area;
      least = MIN (least, area);
      most = MAX (most, area);
    }
  return i - first;
}

/* Adds words inside a cell; on an outlined or hatched cell they get a plain ground. */
static void
add_words (Treemap       *self,
           const HfsMark *mark,
           int            index,
           PangoLayout   *label,
           PangoLayout   *value)
{
  HfsChartLayout *chart = self->chart;
  double padding = PADDING * chart->em;
  gboolean plain = mark->emphasis == HFS_MARK_STRONG || mark->emphasis == HFS_MARK_RECEDING;
  double label_height = hfs_text_block_get_height (label);
  double width = MAX (hfs_text_block_get_width (label), value ? hfs_text_block_get_width (value) : 0);
  double height = label_height + (value ? hfs_text_block_get_height (value) : 0);
  double y = mark->bar.y + MIN (padding, (mark->bar.height - height) / 2);
  HfsShape plate = { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, HFS_TONE_UNCLEAR_GROUND,
                     { mark->bar.x + padding / 2, y, width + padding, height }, index };
  HfsTone ground = plain ? hfs_mark_emphasis_get_tone (mark->emphasis) : HFS_TONE_UNCLEAR_GROUND;

  if (!plain)
    hfs_chart_layout_add_shape (chart, &plate);
  hfs_chart_layout_add_text (chart, label, mark->bar.x + padding, y, HFS_TONE_TEXT);
  g_array_index (chart->texts, HfsChartText, chart->texts->len - 1).ground = ground;
  if (value == NULL)
    return;
  hfs_chart_layout_add_text (chart, value, mark->bar.x + padding, y + label_height, HFS_TONE_TEXT);
  g_array_index (chart->texts, HfsChartText, chart->texts->len - 1).ground = ground;
}

/* Label and value where there is room for both, else the label if it fits whole. */
static void
label_cell (Treemap       *self,
            const HfsMark *mark,
            int            index)
{
  HfsChartLayout *chart = self->chart;
  double padding = PADDING * chart->em;
  double room = floor (mark->bar.width - 2 * padding);
  g_autoptr (PangoLayout) value = NULL;
  g_autoptr (PangoLayout) label = NULL;
  double height;

  if (room < LEAST_LABEL * chart->em)
    return;
  label = hfs_chart_layout_set_text (chart, mark->label, 1, TRUE, room);
  value = hfs_chart_layout_set_text (chart, mark->value, 1, FALSE, 0);
  height = hfs_text_block_get_height (label) + hfs_text_block_get_height (value);
  if (height + padding <= mark->bar.height && hfs_text_block_get_width (value) <= room)
    add_words (self, mark, index, label, value);
  else if (hfs_text_block_get_height (label) <= mark->bar.height && !pango_layout_is_ellipsized (label))
    add_words (self, mark, index, label, NULL);
}

static void
add_cell (Treemap           *self,
          guint              index,
          cairo_rectangle_t  box)
{
  HfsChartLayout *chart = self->chart;
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  double gap = MIN (MAX (1, GAP * chart->em), MIN (box.width, box.height) / 3);
  HfsMark mark = {
    .bar = { box.x, box.y, box.width - gap, box.height - gap },
    .area = box,
    .row = index,
    .series = HFS_NO_SERIES,
    .emphasis = hfs_chart_layout_get_emphasis (chart, row),
    .amount = hfs_chart_layout_get_amount (chart, row),
    .label = g_strdup (row->label),
    .value = hfs_result_dup_row_value (chart->result, row),
  };
  HfsShape shape = { HFS_SHAPE_SEGMENT, hfs_mark_emphasis_get_fill (mark.emphasis), hfs_mark_emphasis_get_tone (mark.emphasis), mark.bar };

  /* Translators: a part of a chart as a screen reader says it: name, value, number of the part, number of parts. */
  mark.spoken = g_strdup_printf (_("%1$s, %2$s, %3$u of %4$u"), mark.label, mark.value, index + 1, hfs_result_get_n_rows (chart->result));
  shape.mark = hfs_chart_layout_add_mark (chart, &mark);
  hfs_chart_layout_add_shape (chart, &shape);
  label_cell (self, &mark, shape.mark);
}

/* Takes a strip from the shorter side and divides it among its rows. */
static void
add_strip (Treemap *self,
           guint    first,
           guint    n,
           double   sum)
{
  gboolean upright = self->free.width >= self->free.height;
  double length = upright ? self->free.height : self->free.width;
  double thickness = sum / length;
  double place = upright ? self->free.y : self->free.x;

  for (guint i = first; i < first + n; i++)
    {
      double side = get_area (self, i) / thickness;

      if (side <= 0)
        continue;
      add_cell (self, i, upright ? (cairo_rectangle_t) { self->free.x, place, thickness, side }
                                 : (cairo_rectangle_t) { place, self->free.y, side, thickness });
      place += side;
    }
  *(upright ? &self->free.x : &self->free.y) += thickness;
  *(upright ? &self->free.width : &self->free.height) -= thickness;
}

/**
 * hfs_treemap_layout_arrange:
 * @self: an empty layout of a result whose rows make up a whole
 *
 * Lays out one rectangle a row with an amount.
 */
void
hfs_treemap_layout_arrange (HfsChartLayout *self)
{
  double total = hfs_result_get_denominator (self->result);
  double height = self->fit > 0 ? MAX (self->fit, LEAST_HEIGHT * self->em) : MIN (USUAL_HEIGHT * self->em, self->width * MOST_HEIGHT);
  Treemap treemap = { self, { 0, 0, self->width, floor (height) }, 0 };
  guint n_rows = hfs_result_get_n_rows (self->result);
  guint n;

  treemap.scale = self->width * treemap.free.height / total;
  self->height = treemap.free.height;
  for (guint i = 0; i < n_rows; i += n)
    {
      double sum;

      n = find_strip (&treemap, i, &sum);
      if (sum > 0)
        add_strip (&treemap, i, n, sum);
    }
}
