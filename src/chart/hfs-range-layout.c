/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-rows.h"

#include "hfs-countries.h"
#include "hfs-format.h"
#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A value with its range: what a row has for certain, and what it would have if all that is not known were its own. */

/* All in font sizes. */
#define DOT 0.9
#define LINE 0.16
#define CAP 0.9
/* Of the width: texts beside the lines become smaller before they take more. */
#define MOST_BESIDE 0.7
/* No text is smaller, in pixels. */
#define LEAST_TEXT 12.0

typedef struct
{
  HfsChartRows rows;
  HfsScale scale;
  double unclear; /* in the unit of the amounts */
  GPtrArray *texts; /* (owned) (element-type PangoLayout) */
} Range;

static double
get_most (Range              *self,
          const HfsResultRow *row)
{
  double amount = hfs_chart_layout_get_amount (self->rows.chart, row);

  return row->kind == HFS_ROW_UNCLEAR ? amount : amount + self->unclear;
}

static char *
format (Range  *self,
        double  amount)
{
  return hfs_query_get_share (hfs_result_get_query (self->rows.chart->result)) ? hfs_format_share (amount)
         : hfs_format_amount ((gint64) round (amount));
}

static char *
dup_value (Range              *self,
           const HfsResultRow *row)
{
  g_autofree char *least = format (self, hfs_chart_layout_get_amount (self->rows.chart, row));
  g_autofree char *most = format (self, get_most (self, row));

  if (row->kind == HFS_ROW_UNCLEAR)
    return g_steal_pointer (&least);
  /* Translators: from the least to the most that a value can be, such as “23.9 % to 28.1 %” */
  return g_strdup_printf (C_("range", "%1$s to %2$s"), least, most);
}

/* The size at which the widest text leaves room for its line. */
static double
find_text_size (Range *self)
{
  HfsChartLayout *chart = self->rows.chart;
  double widest = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (chart->result); i++)
    {
      g_autofree char *text = dup_value (self, hfs_result_get_row (chart->result, i));
      g_autoptr (PangoLayout) block = hfs_chart_layout_set_text (chart, text, 1, TRUE, 0);

      widest = MAX (widest, hfs_text_block_get_width (block));
    }
  return widest > MOST_BESIDE * chart->width ? MAX (MOST_BESIDE * chart->width / widest, LEAST_TEXT / chart->em) : 1;
}

static void
set_texts (Range *self)
{
  double size = find_text_size (self);
  HfsChartLayout *chart = self->rows.chart;
  guint n_rows = hfs_result_get_n_rows (chart->result);
  g_autofree double *amounts = g_new0 (double, n_rows);
  g_autofree double *beside = g_new0 (double, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (chart->result, i);
      g_autofree char *text = dup_value (self, row);
      PangoLayout *block = hfs_chart_layout_set_text (chart, text, size, TRUE, 0);

      g_ptr_array_add (self->texts, block);
      amounts[i] = get_most (self, row);
      beside[i] = hfs_text_block_get_width (block) + DOT / 2 * chart->em;
    }
  self->scale = hfs_chart_rows_find_scale (&self->rows, amounts, beside);
}

static void
add_shapes (Range         *self,
            const HfsMark *mark,
            int            index)
{
  HfsChartLayout *chart = self->rows.chart;
  double size = MIN (round (DOT * chart->em), mark->area.height);
  double thickness = MAX (2, round (LINE * chart->em));
  double cap = MIN (round (CAP * chart->em), mark->area.height);
  double middle = mark->bar.y + mark->bar.height / 2;
  double from = hfs_scale_get_position (&self->scale, mark->amount);
  double to = mark->bar.x + mark->bar.width;
  HfsTone tone = hfs_mark_emphasis_get_tone (mark->emphasis);
  HfsShape shapes[] = {
    { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, tone, { from, middle - thickness / 2, to - from, thickness }, index },
    { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, tone, { to - thickness, middle - cap / 2, thickness, cap }, index },
    { HFS_SHAPE_DOT, hfs_mark_emphasis_get_fill (mark->emphasis), tone, { from - size / 2, middle - size / 2, size, size }, index },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (i == 2 || to - from > thickness)
      hfs_chart_layout_add_shape (chart, &shapes[i]);
}

static void
add_row (Range *self,
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
    .amount = hfs_chart_layout_get_amount (chart, row),
    .label = g_strdup (row->label),
    .value = dup_value (self, row),
  };

  mark.bar.width = hfs_scale_get_position (&self->scale, get_most (self, row)) - mark.bar.x;
  mark.spoken = g_strdup_printf (_("%1$s, %2$s, %3$u of %4$u"), mark.label, mark.value, index + 1, hfs_result_get_n_rows (chart->result));
  add_shapes (self, &mark, hfs_chart_layout_add_mark (chart, &mark));
  hfs_chart_rows_add_label (&self->rows, index);
  hfs_chart_rows_add_beside (&self->rows, index, g_ptr_array_index (self->texts, index),
                             mark.bar.x + mark.bar.width + DOT / 2 * chart->em, HFS_TONE_TEXT);
}

/**
 * hfs_range_layout_arrange:
 * @self: an empty layout of a result with unclear rows
 *
 * Lays out a dot a row for what is known, and a line to what it could be at most.
 */
void
hfs_range_layout_arrange (HfsChartLayout *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  Range range = { .texts = texts };
  double top = hfs_chart_layout_add_note (self, _("Dot: what is known. End of the line: if everything whose answer is not known belonged to this row."), 0);

  for (guint i = 0; i < hfs_result_get_n_rows (self->result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self->result, i);

      /* What has no single base is known to have none. */
      if (row->kind == HFS_ROW_UNCLEAR && !g_str_equal (row->key, HFS_COUNTRY_INTERNATIONAL))
        range.unclear += hfs_chart_layout_get_amount (self, row);
    }
  hfs_chart_rows_init (&range.rows, self, ceil (top + 0.6 * self->em), 0);
  range.rows.start += round (DOT / 2 * self->em);
  set_texts (&range);
  for (guint i = 0; i < hfs_result_get_n_rows (self->result); i++)
    add_row (&range, i);
  hfs_chart_rows_finish (&range.rows, &range.scale);
  hfs_chart_rows_clear (&range.rows);
}
