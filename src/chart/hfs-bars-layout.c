/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout-private.h"

#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Ranked bars: one a row, its label at the axis, its value at its end. All in font sizes. */
#define USUAL_ROW 3.0
#define LEAST_ROW 1.3
#define BAR_OF_ROW 0.58
#define MOST_BAR 2.6
#define NARROW_ROW 3.5
#define NARROW_LEAST_ROW 2.7
#define GAP 0.7
#define AXIS_LABELS 1.5
/* The widest label takes this part of the width, the rest is the bars'. */
#define MOST_LABEL 0.36
/* What is there is seen, beside the line that it stands on. */
#define LEAST_LENGTH 0.14

typedef struct
{
  HfsChartLayout *chart;
  GPtrArray *labels; /* (element-type PangoLayout) */
  GPtrArray *values; /* (element-type PangoLayout) */
  HfsScale scale;
  double row_height;
  gboolean narrow;
} Bars;

static void
set_texts (Bars *bars)
{
  HfsChartLayout *chart = bars->chart;
  double most = bars->narrow ? chart->width : floor (chart->width * MOST_LABEL);

  for (guint i = 0; i < hfs_result_get_n_rows (chart->result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (chart->result, i);
      g_autofree char *value = hfs_result_dup_row_value (chart->result, row);

      g_ptr_array_add (bars->labels, hfs_chart_layout_set_text (chart, row->label, 1, FALSE, most));
      g_ptr_array_add (bars->values, hfs_chart_layout_set_text (chart, value, 1, TRUE, 0));
    }
}

static double
get_widest (GPtrArray *blocks)
{
  double widest = 0;

  for (guint i = 0; i < blocks->len; i++)
    widest = MAX (widest, hfs_text_block_get_width (g_ptr_array_index (blocks, i)));
  return widest;
}

/* The longest scale on which every bar has room for its value. */
static void
find_scale (Bars *bars)
{
  HfsChartLayout *chart = bars->chart;
  double start = bars->narrow ? 0 : ceil (get_widest (bars->labels) + GAP * chart->em);
  double per_unit = INFINITY;
  double most = 0;

  for (guint i = 0; i < bars->values->len; i++)
    {
      double amount = hfs_chart_layout_get_amount (chart, hfs_result_get_row (chart->result, i));
      double value_width = hfs_text_block_get_width (g_ptr_array_index (bars->values, i)) + GAP * chart->em;

      if (amount <= 0)
        continue;
      per_unit = MIN (per_unit, MAX (chart->width - start - value_width, LEAST_LENGTH * chart->em) / amount);
      most = MAX (most, amount);
    }
  bars->scale = (HfsScale) { 0, most, start, most > 0 ? start + most * per_unit : start };
}

static char *
dup_spoken (HfsChartLayout *chart,
            guint           index,
            const char     *value)
{
  /* Translators: a bar of a chart as a screen reader says it: name, value, number of the bar, number of bars. */
  return g_strdup_printf (_("%1$s, %2$s, %3$u of %4$u"), hfs_result_get_row (chart->result, index)->label, value,
                          index + 1, hfs_result_get_n_rows (chart->result));
}

static guint
add_mark (Bars              *bars,
          guint              index,
          cairo_rectangle_t  bar)
{
  HfsChartLayout *chart = bars->chart;
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  HfsMark mark = {
    .bar = bar,
    .area = { 0, index * bars->row_height, chart->width, bars->row_height },
    .row = index,
    .series = HFS_NO_SERIES,
    .emphasis = hfs_chart_layout_get_emphasis (chart, row),
    .amount = hfs_chart_layout_get_amount (chart, row),
    .label = g_strdup (row->label),
    .value = hfs_result_dup_row_value (chart->result, row),
  };

  mark.spoken = dup_spoken (chart, index, mark.value);
  return hfs_chart_layout_add_mark (chart, &mark);
}

/* Label and value of a bar: beside it, or above it where the chart is narrow. */
static void
add_texts (Bars              *bars,
           guint              index,
           cairo_rectangle_t  bar)
{
  HfsChartLayout *chart = bars->chart;
  PangoLayout *label = g_ptr_array_index (bars->labels, index);
  PangoLayout *value = g_ptr_array_index (bars->values, index);
  double middle = bar.y + bar.height / 2;
  gboolean clear = hfs_result_get_row (chart->result, index)->kind == HFS_ROW_CLEAR;
  double label_x = bars->narrow ? 0 : bar.x - GAP * chart->em - hfs_text_block_get_width (label);
  double label_y = bars->narrow ? bar.y - hfs_text_block_get_height (label) : middle - hfs_text_block_get_height (label) / 2;

  hfs_chart_layout_add_text (chart, label, label_x, label_y, clear ? HFS_TONE_TEXT : HFS_TONE_DIM_TEXT);
  hfs_chart_layout_add_text (chart, value, bar.x + bar.width + GAP * chart->em,
                             middle - hfs_text_block_get_height (value) / 2, HFS_TONE_TEXT);
}

static void
add_row (Bars  *bars,
         guint  index)
{
  HfsChartLayout *chart = bars->chart;
  double amount = hfs_chart_layout_get_amount (chart, hfs_result_get_row (chart->result, index));
  double top = index * bars->row_height;
  double label_height = hfs_text_block_get_height (g_ptr_array_index (bars->labels, index));
  double thickness = round (MIN (bars->row_height * BAR_OF_ROW, MOST_BAR * chart->em));
  cairo_rectangle_t bar = { bars->scale.start, 0, 0, thickness };
  HfsShape shape = { HFS_SHAPE_BAR };

  bar.y = top + floor ((bars->row_height - thickness) / 2);
  if (bars->narrow)
    {
      bar.height = round (bars->row_height - label_height - chart->em * 0.8);
      bar.y = top + round (label_height + chart->em * 0.2);
    }
  if (amount > 0)
    bar.width = MAX (hfs_scale_get_position (&bars->scale, amount) - bar.x, LEAST_LENGTH * chart->em);
  shape.box = bar;
  shape.mark = add_mark (bars, index, bar);
  shape.fill = hfs_mark_emphasis_get_fill (hfs_chart_layout_get_mark (chart, shape.mark)->emphasis);
  shape.tone = hfs_mark_emphasis_get_tone (hfs_chart_layout_get_mark (chart, shape.mark)->emphasis);
  if (bar.width > 0)
    hfs_chart_layout_add_shape (chart, &shape);
  add_texts (bars, index, bar);
}

/**
 * hfs_bars_layout_arrange:
 * @self: an empty layout
 *
 * Lays out one bar a row, from zero.
 */
void
hfs_bars_layout_arrange (HfsChartLayout *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_object_unref);
  Bars bars = { self, labels, values };
  guint n_rows = hfs_result_get_n_rows (self->result);
  double axis = AXIS_LABELS * self->em;

  bars.narrow = hfs_chart_layout_is_narrow (self);
  bars.row_height = hfs_chart_layout_get_row_height (self, self->em * (bars.narrow ? NARROW_ROW : USUAL_ROW),
                                                     self->em * (bars.narrow ? NARROW_LEAST_ROW : LEAST_ROW), axis);
  set_texts (&bars);
  find_scale (&bars);
  for (guint i = 0; i < n_rows; i++)
    add_row (&bars, i);
  hfs_chart_layout_add_axis (self, &bars.scale, 0, n_rows * bars.row_height);
  self->height = ceil (n_rows * bars.row_height + axis);
}
