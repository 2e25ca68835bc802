/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-engine-private.h"

#include "hfs-dimension.h"
#include "hfs-result-private.h"

/* Whether a snapshot is of like scope: one that reaches less than half as far down the ranking as the one asked about
 * would cut all the others short. */
static gboolean
is_alike (const HfsSnapshotInfo *info,
          const HfsSnapshotInfo *asked)
{
  return hfs_snapshot_info_get_depth (info) >= hfs_snapshot_info_get_depth (asked) / 2;
}

/* Which of two snapshots of a day tells of it: the one asked about, or else the one that reaches further down. */
static gboolean
is_better (const HfsSnapshotInfo *info,
           const HfsSnapshotInfo *than,
           const HfsSnapshotInfo *asked)
{
  if (g_str_equal (than->id, asked->id))
    return FALSE;
  return g_str_equal (info->id, asked->id) ||
    hfs_snapshot_info_get_depth (info) >= hfs_snapshot_info_get_depth (than);
}

/* Takes the snapshots of like scope up to the one asked about, one a day, and how far down all of them reach. */
static gboolean
choose_moments (HfsEngine  *self,
                HfsResult  *result,
                GError    **error)
{
  const HfsSnapshotInfo *asked = result->snapshot;
  g_autoptr (GPtrArray) infos = hfs_archive_list (hfs_engine_get_archive (self), error);
  gint64 depth = hfs_snapshot_info_get_depth (asked);

  for (guint i = 0; infos != NULL && i < infos->len; i++)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (infos, i);
      guint n = result->moments->len;

      if (g_strcmp0 (info->date, asked->date) > 0 || !is_alike (info, asked))
        continue;
      if (n > 0 && g_str_equal (hfs_result_get_moment (result, n - 1)->date, info->date))
        {
          if (!is_better (info, hfs_result_get_moment (result, n - 1), asked))
            continue;
          g_ptr_array_remove_index (result->moments, n - 1);
        }
      g_ptr_array_add (result->moments, hfs_snapshot_info_copy (info));
    }
  for (guint i = 0; i < result->moments->len; i++)
    depth = MIN (depth, hfs_snapshot_info_get_depth (hfs_result_get_moment (result, i)));
  result->depth = depth == G_MAXINT64 ? 0 : MAX (depth, 1);
  return infos != NULL;
}

/* The result's row for what was there once and is not any more, before the unclear ones. */
static HfsResultRow *
insert_gone (HfsResult          *result,
             GHashTable         *places,
             const HfsResultRow *then)
{
  HfsResultRow *row = hfs_result_row_new (HFS_ROW_CLEAR, then->key, then->label);
  guint at = 0;

  row->points = g_new0 (HfsPoint, result->moments->len);
  while (at < result->rows->len && hfs_result_get_row (result, at)->kind == HFS_ROW_CLEAR)
    at++;
  g_ptr_array_insert (result->rows, at, row);
  g_hash_table_insert (places, row->key, row);
  return row;
}

/* Which row of the result stands for a row of an earlier answer. */
static HfsResultRow *
find_place (HfsResult          *result,
            GHashTable         *places,
            const HfsResultRow *then)
{
  HfsResultRow *row = g_hash_table_lookup (places, then->key);

  if (row == NULL && then->kind == HFS_ROW_CLEAR)
    row = g_hash_table_lookup (places, "other");
  if (row == NULL && then->kind == HFS_ROW_CLEAR)
    row = insert_gone (result, places, then);
  return row;
}

/* Writes down what each row was at a moment; a row that is not in the answer had nothing then. */
static void
add_points (HfsResult  *result,
            GHashTable *places,
            HfsResult  *then,
            guint       moment)
{
  for (guint i = 0; i < hfs_result_get_n_rows (then); i++)
    {
      const HfsResultRow *was = hfs_result_get_row (then, i);
      HfsResultRow *row = find_place (result, places, was);

      if (row == NULL)
        continue;
      row->points[moment].value += was->value;
      row->points[moment].share += was->share;
      row->points[moment].models += was->models;
    }
}

static void
know_points (HfsResult  *result,
             const gboolean *known)
{
  for (guint i = 0; i < result->rows->len; i++)
    for (guint j = 0; j < result->moments->len; j++)
      ((HfsResultRow *) g_ptr_array_index (result->rows, i))->points[j].is_known = known[j];
}

/* Answers about each moment. A snapshot that does not state the measure is a gap, and nothing is put in its place. */
static gboolean
fill_points (HfsEngine  *self,
             HfsResult  *result,
             HfsQuery   *query,
             GError    **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *known = g_new0 (gboolean, result->moments->len);

  for (guint i = 0; i < result->rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);

      row->points = g_new0 (HfsPoint, result->moments->len);
      g_hash_table_insert (places, row->key, row);
    }
  for (guint i = 0; i < result->moments->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (HfsFacets) facets = hfs_engine_open (self, hfs_result_get_moment (result, i)->id, error);
      g_autoptr (HfsResult) then = NULL;

      if (facets == NULL)
        return FALSE;
      then = hfs_engine_answer (query, facets, NULL, result->depth, &local_error);
      if (then != NULL)
        add_points (result, places, then, i);
      else if (!g_error_matches (local_error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NOT_STATED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      known[i] = then != NULL;
    }
  know_points (result, known);
  return TRUE;
}

/* The last snapshot of like scope before the day of @snapshot; %NULL without @error when there is none. */
HfsSnapshotInfo *
hfs_engine_find_previous (HfsEngine              *self,
                          const HfsSnapshotInfo  *snapshot,
                          GError                **error)
{
  g_autoptr (HfsResult) scope = g_object_new (HFS_TYPE_RESULT, NULL);
  guint n;

  scope->snapshot = hfs_snapshot_info_copy (snapshot);
  if (!choose_moments (self, scope, error))
    return NULL;
  n = hfs_result_get_n_moments (scope);
  return n > 1 ? hfs_snapshot_info_copy (hfs_result_get_moment (scope, n - 2)) : NULL;
}

/**
 * hfs_engine_answer_over_time:
 * @query: one with `over=time`
 *
 * Answers about the snapshot that is asked for, and what each row was in every earlier one of
 * like scope, counted down to as many of the most downloaded models as all of them hold.
 * Counts of 30 days and of all time are different measures and never meet.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
HfsResult *
hfs_engine_answer_over_time (HfsEngine  *self,
                             HfsQuery   *query,
                             GError    **error)
{
  g_autoptr (HfsFacets) facets = hfs_engine_open (self, hfs_query_get_snapshot (query), error);
  g_autoptr (HfsResult) scope = facets ? hfs_engine_new_result (query, facets, NULL) : NULL;
  g_autoptr (HfsResult) result = NULL;
  g_autoptr (HfsQuery) plain = NULL, all = NULL;

  if (scope == NULL || !choose_moments (self, scope, error))
    return NULL;
  result = hfs_engine_answer (query, facets, NULL, scope->depth, error);
  plain = result ? hfs_query_with (query, "over", NULL, error) : NULL;
  all = plain ? hfs_query_with (plain, "top", NULL, error) : NULL;
  if (all == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (result->moments, g_steal_pointer (&scope->moments));
  scope->moments = g_ptr_array_new ();
  return fill_points (self, result, all, error) ? g_steal_pointer (&result) : NULL;
}
