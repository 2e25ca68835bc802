/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-time-plot.h"

#include <math.h>

/* How a whole is divided over time: bands that fill it in each period. A period without a value breaks the bands. */

/* In font sizes. */
#define EDGE 0.08
#define ALONE 1.2

static gboolean
is_there (HfsTimePlot *plot,
          guint        period)
{
  for (guint i = 0; i < hfs_timeline_get_n_courses (plot->timeline); i++)
    if (isnan (hfs_timeline_get_course (plot->timeline, i)->values[period]))
      return FALSE;
  return TRUE;
}

/* Where a band ends in a period, as seen from the bottom. */
static double
get_top (HfsTimePlot *plot,
         guint        course,
         guint        period)
{
  double sum = 0;

  for (guint i = 0; i <= course; i++)
    sum += hfs_timeline_get_course (plot->timeline, i)->values[period];
  return hfs_scale_get_position (&plot->scale, sum);
}

static double
get_bottom (HfsTimePlot *plot,
            guint        course,
            guint        period)
{
  return course > 0 ? get_top (plot, course - 1, period) : plot->scale.start;
}

/* A band over the periods from @first to @last, which are all there; one period alone has some width. */
static void
add_band (HfsTimePlot *plot,
          guint        course,
          guint        first,
          guint        last)
{
  HfsChartLayout *chart = plot->chart;
  double half = first == last ? ALONE * chart->em / 2 : 0;
  HfsShape shape = { .kind = HFS_SHAPE_AREA, .fill = hfs_time_plot_get_fill (plot, course), .tone = plot->tones[course], .mark = -1,
                     .stroke = MAX (1, EDGE * chart->em), .edge = HFS_TONE_BACKGROUND, .like = chart->marks->len + 1 };
  guint corner = chart->corners->len;

  for (guint i = first; i <= last; i++)
    hfs_chart_layout_add_corner (chart, hfs_time_plot_get_x (plot, i) - half, get_top (plot, course, i), i == first);
  if (half > 0)
    {
      hfs_chart_layout_add_corner (chart, hfs_time_plot_get_x (plot, first) + half, get_top (plot, course, first), FALSE);
      hfs_chart_layout_add_corner (chart, hfs_time_plot_get_x (plot, first) + half, get_bottom (plot, course, first), FALSE);
    }
  for (guint i = last + 1; i-- > first;)
    hfs_chart_layout_add_corner (chart, hfs_time_plot_get_x (plot, i) - half, get_bottom (plot, course, i), FALSE);
  hfs_chart_layout_add_path (chart, &shape, corner);
}

static void
add_bands (HfsTimePlot *plot,
           guint        course)
{
  guint n = hfs_timeline_get_n_periods (plot->timeline);

  for (guint first = 0; first < n; first++)
    {
      guint last = first;

      if (!is_there (plot, first))
        continue;
      while (last + 1 < n && is_there (plot, last + 1))
        last++;
      add_band (plot, course, first, last);
      first = last;
    }
}

static void
add_marks (HfsTimePlot *plot,
           guint        course)
{
  HfsChartLayout *chart = plot->chart;

  for (guint i = 0; i < hfs_timeline_get_n_periods (plot->timeline); i++)
    {
      double start, end, top, bottom;
      HfsMark mark;

      if (!is_there (plot, i) || hfs_timeline_get_course (plot->timeline, course)->values[i] <= 0)
        continue;
      top = get_top (plot, course, i);
      bottom = get_bottom (plot, course, i);
      hfs_time_plot_get_column (plot, i, &start, &end);
      mark = hfs_time_plot_create_mark (plot, course, i);
      mark.area = mark.bar = (cairo_rectangle_t) { start, top, end - start, bottom - top };
      hfs_chart_layout_add_mark (chart, &mark);
    }
}

/**
 * hfs_area_layout_arrange:
 * @self: an empty layout of a result of shares that has a timeline of several courses
 *
 * Lays out one band a course, from the first at the bottom to the last at the top.
 */
void
hfs_area_layout_arrange (HfsChartLayout *self)
{
  g_auto (HfsTimePlot) plot = { 0 };

  hfs_time_plot_init (&plot, self, 1, 1, 0);
  hfs_time_plot_add_grid (&plot);
  for (guint i = 0; i < hfs_timeline_get_n_courses (plot.timeline); i++)
    {
      add_bands (&plot, i);
      add_marks (&plot, i);
    }
  hfs_time_plot_finish (&plot);
}
