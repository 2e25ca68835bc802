/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout-private.h"

#include "hfs-sentence.h"

#include <math.h>

/* Rectangles as large as the values, as square as they can be: squarified treemaps, after Bruls, Huizing and
 * van Wijk (2000). All rows are bars as well, beside them or below where the chart is narrow, since small rectangles have
 * no room for their names. The bars are the marks; a rectangle belongs to the mark of its bar. */

/* All in font sizes. */
#define WIDE 70.0
/* Where the height is given, it is better used with the bars at the side. */
#define WIDE_TO_FIT 50.0
#define BETWEEN 2.0
#define USUAL_HEIGHT 34.0
#define LEAST_HEIGHT 8.0
#define GAP 0.14
#define PADDING 0.5
#define LEAST_LABEL 2.5
/* Of the width; a picture that is too high reads as columns. */
#define MOST_HEIGHT 0.55
#define AREAS_OF_WIDE 0.53
/* Of the height to fill, when the bars are below. */
#define AREAS_OF_FIT 0.42

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
add_words (Treemap         *self,
           const HfsShape  *cell,
           PangoLayout     *label,
           PangoLayout     *value)
{
  HfsChartLayout *chart = self->chart;
  double padding = PADDING * chart->em;
  gboolean plain = cell->fill == HFS_FILL_SOLID;
  double label_height = hfs_text_block_get_height (label);
  double width = MAX (hfs_text_block_get_width (label), value ? hfs_text_block_get_width (value) : 0);
  double height = label_height + (value ? hfs_text_block_get_height (value) : 0);
  double y = cell->box.y + MIN (padding, (cell->box.height - height) / 2);
  HfsShape plate = { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, HFS_TONE_UNCLEAR_GROUND,
                     { cell->box.x + padding / 2, y, width + padding, height }, cell->mark };
  HfsTone ground = plain ? cell->tone : HFS_TONE_UNCLEAR_GROUND;

  if (!plain)
    hfs_chart_layout_add_shape (chart, &plate);
  hfs_chart_layout_add_text (chart, label, cell->box.x + padding, y, HFS_TONE_TEXT);
  g_array_index (chart->texts, HfsChartText, chart->texts->len - 1).ground = ground;
  if (value == NULL)
    return;
  hfs_chart_layout_add_text (chart, value, cell->box.x + padding, y + label_height, HFS_TONE_TEXT);
  g_array_index (chart->texts, HfsChartText, chart->texts->len - 1).ground = ground;
}

/* Label and value where there is room for both, else the label if it fits whole. */
static void
label_cell (Treemap            *self,
            const HfsShape     *cell,
            const HfsResultRow *row)
{
  HfsChartLayout *chart = self->chart;
  double padding = PADDING * chart->em;
  double room = floor (cell->box.width - 2 * padding);
  g_autofree char *text = hfs_result_dup_row_value (chart->result, row);
  g_autoptr (PangoLayout) value = NULL;
  g_autoptr (PangoLayout) label = NULL;
  double height;

  if (room < LEAST_LABEL * chart->em)
    return;
  label = hfs_chart_layout_set_text (chart, row->label, 1, TRUE, room);
  value = hfs_chart_layout_set_text (chart, text, 1, FALSE, 0);
  height = hfs_text_block_get_height (label) + hfs_text_block_get_height (value);
  if (height + padding <= cell->box.height && hfs_text_block_get_width (value) <= room)
    add_words (self, cell, label, value);
  else if (hfs_text_block_get_height (label) <= cell->box.height && !pango_layout_is_ellipsized (label))
    add_words (self, cell, label, NULL);
}

static void
add_cell (Treemap           *self,
          guint              index,
          cairo_rectangle_t  box)
{
  HfsChartLayout *chart = self->chart;
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  double gap = MIN (MAX (1, GAP * chart->em), MIN (box.width, box.height) / 3);
  HfsMarkEmphasis emphasis = hfs_chart_layout_get_emphasis (chart, row);
  HfsShape cell = {
    .kind = HFS_SHAPE_SEGMENT,
    .fill = hfs_mark_emphasis_get_fill (emphasis),
    .tone = hfs_mark_emphasis_get_tone (emphasis),
    .box = { box.x, box.y, box.width - gap, box.height - gap },
    .mark = (int) index,
    .stroke = gap,
    .edge = HFS_TONE_BACKGROUND,
  };

  hfs_chart_layout_add_shape (chart, &cell);
  label_cell (self, &cell, row);
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

static void
add_cells (HfsChartLayout *self,
           double          width,
           double          height)
{
  Treemap treemap = { self, { 0, 0, width, height }, width * height / hfs_result_get_denominator (self->result) };
  guint n_rows = hfs_result_get_n_rows (self->result);
  guint n;

  for (guint i = 0; i < n_rows; i += n)
    {
      double sum;

      n = find_strip (&treemap, i, &sum);
      if (sum > 0)
        add_strip (&treemap, i, n, sum);
    }
}

/**
 * hfs_treemap_layout_arrange:
 * @self: an empty layout of a result whose rows make up a whole
 *
 * Lays out one rectangle a row with an amount, and all rows as bars.
 */
void
hfs_treemap_layout_arrange (HfsChartLayout *self)
{
  gboolean wide = self->width >= (self->fit > 0 ? WIDE_TO_FIT : WIDE) * self->em;
  double gap = BETWEEN * self->em;
  double width = wide ? floor (self->width * AREAS_OF_WIDE) : self->width;
  double height = floor (self->fit <= 0 ? MIN (USUAL_HEIGHT * self->em, width * MOST_HEIGHT)
                                        : MAX (wide ? self->fit : self->fit * AREAS_OF_FIT, LEAST_HEIGHT * self->em));
  double rest = wide ? self->fit : self->fit - height - gap / 2;
  g_autoptr (HfsChartLayout) bars = hfs_chart_layout_new_part (self, wide ? self->width - width - gap : width,
                                                               self->fit <= 0 ? 0 : MAX (rest, 1));

  add_cells (self, width, height);
  hfs_bars_layout_arrange (bars);
  self->height = wide ? MAX (height, bars->height) : height + gap / 2 + bars->height;
  hfs_chart_layout_merge (self, bars, wide ? width + gap : 0, wide ? 0 : height + gap / 2);
}
