/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-trend.h"

#include "hfs-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

static void
free_group (gpointer data)
{
  HfsTrendGroup *group = data;

  g_free (group->label);
  g_free (group->values);
  g_free (group);
}

/**
 * hfs_trend_free:
 *
 * Frees @self.
 */
void
hfs_trend_free (HfsTrend *self)
{
  g_free (self->population);
  g_free (self->note);
  g_free (self->source);
  g_strfreev (self->dates);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char * const *) a, *(char * const *) b);
}

/* The last day of the quarter that a date is in. */
static char *
dup_quarter_end (const char *date)
{
  static const char * const ends[] = { "03-31", "06-30", "09-30", "12-31" };
  int year = 1, month = 1;

  sscanf (date, "%4d-%2d", &year, &month);
  return g_strdup_printf ("%04d-%s", year, ends[CLAMP ((month - 1) / 3, 0, 3)]);
}

/* The date that a count of a day is put at. */
static char *
dup_date (HfsTrendStep  step,
          const char   *date)
{
  return step == HFS_TREND_QUARTER_SUMS || step == HFS_TREND_QUARTER_ENDS ? dup_quarter_end (date) : g_strdup (date);
}

/* Every date once. A quarter that ends after the last count is not whole and left out. */
static GPtrArray *
collect_dates (HfsSeries    *series,
               HfsTrendStep  step)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *dates = g_ptr_array_new_with_free_func (g_free);
  const char *last = "";

  for (guint i = 0; i < hfs_series_get_n_groups (series); i++)
    for (guint j = 0; j < hfs_series_get_n_points (series, i); j++)
      {
        const char *date = hfs_series_get_point (series, i, j)->date;
        g_autofree char *at = dup_date (step, date);

        last = g_strcmp0 (date, last) > 0 ? date : last;
        if (!g_hash_table_contains (seen, at))
          {
            g_hash_table_add (seen, at);
            g_ptr_array_add (dates, g_steal_pointer (&at));
          }
      }
  g_ptr_array_sort (dates, compare_dates);
  while (dates->len > 0 && g_strcmp0 (g_ptr_array_index (dates, dates->len - 1), last) > 0)
    g_ptr_array_remove_index (dates, dates->len - 1);
  return dates;
}

/* The first quarter is whole only if the counts begin in its first month. */
static void
drop_first_part (HfsSeries *series,
                 GPtrArray *dates)
{
  const char *first = NULL;
  int month = 0;

  for (guint i = 0; i < hfs_series_get_n_groups (series); i++)
    if (hfs_series_get_n_points (series, i) > 0)
      {
        const char *date = hfs_series_get_point (series, i, 0)->date;

        first = first == NULL || g_strcmp0 (date, first) < 0 ? date : first;
      }
  if (first != NULL && sscanf (first, "%*4d-%2d", &month) == 1 && month % 3 != 1 && dates->len > 0)
    g_ptr_array_remove_index (dates, 0);
}

static void
add_value (double *value,
           double  more)
{
  *value = isnan (*value) ? more : *value + more;
}

/* Before its first count a group had nothing; what the first date has may be of any time before. */
static void
take_differences (double *values,
                  guint   n)
{
  for (guint i = n; i-- > 1;)
    values[i] = (isnan (values[i]) ? 0 : values[i]) - (isnan (values[i - 1]) ? 0 : values[i - 1]);
  if (n > 0)
    values[0] = NAN;
}

static void
fill (HfsSeries     *series,
      guint          index,
      HfsTrendStep   step,
      GPtrArray     *dates,
      double        *values)
{
  for (guint i = 0; i < dates->len; i++)
    values[i] = NAN;
  for (guint j = 0; j < hfs_series_get_n_points (series, index); j++)
    {
      const HfsSeriesPoint *point = hfs_series_get_point (series, index, j);
      g_autofree char *at = dup_date (step, point->date);

      for (guint i = 0; i < dates->len; i++)
        {
          int order = g_strcmp0 (g_ptr_array_index (dates, i), at);

          if (step == HFS_TREND_QUARTER_SUMS && order == 0)
            add_value (&values[i], point->value);
          /* What was there stays there until the next count. */
          else if (step == HFS_TREND_QUARTER_ENDS || step == HFS_TREND_NEW ? order >= 0 : step == HFS_TREND_AS_IS && order == 0)
            values[i] = point->value;
        }
    }
  if (step == HFS_TREND_NEW)
    take_differences (values, dates->len);
}

