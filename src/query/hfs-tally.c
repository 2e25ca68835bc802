/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-tally.h"

#include "hfs-format.h"
#include "hfs-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The words of the files, in the order of the enumerations. */
static const char * const statistic_keys[] = { "value", "gain", "growth", "gain-ratio", "ratio", NULL };
static const char * const population_keys[] = { "other", "same", NULL };

/* How many dates each statistic is made from. */
static const guint n_dates[HFS_N_TALLY_STATISTICS] = {
  [HFS_TALLY_VALUE] = 1, [HFS_TALLY_GAIN] = 2, [HFS_TALLY_GROWTH] = 2, [HFS_TALLY_GAIN_RATIO] = 3, [HFS_TALLY_RATIO] = 1,
};

const HfsSchemaMember hfs_tally_schema[] = {
  { "series", HFS_SCHEMA_WORD, TRUE, 1, 60, NULL, NULL },
  { "statistic", HFS_SCHEMA_TEXT, TRUE, 1, 40, statistic_keys, NULL },
  { "groups", HFS_SCHEMA_TEXTS, TRUE, 1, 50, NULL, NULL },
  { "against", HFS_SCHEMA_TEXTS, FALSE, 1, 50, NULL, NULL },
  { "dates", HFS_SCHEMA_TEXTS, TRUE, 1, 3, NULL, NULL },
  { "population", HFS_SCHEMA_TEXT, FALSE, 1, 10, population_keys, NULL },
  { "comparison", HFS_SCHEMA_TEXT, FALSE, 1, 20, hfs_comparison_keys, NULL },
  { "tolerance", HFS_SCHEMA_NUMBER, FALSE, 0, 1e12, NULL, NULL },
  { "differences", HFS_SCHEMA_OBJECTS, FALSE, 1, 10, NULL, hfs_difference_schema },
  { NULL },
};

static gboolean
check (HfsTally    *self,
       const char  *place,
       GError     **error)
{
  gboolean is_ratio = self->statistic == HFS_TALLY_RATIO;

  if (g_strv_length (self->dates) != n_dates[self->statistic])
    return hfs_schema_fail (place, _("This statistic needs another number of dates."), error);
  for (guint i = 0; self->dates[i] != NULL; i++)
    if (!hfs_schema_is_date (self->dates[i]) || (i > 0 && g_strcmp0 (self->dates[i - 1], self->dates[i]) >= 0))
      return hfs_schema_fail (place, _("The dates have to run forward, each such as 2026-03-17."), error);
  if (is_ratio != (self->against[0] != NULL))
    return hfs_schema_fail (place, is_ratio ? _("This statistic needs the member “against”.")
                                            : _("This statistic has no use for the member “against”."), error);
  if (self->comparison == HFS_COMPARISON_GREATER && !is_ratio)
    return hfs_schema_fail (place, _("Only a ratio can be compared with “greater”."), error);
  return TRUE;
}

/**
 * hfs_tally_new_from_json:
 * @json: an object that is as `hfs_tally_schema` says
 * @place: where it stands
 *
 * Returns: (transfer full) (nullable): the tally, or %NULL with @error naming the place
 */
HfsTally *
hfs_tally_new_from_json (JsonObject  *json,
                         const char  *place,
                         GError     **error)
{
  g_autoptr (HfsTally) self = g_new0 (HfsTally, 1);

  self->series = g_strdup (json_object_get_string_member (json, "series"));
  self->statistic = hfs_schema_find_choice (statistic_keys, json_object_get_string_member (json, "statistic"));
  self->groups = hfs_recipe_dup_texts (json, "groups");
  self->against = hfs_recipe_dup_texts (json, "against");
  self->dates = hfs_recipe_dup_texts (json, "dates");
  self->same_population = g_str_equal (json_object_get_string_member_with_default (json, "population", "other"), "same");
  self->comparison = hfs_schema_find_choice (hfs_comparison_keys,
                                             json_object_get_string_member_with_default (json, "comparison", "equals"));
  self->tolerance = json_object_get_double_member_with_default (json, "tolerance", 0);
  self->differences = hfs_differences_new_from_json (json);
  return check (self, place, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hfs_tally_free:
 *
 * Frees @tally.
 */
void
hfs_tally_free (HfsTally *tally)
{
  g_free (tally->series);
  g_strfreev (tally->groups);
  g_strfreev (tally->against);
  g_strfreev (tally->dates);
  g_clear_pointer (&tally->differences, g_ptr_array_unref);
  g_free (tally);
}

/* What some groups have on a date, each the last value that is not after it; a group that had not begun has nothing.
 * Remembers the newest of the values. */
static gboolean
sum (HfsTallied          *self,
     HfsSeries           *series,
     const char * const  *groups,
     const char          *date,
     double              *total,
     GError             **error)
{
  for (*total = 0; *groups != NULL; groups++)
    {
      const HfsSeriesPoint *point;
      guint group;

      if (!hfs_series_find_group (series, *groups, &group))
        {
          g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND, _("The series “%1$s” has no group “%2$s”."),
                       hfs_series_get_id (series), *groups);
          return FALSE;
        }
      point = hfs_series_find_point (series, group, date);
      if (point == NULL)
        continue;
      *total += point->value;
      if (self->date == NULL || g_strcmp0 (self->date, point->date) <= 0)
        {
          g_free (self->date);
          g_free (self->source);
          self->date = g_strdup (point->date);
          self->source = g_strdup (point->source ? point->source : hfs_series_get_source (series));
        }
    }
  return TRUE;
}

static void
conclude (HfsTallied   *self,
          const double *at,
          double        against)
{
  switch (self->tally->statistic)
    {
    case HFS_TALLY_GAIN:
      self->part = at[1];
      self->whole = at[0];
      self->value = at[1] - at[0];
      return;
    case HFS_TALLY_GROWTH:
      self->part = at[1];
      self->whole = at[0];
      break;
    case HFS_TALLY_GAIN_RATIO:
      self->part = at[2] - at[1];
      self->whole = at[1] - at[0];
      break;
    case HFS_TALLY_RATIO:
      self->part = at[0];
      self->whole = against;
      break;
    case HFS_TALLY_VALUE:
    case HFS_N_TALLY_STATISTICS:
    default:
      self->value = at[0];
      return;
    }
  self->value = self->part / self->whole;
}

/**
 * hfs_tallied_new:
 * @tally: how the number is made; has to live as long as the number
 *
 * Makes a number from a series that comes with the program.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with @error saying what the series lacks
 */
HfsTallied *
hfs_tallied_new (const HfsTally  *tally,
                 GError         **error)
{
  g_autoptr (HfsTallied) self = g_new0 (HfsTallied, 1);
  g_autoptr (HfsSeries) series = hfs_series_load (tally->series, error);
  double at[3] = { 0, 0, 0 }, against = 0;

  if (series == NULL)
    return NULL;
  self->tally = tally;
  self->unit = g_strdup (hfs_series_get_unit (series));
  self->uri = g_strdup (hfs_series_get_uri (series));
  self->population = g_strdup (hfs_series_get_population (series));
  for (guint i = 0; tally->dates[i] != NULL; i++)
    if (!sum (self, series, (const char * const *) tally->groups, tally->dates[i], &at[i], error))
      return NULL;
  if (!sum (self, series, (const char * const *) tally->against, tally->dates[0], &against, error))
    return NULL;
  conclude (self, at, against);
  if (self->date != NULL && isfinite (self->value))
    return g_steal_pointer (&self);
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND, _("The series “%s” has no values that early."),
               hfs_series_get_id (series));
  return NULL;
}

