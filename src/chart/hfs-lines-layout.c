/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-time-plot.h"

#include <math.h>
#include <stdlib.h>

/* Lines over time. A period without a value breaks the line: nothing is drawn that is not known. What leads to a period
 * that is not over is dashed, and its point is a ring. */

/* In font sizes. */
#define STROKE 0.16
#define DASH 0.35
#define POINT 0.62
/* Of the distance to the next point, where there are many. */
#define POINT_OF_STEP 0.7
#define NAME_LINE 1.45
/* Between the plot and the names: room for what leads from the end of a line to its name. */
#define NAME_GAP 2.2
#define LEADER_GAP 0.3
/* Of the width; longer names go into a legend, and so do more than there is height for. */
#define MOST_NAME 0.3
#define MOST_NAMES 8

/* A point of a column while its part of the column is found. */
typedef struct
{
  guint course;
  double y;
} Point;

static void
find_extent (HfsTimeline *timeline,
             double      *least,
             double      *most)
{
  *least = INFINITY;
  *most = 0;
  for (guint i = 0; i < hfs_timeline_get_n_courses (timeline); i++)
    for (guint j = 0; j < hfs_timeline_get_n_periods (timeline); j++)
      {
        double value = hfs_timeline_get_course (timeline, i)->values[j];

        if (isnan (value))
          continue;
        *most = MAX (*most, value);
        *least = value > 0 ? MIN (*least, value) : *least;
      }
}

/* The last value that is there; -1 when there is none. */
static int
find_last (const HfsCourse *course,
           guint            n_periods)
{
  int last = (int) n_periods - 1;

  while (last >= 0 && isnan (course->values[last]))
    last--;
  return last;
}

/* The room that names at the ends of lines need; 0 when they have to go into a legend. */
static double
find_name_room (HfsChartLayout *chart,
                HfsTimeline    *timeline)
{
  guint n = hfs_timeline_get_n_courses (timeline);
  double widest = 0;

  if (n == 1 || hfs_chart_layout_is_narrow (chart) || n > MOST_NAMES ||
      (chart->fit > 0 && (n + 3) * NAME_LINE * chart->em > chart->fit))
    return 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) name = hfs_chart_layout_set_text (chart, hfs_timeline_get_course (timeline, i)->label, 1, FALSE, 0);

      widest = MAX (widest, hfs_text_block_get_width (name));
      if (find_last (hfs_timeline_get_course (timeline, i), hfs_timeline_get_n_periods (timeline)) !=
          (int) hfs_timeline_get_n_periods (timeline) - 1)
        return 0;
    }
  return widest > MOST_NAME * chart->width ? 0 : ceil (widest + NAME_GAP * chart->em);
}

static double
get_y (HfsTimePlot *plot,
       guint        course,
       guint        period)
{
  return hfs_scale_get_position (&plot->scale, hfs_timeline_get_course (plot->timeline, course)->values[period]);
}

static gboolean
has_value (HfsTimePlot *plot,
           guint        course,
           guint        period)
{
  return !isnan (hfs_timeline_get_course (plot->timeline, course)->values[period]);
}

/* The stroke from one period to the next. */
static void
add_step (HfsTimePlot *plot,
          guint        course,
          guint        period,
          guint        like)
{
  HfsChartLayout *chart = plot->chart;
  gboolean partial = hfs_timeline_get_period (plot->timeline, period)->partial;
  HfsShape shape = { .kind = HFS_SHAPE_LINE, .tone = plot->tones[course], .mark = -1, .stroke = MAX (2, STROKE * chart->em),
                     .dash = partial ? DASH * chart->em : 0, .like = like };
  guint first = chart->corners->len;

  hfs_chart_layout_add_corner (chart, hfs_time_plot_get_x (plot, period - 1), get_y (plot, course, period - 1), TRUE);
  hfs_chart_layout_add_corner (chart, hfs_time_plot_get_x (plot, period), get_y (plot, course, period), FALSE);
  hfs_chart_layout_add_path (chart, &shape, first);
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const Point *x = a, *y = b;

  if (x->y != y->y)
    return x->y < y->y ? -1 : 1;
  return (x->course > y->course) - (x->course < y->course);
}

/* Across; points that are close together are no larger than leaves the line between them. */
static double
get_point_size (HfsTimePlot *plot)
{
  double stroke = MAX (2, STROKE * plot->chart->em), step = plot->plot.width / hfs_timeline_get_n_periods (plot->timeline);

  return round (CLAMP (POINT_OF_STEP * step, stroke, POINT * plot->chart->em));
}

/* The part of a column that is nearest to the point of a course; where points are too close, equal parts. */
static void
find_part (HfsTimePlot *plot,
           guint        course,
           guint        period,
           double      *top,
           double      *bottom)
{
  guint n_courses = hfs_timeline_get_n_courses (plot->timeline), n = 0, place = 0;
  g_autofree Point *points = g_new (Point, n_courses);
  double from = plot->plot.y - plot->chart->em / 2, to = plot->plot.y + plot->plot.height + plot->chart->em / 2;
  gboolean close = FALSE;

  for (guint i = 0; i < n_courses; i++)
    if (has_value (plot, i, period))
      points[n++] = (Point) { i, get_y (plot, i, period) };
  qsort (points, n, sizeof (Point), compare_points);
  for (guint i = 0; i < n; i++)
    {
      place = points[i].course == course ? i : place;
      close |= i > 0 && points[i].y - points[i - 1].y < 2;
    }
  *top = place == 0 ? from : close ? from + (to - from) * place / n : (points[place - 1].y + points[place].y) / 2;
  *bottom = place + 1 == n ? to : close ? from + (to - from) * (place + 1) / n : (points[place].y + points[place + 1].y) / 2;
}