static double
get_last (const HfsTrendGroup *group,
          guint                n)
{
  while (n > 0 && isnan (group->values[n - 1]))
    n--;
  return n > 0 ? group->values[n - 1] : -1;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const HfsTrendGroup *x = *(HfsTrendGroup * const *) a, *y = *(HfsTrendGroup * const *) b;
  double left = get_last (x, GPOINTER_TO_UINT (data)), right = get_last (y, GPOINTER_TO_UINT (data));

  return left != right ? (left < right ? 1 : -1) : g_strcmp0 (x->label, y->label);
}

/**
 * hfs_trend_load:
 * @id: of a bundled series
 *
 * Returns: (transfer full) (nullable): how it went, or %NULL with @error set
 */
HfsTrend *
hfs_trend_load (const char    *id,
                HfsTrendStep   step,
                GError       **error)
{
  g_autoptr (GPtrArray) all = hfs_series_load_all (error);
  HfsSeries *series = all ? hfs_series_find (all, id) : NULL;
  g_autoptr (GPtrArray) dates = NULL;
  HfsTrend *self;

  if (all == NULL)
    return NULL;
  g_return_val_if_fail (series != NULL, NULL);
  dates = collect_dates (series, step);
  if (step == HFS_TREND_QUARTER_SUMS)
    drop_first_part (series, dates);
  self = g_new0 (HfsTrend, 1);
  self->groups = g_ptr_array_new_with_free_func (free_group);
  self->n_dates = dates->len;
  self->population = g_strdup (hfs_series_get_population (series));
  self->note = g_strdup (hfs_series_get_note (series));
  /* Translators: who published counts, the licence, the address. */
  self->source = g_strdup_printf (_("Source: %1$s (%2$s), %3$s"), hfs_series_get_source (series), hfs_series_get_licence (series),
                                  hfs_series_get_uri (series));
  for (guint i = 0; i < hfs_series_get_n_groups (series); i++)
    {
      HfsTrendGroup *group = g_new0 (HfsTrendGroup, 1);

      group->label = g_strdup (hfs_series_get_group (series, i));
      group->values = g_new (double, MAX (dates->len, 1));
      fill (series, i, step, dates, group->values);
      g_ptr_array_add (self->groups, group);
    }
  g_ptr_array_sort_with_data (self->groups, compare_groups, GUINT_TO_POINTER (self->n_dates));
  g_ptr_array_add (dates, NULL);
  self->dates = (char **) g_ptr_array_free (g_steal_pointer (&dates), FALSE);
  return self;
}

/**
 * hfs_trend_find:
 *
 * Returns: (transfer none) (nullable): a group by its label
 */
const HfsTrendGroup *
hfs_trend_find (HfsTrend   *self,
                const char *label)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (((HfsTrendGroup *) g_ptr_array_index (self->groups, i))->label, label))
      return g_ptr_array_index (self->groups, i);
  return NULL;
}

/**
 * hfs_trend_add_up:
 * @label: whose counts the sums are
 *
 * Puts one group in the place of all: at each date the sum of theirs.
 */
void
hfs_trend_add_up (HfsTrend   *self,
                  const char *label)
{
  HfsTrendGroup *sum = g_new0 (HfsTrendGroup, 1);

  sum->label = g_strdup (label);
  sum->values = g_new (double, MAX (self->n_dates, 1));
  for (guint i = 0; i < self->n_dates; i++)
    {
      sum->values[i] = NAN;
      for (guint j = 0; j < self->groups->len; j++)
        {
          double value = ((HfsTrendGroup *) g_ptr_array_index (self->groups, j))->values[i];

          if (!isnan (value))
            add_value (&sum->values[i], value);
        }
    }
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_add (self->groups, sum);
}

static guint
get_julian (const char *date)
{
  int year = 1, month = 1, day = 1;
  GDate parsed;

  sscanf (date, "%4d-%2d-%2d", &year, &month, &day);
  g_date_clear (&parsed, 1);
  g_date_set_dmy (&parsed, day, month, year);
  return g_date_get_julian (&parsed);
}

/**
 * hfs_trend_get_days:
 *
 * Returns: how many days there are from one date to another
 */
int
hfs_trend_get_days (const char *from,
                    const char *to)
{
  return (int) get_julian (to) - (int) get_julian (from);
}
