/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-finding-private.h"

#include <glib/gi18n-lib.h>

static double
sum_rows (HfsResult          *result,
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

static gint64
count_models (HfsResult          *result,
              const char * const *keys)
{
  gint64 n = 0;

  if (*keys == NULL)
    return hfs_result_get_n_models (result);
  for (; *keys != NULL; keys++)
    {
      const HfsResultRow *row = hfs_result_find_row (result, *keys);

      n += row ? row->models : 0;
    }
  return n;
}

/* What the first publishers have, by what is known of them. */
static gboolean
measure_publishers (HfsFinding       *finding,
                    const HfsRecipe  *recipe,
                    HfsResult        *result,
                    GError          **error)
{
  gboolean by_country = hfs_query_get_dimension (recipe->query) == HFS_DIMENSION_COUNTRIES;
  double part = 0, whole = 0;
  guint n = 0;

  finding->n_models = 0;
  for (guint i = 0; i < hfs_result_get_n_rows (result) && n < recipe->count; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);

      if (row->kind != HFS_ROW_CLEAR)
        continue;
      n++;
      whole += row->value;
      finding->n_models += row->models;
      if (g_strv_contains ((const char * const *) recipe->rows,
                           by_country ? row->facts->country : row->facts->developer_type))
        part += row->value;
    }
  return hfs_finding_set_quotient (finding, part, whole, error);
}

static gboolean
measure_rank (HfsFinding       *finding,
              HfsResult        *result,
              const char       *key,
              GError          **error)
{
  const HfsResultRow *row = hfs_result_find_row (result, key);

  if (row == NULL || row->rank == 0)
    return hfs_finding_fail_no_model (finding, error);
  return hfs_finding_set_number (finding, row->rank);
}

/* Whether everything falls into rows that are no answer: then the snapshot does not say. */
static gboolean
is_all_unclear (HfsResult *result)
{
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (hfs_result_get_row (result, i)->kind != HFS_ROW_UNCLEAR && hfs_result_get_row (result, i)->models > 0)
      return FALSE;
  return hfs_result_get_dimension (result)->unclear != NULL;
}

/* Makes the number of a recipe from the rows of a result. */
gboolean
hfs_finding_measure_groups (HfsFinding       *finding,
                            HfsEngine        *engine,
                            const HfsRecipe  *recipe,
                            GError          **error)
{
  const char * const *rows = (const char * const *) recipe->rows;
  GError *raised = NULL;
  g_autoptr (HfsQuery) query = recipe->statistic == HFS_STATISTIC_PUBLISHERS_SHARE
                               ? hfs_query_with_name (finding->query, HFS_DIMENSION_PUBLISHERS) : g_object_ref (finding->query);
  g_autoptr (HfsResult) result = hfs_engine_run (engine, query, &raised);
  double whole;

  if (result == NULL)
    return hfs_finding_fail (finding, raised, error);
  finding->n_models = hfs_result_get_n_models (result);
  if (finding->n_models == 0)
    return hfs_finding_fail_no_model (finding, error);
  if (recipe->statistic == HFS_STATISTIC_MODELS && *rows == NULL)
    return hfs_finding_set_number (finding, finding->n_models);
  if (recipe->statistic == HFS_STATISTIC_VALUE && *rows == NULL)
    return hfs_finding_set_number (finding, hfs_result_get_total (result));
  if (is_all_unclear (result))
    return hfs_finding_fail_not_stated (finding, _(hfs_result_get_dimension (result)->heading), error);
  if (recipe->statistic == HFS_STATISTIC_PUBLISHERS_SHARE)
    return measure_publishers (finding, recipe, result, error);
  if (recipe->statistic == HFS_STATISTIC_RANK)
    return measure_rank (finding, result, *rows, error);
  if (recipe->statistic == HFS_STATISTIC_MODELS)
    return hfs_finding_set_number (finding, count_models (result, rows));
  if (recipe->statistic == HFS_STATISTIC_VALUE)
    return hfs_finding_set_number (finding, sum_rows (result, rows));
  whole = recipe->statistic == HFS_STATISTIC_RATIO ? sum_rows (result, (const char * const *) recipe->against)
                                                   : hfs_result_get_denominator (result);
  return hfs_finding_set_quotient (finding, sum_rows (result, rows), whole, error);
}
