/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-rows.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Small multiples: a chart of bars for each series, all on one scale. */

/* All in font sizes. */
#define USUAL_PANEL 12.0
#define LEAST_PANEL 7.0
/* Besides the widest value, for the bars of a panel. */
#define LEAST_BARS 3.0
#define BELOW_TITLE 0.4
#define BETWEEN_COLUMNS 1.6
#define BETWEEN_LINES 1.4
#define LINES_OF_TITLE 3

typedef struct
{
  HfsChartLayout *chart;
  const HfsTone *tones;
  gboolean shares;  /* of each row */
  guint n_columns;
  double labels;    /* before the first panel of a line, which has them for all; 0 where each panel has its own above its bars */
  double width;     /* of a panel without labels */
  double titles;    /* the height of the titles, with what is below them */
  double fit;       /* of a panel, 0 for as high as it needs */
  double per_unit;  /* pixels for one unit, the same in all panels */
  double most;      /* the largest value of all */
} Multiples;

/* A panel while it is laid out. */
typedef struct
{
  HfsChartLayout *part;
  HfsChartRows rows;
  GPtrArray *values; /* (owned) (element-type PangoLayout) */
} Panel;

static double
get_value (Multiples *self,
           guint      row_index,
           guint      series)
{
  const HfsResultRow *row = hfs_result_get_row (self->chart->result, row_index);

  return !self->shares ? row->series[series] : row->value > 0 ? (double) row->series[series] / row->value : 0;
}

static char *
dup_value (Multiples *self,
           guint      row,
           guint      series)
{
  double value = get_value (self, row, series);

  return self->shares ? hfs_format_share (value) : hfs_format_amount ((gint64) value);
}

static PangoLayout *
set_title (Multiples *self,
           guint      series,
           double     width)
{
  return hfs_text_block_new (self->chart->context, hfs_result_get_series (self->chart->result, series)->label,
                             &(HfsTextStyle) { 1, TRUE, LINES_OF_TITLE }, width);
}

static double
measure_titles (Multiples *self,
                double     width)
{
  double height = 0;

  for (guint i = 0; i < hfs_result_get_n_series (self->chart->result); i++)
    {
      g_autoptr (PangoLayout) title = set_title (self, i, width);

      height = MAX (height, hfs_text_block_get_height (title));
    }
  return round (height + BELOW_TITLE * self->chart->em);
}

/* What stands before the bars of a panel. */
static double
get_start (Multiples *self,
           guint      series)
{
  return series % self->n_columns == 0 ? self->labels : 0;
}

/* Sets labels and values of a panel, and narrows the scale of all to what fits here. */
static void
begin_panel (Multiples *self,
             Panel     *panel,
             guint      series)
{
  guint n_rows = hfs_result_get_n_rows (self->chart->result);
  g_autofree double *amounts = g_new0 (double, n_rows);
  g_autofree double *beside = g_new0 (double, n_rows);
  HfsScale scale;

  panel->part = hfs_chart_layout_new_part (self->chart, get_start (self, series) + self->width, self->fit);
  panel->values = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->labels > 0)
    hfs_chart_rows_init_beside (&panel->rows, panel->part, self->titles, get_start (self, series));
  else
    hfs_chart_rows_init (&panel->rows, panel->part, self->titles, 0);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = dup_value (self, i, series);

      amounts[i] = get_value (self, i, series);
      g_ptr_array_add (panel->values, hfs_chart_layout_set_text (panel->part, text, 1, FALSE, 0));
      beside[i] = hfs_text_block_get_width (g_ptr_array_index (panel->values, i));
    }
  scale = hfs_chart_rows_find_scale (&panel->rows, amounts, beside);
  if (scale.most > 0)
    self->per_unit = MIN (self->per_unit, (scale.end - scale.start) / scale.most);
  self->most = MAX (self->most, scale.most);
}

static void
add_row (Multiples      *self,
         Panel          *panel,
         const HfsScale *scale,
         guint           index,
         guint           series)
{
  HfsChartLayout *part = panel->part;
  const HfsResultRow *row = hfs_result_get_row (part->result, index);
  const HfsResultSeries *of = hfs_result_get_series (part->result, series);
  HfsMark mark = {
    .bar = hfs_chart_rows_get_bar (&panel->rows, index),
    .area = hfs_chart_rows_get_area (&panel->rows, index),
    .row = index,
    .series = series,
    .emphasis = of->kind == HFS_ROW_UNCLEAR ? HFS_MARK_UNCLEAR : of->kind == HFS_ROW_OTHER ? HFS_MARK_OTHER : HFS_MARK_SERIES,
    .amount = get_value (self, index, series),
    .label = g_strdup_printf (_("%1$s, %2$s"), of->label, row->label),
    .value = dup_value (self, index, series),
  };
  HfsShape shape = { HFS_SHAPE_BAR, hfs_mark_emphasis_get_fill (mark.emphasis), self->tones[series] };

  mark.bar.width = mark.amount > 0 ? MAX (hfs_scale_get_position (scale, mark.amount) - mark.bar.x, mark.bar.width) : 0;
  mark.spoken = g_strdup_printf (_("%1$s, %2$s, %3$u of %4$u"), mark.label, mark.value, index + 1, hfs_result_get_n_rows (part->result));
  shape.box = mark.bar;
  shape.mark = hfs_chart_layout_add_mark (part, &mark);
  if (mark.amount > 0)
    hfs_chart_layout_add_shape (part, &shape);
  hfs_chart_rows_add_label (&panel->rows, index);
  hfs_chart_rows_add_beside (&panel->rows, index, g_ptr_array_index (panel->values, index), mark.bar.x + mark.bar.width, HFS_TONE_TEXT);
}

