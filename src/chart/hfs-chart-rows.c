/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-rows.h"

#include <math.h>

/* All in font sizes. */
#define USUAL_ROW 3.0
#define SMALL_ROW 2.1
#define LEAST_ROW 1.3
#define NARROW_USUAL_ROW 3.4
#define NARROW_LEAST_ROW 3.3
#define NARROW_BELOW 0.6
#define BAR_OF_ROW 0.58
#define MOST_BAR 2.6
#define AXIS_LABELS 1.5
/* The widest label takes this part of the width, the rest is the bars'. */
#define MOST_LABEL 0.36
/* What is there is seen, beside the line that it stands on. */
#define LEAST_LENGTH 0.14

static double
set_labels (HfsChartRows *self,
            double        most)
{
  double widest = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (self->chart->result); i++)
    {
      const char *text = hfs_result_get_row (self->chart->result, i)->label;
      PangoLayout *label = hfs_chart_layout_set_text (self->chart, text, 1, FALSE, most);

      widest = MAX (widest, hfs_text_block_get_width (label));
      g_ptr_array_add (self->labels, label);
    }
  return widest;
}

static void
init (HfsChartRows   *self,
      HfsChartLayout *chart,
      double          top,
      gboolean        narrow,
      double          usual)
{
  *self = (HfsChartRows) {
    .chart = chart,
    .labels = g_ptr_array_new_with_free_func (g_object_unref),
    .top = top,
    .narrow = narrow,
    .axis = narrow ? 0 : AXIS_LABELS * chart->em,
  };
  self->height = hfs_chart_layout_get_row_height (chart, chart->em * usual, chart->em * (narrow ? NARROW_LEAST_ROW : LEAST_ROW),
                                                  top + self->axis);
}

/**
 * hfs_chart_rows_init:
 * @chart: the layout, whose result has rows
 * @top: where the first row begins, in pixels
 * @kept: what a label above its bar leaves free at the end of its line, in pixels
 *
 * Sets the labels and finds the height of the rows.
 */
void
hfs_chart_rows_init (HfsChartRows   *self,
                     HfsChartLayout *chart,
                     double          top,
                     double          kept)
{
  gboolean narrow = hfs_chart_layout_is_narrow (chart);

  init (self, chart, top, narrow, narrow ? NARROW_USUAL_ROW : USUAL_ROW);
  self->label_end = set_labels (self, self->narrow ? MAX (chart->width - kept, chart->em) : floor (chart->width * MOST_LABEL));
  self->start = self->narrow ? 0 : ceil (self->label_end + HFS_ROW_GAP * chart->em);
}

/**
 * hfs_chart_rows_init_beside:
 * @chart: the layout, whose result has rows
 * @top: where the first row begins, in pixels
 * @start: where the bars begin, in pixels; 0 where another chart beside this one has the labels
 *
 * As [method@ChartRows.init] for one of several charts, which has lower rows, and labels before the bars however narrow it is.
 */
void
hfs_chart_rows_init_beside (HfsChartRows   *self,
                            HfsChartLayout *chart,
                            double          top,
                            double          start)
{
  init (self, chart, top, FALSE, SMALL_ROW);
  self->start = start;
  self->label_end = start - HFS_ROW_GAP * chart->em;
  if (start > 0)
    set_labels (self, ceil (self->label_end));
}

/**
 * hfs_chart_rows_measure:
 *
 * Returns: what the labels of a chart of this width take before its bars, in pixels
 */
double
hfs_chart_rows_measure (HfsChartLayout *chart)
{
  g_auto (HfsChartRows) rows = { 0 };

  init (&rows, chart, 0, FALSE, SMALL_ROW);
  return ceil (set_labels (&rows, floor (chart->width * MOST_LABEL)) + HFS_ROW_GAP * chart->em);
}

/**
 * hfs_chart_rows_get_least_height:
 *
 * Returns: what the rows of a chart with labels beside them take at least, with what is below them, in pixels
 */
double
hfs_chart_rows_get_least_height (HfsChartLayout *chart)
{
  return floor (LEAST_ROW * chart->em) * hfs_result_get_n_rows (chart->result) + AXIS_LABELS * chart->em;
}

/**
 * hfs_chart_rows_clear:
 *
 * Lets go of the labels.
 */
void
hfs_chart_rows_clear (HfsChartRows *self)
{
  g_clear_pointer (&self->labels, g_ptr_array_unref);
}

/* From the power of ten below the least amount to the largest, ending where what stands beside it has room. */
static HfsScale
find_log_scale (HfsChartRows *self,
                const double *amounts,
                const double *beside)
{
  double least = INFINITY, most = 0, widest = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (self->chart->result); i++)
    if (amounts[i] > 0)
      {
        least = MIN (least, amounts[i]);
        most = MAX (most, amounts[i]);
        widest = MAX (widest, beside[i]);
      }
  if (most <= 0)
    return (HfsScale) { 0, 0, self->start, self->start, FALSE };
  least = pow (10, floor (log10 (least) + 1e-9));
  most = MAX (most, least * 10);
  return (HfsScale) { least, most, self->start, MAX (self->chart->width - HFS_ROW_GAP * 2 * self->chart->em - widest, self->start + self->chart->em), TRUE };
}

