/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-rows.h"

#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Ranked bars: one a row, its label at the axis, its value at its end. On a logarithmic scale there is no zero to begin
 * at and a length says nothing, so that dots stand for the values. */

/* In font sizes. */
#define DOT 0.9
#define BELOW_NOTE 0.4

static HfsMark
create_mark (HfsChartLayout *chart,
             guint           index)
{
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  HfsMark mark = {
    .row = index,
    .series = HFS_NO_SERIES,
    .emphasis = hfs_chart_layout_get_emphasis (chart, row),
    .amount = hfs_chart_layout_get_amount (chart, row),
    .label = g_strdup (row->label),
    .value = hfs_result_dup_row_value (chart->result, row),
  };

  /* Translators: a bar of a chart as a screen reader says it: name, value, number of the bar, number of bars. */
  mark.spoken = g_strdup_printf (_("%1$s, %2$s, %3$u of %4$u"), mark.label, mark.value, index + 1,
                                 hfs_result_get_n_rows (chart->result));
  return mark;
}

static void
add_shape (HfsChartRows   *rows,
           const HfsScale *scale,
           HfsShape       *shape)
{
  double size = MIN (round (DOT * rows->chart->em), shape->box.height);
  double end = shape->box.x + shape->box.width;

  if (scale->log)
    {
      shape->kind = HFS_SHAPE_DOT;
      shape->box = (cairo_rectangle_t) { end - size / 2, shape->box.y + (shape->box.height - size) / 2, size, size };
    }
  hfs_chart_layout_add_shape (rows->chart, shape);
}

static void
add_row (HfsChartRows   *rows,
         const HfsScale *scale,
         guint           index,
         PangoLayout    *value)
{
  HfsMark mark = create_mark (rows->chart, index);
  HfsShape shape = {
    .kind = HFS_SHAPE_BAR,
    .fill = hfs_mark_emphasis_get_fill (mark.emphasis),
    .tone = hfs_mark_emphasis_get_tone (mark.emphasis),
  };

  mark.area = hfs_chart_rows_get_area (rows, index);
  mark.bar = hfs_chart_rows_get_bar (rows, index);
  mark.bar.width = mark.amount > 0 ? MAX (hfs_scale_get_position (scale, mark.amount) - mark.bar.x, mark.bar.width) : 0;
  shape.box = mark.bar;
  shape.mark = hfs_chart_layout_add_mark (rows->chart, &mark);
  if (mark.amount > 0)
    add_shape (rows, scale, &shape);
  hfs_chart_rows_add_label (rows, index);
  hfs_chart_rows_add_beside (rows, index, value, shape.box.x + shape.box.width, HFS_TONE_TEXT);
}

/**
 * hfs_bars_layout_arrange:
 * @self: an empty layout of a result with rows
 *
 * Lays out one bar a row, from zero.
 */
void
hfs_bars_layout_arrange (HfsChartLayout *self)
{
  guint n_rows = hfs_result_get_n_rows (self->result);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree double *amounts = g_new0 (double, n_rows);
  g_autofree double *widths = g_new0 (double, n_rows);
  g_auto (HfsChartRows) rows = { 0 };
  HfsScale scale;
  double top = 0;

  if (self->log)
    top = hfs_chart_layout_add_note (self, hfs_scale_get_log_note (), 0) + BELOW_NOTE * self->em;
  hfs_chart_rows_init (&rows, self, ceil (top), 0);
  if (self->log)
    rows.start += round (DOT / 2 * self->em);
  for (guint i = 0; i < n_rows; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self->result, i);
      g_autofree char *text = hfs_result_dup_row_value (self->result, row);
      PangoLayout *value = hfs_chart_layout_set_text (self, text, 1, TRUE, 0);

      g_ptr_array_add (values, value);
      amounts[i] = hfs_chart_layout_get_amount (self, row);
      widths[i] = hfs_text_block_get_width (value);
    }
  scale = hfs_chart_rows_find_scale (&rows, amounts, widths);
  for (guint i = 0; i < n_rows; i++)
    add_row (&rows, &scale, i, g_ptr_array_index (values, i));
  hfs_chart_rows_finish (&rows, &scale);
}
