/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-row-models.h"

/* Adds the filter that lets only one key of a dimension through; takes @query. */
static HfsQuery *
narrow (HfsQuery       *query,
        HfsDimensionId  dimension,
        const char     *key)
{
  g_autoptr (HfsQuery) wide = query;
  const char *filter = hfs_dimension_get (dimension)->filter;
  g_autofree char *value = g_uri_escape_string (key, "/:@", FALSE);

  return filter ? hfs_query_with (wide, filter, value, NULL) : NULL;
}

/**
 * hfs_result_ask_for_models:
 * @row: number of a row
 * @series: number of a series, or %G_MAXUINT for the whole row
 *
 * Makes the query for the models that a part of an answer is about, counted as there.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL when none can ask for just these, as for the sum of all others
 */
HfsQuery *
hfs_result_ask_for_models (HfsResult *self,
                           guint      row,
                           guint      series)
{
  static const char * const left_out[] = { "by", "compare", "over", "unknown", "share" };
  HfsQuery *query = hfs_result_get_query (self);
  const HfsResultRow *of = hfs_result_get_row (self, row);
  const HfsResultSeries *part = series < hfs_result_get_n_series (self) ? hfs_result_get_series (self, series) : NULL;
  HfsDimensionId by;
  HfsQuery *models;

  if (of->kind == HFS_ROW_OTHER || (part != NULL && part->kind == HFS_ROW_OTHER) ||
      hfs_query_get_dimension (query) == HFS_DIMENSION_MODELS)
    return NULL;
  models = narrow (hfs_query_with_name (query, HFS_DIMENSION_MODELS), hfs_query_get_dimension (query), of->key);
  if (models != NULL && part != NULL && hfs_query_get_by (query, &by))
    models = narrow (models, by, part->key);
  for (guint i = 0; models != NULL && i < G_N_ELEMENTS (left_out); i++)
    {
      g_autoptr (HfsQuery) longer = models;

      models = hfs_query_with (longer, left_out[i], NULL, NULL);
    }
  return models;
}