/**
 * hfs_chart_rows_find_scale:
 * @amounts: (array): the largest amount of each row
 * @beside: (array): what stands beside it, in pixels
 *
 * Returns: the longest scale from zero on which every row has room for what stands beside its amount; a logarithmic one
 *   where the reader asks for it and anything is above zero
 */
HfsScale
hfs_chart_rows_find_scale (HfsChartRows *self,
                           const double *amounts,
                           const double *beside)
{
  double room = self->chart->width - self->start - HFS_ROW_GAP * self->chart->em;
  double least = LEAST_LENGTH * self->chart->em;
  double per_unit = INFINITY;
  double most = 0;

  if (self->chart->log)
    return find_log_scale (self, amounts, beside);
  for (guint i = 0; i < hfs_result_get_n_rows (self->chart->result); i++)
    if (amounts[i] > 0)
      {
        per_unit = MIN (per_unit, MAX (room - beside[i], least) / amounts[i]);
        most = MAX (most, amounts[i]);
      }
  return (HfsScale) { 0, most, self->start, most > 0 ? self->start + most * per_unit : self->start };
}

/**
 * hfs_chart_rows_get_area:
 *
 * Returns: all of a row
 */
cairo_rectangle_t
hfs_chart_rows_get_area (HfsChartRows *self,
                         guint         index)
{
  return (cairo_rectangle_t) { 0, self->top + index * self->height, self->chart->width, self->height };
}

/**
 * hfs_chart_rows_get_bar:
 *
 * Returns: where the bar of a row is; its width is the least that can be seen
 */
cairo_rectangle_t
hfs_chart_rows_get_bar (HfsChartRows *self,
                        guint         index)
{
  double thickness = round (MIN (self->height * BAR_OF_ROW, MOST_BAR * self->chart->em));
  double y = floor ((self->height - thickness) / 2);

  if (self->narrow)
    {
      y = ceil (hfs_text_block_get_height (g_ptr_array_index (self->labels, index))) + round (0.1 * self->chart->em);
      thickness = round (MIN (self->height - y - NARROW_BELOW * self->chart->em, MOST_BAR * self->chart->em));
    }
  return (cairo_rectangle_t) { self->start, self->top + index * self->height + y, LEAST_LENGTH * self->chart->em, thickness };
}

/**
 * hfs_chart_rows_add_label:
 *
 * Puts the label of a row before its bar, or above it, where there are labels.
 */
void
hfs_chart_rows_add_label (HfsChartRows *self,
                          guint         index)
{
  PangoLayout *label = index < self->labels->len ? g_ptr_array_index (self->labels, index) : NULL;
  cairo_rectangle_t bar = hfs_chart_rows_get_bar (self, index);
  gboolean clear = hfs_result_get_row (self->chart->result, index)->kind == HFS_ROW_CLEAR;
  double height;

  if (label == NULL)
    return;
  height = hfs_text_block_get_height (label);
  hfs_chart_layout_add_text (self->chart, label,
                             self->narrow ? 0 : self->label_end - hfs_text_block_get_width (label),
                             self->narrow ? bar.y - height : bar.y + (bar.height - height) / 2,
                             clear ? HFS_TONE_TEXT : HFS_TONE_DIM_TEXT);
}

/**
 * hfs_chart_rows_add_beside:
 * @x: where the mark ends
 *
 * Puts a text behind a mark.
 *
 * Returns: where the text ends
 */
double
hfs_chart_rows_add_beside (HfsChartRows *self,
                           guint         index,
                           PangoLayout  *block,
                           double        x,
                           HfsTone       tone)
{
  cairo_rectangle_t bar = hfs_chart_rows_get_bar (self, index);

  x += HFS_ROW_GAP * self->chart->em;
  hfs_chart_layout_add_text (self->chart, block, x, bar.y + (bar.height - hfs_text_block_get_height (block)) / 2, tone);
  return x + hfs_text_block_get_width (block);
}

/**
 * hfs_chart_rows_finish:
 * @scale: the scale of the rows
 *
 * Draws the axis and sets the height of the chart. In a narrow chart lines would run through the labels, so
 * each row gets only the piece of the axis that its bar stands on.
 */
void
hfs_chart_rows_finish (HfsChartRows   *self,
                       const HfsScale *scale)
{
  guint n_rows = hfs_result_get_n_rows (self->chart->result);
  double bottom = self->top + n_rows * self->height;

  if (!self->narrow)
    hfs_chart_layout_add_axis (self->chart, scale, self->top, bottom);
  for (guint i = 0; self->narrow && i < n_rows; i++)
    {
      cairo_rectangle_t bar = hfs_chart_rows_get_bar (self, i);

      hfs_chart_layout_add_rule (self->chart, &(HfsRule) { self->start, bar.y, bar.y + bar.height, HFS_TONE_AXIS });
    }
  self->chart->height = ceil (bottom + self->axis);
}
