/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-legend.h"
#include "hfs-chart-rows.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Stacked bars: each row divided into the series of the result. Where the query asks for shares, every bar is as
 * long as the others and shows how its own row is divided. */

/* All in font sizes. */
#define BETWEEN 0.1
#define PADDING 0.3
#define INSIDE_SIZE 0.8
/* Digits are less high than their line. */
#define DIGIT_HEIGHT 0.75
/* No text is smaller, in pixels. */
#define LEAST_TEXT 12.0

typedef struct
{
  HfsChartRows rows;
  HfsScale scale;
  const HfsTone *tones;
  GPtrArray *totals; /* (owned) (element-type PangoLayout) */
  gboolean shares;
} Stack;

static HfsMarkEmphasis
get_emphasis (const HfsResultSeries *series)
{
  return series->kind == HFS_ROW_UNCLEAR ? HFS_MARK_UNCLEAR : series->kind == HFS_ROW_OTHER ? HFS_MARK_OTHER : HFS_MARK_SERIES;
}

static HfsFill
get_fill (const HfsResultSeries *series)
{
  return hfs_mark_emphasis_get_fill (get_emphasis (series));
}

static double
get_part (Stack              *self,
          const HfsResultRow *row,
          guint               series)
{
  double value = row->series[series];

  return !self->shares ? value : row->value > 0 ? value / row->value : 0;
}

/* A part of a row. Its area begins where the one before it ends, so that the areas of a row leave no gap. */
static HfsMark
create_mark (Stack *self,
             guint  index,
             guint  series,
             double start,
             double end)
{
  HfsChartLayout *chart = self->rows.chart;
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  const HfsResultSeries *part = hfs_result_get_series (chart->result, series);
  HfsMark mark = {
    .bar = hfs_chart_rows_get_bar (&self->rows, index),
    .area = hfs_chart_rows_get_area (&self->rows, index),
    .row = index,
    .series = series,
    .emphasis = get_emphasis (part),
    .amount = get_part (self, row, series),
    /* Translators: a part of a bar: the row, then the part, such as “China, Companies” */
    .label = g_strdup_printf (_("%1$s, %2$s"), row->label, part->label),
    .value = self->shares ? hfs_format_share (get_part (self, row, series)) : hfs_format_amount (row->series[series]),
  };

  mark.bar.x = start;
  mark.bar.width = end - start;
  mark.area.x = start;
  mark.area.width = end - start;
  /* Translators: a part of a bar as a screen reader says it: the row, the part, its value, number of the row, number of rows. */
  mark.spoken = g_strdup_printf (_("%1$s, %2$s: %3$s, row %4$u of %5$u"), row->label, part->label, mark.value, index + 1,
                                 hfs_result_get_n_rows (chart->result));
  return mark;
}

/* The share of a part, where there is room for it inside. */
static void
add_inside (Stack         *self,
            const HfsMark *mark,
            HfsTone        tone)
{
  HfsChartLayout *chart = self->rows.chart;
  g_autofree char *text = hfs_format_percent (mark->amount, 0);
  double size = MAX (INSIDE_SIZE, LEAST_TEXT / chart->em);
  g_autoptr (PangoLayout) block = hfs_chart_layout_set_text (chart, text, size, FALSE, 0);
  double width = hfs_text_block_get_width (block);
  double height = hfs_text_block_get_height (block);

  if (mark->emphasis != HFS_MARK_SERIES || width + 2 * PADDING * chart->em > mark->bar.width ||
      size * DIGIT_HEIGHT * chart->em > mark->bar.height)
    return;
  hfs_chart_layout_add_text (chart, block, mark->bar.x + (mark->bar.width - width) / 2,
                             mark->bar.y + (mark->bar.height - height) / 2, HFS_TONE_TEXT);
  g_array_index (chart->texts, HfsChartText, chart->texts->len - 1).ground = tone;
}

static void
add_part (Stack *self,
          guint  index,
          guint  series,
          double start,
          double end)
{
  HfsChartLayout *chart = self->rows.chart;
  HfsMark mark = create_mark (self, index, series, start, end);
  HfsShape shape = { HFS_SHAPE_SEGMENT, get_fill (hfs_result_get_series (chart->result, series)), self->tones[series], mark.bar };
  double between = MAX (1, round (BETWEEN * chart->em));

  if (shape.box.width > 3 * between)
    shape.box.width -= between;
  shape.mark = hfs_chart_layout_add_mark (chart, &mark);
  hfs_chart_layout_add_shape (chart, &shape);
  if (self->shares)
    add_inside (self, &mark, shape.tone);
}

