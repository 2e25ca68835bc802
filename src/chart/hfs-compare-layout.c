/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-legend.h"
#include "hfs-chart-rows.h"

#include "hfs-format.h"
#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Then and now: a ring for the earlier snapshot, a dot for the later one, and a link between them. */

/* All in font sizes. */
#define DOT 0.9
#define LINK 0.22
/* What a dot at zero keeps from the label. */
#define BEFORE_AXIS 0.3
#define COLUMN_GAP 1.2
/* Of the width: with more than that beside the dots, there is no room for the dots. */
#define MOST_BESIDE 0.75

typedef struct
{
  HfsChartRows rows;
  HfsScale scale;
  GPtrArray *nows;  /* (owned) (element-type PangoLayout) */
  GPtrArray *thens; /* (owned) (element-type PangoLayout) */
  GPtrArray *ranks; /* (owned) (element-type PangoLayout), empty for rows whose order is not that of their values */
  double rank_width; /* with the gap before it */
  gboolean now_alone; /* the earlier value is left to the tooltip and the table */
} Compare;

static double
get_dot_size (HfsChartLayout *chart)
{
  return round (DOT * chart->em);
}

static double
get_before (HfsChartLayout     *chart,
            const HfsResultRow *row)
{
  return hfs_query_get_share (hfs_result_get_query (chart->result)) ? row->before_share : (double) row->before;
}

static char *
dup_before (HfsChartLayout     *chart,
            const HfsResultRow *row)
{
  return hfs_query_get_share (hfs_result_get_query (chart->result)) ? hfs_format_share (row->before_share)
         : hfs_format_amount (row->before);
}

/* How many places a row has gone up or down. */
static char *
dup_rank_change (const HfsResultRow *row)
{
  if (row->rank == 0)
    return g_strdup ("");
  if (row->before_rank == 0)
    /* Translators: a row that was not there at the earlier date. */
    return g_strdup (_("new"));
  if (row->rank == row->before_rank)
    return g_strdup ("=");
  if (row->rank < row->before_rank)
    return g_strdup_printf ("↑ %u", row->before_rank - row->rank);
  return g_strdup_printf ("↓ %u", row->rank - row->before_rank);
}

static char *
dup_spoken (HfsChartLayout     *chart,
            const HfsResultRow *row,
            guint               index,
            const char         *now)
{
  guint n_rows = hfs_result_get_n_rows (chart->result);
  g_autofree char *then = dup_before (chart, row);

  if (row->rank > 0 && row->before_rank > 0 && row->rank != row->before_rank)
    /* Translators: as a screen reader says it: name, value now, value then, rank now, rank then, number of the row, number of rows. */
    return g_strdup_printf (_("%1$s, %2$s, was %3$s, rank %4$u, was %5$u, %6$u of %7$u"), row->label, now, then,
                            row->rank, row->before_rank, index + 1, n_rows);
  /* Translators: as a screen reader says it: name, value now, value then, number of the row, number of rows. */
  return g_strdup_printf (_("%1$s, %2$s, was %3$s, %4$u of %5$u"), row->label, now, then, index + 1, n_rows);
}

