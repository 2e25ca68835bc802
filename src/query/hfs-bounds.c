/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bounds.h"

#include "hfs-countries.h"
#include "hfs-format.h"

#include <glib/gi18n-lib.h>

/* “International” is an answer of its own: such a model has no single country, and more knowledge would not give it one. */
static gboolean
is_unknown (const HfsResultRow *row)
{
  return row->kind == HFS_ROW_UNCLEAR && !g_str_equal (row->key, HFS_COUNTRY_INTERNATIONAL);
}

static double
sum_keys (HfsResult          *result,
          const char * const *keys)
{
  double sum = 0;

  for (; *keys != NULL; keys++)
    {
      const HfsResultRow *row = hfs_result_find_row (result, *keys);

      sum += row ? row->value : 0;
    }
  return sum;
}

static double
sum_unknown (HfsResult *result)
{
  double sum = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (is_unknown (hfs_result_get_row (result, i)))
      sum += hfs_result_get_row (result, i)->value;
  return sum;
}

/* A number about the unknown itself has no bounds by the unknown. */
static gboolean
asks_for_unknown (HfsResult          *result,
                  const char * const *keys)
{
  for (; *keys != NULL; keys++)
    if (hfs_dimension_is_unclear (hfs_query_get_dimension (hfs_result_get_query (result)), *keys))
      return TRUE;
  return FALSE;
}

static gboolean
can_bound (HfsResult          *result,
           const char * const *rows)
{
  return hfs_query_get_shows_unknown (hfs_result_get_query (result)) && hfs_result_get_total (result) > 0 &&
         hfs_result_get_dimension (result)->unclear != NULL && !asks_for_unknown (result, rows);
}

/**
 * hfs_bounds_of_share:
 * @result: an answer that shows its unknown rows
 * @rows: (array zero-terminated=1): keys of rows, summed
 * @bounds: (out): the bounds of their share of the whole
 *
 * Returns: whether the answer has an unknown part that could belong to the rows
 */
gboolean
hfs_bounds_of_share (HfsResult          *result,
                     const char * const *rows,
                     HfsBounds          *bounds)
{
  double total = hfs_result_get_total (result), own = sum_keys (result, rows), unknown = sum_unknown (result);

  if (!can_bound (result, rows))
    return FALSE;
  bounds->unknown = unknown / total;
  bounds->values[HFS_BOUND_COUNTED] = own / total;
  bounds->values[HFS_BOUND_LEAST] = own / total;
  bounds->values[HFS_BOUND_PROPORTIONAL] = total > unknown ? own / (total - unknown) : own / total;
  bounds->values[HFS_BOUND_MOST] = (own + unknown) / total;
  return TRUE;
}

/**
 * hfs_bounds_of_ratio:
 * @result: an answer that shows its unknown rows
 * @rows: (array zero-terminated=1): keys of rows, summed
 * @against: (array zero-terminated=1): keys of the rows that they are divided by
 * @bounds: (out): the bounds of the ratio
 *
 * Returns: whether the answer has an unknown part that could belong to either
 */
gboolean
hfs_bounds_of_ratio (HfsResult          *result,
                     const char * const *rows,
                     const char * const *against,
                     HfsBounds          *bounds)
{
  double own = sum_keys (result, rows), other = sum_keys (result, against), unknown = sum_unknown (result);

  if (!can_bound (result, rows) || asks_for_unknown (result, against) || !(other > 0))
    return FALSE;
  bounds->unknown = unknown / hfs_result_get_total (result);
  bounds->values[HFS_BOUND_COUNTED] = own / other;
  bounds->values[HFS_BOUND_LEAST] = own / (other + unknown);
  bounds->values[HFS_BOUND_PROPORTIONAL] = own / other;
  bounds->values[HFS_BOUND_MOST] = (own + unknown) / other;
  return TRUE;
}

/**
 * hfs_bounds_of_verdict:
 * @bounds: (out): the bounds of our number
 *
 * Asks what the unknown could do to the number that a claim was judged by. Blocks while a snapshot is opened.
 *
 * Returns: whether it could do anything
 */
