/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-time-plot.h"

#include "hfs-chart-legend.h"
#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In font sizes. */
#define USUAL_HEIGHT 20.0
#define LEAST_HEIGHT 8.0
#define TICK_SIZE 0.85
#define BELOW 2.0
#define BEFORE 0.5
/* Room for half of a point at the ends. */
#define END 0.6
/* No text is smaller, in pixels. */
#define LEAST_TEXT 12.0
#define MOST_TICKS 5

static gboolean
is_named_apart (HfsTimePlot *self)
{
  return hfs_timeline_get_n_courses (self->timeline) > 1 && !self->direct;
}

static void
assign_tones (HfsTimePlot *self)
{
  guint n = hfs_timeline_get_n_courses (self->timeline);

  self->tones = g_new0 (HfsTone, n);
  if (n > 1 || hfs_timeline_get_course (self->timeline, 0)->series >= 0)
    hfs_palette_assign_courses (self->timeline, self->tones);
  else
    self->tones[0] = HFS_TONE_STRONG;
}

static double
add_legend (HfsTimePlot *self)
{
  guint n = hfs_timeline_get_n_courses (self->timeline);
  g_autofree HfsLegendEntry *entries = g_new0 (HfsLegendEntry, n);

  for (guint i = 0; i < n; i++)
    entries[i] = (HfsLegendEntry) { HFS_SHAPE_SEGMENT, hfs_time_plot_get_fill (self, i), self->tones[i],
                                    hfs_timeline_get_course (self->timeline, i)->label };
  return hfs_chart_legend_add (self->chart, entries, n, self->chart->width);
}

static PangoLayout *
set_tick (HfsTimePlot *self,
          const char  *text)
{
  return hfs_chart_layout_set_text (self->chart, text, MAX (TICK_SIZE, LEAST_TEXT / self->chart->em), FALSE, 0);
}

/* The words for the values; returns the width of the widest. */
static double
measure_ticks (HfsTimePlot *self)
{
  g_autoptr (GArray) ticks = hfs_scale_dup_ticks (&self->scale, MOST_TICKS);
  double widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *text = hfs_scale_dup_tick_text (&self->scale, ticks, i, self->shares);
      g_autoptr (PangoLayout) block = set_tick (self, text);

      widest = MAX (widest, hfs_text_block_get_width (block));
    }
  return widest;
}

/* What a reader has to know of the ends of the timeline, on as many lines as it needs. */
static char *
dup_note (HfsTimePlot *self)
{
  HfsResult *result = self->chart->result;
  const HfsPeriod *last = hfs_timeline_get_period (self->timeline, hfs_timeline_get_n_periods (self->timeline) - 1);
  g_autofree char *date = hfs_format_date (hfs_result_get_snapshot (result)->date);
  g_autofree char *left_out = hfs_format_amount ((gint64) hfs_timeline_get_left_out (self->timeline));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;

  if (self->shares && hfs_result_get_n_series (result) > 0)
    g_strv_builder_add (builder, _("Each value is a share of its own year."));
  if (last->partial)
    {
      /* Translators: a year and a date, such as “2026 is not over: it counts until 22 August 2026.” */
      g_autofree char *text = g_strdup_printf (_("%1$s is not over: it counts until %2$s."), last->label, date);

      g_strv_builder_add (builder, text);
    }
  if (hfs_timeline_get_left_out (self->timeline) > 0)
    {
      /* Translators: an amount that belongs to no year of the chart. */
      g_autofree char *text = g_strdup_printf (_("Earlier than the first year shown, or without a year: %s."), left_out);

      g_strv_builder_add (builder, text);
    }
  sentences = g_strv_builder_end (builder);
  return g_strjoinv (" ", sentences);
}

/* Adds what is said below the plot; returns where it ends. */
static double
add_notes (HfsTimePlot    *self,
           HfsChartLayout *chart,
           double          y)
{
  g_autofree char *note = dup_note (self);
  double gap = 0.4 * chart->em;

  if (chart->log)
    y = hfs_chart_layout_add_note (chart, hfs_scale_get_log_note (), ceil (y + gap));
  if (*note != '\0')
    y = hfs_chart_layout_add_note (chart, note, ceil (y + gap));
  return ceil (y);
}

