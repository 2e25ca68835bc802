/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-format.h"
#include "hfs-result-private.h"
#include "hfs-sentence.h"
#include "hfs-trend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More lines than that cannot be told apart; the list has the rest. */
#define MOST_LINES 7
#define MOST_LISTED 12

static HfsResultRow *
new_row (const HfsTrendGroup *group,
         guint                n_dates)
{
  HfsResultRow *row = hfs_result_row_new (HFS_ROW_CLEAR, group->label, group->label);

  row->points = g_new0 (HfsPoint, n_dates);
  for (guint i = 0; i < n_dates; i++)
    if (!isnan (group->values[i]))
      {
        row->points[i] = (HfsPoint) { TRUE, (gint64) group->values[i], 0, 0 };
        row->value = (gint64) group->values[i];
      }
  return row;
}

/* Puts a trend into the form in which everything can be drawn, told and tabled. It says itself what it is, for its query
 * stands only for what is counted. */
static HfsResult *
new_result (HfsTrend   *trend,
            const char *query,
            const char *title,
            const char *summary,
            const char *scope)
{
  HfsResult *result = g_object_new (HFS_TYPE_RESULT, NULL);

  result->query = hfs_query_parse (query, NULL);
  result->snapshot = hfs_snapshot_info_new ("series", trend->dates[trend->n_dates - 1], trend->source);
  for (guint i = 0; i < trend->n_dates; i++)
    g_ptr_array_add (result->moments, hfs_snapshot_info_new (trend->dates[i], trend->dates[i], trend->source));
  for (guint i = 0; i < MIN (trend->groups->len, MOST_LINES); i++)
    {
      HfsResultRow *row = new_row (g_ptr_array_index (trend->groups, i), trend->n_dates);

      result->total += row->value;
      row->rank = i + 1;
      g_ptr_array_add (result->rows, row);
    }
  result->denominator = result->total;
  result->own_title = g_strdup (title);
  result->own_summary = g_strdup (summary);
  result->own_scope = g_strdup (scope);
  return result;
}

static void
finish (HfsRemark  *remark,
        HfsTrend   *trend,
        const char *query,
        const char *title)
{
  g_autofree char *from = hfs_format_date (trend->dates[0]), *to = hfs_format_date (trend->dates[trend->n_dates - 1]);
  /* Translators: of what counts are, then the first and the last day, then a note in English. */
  g_autofree char *scope = g_strdup_printf (_("Of %1$s, from %2$s to %3$s. %4$s"), trend->population, from, to, trend->note);

  hfs_remark_show (remark, new_result (trend, query, title, remark->text->str, scope));
  remark->is_series = TRUE;
  remark->source = g_strdup (trend->source);
}

/* How many models there are on the Hub. */
HfsRemark *
hfs_remark_hub_models (HfsEngine  *engine,
                       HfsQuery   *query,
                       GError    **error)
{
  g_autoptr (HfsTrend) trend = hfs_trend_load ("hub-models", HFS_TREND_AS_IS, error);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  const HfsTrendGroup *group;
  g_autofree char *from = NULL, *to = NULL, *first = NULL, *last = NULL, *times = NULL;

  if (trend == NULL)
    return NULL;
  group = g_ptr_array_index (trend->groups, 0);
  from = hfs_format_date (trend->dates[0]);
  to = hfs_format_date (trend->dates[trend->n_dates - 1]);
  first = hfs_format_amount ((gint64) group->values[0]);
  last = hfs_format_amount ((gint64) group->values[trend->n_dates - 1]);
  times = hfs_format_integer ((gint64) round (group->values[trend->n_dates - 1] / group->values[0]));
  hfs_remark_say (remark, g_strdup_printf (_("The Hub had %1$s models on %2$s and %3$s on %4$s, about %5$s times as many."), first, from, last, to, times));
  finish (remark, trend, "models?measure=models", _("How many models are there?"));
  return g_steal_pointer (&remark);
}

