/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-distribution.h"

#include "hfs-engine-private.h"
#include "hfs-statistics.h"

#include <math.h>

static const double parts[HFS_N_QUANTILES] = { 0, 0.25, 0.5, 0.75, 1 };

static void
distribution_free (gpointer data)
{
  HfsDistribution *distribution = data;

  g_free (distribution->key);
  g_free (distribution->label);
  g_free (distribution);
}

/* The models of all groups, group by group. */
typedef struct
{
  guint *ends;       /* (owned): where each group ends */
  gint64 *values;    /* (owned) */
  gint64 *weights;   /* (owned) (nullable) */
} Groups;

static void
groups_clear (Groups *groups)
{
  g_free (groups->ends);
  g_free (groups->values);
  g_free (groups->weights);
}

/* The row of the result that each code of the facet is in, -1 for none. */
static int *
find_rows (HfsResult      *result,
           const HfsFacet *facet)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  HfsDimensionId dimension = hfs_query_get_dimension (hfs_result_get_query (result));
  int *row_of_code = g_new (int, MAX (facet->keys->len, 1)), other = -1;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (hfs_result_get_row (result, i)->kind == HFS_ROW_OTHER)
      other = i;
    else
      g_hash_table_insert (rows, hfs_result_get_row (result, i)->key, GINT_TO_POINTER (i + 1));
  for (guint i = 0; i < facet->keys->len; i++)
    {
      const char *key = g_ptr_array_index (facet->keys, i);
      int row = GPOINTER_TO_INT (g_hash_table_lookup (rows, key));

      row_of_code[i] = row > 0 ? row - 1 : hfs_dimension_is_unclear (dimension, key) ? -1 : other;
    }
  return row_of_code;
}

/* Puts the models of each row of the result next to each other, keeping their order. */
static Groups
group_models (const HfsPopulation *population,
              const HfsFacet      *facet,
              const int           *row_of_code,
              guint                n_rows,
              HfsDistributionOf    of)
{
  const gint64 *parameters = hfs_snapshot_get_parameters (hfs_facets_get_snapshot (population->facets));
  Groups groups = { g_new0 (guint, n_rows + 1) };
  guint n = 0;

  for (guint turn = 0; turn < 2; turn++)
    {
      for (guint row = 0; row < population->n_rows; row++)
        {
          int group;

          if (!hfs_population_has (population, row) || (of != HFS_DISTRIBUTION_VALUES && parameters[row] <= 0))
            continue;
          group = row_of_code[hfs_column_get (facet->codes, row)];
          if (group < 0)
            continue;
          if (turn == 1 && groups.weights != NULL)
            groups.weights[groups.ends[group]] = hfs_population_value (population, row);
          if (turn == 1)
            groups.values[groups.ends[group]] = of == HFS_DISTRIBUTION_VALUES ? hfs_population_value (population, row) : parameters[row];
          groups.ends[group]++;
          n += turn == 0;
        }
      if (turn == 1)
        break;
      /* The counts become the places where the groups begin, and in the second turn where they end. */
      for (guint i = 0, begin = 0; i <= n_rows; i++)
        {
          guint count = groups.ends[i];

          groups.ends[i] = begin;
          begin += count;
        }
      groups.values = g_new (gint64, MAX (n, 1));
      if (of == HFS_DISTRIBUTION_PARAMETERS_WEIGHTED)
        groups.weights = g_new (gint64, MAX (n, 1));
    }
  return groups;
}

static HfsDistribution *
distribute_group (const HfsResultRow *row,
                  gint64             *values,
                  const gint64       *weights,
                  guint               n)
{
  HfsDistribution *distribution = g_new0 (HfsDistribution, 1);

  distribution->key = g_strdup (row->key);
  distribution->label = g_strdup (row->label);
  distribution->kind = row->kind;
  distribution->models = row->models;
  distribution->counted = n;
  if (weights == NULL)
    hfs_statistics_sort (values, n);
  distribution->mean = weights ? hfs_statistics_weighted_mean (values, weights, n) : hfs_statistics_mean (values, n);
  for (guint i = 0; i < HFS_N_QUANTILES; i++)
    distribution->quantiles[i] = weights ? hfs_statistics_weighted_quantile (values, weights, n, parts[i])
                                         : hfs_statistics_quantile (values, n, parts[i]);
  return distribution;
}

static GPtrArray *
distribute (HfsEngine          *engine,
            HfsQuery           *query,
            HfsFacets          *facets,
            HfsDistributionOf   of,
            GError            **error)
{
  HfsDimensionId dimension = hfs_query_get_dimension (query);
  g_autoptr (HfsQuery) alone = hfs_query_with (query, "by", NULL, NULL);
  g_autoptr (HfsResult) result = hfs_engine_run_on (engine, alone, hfs_facets_get_snapshot (facets), NULL, error);
  HfsPopulation population = { NULL };
  g_autofree guint8 *mask = NULL;
  g_autofree int *row_of_code = NULL;
  GPtrArray *distributions;
  const HfsFacet *facet;
  Groups groups;

  if (result == NULL || !hfs_engine_find_population (facets, query, 0, &population, error))
    return NULL;
  mask = population.mask;
  facet = hfs_facets_get_for (facets, dimension, query);
  row_of_code = find_rows (result, facet);
  groups = group_models (&population, facet, row_of_code, hfs_result_get_n_rows (result), of);
  distributions = g_ptr_array_new_with_free_func (distribution_free);
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      guint from = i > 0 ? groups.ends[i - 1] : 0;

      g_ptr_array_add (distributions, distribute_group (hfs_result_get_row (result, i), groups.values + from,
                                                        groups.weights ? groups.weights + from : NULL, groups.ends[i] - from));
    }
  groups_clear (&groups);
  return distributions;
}

static gboolean
check_groups (HfsQuery  *query,
              GError   **error)
{
  if (hfs_dimension_get (hfs_query_get_dimension (query))->groups)
    return TRUE;
  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE, "“%s” has no groups of models.",
               hfs_dimension_get (hfs_query_get_dimension (query))->name);
  return FALSE;
}

/**
 * hfs_engine_distribute_on:
 * @snapshot: what is asked about, whatever the query says
 *
 * As [method@Engine.distribute], of a snapshot that the caller has.
 *
 * Returns: (transfer container) (element-type HfsDistribution) (nullable): the groups in the order of the rows of the
 *   answer to @query, or %NULL with @error set
 */
GPtrArray *
hfs_engine_distribute_on (HfsEngine          *engine,
                          HfsQuery           *query,
                          HfsSnapshot        *snapshot,
                          HfsDistributionOf   of,
                          GError            **error)
{
  g_autoptr (HfsFacets) facets = NULL;

  if (!check_groups (query, error))
    return NULL;
  facets = hfs_engine_keep (engine, snapshot);
  return distribute (engine, query, facets, of, error);
}

/**
 * hfs_engine_distribute:
 * @query: one whose rows are groups of models
 *
 * Finds how a number is spread over the models of each group. Blocks while a snapshot is opened.
 *
 * Returns: (transfer container) (element-type HfsDistribution) (nullable): the groups in the order of the rows of the
 *   answer to @query, or %NULL with @error set
 */
GPtrArray *
hfs_engine_distribute (HfsEngine          *engine,
                       HfsQuery           *query,
                       HfsDistributionOf   of,
                       GError            **error)
{
  g_autoptr (HfsFacets) facets = NULL;

  if (!check_groups (query, error) || (facets = hfs_engine_open (engine, hfs_query_get_snapshot (query), error)) == NULL)
    return NULL;
  return distribute (engine, query, facets, of, error);
}