static void
add_point (HfsTimePlot *plot,
           guint        course,
           guint        period)
{
  HfsChartLayout *chart = plot->chart;
  HfsMark mark = hfs_time_plot_create_mark (plot, course, period);
  double size = get_point_size (plot), x = hfs_time_plot_get_x (plot, period), y = get_y (plot, course, period);
  double start, end, top, bottom;
  HfsShape shape = { HFS_SHAPE_DOT, hfs_time_plot_get_fill (plot, course), plot->tones[course] };

  hfs_time_plot_get_column (plot, period, &start, &end);
  find_part (plot, course, period, &top, &bottom);
  mark.area = (cairo_rectangle_t) { start, top, end - start, bottom - top };
  mark.bar = (cairo_rectangle_t) { x - size / 2, y - size / 2, size, size };
  if (hfs_timeline_get_period (plot->timeline, period)->partial)
    shape.fill = HFS_FILL_OUTLINED;
  shape.box = mark.bar;
  shape.mark = hfs_chart_layout_add_mark (chart, &mark);
  hfs_chart_layout_add_shape (chart, &shape);
}

static void
add_course (HfsTimePlot *plot,
            guint        course)
{
  guint n_periods = hfs_timeline_get_n_periods (plot->timeline), mark = plot->chart->marks->len;

  /* The points are drawn over the steps that lead to them, so they come later. */
  for (guint i = 0; i < n_periods; i++)
    {
      mark += has_value (plot, course, i);
      if (i > 0 && has_value (plot, course, i - 1) && has_value (plot, course, i))
        add_step (plot, course, i, mark);
    }
  for (guint i = 0; i < n_periods; i++)
    if (has_value (plot, course, i))
      add_point (plot, course, i);
}

/* What leads from the last point of a line to its name, which may have been pushed away from it. */
static void
add_leader (HfsTimePlot *plot,
            guint        course,
            guint        like,
            double       name_x,
            double       name_y)
{
  HfsChartLayout *chart = plot->chart;
  guint last = hfs_timeline_get_n_periods (plot->timeline) - 1, first = chart->corners->len;
  HfsShape shape = { .kind = HFS_SHAPE_LINE, .tone = plot->tones[course], .mark = -1, .stroke = MAX (1, STROKE * chart->em / 2), .like = like };

  hfs_chart_layout_add_corner (chart, hfs_time_plot_get_x (plot, last) + (POINT / 2 + LEADER_GAP) * chart->em, get_y (plot, course, last), TRUE);
  hfs_chart_layout_add_corner (chart, name_x - LEADER_GAP * chart->em, name_y, FALSE);
  hfs_chart_layout_add_path (chart, &shape, first);
}

/* Names at the ends of the lines, pushed apart where they would touch, from the top down and then back up. @likes: the last
 * mark of each line, from 1. */
static void
add_names (HfsTimePlot *plot,
           const guint *likes)
{
  HfsChartLayout *chart = plot->chart;
  guint n = hfs_timeline_get_n_courses (plot->timeline), last = hfs_timeline_get_n_periods (plot->timeline) - 1;
  g_autofree Point *points = g_new (Point, n);
  double x = plot->plot.x + plot->plot.width + NAME_GAP * chart->em, height = NAME_LINE * chart->em;

  for (guint i = 0; i < n; i++)
    points[i] = (Point) { i, get_y (plot, i, last) - height / 2 };
  qsort (points, n, sizeof (Point), compare_points);
  for (guint i = 1; i < n; i++)
    points[i].y = MAX (points[i].y, points[i - 1].y + height);
  points[n - 1].y = MIN (points[n - 1].y, plot->plot.y + plot->plot.height - height / 2);
  for (guint i = n - 1; i-- > 0;)
    points[i].y = MIN (points[i].y, points[i + 1].y - height);
  for (guint i = 0; i < n; i++)
    {
      guint course = points[i].course;
      g_autoptr (PangoLayout) name = hfs_chart_layout_set_text (chart, hfs_timeline_get_course (plot->timeline, course)->label, 1, FALSE, 0);
      double text_height = MIN (hfs_text_block_get_height (name), height);

      hfs_chart_layout_add_text (chart, name, x, points[i].y + (height - text_height) / 2, HFS_TONE_TEXT);
      g_array_index (chart->texts, HfsChartText, chart->texts->len - 1).box.height = text_height;
      add_leader (plot, course, likes[course], x, points[i].y + height / 2);
    }
}

/**
 * hfs_lines_layout_arrange:
 * @self: an empty layout of a result that has a timeline
 *
 * Lays out one line a course.
 */
void
hfs_lines_layout_arrange (HfsChartLayout *self)
{
  g_autoptr (HfsTimeline) timeline = hfs_timeline_new_for_result (self->result);
  g_auto (HfsTimePlot) plot = { 0 };
  g_autofree guint *likes = g_new (guint, hfs_timeline_get_n_courses (timeline));
  double least, most;

  find_extent (timeline, &least, &most);
  hfs_time_plot_init (&plot, self, least, most, find_name_room (self, timeline));
  hfs_time_plot_add_grid (&plot);
  for (guint i = 0; i < hfs_timeline_get_n_courses (timeline); i++)
    {
      add_course (&plot, i);
      likes[i] = self->marks->len;
    }
  if (plot.direct)
    add_names (&plot, likes);
  hfs_time_plot_finish (&plot);
}