/* How many models were new, by field. */
HfsRemark *
hfs_remark_new_models (HfsEngine  *engine,
                       HfsQuery   *query,
                       GError    **error)
{
  g_autoptr (HfsTrend) trend = hfs_trend_load ("new-models-by-field", HFS_TREND_QUARTER_SUMS, error);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  const HfsTrendGroup *group;
  g_autofree char *to = NULL, *last = NULL;

  if (trend == NULL)
    return NULL;
  group = g_ptr_array_index (trend->groups, 0);
  to = hfs_format_date (trend->dates[trend->n_dates - 1]);
  last = hfs_format_amount ((gint64) group->values[trend->n_dates - 1]);
  hfs_remark_say (remark, g_strdup_printf (_("In the three months to %1$s, most of the new models were of this field: %2$s, with %3$s."), to, group->label, last));
  hfs_remark_say (remark, g_strdup (_("Each point is the sum of three whole months.")));
  finish (remark, trend, "tasks?measure=models", _("How many new models are there?"));
  return g_steal_pointer (&remark);
}

/* What a group had put there by the end of a year. */
static double
get_end_of (HfsTrend            *trend,
            const HfsTrendGroup *group,
            const char          *date)
{
  for (guint i = 0; i < trend->n_dates; i++)
    if (g_str_equal (trend->dates[i], date))
      return isnan (group->values[i]) ? 0 : group->values[i];
  return 0;
}

/* What companies put on the Hub. */
HfsRemark *
hfs_remark_companies (HfsEngine  *engine,
                      HfsQuery   *query,
                      GError    **error)
{
  static const char * const named[] = { "Baidu", "ByteDance", "Tencent", NULL };
  const guint n_named = G_N_ELEMENTS (named) - 1;
  g_autoptr (HfsTrend) trend = hfs_trend_load ("company-models", HFS_TREND_QUARTER_ENDS, error);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();

  if (trend == NULL)
    return NULL;
  hfs_remark_say (remark, g_strdup (_("The report looks at 2024 and 2025. It says that Baidu went from no release to more than 100, and that ByteDance and Tencent had eight to nine times as many. This count of models with more than 500 downloads says this.")));
  for (guint i = 0; i < trend->groups->len + n_named; i++)
    {
      const HfsTrendGroup *group = i < n_named ? hfs_trend_find (trend, named[i]) : g_ptr_array_index (trend->groups, i - n_named);
      g_autofree char *before = NULL, *after = NULL;
      double first, second, third;

      if (group == NULL || remark->rows->len >= MOST_LISTED || (i >= n_named && g_strv_contains (named, group->label)))
        continue;
      first = get_end_of (trend, group, "2023-12-31");
      second = get_end_of (trend, group, "2024-12-31");
      third = get_end_of (trend, group, "2025-12-31");
      before = hfs_format_integer ((gint64) (second - first));
      after = hfs_format_integer ((gint64) (third - second));
      /* Translators: how many new models a company had in each year. */
      hfs_remark_add_row (remark, NULL, group->label, g_strdup_printf (_("%1$s new in 2024, %2$s new in 2025"), before, after), NULL, NULL);
    }
  finish (remark, trend, "publishers?measure=models", _("How many models have companies put there?"));
  return g_steal_pointer (&remark);
}

/* The group that has most at a date. */
static const HfsTrendGroup *
find_most_at (HfsTrend *trend,
              guint     date)
{
  const HfsTrendGroup *most = g_ptr_array_index (trend->groups, 0);

  for (guint i = 1; i < trend->groups->len; i++)
    {
      const HfsTrendGroup *group = g_ptr_array_index (trend->groups, i);

      if (group->values[date] > most->values[date])
        most = group;
    }
  return most;
}

/* The date at which all together have most. */
static guint
find_busiest (HfsTrend *trend)
{
  guint busiest = 1;
  double most = 0;

  for (guint i = 1; i < trend->n_dates; i++)
    {
      double sum = 0;

      for (guint j = 0; j < trend->groups->len; j++)
        sum += ((HfsTrendGroup *) g_ptr_array_index (trend->groups, j))->values[i];
      if (sum > most)
        {
          most = sum;
          busiest = i;
        }
    }
  return busiest;
}