static double
measure_notes (HfsTimePlot *self)
{
  g_autoptr (HfsChartLayout) part = hfs_chart_layout_new_part (self->chart, self->chart->width, 0);

  return add_notes (self, part, 0);
}

/**
 * hfs_time_plot_init:
 * @least: the least value
 * @most: the largest value
 * @end_room: what names behind the ends of courses need, in pixels; 0 for a legend above where there are several
 *
 * Finds the plot and its scale.
 */
void
hfs_time_plot_init (HfsTimePlot    *self,
                    HfsChartLayout *chart,
                    double          least,
                    double          most,
                    double          end_room)
{
  double top, left, height;

  self->chart = chart;
  self->timeline = hfs_timeline_new_for_result (chart->result);
  self->shares = hfs_query_get_share (hfs_result_get_query (chart->result));
  self->direct = end_room > 0;
  assign_tones (self);
  top = is_named_apart (self) ? add_legend (self) : 0;
  top += ceil (0.7 * chart->em);
  height = chart->fit > 0 ? MAX (chart->fit - top - BELOW * chart->em - measure_notes (self) - 1, LEAST_HEIGHT * chart->em) : USUAL_HEIGHT * chart->em;
  self->scale = hfs_scale_new_for (least, most, chart->log);
  left = ceil (measure_ticks (self) + BEFORE * chart->em);
  self->plot = (cairo_rectangle_t) { left, top, MAX (chart->width - left - MAX (end_room, END * chart->em), chart->em), floor (height) };
  self->scale.start = top + self->plot.height;
  self->scale.end = top;
}

/**
 * hfs_time_plot_clear:
 *
 * Lets go of what it holds.
 */
void
hfs_time_plot_clear (HfsTimePlot *self)
{
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->tones, g_free);
}

/**
 * hfs_time_plot_get_x:
 *
 * Returns: where a period is: as far from the others as in time
 */
double
hfs_time_plot_get_x (HfsTimePlot *self,
                     guint        period)
{
  guint n = hfs_timeline_get_n_periods (self->timeline);
  double first = hfs_timeline_get_period (self->timeline, 0)->time;
  double last = hfs_timeline_get_period (self->timeline, n - 1)->time;
  double inset = END * self->chart->em;

  if (n == 1)
    return self->plot.x + self->plot.width / 2;
  return self->plot.x + inset + (hfs_timeline_get_period (self->timeline, period)->time - first) / (last - first) * (self->plot.width - inset);
}

/**
 * hfs_time_plot_get_column:
 * @start: (out): where it begins
 * @end: (out): where it ends
 *
 * Finds what is nearer to a period than to its neighbours; the first and the last reach to the edges of the chart.
 */
void
hfs_time_plot_get_column (HfsTimePlot *self,
                          guint        period,
                          double      *start,
                          double      *end)
{
  double x = hfs_time_plot_get_x (self, period);

  *start = period > 0 ? (hfs_time_plot_get_x (self, period - 1) + x) / 2 : 0;
  *end = period + 1 < hfs_timeline_get_n_periods (self->timeline) ? (x + hfs_time_plot_get_x (self, period + 1)) / 2 : self->chart->width;
}

/**
 * hfs_time_plot_get_fill:
 *
 * Returns: how a course is filled
 */
HfsFill
hfs_time_plot_get_fill (HfsTimePlot *self,
                        guint        course)
{
  HfsRowKind kind = hfs_timeline_get_course (self->timeline, course)->kind;

  return kind == HFS_ROW_UNCLEAR ? HFS_FILL_HATCHED : kind == HFS_ROW_OTHER ? HFS_FILL_OUTLINED : HFS_FILL_SOLID;
}

/**
 * hfs_time_plot_create_mark:
 *
 * Returns: a mark for a value that is there, without its places
 */