/* Returns the height of the panel. */
static double
end_panel (Multiples *self,
           Panel     *panel,
           guint      series,
           double     y)
{
  HfsScale scale = { 0, self->most, panel->rows.start, panel->rows.start + self->most * self->per_unit };
  g_autoptr (PangoLayout) title = set_title (self, series, self->width);
  guint column = series % self->n_columns;
  double x = column > 0 ? self->labels + column * (self->width + BETWEEN_COLUMNS * self->chart->em) : 0;
  double height;

  if (self->most <= 0)
    scale.end = scale.start;
  hfs_chart_layout_add_text (panel->part, title, panel->rows.start,
                             self->titles - BELOW_TITLE * self->chart->em - hfs_text_block_get_height (title), HFS_TONE_TEXT);
  for (guint i = 0; i < hfs_result_get_n_rows (self->chart->result); i++)
    add_row (self, panel, &scale, i, series);
  hfs_chart_rows_finish (&panel->rows, &scale);
  height = panel->part->height;
  hfs_chart_layout_merge (self->chart, panel->part, x, y);
  hfs_chart_rows_clear (&panel->rows);
  g_ptr_array_unref (panel->values);
  g_object_unref (panel->part);
  return height;
}

/* The least width of a panel in which every value has room beside its bar. */
static double
find_least_width (Multiples *self)
{
  double widest = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (self->chart->result); i++)
    for (guint j = 0; j < hfs_result_get_n_series (self->chart->result); j++)
      {
        g_autofree char *text = dup_value (self, i, j);
        g_autoptr (PangoLayout) block = hfs_chart_layout_set_text (self->chart, text, 1, FALSE, 0);

        widest = MAX (widest, hfs_text_block_get_width (block));
      }
  return MAX (LEAST_PANEL * self->chart->em, widest + LEAST_BARS * self->chart->em);
}

static guint
count_columns (Multiples *self,
               double     panel)
{
  double gap = BETWEEN_COLUMNS * self->chart->em;

  return (guint) CLAMP ((self->chart->width - self->labels + gap) / (panel + gap), 1, hfs_result_get_n_series (self->chart->result));
}

static guint
count_lines (Multiples *self,
             guint      n_columns)
{
  return (hfs_result_get_n_series (self->chart->result) + n_columns - 1) / n_columns;
}

static double
get_panel_width (Multiples *self,
                 guint      n_columns)
{
  return floor ((self->chart->width - self->labels - (n_columns - 1) * BETWEEN_COLUMNS * self->chart->em) / n_columns);
}

/* What the panels take at least, one line below the other. */
static double
get_least_height (Multiples *self,
                  guint      n_columns)
{
  double panel = measure_titles (self, get_panel_width (self, n_columns)) + hfs_chart_rows_get_least_height (self->chart);
  double gap = round (BETWEEN_LINES * self->chart->em);

  return count_lines (self, n_columns) * (panel + gap) - gap;
}

/* As many columns as make panels of the usual width; where height is given and this takes more, as many as it needs. */
static guint
choose_columns (Multiples *self,
                double     top)
{
  double least = find_least_width (self);
  guint most = count_columns (self, least), n = count_columns (self, MAX (least, USUAL_PANEL * self->chart->em));

  while (self->chart->fit > 0 && n < most && get_least_height (self, n) > self->chart->fit - top)
    n++;
  /* No line much longer than the last one. */
  return (hfs_result_get_n_series (self->chart->result) + count_lines (self, n) - 1) / count_lines (self, n);
}

static void
find_grid (Multiples *self,
           double     top)
{
  HfsChartLayout *chart = self->chart;
  guint n_lines;

  self->labels = hfs_chart_layout_is_narrow (chart) ? 0 : hfs_chart_rows_measure (chart);
  self->n_columns = self->labels > 0 ? choose_columns (self, top) : 1;
  n_lines = count_lines (self, self->n_columns);
  self->width = get_panel_width (self, self->n_columns);
  self->titles = measure_titles (self, self->width);
  self->fit = chart->fit > 0 ? MAX ((chart->fit - top - (n_lines - 1) * round (BETWEEN_LINES * chart->em)) / n_lines, 1) : 0;
}

/**
 * hfs_multiples_layout_arrange:
 * @self: an empty layout of a result with rows and series
 *
 * Lays out one panel a series, in as many columns as there is room for; the rows are named once a line.
 */
void
hfs_multiples_layout_arrange (HfsChartLayout *self)
{
  guint n_series = hfs_result_get_n_series (self->result);
  g_autofree HfsTone *tones = g_new0 (HfsTone, n_series);
  g_autofree Panel *panels = g_new0 (Panel, n_series);
  Multiples multiples = { .chart = self, .tones = tones, .per_unit = INFINITY };
  double y = 0, bottom = 0;

  multiples.shares = hfs_query_get_share (hfs_result_get_query (self->result));
  if (multiples.shares)
    y = round (hfs_chart_layout_add_note (self, _("Each value is a share of its own row."), 0) + 0.6 * self->em);
  hfs_palette_assign_series (self->result, tones);
  find_grid (&multiples, y);
  for (guint i = 0; i < n_series; i++)
    begin_panel (&multiples, &panels[i], i);
  for (guint i = 0; i < n_series; i++)
    {
      double height;

      if (i > 0 && i % multiples.n_columns == 0)
        y = bottom + round (BETWEEN_LINES * self->em);
      height = end_panel (&multiples, &panels[i], i, y);
      bottom = MAX (bottom, y + height);
    }
  self->height = ceil (bottom);
}
