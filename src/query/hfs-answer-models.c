/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer.h"

#include "hfs-countries.h"
#include "hfs-result-private.h"

static HfsModelFacts *
facts_of (HfsResult     *result,
          HfsPublishers *publishers,
          HfsSnapshot   *snapshot,
          guint          row)
{
  HfsModelFacts *facts = g_new0 (HfsModelFacts, 1);
  const char *id = hfs_snapshot_get_model_id (snapshot, row);
  g_autofree char *owned = NULL;
  const char *account = hfs_publishers_account_of (publishers, id, &owned);
  const HfsPublisher *publisher = hfs_publishers_lookup_model (publishers, hfs_query_get_attribution (result->query), id);

  facts->publisher = g_strdup (account ? account : "");
  facts->country = g_strdup (publisher ? publisher->country : HFS_COUNTRY_UNKNOWN);
  facts->developer_type = g_strdup (hfs_developer_type_get_key (publisher ? publisher->type : HFS_DEVELOPER_UNKNOWN));
  facts->task = g_strdup (hfs_dictionary_get_word (hfs_snapshot_get_dictionary (snapshot, HFS_WORD_TASK),
                                                   hfs_snapshot_get_codes (snapshot, HFS_WORD_TASK)[row]));
  facts->parameters = hfs_snapshot_get_parameters (snapshot)[row];
  facts->active_parameters = hfs_snapshot_get_active_parameters (snapshot, row);
  facts->size_source = hfs_size_source_get_key (hfs_snapshot_get_size_source (snapshot, row));
  return facts;
}

/* The model's value in the snapshot compared with, 0 when it is not there. */
static gint64
find_before (const HfsPopulation *before,
             const char          *id)
{
  guint row;

  if (!hfs_snapshot_find_model (hfs_facets_get_snapshot (before->facets), id, &row) || row >= before->n_rows ||
      !hfs_population_has (before, row))
    return 0;
  return hfs_population_value (before, row);
}

/* Models that were counted before and are not now. */
static void
add_gone (GPtrArray           *rows,
          const HfsPopulation *now,
          const HfsPopulation *before)
{
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (now->facets);
  HfsSnapshot *old = hfs_facets_get_snapshot (before->facets);

  for (guint i = 0; i < before->n_rows; i++)
    {
      const char *id = hfs_snapshot_get_model_id (old, i);
      HfsResultRow *row;
      guint found;

      if (!hfs_population_has (before, i) ||
          (hfs_snapshot_find_model (snapshot, id, &found) && found < now->n_rows && hfs_population_has (now, found)))
        continue;
      row = hfs_result_row_new (HFS_ROW_CLEAR, id, id);
      row->before = hfs_population_value (before, i);
      g_ptr_array_add (rows, row);
    }
}

/**
 * hfs_answer_models:
 * @before: (nullable): the population of the snapshot compared with
 *
 * Answers a question whose rows are models.
 */
void
hfs_answer_models (HfsResult           *result,
                   HfsPublishers       *publishers,
                   const HfsPopulation *now,
                   const HfsPopulation *before)
{
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (now->facets);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < now->n_rows; i++)
    {
      const char *id;
      HfsResultRow *row;

      if (!hfs_population_has (now, i))
        continue;
      id = hfs_snapshot_get_model_id (snapshot, i);
      row = hfs_result_row_new (HFS_ROW_CLEAR, id, id);
      row->value = hfs_population_value (now, i);
      row->models = 1;
      row->before = before ? find_before (before, id) : 0;
      g_ptr_array_add (rows, row);
    }
  result->n_models = rows->len;
  if (before != NULL)
    add_gone (rows, now, before);
  hfs_answer_finish (result, rows);

  for (guint i = 0; i < result->rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);
      guint found;

      if (row->kind == HFS_ROW_CLEAR && hfs_snapshot_find_model (snapshot, row->key, &found))
        row->facts = facts_of (result, publishers, snapshot, found);
    }
}