HfsMark
hfs_time_plot_create_mark (HfsTimePlot *self,
                           guint        course,
                           guint        period)
{
  const HfsCourse *of = hfs_timeline_get_course (self->timeline, course);
  const HfsPeriod *at = hfs_timeline_get_period (self->timeline, period);
  guint n_periods = hfs_timeline_get_n_periods (self->timeline);
  HfsMark mark = {
    .row = MAX (at->row, of->row),
    .series = of->series >= 0 ? (guint) of->series : HFS_NO_SERIES,
    .emphasis = of->kind == HFS_ROW_UNCLEAR ? HFS_MARK_UNCLEAR : of->kind == HFS_ROW_OTHER ? HFS_MARK_OTHER
                : hfs_timeline_get_n_courses (self->timeline) > 1 ? HFS_MARK_SERIES : HFS_MARK_STRONG,
    .amount = of->values[period],
    .value = self->shares ? hfs_format_share (of->values[period]) : hfs_format_amount ((gint64) round (of->values[period])),
  };

  /* Translators: a point of a line: the line, then the time, such as “Companies, 2025” */
  mark.label = *of->key == '\0' ? g_strdup (at->label) : g_strdup_printf (_("%1$s, %2$s"), of->label, at->label);
  if (at->partial)
    /* Translators: a point of a line as a screen reader says it: name and time, value, number of the point, number of points. */
    mark.spoken = g_strdup_printf (_("%1$s, not over yet, %2$s, %3$u of %4$u"), mark.label, mark.value, period + 1, n_periods);
  else
    mark.spoken = g_strdup_printf (_("%1$s, %2$s, %3$u of %4$u"), mark.label, mark.value, period + 1, n_periods);
  return mark;
}

static void
add_stroke (HfsTimePlot *self,
            double       x1,
            double       y1,
            double       x2,
            double       y2,
            HfsTone      tone)
{
  HfsShape shape = { .kind = HFS_SHAPE_LINE, .tone = tone, .mark = -1, .stroke = MAX (1, round (self->chart->em / 15)) };
  guint first = self->chart->corners->len;

  hfs_chart_layout_add_corner (self->chart, x1, y1, TRUE);
  hfs_chart_layout_add_corner (self->chart, x2, y2, FALSE);
  hfs_chart_layout_add_path (self->chart, &shape, first);
}

/**
 * hfs_time_plot_add_grid:
 *
 * Draws the lines of the values and what they are; called before the courses, which lie above.
 */
void
hfs_time_plot_add_grid (HfsTimePlot *self)
{
  g_autoptr (GArray) ticks = hfs_scale_dup_ticks (&self->scale, MOST_TICKS);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *text = hfs_scale_dup_tick_text (&self->scale, ticks, i, self->shares);
      g_autoptr (PangoLayout) block = set_tick (self, text);
      double y = round (hfs_scale_get_position (&self->scale, g_array_index (ticks, double, i))) + 0.5;

      add_stroke (self, self->plot.x, y, self->plot.x + self->plot.width, y, i == 0 ? HFS_TONE_AXIS : HFS_TONE_GRID);
      hfs_chart_layout_add_text (self->chart, block, self->plot.x - BEFORE * self->chart->em - hfs_text_block_get_width (block),
                                 y - hfs_text_block_get_height (block) / 2, HFS_TONE_DIM_TEXT);
    }
}

/* The periods below the plot; the last one has its name first, one that would touch another is left out. */
static void
add_periods (HfsTimePlot *self)
{
  guint n = hfs_timeline_get_n_periods (self->timeline);
  double free_to = self->chart->width;

  for (guint i = n; i-- > 0;)
    {
      const HfsPeriod *period = hfs_timeline_get_period (self->timeline, i);
      g_autoptr (PangoLayout) block = set_tick (self, period->label);
      double width = hfs_text_block_get_width (block);
      double x = CLAMP (hfs_time_plot_get_x (self, i) - width / 2, 0, MAX (self->chart->width - width, 0));

      if (x + width > free_to)
        continue;
      hfs_chart_layout_add_text (self->chart, block, x, self->plot.y + self->plot.height + 0.8 * self->chart->em, HFS_TONE_DIM_TEXT);
      free_to = x - 0.6 * self->chart->em;
    }
}

/**
 * hfs_time_plot_finish:
 *
 * Names the periods, adds the note, and sets the height of the chart.
 */
void
hfs_time_plot_finish (HfsTimePlot *self)
{
  add_periods (self);
  self->chart->height = add_notes (self, self->chart, self->plot.y + self->plot.height + BELOW * self->chart->em);
}
