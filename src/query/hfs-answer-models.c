/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer.h"

#include "hfs-countries.h"
#include "hfs-result-private.h"
#include "hfs-top-models.h"

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
                                                   hfs_column_get (hfs_snapshot_get_word_column (snapshot, HFS_WORD_TASK), row)));
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
add_gone (GArray              *tallies,
          const HfsPopulation *now,
          const HfsPopulation *before)
{
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (now->facets);
  HfsSnapshot *old = hfs_facets_get_snapshot (before->facets);

  for (guint i = 0; i < before->n_rows; i++)
    {
      const char *id = hfs_snapshot_get_model_id (old, i);
      HfsTally gone = { id, HFS_ROW_CLEAR, -1, .before = hfs_population_has (before, i) ? hfs_population_value (before, i) : 0 };
      guint found;

      if (!hfs_population_has (before, i) ||
          (hfs_snapshot_find_model (snapshot, id, &found) && found < now->n_rows && hfs_population_has (now, found)))
        continue;
      g_array_append_val (tallies, gone);
    }
}

static void
add_model (GArray              *tallies,
           const HfsPopulation *now,
           const HfsPopulation *before,
           guint                row)
{
  const char *id = hfs_snapshot_get_model_id (hfs_facets_get_snapshot (now->facets), row);
  HfsTally tally = { id, HFS_ROW_CLEAR, row, hfs_population_value (now, row), 1, before ? find_before (before, id) : 0 };

  g_array_append_val (tallies, tally);
}

/* The first models and one that stands for all others: a whole Hub has too many for a tally each. */
static void
add_top (GArray              *tallies,
         const HfsPopulation *now,
         guint                top)
{
  guint n;
  g_autofree guint *rows = hfs_top_models_find (now, top, &n);
  HfsTally others = { "other", HFS_ROW_OTHER, -1 };

  for (guint row = 0; row < now->n_rows; row++)
    if (hfs_population_has (now, row))
      {
        others.value += hfs_population_value (now, row);
        others.models++;
      }
  for (guint i = 0; i < n; i++)
    {
      add_model (tallies, now, NULL, rows[i]);
      others.value -= hfs_population_value (now, rows[i]);
      others.models--;
    }
  if (others.models > 0)
    g_array_append_val (tallies, others);
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
  g_autoptr (GArray) tallies = g_array_new (FALSE, TRUE, sizeof (HfsTally));
  guint top = hfs_query_get_top (result->query);

  if (top > 0 && before == NULL)
    add_top (tallies, now, top);
  else
    for (guint row = 0; row < now->n_rows; row++)
      if (hfs_population_has (now, row))
        add_model (tallies, now, before, row);
  if (before != NULL)
    add_gone (tallies, now, before);
  hfs_answer_finish (result, tallies);

  for (guint i = 0; i < tallies->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);
      int code = g_array_index (tallies, HfsTally, i).code;
      guint found = code;

      if (code >= 0 || (row->kind == HFS_ROW_CLEAR && hfs_snapshot_find_model (snapshot, row->key, &found)))
        row->facts = facts_of (result, publishers, snapshot, found);
    }
}
