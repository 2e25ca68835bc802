/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer.h"

#include "hfs-format.h"
#include "hfs-result-private.h"
#include "hfs-statistics.h"

/* What the rows of an answer are in one of the snapshots. */
typedef struct
{
  HfsResult *result;
  const HfsPopulation *population;
  gint64 *values;  /* (owned): one a row */
} Moment;

static gint64
sum_population (const HfsPopulation *population)
{
  gint64 sum = 0;

  for (guint row = 0; row < population->n_rows; row++)
    if (hfs_population_has (population, row))
      sum += hfs_population_value (population, row);
  return sum;
}

/* A row of groups that the answer does not show apart is in the row of all others. */
static void
find_groups (Moment *moment)
{
  HfsQuery *query = moment->result->query;
  HfsDimensionId dimension = hfs_query_get_dimension (query);
  const HfsFacet *facet = hfs_facets_get_for (moment->population->facets, dimension, query);
  g_autoptr (HfsSums) sums = hfs_grouping_sum (moment->population, facet->codes, facet->keys->len);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  int other = -1;

  for (guint i = 0; i < moment->result->rows->len; i++)
    if (hfs_result_get_row (moment->result, i)->kind == HFS_ROW_OTHER)
      other = i;
    else
      g_hash_table_insert (rows, hfs_result_get_row (moment->result, i)->key, GINT_TO_POINTER (i + 1));
  for (guint i = 0; i < facet->keys->len; i++)
    {
      const char *key = g_ptr_array_index (facet->keys, i);
      int row = GPOINTER_TO_INT (g_hash_table_lookup (rows, key)) - 1;

      if (row < 0 && !hfs_dimension_is_unclear (dimension, key))
        row = other;
      if (row >= 0)
        moment->values[row] += sums->values[i];
    }
}

static void
find_models (Moment *moment)
{
  const HfsPopulation *population = moment->population;
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (population->facets);
  gint64 rest = sum_population (population);
  int other = -1;

  for (guint i = 0; i < moment->result->rows->len; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (moment->result, i);
      guint found;

      if (row->kind == HFS_ROW_OTHER)
        other = i;
      else if (hfs_snapshot_find_model (snapshot, row->key, &found) && found < population->n_rows &&
               hfs_population_has (population, found))
        rest -= moment->values[i] = hfs_population_value (population, found);
    }
  if (other >= 0)
    moment->values[other] = rest;
}

/* What the shares of one moment are of. */
static gint64
find_denominator (const Moment *moment)
{
  HfsDimensionId dimension = hfs_query_get_dimension (moment->result->query);
  gint64 sum = 0;

  if (dimension == HFS_DIMENSION_CONCENTRATION || dimension == HFS_DIMENSION_MODELS)
    return sum_population (moment->population);
  for (guint i = 0; i < moment->result->rows->len; i++)
    sum += moment->values[i];
  return sum;
}

/* The groups of all snapshots: what is gone today has a row too. */
static void
answer_groups (HfsResult           *result,
               const HfsPopulation *populations,
               guint                n_populations)
{
  HfsDimensionId dimension = hfs_query_get_dimension (result->query);
  const HfsFacet *facet = hfs_facets_get_for (populations->facets, dimension, result->query);
  g_autoptr (HfsSums) sums = hfs_grouping_sum (populations, facet->codes, facet->keys->len);
  g_autoptr (GArray) tallies = hfs_answer_tally (result->query, dimension, facet, sums, NULL, NULL);
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tallies->len; i++)
    g_hash_table_add (there, (gpointer) g_array_index (tallies, HfsTally, i).key);
  for (guint p = 1; p < n_populations; p++)
    {
      const HfsFacet *old_facet = hfs_facets_get_for (populations[p].facets, dimension, result->query);
      g_autoptr (HfsSums) old_sums = hfs_grouping_sum (&populations[p], old_facet->codes, old_facet->keys->len);
      g_autoptr (GArray) old = hfs_answer_tally (result->query, dimension, old_facet, old_sums, NULL, NULL);

      for (guint i = 0; i < old->len; i++)
        {
          HfsTally tally = { g_array_index (old, HfsTally, i).key, g_array_index (old, HfsTally, i).kind, -1 };

          if (g_hash_table_add (there, (gpointer) tally.key))
            g_array_append_val (tallies, tally);
        }
    }
  hfs_answer_finish (result, tallies);
}

static gboolean
is_earlier (const HfsPopulation *a,
            const HfsPopulation *b)
{
  return hfs_snapshot_info_compare (hfs_snapshot_get_info (hfs_facets_get_snapshot (a->facets)),
                                    hfs_snapshot_get_info (hfs_facets_get_snapshot (b->facets))) < 0;
}

/* The populations from the earliest to the latest. */
static GPtrArray *
order_by_time (const HfsPopulation *populations,
               guint                n_populations)
{
  GPtrArray *ordered = g_ptr_array_new ();

  for (guint p = 0; p < n_populations; p++)
    {
      guint place = ordered->len;

      while (place > 0 && is_earlier (&populations[p], g_ptr_array_index (ordered, place - 1)))
        place--;
      g_ptr_array_insert (ordered, place, (gpointer) &populations[p]);
    }
  return ordered;
}

static void
add_moment (HfsResult           *result,
            const HfsPopulation *population,
            guint                index,
            guint                n_moments)
{
  const HfsSnapshotInfo *info = hfs_snapshot_get_info (hfs_facets_get_snapshot (population->facets));
  HfsDimensionId dimension = hfs_query_get_dimension (result->query);
  Moment moment = { result, population, g_new0 (gint64, result->rows->len + 1) };
  g_autofree char *date = hfs_format_date (info->date);
  gint64 denominator;

  if (dimension == HFS_DIMENSION_MODELS)
    find_models (&moment);
  else if (dimension == HFS_DIMENSION_CONCENTRATION)
    hfs_answer_sum_tops (population, moment.values);
  else
    find_groups (&moment);
  denominator = find_denominator (&moment);
  g_array_append_val (result->series_totals, denominator);
  g_ptr_array_add (result->series, hfs_series_new (HFS_ROW_CLEAR, info->id, date));
  for (guint i = 0; i < result->rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);

      if (row->series == NULL)
        row->series = g_new0 (gint64, n_moments);
      row->series[index] = moment.values[i];
    }
  g_free (moment.values);
}

/**
 * hfs_answer_over_time:
 * @populations: (array length=n_populations): the models of each snapshot, the one asked about first
 *
 * Answers a question about several moments: the rows are those of the snapshot asked about, the series are the
 * snapshots from the earliest to the latest.
 */
void
hfs_answer_over_time (HfsResult           *result,
                      HfsPublishers       *publishers,
                      const HfsPopulation *populations,
                      guint                n_populations)
{
  HfsDimensionId dimension = hfs_query_get_dimension (result->query);
  g_autoptr (GPtrArray) ordered = order_by_time (populations, n_populations);

  if (dimension == HFS_DIMENSION_MODELS)
    hfs_answer_models (result, publishers, populations, NULL);
  else if (dimension == HFS_DIMENSION_CONCENTRATION)
    hfs_answer_concentration (result, populations, NULL);
  else
    answer_groups (result, populations, n_populations);
  hfs_answer_add_facts (result, publishers);
  for (guint i = 0; i < ordered->len; i++)
    add_moment (result, g_ptr_array_index (ordered, i), i, ordered->len);
}