gboolean
hfs_bounds_of_verdict (HfsVerdict *verdict,
                       HfsEngine  *engine,
                       HfsBounds  *bounds)
{
  const HfsFinding *finding = hfs_verdict_get_finding (verdict);
  const HfsRecipe *recipe = hfs_claim_get_recipe (hfs_verdict_get_claim (verdict));
  g_autoptr (HfsQuery) query = NULL;
  g_autoptr (HfsResult) result = NULL;
  gboolean done;

  if (finding == NULL || (recipe->statistic != HFS_STATISTIC_SHARE && recipe->statistic != HFS_STATISTIC_RATIO) ||
      hfs_query_get_dimension (finding->query) == HFS_DIMENSION_MODELS)
    return FALSE;
  query = hfs_query_with (finding->query, "unknown", NULL, NULL);
  result = hfs_engine_run (engine, query, NULL);
  if (result == NULL)
    return FALSE;
  done = recipe->statistic == HFS_STATISTIC_SHARE
         ? hfs_bounds_of_share (result, (const char * const *) recipe->rows, bounds)
         : hfs_bounds_of_ratio (result, (const char * const *) recipe->rows, (const char * const *) recipe->against, bounds);
  bounds->values[HFS_BOUND_COUNTED] = finding->value;
  return done && bounds->unknown > 0;
}

/**
 * hfs_bounds_count:
 *
 * Returns: in how many of the cases the number is as the claim says
 */
guint
hfs_bounds_count (const HfsBounds *bounds,
                  HfsClaim        *claim)
{
  guint n = 0;

  for (guint i = 0; i < HFS_N_BOUNDS; i++)
    n += hfs_claim_agrees_with (claim, bounds->values[i]);
  return n;
}

static char *
dup_value (double        value,
           HfsStatistic  statistic)
{
  g_autofree char *number = NULL;

  if (hfs_statistic_is_share (statistic))
    return hfs_format_share (value);
  number = hfs_format_decimal (value, 2);
  return g_strdup_printf (_("%s times"), number);
}

/**
 * hfs_bounds_dup_sentence:
 * @claim: what the bounds are about
 *
 * Returns: (transfer full): the range, and in how many cases the claim holds, in plain sentences
 */
char *
hfs_bounds_dup_sentence (const HfsBounds *bounds,
                         HfsClaim        *claim)
{
  HfsStatistic statistic = hfs_claim_get_recipe (claim)->statistic;
  g_autofree char *unknown = hfs_format_share (bounds->unknown);
  g_autofree char *least = dup_value (bounds->values[HFS_BOUND_LEAST], statistic);
  g_autofree char *proportional = dup_value (bounds->values[HFS_BOUND_PROPORTIONAL], statistic);
  g_autofree char *most = dup_value (bounds->values[HFS_BOUND_MOST], statistic);
  g_autofree char *holding = hfs_format_integer (hfs_bounds_count (bounds, claim));
  g_autofree char *cases = hfs_format_integer (HFS_N_BOUNDS);

  /* Translators: the share that is unknown; the number if none of it, a fair part of it, or all of it belongs here;
   * in how many cases the claim holds, such as “3 of 4”. */
  return g_strdup_printf (_("For %1$s of what is counted the answer is unknown. If none of it belonged here, our number would be %2$s; "
                            "if it were spread like the rest, %3$s; if all of it did, %4$s. The claim holds in %5$s of %6$s cases."),
                          unknown, least, proportional, most, holding, cases);
}

/**
 * hfs_bounds_dup_row_sentence:
 * @bounds: of a share
 * @label: what readers see for the row
 *
 * Returns: (transfer full): the range of one row of an answer, in plain sentences
 */
char *
hfs_bounds_dup_row_sentence (const HfsBounds *bounds,
                             const char      *label)
{
  g_autofree char *least = hfs_format_share (bounds->values[HFS_BOUND_LEAST]);
  g_autofree char *proportional = hfs_format_share (bounds->values[HFS_BOUND_PROPORTIONAL]);
  g_autofree char *most = hfs_format_share (bounds->values[HFS_BOUND_MOST]);

  /* Translators: a row such as “China”; its share if none, a fair part or all of the unknown belongs to it. */
  return g_strdup_printf (_("%1$s has %2$s if none of the unknown belongs to it, %3$s if the unknown is spread like the rest, and %4$s if all of it does."),
                          label, least, proportional, most);
}
