/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-timeline.h"

#include "hfs-format.h"

#include <math.h>
#include <stdio.h>

#define DAYS_PER_YEAR 365.2425

/* More lines than there are tones cannot be told apart; the table has all of them. */
#define MOST_CLEAR 8

/**
 * HfsTimeline:
 *
 * Values over time, as charts draw them: what is not there is absent and not zero. Immutable; safe to read from any
 * thread.
 */
struct _HfsTimeline
{
  GObject parent_instance;

  GArray *periods;    /* (owned) (element-type HfsPeriod): in the order of time */
  GPtrArray *courses; /* (owned) (element-type HfsCourse) */
  double left_out;
};

G_DEFINE_FINAL_TYPE (HfsTimeline, hfs_timeline, G_TYPE_OBJECT)

static void
clear_period (gpointer data)
{
  HfsPeriod *period = data;

  g_free (period->label);
}

static void
free_course (gpointer data)
{
  HfsCourse *course = data;

  g_free (course->key);
  g_free (course->label);
  g_free (course->values);
  g_free (course);
}

static void
hfs_timeline_finalize (GObject *object)
{
  HfsTimeline *self = HFS_TIMELINE (object);

  g_array_unref (self->periods);
  g_ptr_array_unref (self->courses);

  G_OBJECT_CLASS (hfs_timeline_parent_class)->finalize (object);
}

static void
hfs_timeline_class_init (HfsTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_timeline_finalize;
}

static void
hfs_timeline_init (HfsTimeline *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (HfsPeriod));
  g_array_set_clear_func (self->periods, clear_period);
  self->courses = g_ptr_array_new_with_free_func (free_course);
}

/* The year that a row stands for; 0 for `earlier` and the like. */
static guint
get_year (const HfsResultRow *row)
{
  guint64 year;

  return row->kind == HFS_ROW_CLEAR && g_ascii_string_to_unsigned (row->key, 10, 1900, 9999, &year, NULL) ? (guint) year : 0;
}

static int
find_row (HfsResult *result,
          guint      year)
{
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (get_year (hfs_result_get_row (result, i)) == year)
      return i;
  return -1;
}

/* Every year from the first to the last that has a row. The year of the snapshot is not over on its date. */
static void
add_years (HfsTimeline *self,
           HfsResult   *result)
{
  const char *date = hfs_result_get_snapshot (result)->date;
  guint current = (guint) g_ascii_strtoull (date, NULL, 10);
  guint first = G_MAXUINT, last = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      guint year = get_year (row);

      if (year == 0)
        self->left_out += row->value;
      first = year > 0 ? MIN (first, year) : first;
      last = MAX (last, year);
    }
  for (guint year = first; year <= last; year++)
    {
      HfsPeriod period = { g_strdup_printf ("%u", year), year * DAYS_PER_YEAR,
                           year == current && !g_str_has_suffix (date, "-12-31"), find_row (result, year) };

      g_array_append_val (self->periods, period);
    }
}

static double
get_value (HfsResult          *result,
           const HfsResultRow *row,
           int                 series)
{
  gboolean shares = hfs_query_get_share (hfs_result_get_query (result));

  if (series < 0)
    return shares ? row->share : (double) row->value;
  if (!shares)
    return row->series[series];
  return row->value > 0 ? (double) row->series[series] / row->value : NAN;
}

static void
add_course (HfsTimeline *self,
            HfsResult   *result,
            int          series)
{
  const HfsResultSeries *part = series >= 0 ? hfs_result_get_series (result, series) : NULL;
  HfsCourse *course = g_new0 (HfsCourse, 1);

  course->kind = part ? part->kind : HFS_ROW_CLEAR;
  course->key = g_strdup (part ? part->key : "");
  course->label = g_strdup (part ? part->label : hfs_measure_get_name (hfs_query_get_measure (hfs_result_get_query (result))));
  course->row = -1;
  course->series = series;
  course->values = g_new (double, self->periods->len);
  for (guint i = 0; i < self->periods->len; i++)
    {
      int row = g_array_index (self->periods, HfsPeriod, i).row;

      course->values[i] = row >= 0 ? get_value (result, hfs_result_get_row (result, row), series) : NAN;
    }
  g_ptr_array_add (self->courses, course);
}