/**
 * hfs_tallied_free:
 *
 * Frees @tallied.
 */
void
hfs_tallied_free (HfsTallied *tallied)
{
  g_free (tallied->unit);
  g_free (tallied->population);
  g_free (tallied->date);
  g_free (tallied->source);
  g_free (tallied->uri);
  g_free (tallied);
}

/**
 * hfs_tallied_dup_value:
 *
 * Returns: (transfer full): the number as people write it, with its unit
 */
char *
hfs_tallied_dup_value (const HfsTallied *tallied)
{
  g_autofree char *number = NULL;

  if (tallied->tally->statistic == HFS_TALLY_VALUE || tallied->tally->statistic == HFS_TALLY_GAIN)
    {
      number = hfs_format_amount (llround (tallied->value));
      /* Translators: an amount of what a series counts, such as “2.16 million models” */
      return g_strdup_printf (C_("amount of things", "%1$s %2$s"), number, tallied->unit);
    }
  number = hfs_format_decimal (tallied->value, tallied->value < 10 ? 2 : 0);
  return g_strdup_printf (_("%s times"), number);
}

/* “31 December 2024 to 31 December 2025” */
static char *
dup_window (const HfsTallied *self)
{
  char **dates = self->tally->dates;
  g_autofree char *first = hfs_format_date (dates[0]);
  g_autofree char *last = hfs_format_date (dates[g_strv_length (dates) - 1]);
  g_autofree char *middle = dates[1] && dates[2] ? hfs_format_date (dates[1]) : NULL;

  if (middle != NULL)
    /* Translators: two spans of time that are compared: the second, from its first to its last day, and the one before,
     * from its first day. */
    return g_strdup_printf (_("%1$s to %2$s against the time from %3$s"), middle, last, first);
  if (dates[1] != NULL)
    return g_strdup_printf (C_("span of time", "%1$s to %2$s"), first, last);
  return g_strdup_printf (_("on %s"), last);
}

/**
 * hfs_tallied_dup_arithmetic:
 *
 * Returns: (transfer full): the number, what it is made of, of what and which time, and who counted
 */
char *
hfs_tallied_dup_arithmetic (const HfsTallied *tallied)
{
  g_autofree char *value = hfs_tallied_dup_value (tallied);
  g_autofree char *window = dup_window (tallied);
  g_autofree char *date = hfs_format_date (tallied->date);
  g_autofree char *part = hfs_format_amount (llround (tallied->part));
  g_autofree char *whole = hfs_format_amount (llround (tallied->whole));

  if (tallied->tally->statistic == HFS_TALLY_VALUE)
    /* Translators: a number, of what, of which time, who counted, the date of the count. */
    return g_strdup_printf (_("%1$s: %2$s, %3$s. Counted by others: %4$s, %5$s."), value, tallied->population, window,
                            tallied->source, date);
  if (tallied->tally->statistic == HFS_TALLY_GAIN)
    /* Translators: a number, which is one amount less another, of what, of which time, who counted, the date. */
    return g_strdup_printf (_("%1$s = %2$s less %3$s: %4$s, %5$s. Counted by others: %6$s, %7$s."), value, part, whole,
                            tallied->population, window, tallied->source, date);
  /* Translators: a number, which is one amount divided by another, of what, of which time, who counted, the date. */
  return g_strdup_printf (_("%1$s = %2$s to %3$s: %4$s, %5$s. Counted by others: %6$s, %7$s."), value, part, whole, tallied->population,
                          window, tallied->source, date);
}

/**
 * hfs_tally_statistic_get_key:
 *
 * Returns: (transfer none): the word of the files
 */
const char *
hfs_tally_statistic_get_key (HfsTallyStatistic statistic)
{
  return statistic_keys[statistic];
}