/* How many models companies put on the Hub in each week. */
HfsRemark *
hfs_remark_company_weeks (HfsEngine  *engine,
                          HfsQuery   *query,
                          GError    **error)
{
  g_autoptr (HfsTrend) trend = hfs_trend_load ("company-models", HFS_TREND_NEW, error);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autofree char *last_date = NULL, *date = NULL, *last = NULL, *most = NULL, *first_label = NULL, *part = NULL;
  const HfsTrendGroup *first, *all;
  guint busiest;

  if (trend == NULL)
    return NULL;
  busiest = find_busiest (trend);
  first = find_most_at (trend, busiest);
  first_label = g_strdup (first->label);
  part = hfs_format_integer ((gint64) first->values[busiest]);
  hfs_trend_add_up (trend, _("24 companies"));
  all = g_ptr_array_index (trend->groups, 0);
  last_date = hfs_format_date (trend->dates[trend->n_dates - 1]);
  date = hfs_format_date (trend->dates[busiest]);
  last = hfs_format_integer ((gint64) all->values[trend->n_dates - 1]);
  most = hfs_format_integer ((gint64) all->values[busiest]);
  hfs_remark_say (remark, g_strdup_printf (_("New models of these companies in the week to %1$s: %2$s."), last_date, last));
  hfs_remark_say (remark, g_strdup_printf (_("Most came in the week to %1$s, %2$s in all, of which %3$s has %4$s."), date, most, first_label, part));
  finish (remark, trend, "publishers?measure=models", _("How many new models do companies put there each week?"));
  return g_steal_pointer (&remark);
}

/* All downloads so far of single models. */
HfsRemark *
hfs_remark_model_downloads (HfsEngine  *engine,
                            HfsQuery   *query,
                            GError    **error)
{
  g_autoptr (HfsTrend) trend = hfs_trend_load ("model-downloads", HFS_TREND_AS_IS, error);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  const HfsTrendGroup *first, *second;
  g_autofree char *to = NULL, *most = NULL, *next = NULL;

  if (trend == NULL)
    return NULL;
  first = g_ptr_array_index (trend->groups, 0);
  second = g_ptr_array_index (trend->groups, 1);
  to = hfs_format_date (trend->dates[trend->n_dates - 1]);
  most = hfs_format_amount ((gint64) first->values[trend->n_dates - 1]);
  next = hfs_format_amount ((gint64) second->values[trend->n_dates - 1]);
  hfs_remark_say (remark, g_strdup_printf (_("Until %1$s, %2$s had been downloaded %3$s times in all, and %4$s %5$s times."), to, first->label, most, second->label, next));
  finish (remark, trend, "models?measure=downloads-all-time", _("How often have these models been downloaded?"));
  return g_steal_pointer (&remark);
}

/* Downloads a day in the busiest stretch between two counts, and in the last one; whether there are enough stretches. */
static gboolean
find_rates (HfsTrend            *trend,
            const HfsTrendGroup *group,
            double              *best,
            double              *last)
{
  guint n = 0;

  *best = *last = 0;
  for (guint i = 1; i < trend->n_dates; i++)
    {
      int days = hfs_trend_get_days (trend->dates[i - 1], trend->dates[i]);

      if (isnan (group->values[i - 1]) || isnan (group->values[i]) || days <= 0)
        continue;
      *last = (group->values[i] - group->values[i - 1]) / days;
      *best = MAX (*best, *last);
      n++;
    }
  return n >= 3 && *best > 0;
}