/* A row without any amount is still one that a reader can walk to. */
static void
add_empty (Stack *self,
           guint  index)
{
  HfsChartLayout *chart = self->rows.chart;
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  HfsMark mark = {
    .bar = hfs_chart_rows_get_bar (&self->rows, index),
    .area = hfs_chart_rows_get_area (&self->rows, index),
    .row = index,
    .series = HFS_NO_SERIES,
    .emphasis = hfs_chart_layout_get_emphasis (chart, row),
    .label = g_strdup (row->label),
    .value = hfs_format_amount (row->value),
  };

  mark.bar.width = 0;
  mark.spoken = g_strdup_printf (_("%1$s, %2$s, %3$u of %4$u"), mark.label, mark.value, index + 1,
                                 hfs_result_get_n_rows (chart->result));
  hfs_chart_layout_add_mark (chart, &mark);
}

/* The first area of a row takes in its label, the last one what stands behind the bar. */
static void
widen_areas (Stack *self,
             guint  first)
{
  GArray *marks = self->rows.chart->marks;
  cairo_rectangle_t *left = &g_array_index (marks, HfsMark, first).area;
  cairo_rectangle_t *right = &g_array_index (marks, HfsMark, marks->len - 1).area;

  left->width += left->x;
  left->x = 0;
  right->width = self->rows.chart->width - right->x;
}

static void
add_row (Stack *self,
         guint  index)
{
  HfsChartLayout *chart = self->rows.chart;
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  guint first = chart->marks->len;
  double sum = 0;
  double end = self->rows.start;

  for (guint i = 0; i < hfs_result_get_n_series (chart->result); i++)
    {
      double part = get_part (self, row, i);
      double start = end;

      if (part <= 0)
        continue;
      sum += part;
      end = hfs_scale_get_position (&self->scale, sum);
      add_part (self, index, i, start, end);
    }
  if (chart->marks->len == first)
    add_empty (self, index);
  widen_areas (self, first);
  hfs_chart_rows_add_label (&self->rows, index);
  hfs_chart_rows_add_beside (&self->rows, index, g_ptr_array_index (self->totals, index), end,
                             self->shares ? HFS_TONE_DIM_TEXT : HFS_TONE_TEXT);
}

static double
add_legend (HfsChartLayout *chart,
            const HfsTone  *tones)
{
  guint n_series = hfs_result_get_n_series (chart->result);
  g_autofree HfsLegendEntry *entries = g_new0 (HfsLegendEntry, n_series);

  for (guint i = 0; i < n_series; i++)
    {
      const HfsResultSeries *series = hfs_result_get_series (chart->result, i);

      entries[i] = (HfsLegendEntry) { HFS_SHAPE_SEGMENT, get_fill (series), tones[i], series->label };
    }
  return hfs_chart_legend_add (chart, entries, n_series, chart->width);
}

/* Behind each bar stands what it is in all: the answer, or what the shares are of. */
static void
set_totals (Stack *self)
{
  HfsChartLayout *chart = self->rows.chart;
  guint n_rows = hfs_result_get_n_rows (chart->result);
  g_autofree double *amounts = g_new0 (double, n_rows);
  g_autofree double *beside = g_new0 (double, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (chart->result, i);
      g_autofree char *text = hfs_format_amount (row->value);
      PangoLayout *total = hfs_chart_layout_set_text (chart, text, 1, !self->shares, 0);

      g_ptr_array_add (self->totals, total);
      for (guint j = 0; j < hfs_result_get_n_series (chart->result); j++)
        amounts[i] += get_part (self, row, j);
      beside[i] = hfs_text_block_get_width (total);
    }
  self->scale = hfs_chart_rows_find_scale (&self->rows, amounts, beside);
}

/**
 * hfs_stack_layout_arrange:
 * @self: an empty layout of a result with rows and series
 *
 * Lays out one bar a row, divided into its series, with a legend above.
 */
void
hfs_stack_layout_arrange (HfsChartLayout *self)
{
  g_autofree HfsTone *tones = g_new0 (HfsTone, hfs_result_get_n_series (self->result));
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func (g_object_unref);
  Stack stack = { .tones = tones, .totals = totals, .shares = hfs_query_get_share (hfs_result_get_query (self->result)) };

  hfs_palette_assign_series (self->result, tones);
  hfs_chart_rows_init (&stack.rows, self, add_legend (self, tones), 0);
  set_totals (&stack);
  for (guint i = 0; i < hfs_result_get_n_rows (self->result); i++)
    add_row (&stack, i);
  hfs_chart_rows_finish (&stack.rows, &stack.scale);
  hfs_chart_rows_clear (&stack.rows);
}
