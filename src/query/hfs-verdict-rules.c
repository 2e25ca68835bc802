/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-verdict-private.h"

/* The rules that hfs-verdict.h states, one by one: what a claim and a number of ours have in common. */

/* Days: our data may be this much older than a claim and still be of its time. */
#define OLDER 45
/* Days: our data have to be this much later before a difference can be called a move. */
#define LATER 31

/* Days from @from to @to; both are checked dates. */
static int
days_between (const char *from,
              const char *to)
{
  GDate a, b;

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_parse (&a, from);
  g_date_set_parse (&b, to);
  return g_date_valid (&a) && g_date_valid (&b) ? g_date_days_between (&a, &b) : 0;
}

/**
 * hfs_finding_get_window:
 *
 * Returns: which time the number is about
 */
HfsWindowKind
hfs_finding_get_window (const HfsFinding *finding)
{
  switch (hfs_query_get_measure (finding->query))
    {
    case HFS_MEASURE_DOWNLOADS:
      return HFS_WINDOW_DAYS_30;
    case HFS_MEASURE_DOWNLOADS_ALL_TIME:
      return HFS_WINDOW_ALL_TIME;
    case HFS_MEASURE_MODELS:
    case HFS_MEASURE_LIKES:
    case HFS_N_MEASURES:
    default:
      return HFS_WINDOW_ON_DATE;
    }
}

static gboolean
has_filter (HfsQuery *query)
{
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (hfs_query_get_filter (query, i) != NULL)
      return TRUE;
  return hfs_query_get_search (query) != NULL;
}

/* Whether the claim and our number are about the same models. */
gboolean
hfs_claim_is_population_alike (HfsClaim         *claim,
                               const HfsFinding *finding)
{
  const HfsSnapshotInfo *info = finding->snapshot;
  gint64 depth = hfs_claim_get_depth (claim);
  gboolean by_likes = hfs_query_get_measure (finding->query) == HFS_MEASURE_LIKES;
  gboolean by_both = hfs_claim_get_recipe (claim)->statistic == HFS_STATISTIC_OVERLAP;

  switch (hfs_claim_get_scope (claim))
    {
    case HFS_SCOPE_HUB:
    case HFS_SCOPE_PUBLISHERS:
      return info->complete;
    case HFS_SCOPE_TOP:
      if (info->complete)
        return TRUE;
      return !has_filter (finding->query) && (by_likes || info->most_downloaded >= depth) &&
             (!(by_likes || by_both) || info->most_liked >= depth);
    case HFS_SCOPE_CHOSEN:
    case HFS_SCOPE_OUTSIDE:
    case HFS_N_SCOPES:
    default:
      return FALSE;
    }
}

/* Whether our number is as the comparison asks. @ours is in the unit and the scale of the figure, or a ratio where that is
 * what is compared. */
gboolean
hfs_figure_agrees_with (const HfsFigure *figure,
                        HfsComparison    comparison,
                        double           tolerance,
                        gboolean         earlier,
                        double           ours)
{
  double low = figure->kind == HFS_FIGURE_CHANGE && !earlier ? figure->until : figure->value;
  double high = figure->kind == HFS_FIGURE_CHANGE && earlier ? figure->value : figure->until;

  switch (comparison)
    {
    case HFS_COMPARISON_AT_LEAST:
      return ours >= low - tolerance;
    case HFS_COMPARISON_AT_MOST:
      return ours <= high + tolerance;
    case HFS_COMPARISON_GREATER:
      return ours > 1;
    case HFS_COMPARISON_EQUALS:
    case HFS_N_COMPARISONS:
    default:
      return ours >= low - tolerance && ours <= high + tolerance;
    }
}

/**
 * hfs_claim_agrees_with:
 * @claim: a claim with a recipe
 * @value: a number of ours; a share is 1 for all
 *
 * Returns: whether the number is as the claim says, whatever rule it follows
 */
gboolean
hfs_claim_agrees_with (HfsClaim *claim,
                       double    value)
{
  const HfsRecipe *recipe = hfs_claim_get_recipe (claim);
  const HfsFigure *figure = hfs_claim_get_figure (claim, 0);
  double ours = hfs_statistic_is_share (recipe->statistic) ? value * 100 : value / figure->scale;

  return hfs_figure_agrees_with (figure, recipe->comparison, recipe->tolerance, recipe->earlier,
                                 recipe->comparison == HFS_COMPARISON_GREATER ? value : ours);
}

/* Whether our number is of too early a date for the claim; a recipe that names a snapshot wants that date. */
gboolean
hfs_claim_is_too_new_for (HfsClaim         *claim,
                          const HfsFinding *finding)
{
  gboolean is_named = !g_str_equal (hfs_query_get_snapshot (hfs_claim_get_recipe (claim)->query), HFS_SNAPSHOT_LATEST);

  return !is_named && days_between (finding->snapshot->date, hfs_claim_get_window_end (claim)) > OLDER;
}

/* Whether our number is of so late a date, `YYYY-MM-DD`, that the matter may have moved since. */
gboolean
hfs_claim_is_overtaken_by (HfsClaim   *claim,
                           const char *date)
{
  return days_between (hfs_claim_get_window_end (claim), date) > LATER;
}