/* How long a model holds attention. */
HfsRemark *
hfs_remark_life (HfsEngine  *engine,
                 HfsQuery   *query,
                 GError    **error)
{
  g_autoptr (HfsTrend) trend = hfs_trend_load ("model-downloads", HFS_TREND_AS_IS, error);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autofree char *past = NULL, *all = NULL;
  guint n = 0, n_past = 0;

  if (trend == NULL)
    return NULL;
  for (guint i = 0; i < trend->groups->len; i++)
    {
      const HfsTrendGroup *group = g_ptr_array_index (trend->groups, i);
      g_autofree char *share = NULL;
      double best, last;

      if (!find_rates (trend, group, &best, &last))
        continue;
      n++;
      if (last >= best / 2)
        continue;
      n_past++;
      share = hfs_format_percent (MAX (last, 0) / best, 0);
      if (remark->rows->len < MOST_LISTED)
        hfs_remark_add_row (remark, NULL, group->label, g_strdup_printf (_("%s of its highest daily downloads"), share), "model", group->label);
    }
  past = hfs_format_integer (n_past);
  all = hfs_format_integer (n);
  if (!hfs_remark_quote (remark, "spring-2026/life", error))
    return NULL;
  hfs_remark_say (remark, g_strdup (_("The counts at hand lie two to four months apart, so they cannot show weeks.")));
  hfs_remark_say (remark, g_strdup_printf (ngettext ("What they show: of %2$s models with enough counts, %1$s now has less than half of the daily downloads of its busiest time.",
                                                     "What they show: of %2$s models with enough counts, %1$s now have less than half of the daily downloads of their busiest time.",
                                                     n_past), past, all));
  remark->scope = g_strdup (trend->note);
  remark->source = g_strdup (trend->source);
  return g_steal_pointer (&remark);
}

/* How many models there are in each language. */
HfsRemark *
hfs_remark_languages_grow (HfsEngine  *engine,
                           HfsQuery   *query,
                           GError    **error)
{
  g_autoptr (HfsTrend) trend = hfs_trend_load ("models-by-language", HFS_TREND_AS_IS, error);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  const HfsTrendGroup *fastest = NULL;
  double most = 0;
  g_autofree char *growth = NULL;

  for (guint i = 0; trend != NULL && i < trend->groups->len; i++)
    {
      const HfsTrendGroup *group = g_ptr_array_index (trend->groups, i);
      double factor = group->values[0] > 0 ? group->values[trend->n_dates - 1] / group->values[0] : 0;

      if (factor > most)
        {
          most = factor;
          fastest = group;
        }
    }
  if (fastest == NULL)
    return NULL;
  growth = hfs_format_decimal (most, 1);
  hfs_remark_say (remark, g_strdup_printf (_("Most models are for English. One language grew most from 2024 to 2025, to %2$s times as many: %1$s."), fastest->label, growth));
  finish (remark, trend, "languages?measure=models", _("How many models are there for each language?"));
  return g_steal_pointer (&remark);
}

/* Data sets for robotics. */
HfsRemark *
hfs_remark_robotics_datasets (HfsEngine  *engine,
                              HfsQuery   *query,
                              GError    **error)
{
  g_autoptr (HfsTrend) trend = hfs_trend_load ("new-datasets-by-task", HFS_TREND_AS_IS, error);
  const HfsTrendGroup *group = trend ? hfs_trend_find (trend, "robotics") : NULL;
  g_autoptr (HfsRemark) remark = hfs_remark_new ();

  if (group == NULL)
    return NULL;
  if (!hfs_remark_quote (remark, "spring-2026/robotics", error))
    return NULL;
  hfs_remark_say (remark, g_strdup (_("Another count of the same time says this.")));
  for (guint i = 0; i < trend->n_dates; i++)
    if (!isnan (group->values[i]))
      {
        g_autofree char *date = hfs_format_date (trend->dates[i]);

        /* Translators: a row of a list: new data sets of the year that ends on a day. */
        hfs_remark_add_row (remark, NULL, date, hfs_format_integer ((gint64) group->values[i]), NULL, NULL);
      }
  remark->scope = g_strdup (trend->note);
  remark->source = g_strdup (trend->source);
  return g_steal_pointer (&remark);
}

/* What the reader's own snapshots say. */
HfsRemark *
hfs_remark_own_history (HfsEngine  *engine,
                        HfsQuery   *query,
                        GError    **error)
{
  g_autoptr (HfsResult) result = hfs_remark_ask (engine, query, HFS_DIMENSION_COUNTRIES, error, "share", "1", "top", "5", "over", "time", NULL);
  g_autoptr (HfsRemark) remark = hfs_remark_new ();

  if (result == NULL)
    return NULL;
  hfs_remark_say (remark, hfs_result_dup_summary (result));
  if (hfs_result_get_n_moments (result) > 1)
    hfs_remark_show (remark, g_steal_pointer (&result));
  return g_steal_pointer (&remark);
}