static void
set_texts (Compare *self)
{
  HfsChartLayout *chart = self->rows.chart;

  for (guint i = 0; i < hfs_result_get_n_rows (chart->result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (chart->result, i);
      g_autofree char *now = hfs_result_dup_row_value (chart->result, row);
      g_autofree char *then = dup_before (chart, row);
      /* Translators: the value at the earlier date, such as “was 24.0 %” */
      g_autofree char *was = g_strdup_printf (_("was %s"), then);

      g_ptr_array_add (self->nows, hfs_chart_layout_set_text (chart, now, 1, TRUE, 0));
      g_ptr_array_add (self->thens, hfs_chart_layout_set_text (chart, was, 1, FALSE, 0));
    }
}

/* Sets the column of ranks; returns what it takes with the gap before it. */
static double
set_ranks (Compare        *self,
           HfsChartLayout *chart)
{
  double widest = 0;

  if (hfs_result_get_dimension (chart->result)->natural_order)
    return 0;
  for (guint i = 0; i < hfs_result_get_n_rows (chart->result); i++)
    {
      g_autofree char *change = dup_rank_change (hfs_result_get_row (chart->result, i));
      PangoLayout *block = hfs_chart_layout_set_text (chart, change, 1, FALSE, 0);

      g_ptr_array_add (self->ranks, block);
      widest = MAX (widest, hfs_text_block_get_width (block));
    }
  return widest + COLUMN_GAP * chart->em;
}

/* What stands beside the dots of a row. */
static double
get_beside (Compare *self,
            guint    index)
{
  HfsChartLayout *chart = self->rows.chart;
  double beside = get_dot_size (chart) / 2 + HFS_ROW_GAP * chart->em + hfs_text_block_get_width (g_ptr_array_index (self->nows, index));

  if (!self->now_alone)
    beside += hfs_text_block_get_width (g_ptr_array_index (self->thens, index));
  /* In a narrow chart the rank stands in the line of the label. */
  return self->rows.narrow ? beside : beside + self->rank_width;
}

/* Where letters are large and the window is small, two values leave nothing for the dots. */
static gboolean
needs_room (Compare *self)
{
  double widest = 0;

  for (guint i = 0; i < self->nows->len; i++)
    widest = MAX (widest, get_beside (self, i));
  return self->rows.narrow && widest > MOST_BESIDE * self->rows.chart->width;
}

static void
find_scale (Compare *self)
{
  HfsChartLayout *chart = self->rows.chart;
  guint n_rows = hfs_result_get_n_rows (chart->result);
  g_autofree double *amounts = g_new0 (double, n_rows);
  g_autofree double *beside = g_new0 (double, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (chart->result, i);

      amounts[i] = MAX (hfs_chart_layout_get_amount (chart, row), get_before (chart, row));
      beside[i] = get_beside (self, i);
    }
  self->scale = hfs_chart_rows_find_scale (&self->rows, amounts, beside);
}

/* Link, ring, dot: the later ones cover the earlier ones. */
static cairo_rectangle_t
add_shapes (Compare         *self,
            guint            index,
            HfsMarkEmphasis  emphasis,
            double           then_x,
            double           now_x)
{
  HfsChartLayout *chart = self->rows.chart;
  cairo_rectangle_t bar = hfs_chart_rows_get_bar (&self->rows, index);
  double size = MIN (get_dot_size (chart), bar.height);
  double middle = bar.y + bar.height / 2;
  double left = MIN (then_x, now_x);
  double length = fabs (then_x - now_x);
  double thickness = MAX (2, round (LINK * chart->em));
  int mark = chart->marks->len;
  HfsTone tone = hfs_mark_emphasis_get_tone (emphasis);
  HfsShape shapes[] = {
    { HFS_SHAPE_SEGMENT, HFS_FILL_SOLID, tone, { left, middle - thickness / 2, length, thickness }, mark },
    { HFS_SHAPE_DOT, HFS_FILL_OUTLINED, tone, { then_x - size / 2, middle - size / 2, size, size }, mark },
    { HFS_SHAPE_DOT, emphasis == HFS_MARK_UNCLEAR ? HFS_FILL_HATCHED : HFS_FILL_SOLID, tone,
      { now_x - size / 2, middle - size / 2, size, size }, mark },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    hfs_chart_layout_add_shape (chart, &shapes[i]);
  return (cairo_rectangle_t) { left - size / 2, middle - size / 2, length + size, size };
}

static void
add_rank (Compare *self,
          guint    index)
{
  HfsChartLayout *chart = self->rows.chart;
  PangoLayout *block = g_ptr_array_index (self->ranks, index);
  cairo_rectangle_t bar = hfs_chart_rows_get_bar (&self->rows, index);
  double height = hfs_text_block_get_height (block);
  double y = self->rows.narrow ? bar.y - height : bar.y + (bar.height - height) / 2;

  hfs_chart_layout_add_text (chart, block, chart->width - hfs_text_block_get_width (block), y, HFS_TONE_DIM_TEXT);
}

static void
add_row (Compare *self,
         guint    index)
{
  HfsChartLayout *chart = self->rows.chart;
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  HfsMark mark = {
    .area = hfs_chart_rows_get_area (&self->rows, index),
    .row = index,
    .series = HFS_NO_SERIES,
    .emphasis = hfs_chart_layout_get_emphasis (chart, row),
    .amount = hfs_chart_layout_get_amount (chart, row),
    .label = g_strdup (row->label),
    .value = hfs_result_dup_row_value (chart->result, row),
  };
  double x;

  mark.spoken = dup_spoken (chart, row, index, mark.value);
  mark.bar = add_shapes (self, index, mark.emphasis, hfs_scale_get_position (&self->scale, get_before (chart, row)),
                         hfs_scale_get_position (&self->scale, mark.amount));
  hfs_chart_layout_add_mark (chart, &mark);
  hfs_chart_rows_add_label (&self->rows, index);
  x = hfs_chart_rows_add_beside (&self->rows, index, g_ptr_array_index (self->nows, index), mark.bar.x + mark.bar.width, HFS_TONE_TEXT);
  if (!self->now_alone)
    hfs_chart_rows_add_beside (&self->rows, index, g_ptr_array_index (self->thens, index), x, HFS_TONE_DIM_TEXT);
  if (self->ranks->len > 0)
    add_rank (self, index);
}

/* The two dates, and above the column at the end what it shows. */
static double
add_legend (HfsChartLayout *chart)
{
  g_autofree char *then = hfs_format_date (hfs_result_get_before (chart->result)->date);
  g_autofree char *now = hfs_format_date (hfs_result_get_snapshot (chart->result)->date);
  HfsLegendEntry entries[] = {
    { HFS_SHAPE_DOT, HFS_FILL_OUTLINED, HFS_TONE_STRONG, then },
    { HFS_SHAPE_DOT, HFS_FILL_SOLID, HFS_TONE_STRONG, now },
  };
  double width = chart->width;

  if (!hfs_result_get_dimension (chart->result)->natural_order)
    {
      g_autoptr (PangoLayout) heading = hfs_chart_layout_set_text (chart, _("Rank"), 1, FALSE, 0);
      double heading_width = hfs_text_block_get_width (heading);

      hfs_chart_layout_add_text (chart, heading, width - heading_width, 0, HFS_TONE_DIM_TEXT);
      width -= heading_width + COLUMN_GAP * chart->em;
    }
  return hfs_chart_legend_add (chart, entries, G_N_ELEMENTS (entries), width);
}

/**
 * hfs_compare_layout_arrange:
 * @self: an empty layout of a result with rows and an earlier snapshot
 *
 * Lays out two dots a row on one scale from zero, and how the ranks have changed.
 */
void
hfs_compare_layout_arrange (HfsChartLayout *self)
{
  g_autoptr (GPtrArray) nows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) thens = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_object_unref);
  Compare compare = { .nows = nows, .thens = thens, .ranks = ranks };

  compare.rank_width = set_ranks (&compare, self);
  hfs_chart_rows_init (&compare.rows, self, add_legend (self), compare.rank_width);
  compare.rows.start += compare.rows.narrow ? get_dot_size (self) / 2 : round (BEFORE_AXIS * self->em);
  set_texts (&compare);
  compare.now_alone = needs_room (&compare);
  find_scale (&compare);
  for (guint i = 0; i < hfs_result_get_n_rows (self->result); i++)
    add_row (&compare, i);
  hfs_chart_rows_finish (&compare.rows, &compare.scale);
  hfs_chart_rows_clear (&compare.rows);
}