/* The day of a snapshot, counted from the first of year 1 as a period of years is. */
static double
get_day (const char *date)
{
  int year = 1, month = 1, day = 1;
  GDate parsed;

  sscanf (date, "%4d-%2d-%2d", &year, &month, &day);
  g_date_clear (&parsed, 1);
  g_date_set_dmy (&parsed, day, month, year);
  return DAYS_PER_YEAR + g_date_get_julian (&parsed);
}

/* One period a snapshot, and one course a row, of the clear ones for the first alone. */
static void
add_moments (HfsTimeline *self,
             HfsResult   *result)
{
  gboolean shares = hfs_query_get_share (hfs_result_get_query (result));
  guint n = hfs_result_get_n_moments (result), n_clear = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *date = hfs_result_get_moment (result, i)->date;
      HfsPeriod period = { hfs_format_date (date), get_day (date), FALSE, -1 };

      g_array_append_val (self->periods, period);
    }
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      HfsCourse *course;

      if (row->kind == HFS_ROW_CLEAR && n_clear++ >= MOST_CLEAR)
        continue;
      course = g_new0 (HfsCourse, 1);
      *course = (HfsCourse) { row->kind, g_strdup (row->key), g_strdup (row->label), i, -1, g_new (double, n) };
      for (guint j = 0; j < n; j++)
        course->values[j] = !row->points[j].is_known ? NAN : shares ? row->points[j].share : row->points[j].value;
      g_ptr_array_add (self->courses, course);
    }
}

/**
 * hfs_timeline_new_for_result:
 *
 * Reads as a timeline a result over time, which has one course a row, or one whose rows are years: one course, or
 * one a series. A year without a row is absent, and so is what a snapshot does not state.
 *
 * Returns: (transfer full) (nullable): the timeline, or %NULL when the result is neither, or empty
 */
HfsTimeline *
hfs_timeline_new_for_result (HfsResult *result)
{
  g_autoptr (HfsTimeline) self = NULL;

  if (hfs_result_get_n_moments (result) > 0 && hfs_result_get_n_rows (result) > 0)
    {
      self = g_object_new (HFS_TYPE_TIMELINE, NULL);
      add_moments (self, result);
      return g_steal_pointer (&self);
    }
  if (hfs_query_get_dimension (hfs_result_get_query (result)) != HFS_DIMENSION_YEARS)
    return NULL;
  self = g_object_new (HFS_TYPE_TIMELINE, NULL);
  add_years (self, result);
  if (self->periods->len == 0)
    return NULL;
  for (guint i = 0; i < hfs_result_get_n_series (result); i++)
    add_course (self, result, i);
  if (self->courses->len == 0)
    add_course (self, result, -1);
  return g_steal_pointer (&self);
}

/**
 * hfs_timeline_get_n_periods:
 *
 * Returns: how many periods there are, at least one
 */
guint
hfs_timeline_get_n_periods (HfsTimeline *self)
{
  return self->periods->len;
}

/**
 * hfs_timeline_get_period:
 *
 * Returns: (transfer none): a period
 */
const HfsPeriod *
hfs_timeline_get_period (HfsTimeline *self,
                         guint        index)
{
  return &g_array_index (self->periods, HfsPeriod, index);
}

/**
 * hfs_timeline_get_n_courses:
 *
 * Returns: how many courses there are, at least one
 */
guint
hfs_timeline_get_n_courses (HfsTimeline *self)
{
  return self->courses->len;
}

/**
 * hfs_timeline_get_course:
 *
 * Returns: (transfer none): a course
 */
const HfsCourse *
hfs_timeline_get_course (HfsTimeline *self,
                         guint        index)
{
  return g_ptr_array_index (self->courses, index);
}

/**
 * hfs_timeline_get_left_out:
 *
 * Returns: what belongs to no period, such as models from before the first year, in the unit of the result's values
 */
double
hfs_timeline_get_left_out (HfsTimeline *self)
{
  return self->left_out;
}
