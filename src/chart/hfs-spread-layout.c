/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-rows.h"

#include "hfs-distribution.h"
#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How what is counted is spread over the models of each row: a thin line from the least to the largest, a box for the
 * middle half, a stroke for the median. */

/* All in font sizes. */
#define LINE 0.14
#define MEDIAN 0.28
#define OVER 0.22

typedef struct
{
  HfsChartRows rows;
  HfsScale scale;
  GPtrArray *texts; /* (owned) (element-type PangoLayout): the medians */
} Spread;

static const HfsDistribution *
get_distribution (Spread *self,
                  guint   index)
{
  return g_ptr_array_index (self->rows.chart->distributions, index);
}

static char *
dup_median (Spread *self,
            guint   index)
{
  double median = get_distribution (self, index)->quantiles[HFS_N_QUANTILES / 2];

  if (isnan (median) && get_distribution (self, index)->models > 0)
    /* Translators: in place of the sizes of models, of which none is known. */
    return g_strdup (_("not known"));
  return isnan (median) ? g_strdup (_("no models")) : hfs_format_amount ((gint64) round (median));
}

/* The scale ends at the largest of all; a logarithmic one begins below the least that is above zero. */
static void
find_scale (Spread *self)
{
  guint n_rows = hfs_result_get_n_rows (self->rows.chart->result);
  g_autofree double *amounts = g_new0 (double, n_rows);
  g_autofree double *beside = g_new0 (double, n_rows);
  double least = INFINITY;

  for (guint i = 0; i < n_rows; i++)
    {
      const double *quantiles = get_distribution (self, i)->quantiles;
      g_autofree char *text = dup_median (self, i);
      PangoLayout *block = hfs_chart_layout_set_text (self->rows.chart, text, 1, TRUE, 0);

      g_ptr_array_add (self->texts, block);
      amounts[i] = isnan (quantiles[HFS_N_QUANTILES - 1]) ? 0 : quantiles[HFS_N_QUANTILES - 1];
      beside[i] = hfs_text_block_get_width (block) + OVER * self->rows.chart->em;
      for (guint j = 0; j < HFS_N_QUANTILES; j++)
        least = quantiles[j] > 0 ? MIN (least, quantiles[j]) : least;
    }
  self->scale = hfs_chart_rows_find_scale (&self->rows, amounts, beside);
  if (self->scale.log)
    self->scale.least = pow (10, floor (log10 (least) + 1e-9));
}

static void
add_segment (Spread        *self,
             const HfsMark *mark,
             int            index,
             double         from,
             double         to,
             double         thickness,
             HfsFill        fill,
             HfsTone        tone)
{
  double middle = mark->bar.y + mark->bar.height / 2;
  HfsShape shape = { HFS_SHAPE_SEGMENT, fill, tone, { from, middle - thickness / 2, MAX (to - from, 1), thickness }, index };

  hfs_chart_layout_add_shape (self->rows.chart, &shape);
}

/* Returns where the shapes end. */
static double
add_shapes (Spread        *self,
            const HfsMark *mark,
            int            index)
{
  double em = self->rows.chart->em, stroke = MAX (2, round (MEDIAN * em));
  /* In a narrow chart the label is just above. */
  double over = self->rows.narrow ? mark->bar.height : MIN (mark->bar.height + 2 * round (OVER * em), mark->area.height);
  HfsTone tone = hfs_mark_emphasis_get_tone (mark->emphasis);
  double x[HFS_N_QUANTILES];

  for (guint i = 0; i < HFS_N_QUANTILES; i++)
    x[i] = hfs_scale_get_position (&self->scale, get_distribution (self, mark->row)->quantiles[i]);
  add_segment (self, mark, index, x[0], x[4], MAX (1, round (LINE * em)), HFS_FILL_SOLID, tone);
  add_segment (self, mark, index, x[1], x[3], mark->bar.height, hfs_mark_emphasis_get_fill (mark->emphasis), tone);
  add_segment (self, mark, index, x[2] - stroke / 2, x[2] + stroke / 2, over, HFS_FILL_SOLID, HFS_TONE_TEXT);
  return MAX (x[4], x[2] + stroke / 2);
}

static void
add_row (Spread *self,
         guint   index)
{
  HfsChartLayout *chart = self->rows.chart;
  const HfsResultRow *row = hfs_result_get_row (chart->result, index);
  const double *quantiles = get_distribution (self, index)->quantiles;
  g_autofree char *quarter = hfs_format_amount (isnan (quantiles[1]) ? 0 : (gint64) round (quantiles[1]));
  g_autofree char *three_quarters = hfs_format_amount (isnan (quantiles[3]) ? 0 : (gint64) round (quantiles[3]));
  guint n_rows = hfs_result_get_n_rows (chart->result);
  gboolean none = isnan (quantiles[2]);
  double end = self->rows.start;
  HfsMark mark = {
    .bar = hfs_chart_rows_get_bar (&self->rows, index),
    .area = hfs_chart_rows_get_area (&self->rows, index),
    .row = index,
    .series = HFS_NO_SERIES,
    .emphasis = hfs_chart_layout_get_emphasis (chart, row),
    .amount = none ? 0 : quantiles[2],
    .label = g_strdup (row->label),
    .value = dup_median (self, index),
  };
  int number = chart->marks->len;

  if (none)
    mark.spoken = g_strdup_printf (_("%1$s, %2$s, %3$u of %4$u"), mark.label, mark.value, index + 1, n_rows);
  else
    /* Translators: as a screen reader says it: name, median, a quarter, three quarters, number of the row, number of rows. */
    mark.spoken = g_strdup_printf (_("%1$s, median %2$s, the middle half from %3$s to %4$s, %5$u of %6$u"), mark.label, mark.value,
                                   quarter, three_quarters, index + 1, n_rows);
  if (!none)
    end = add_shapes (self, &mark, number);
  mark.bar.width = MAX (end - mark.bar.x, 0);
  hfs_chart_layout_add_mark (chart, &mark);
  hfs_chart_rows_add_label (&self->rows, index);
  hfs_chart_rows_add_beside (&self->rows, index, g_ptr_array_index (self->texts, index), end, HFS_TONE_TEXT);
}

/**
 * hfs_spread_layout_arrange:
 * @self: an empty layout of a result with rows, and how its values are spread in each
 *
 * Lays out one box a row on one scale.
 */
void
hfs_spread_layout_arrange (HfsChartLayout *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  Spread spread = { .texts = texts };
  const char *note = self->kind == HFS_CHART_PARAMETERS
                     ? _("How many parameters the models have, where that is known; each model counts once. Thin line: from the smallest to the largest. Box: the middle half. Stroke and number: the median, which half of the models do not exceed.")
                     : _("Each model counts once. Thin line: from the least to the most used. Box: the middle half. Stroke and number: the median, which half of the models do not exceed.");
  double top = hfs_chart_layout_add_note (self, note, 0);

  if (self->log)
    top = hfs_chart_layout_add_note (self, hfs_scale_get_log_note (), top);
  hfs_chart_rows_init (&spread.rows, self, ceil (top + 0.6 * self->em), 0);
  spread.rows.start += round (MEDIAN * self->em);
  find_scale (&spread);
  for (guint i = 0; i < hfs_result_get_n_rows (self->result); i++)
    add_row (&spread, i);
  hfs_chart_rows_finish (&spread.rows, &spread.scale);
  hfs_chart_rows_clear (&spread.rows);
}
