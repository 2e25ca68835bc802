/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-publisher-profile.h"

#include <glib/gi18n-lib.h>

/* How many rows each part has. */
static const char * const part_queries[HFS_N_PUBLISHER_PARTS] = {
  [HFS_PUBLISHER_SIZES] = "sizes",
  [HFS_PUBLISHER_TASKS] = "tasks?top=6",
  [HFS_PUBLISHER_LICENSES] = "licenses?top=6",
  [HFS_PUBLISHER_MODELS] = "models?top=10",
};

static HfsResult *
run (HfsEngine   *engine,
     const char  *text,
     const char  *snapshot,
     const char  *account,
     GError     **error)
{
  g_autofree char *escaped = account ? g_uri_escape_string (account, "/:@", FALSE) : NULL;
  g_autoptr (HfsQuery) plain = hfs_query_parse (text, error);
  g_autoptr (HfsQuery) of_snapshot = plain ? hfs_query_with (plain, "snapshot", snapshot, error) : NULL;
  g_autoptr (HfsQuery) query = of_snapshot ? hfs_query_with (of_snapshot, "publisher", escaped, error) : NULL;

  return query ? hfs_engine_run (engine, query, error) : NULL;
}

/* The newest snapshot in which the publisher has models, as an answer about all publishers. */
static HfsResult *
find_newest (HfsPublisherProfile  *self,
             HfsEngine            *engine,
             GCancellable         *cancellable,
             GError              **error)
{
  g_autoptr (GPtrArray) infos = hfs_archive_list (hfs_engine_get_archive (engine), error);

  if (infos == NULL)
    return NULL;
  for (guint i = infos->len; i > 0; i--)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (infos, i - 1);
      g_autoptr (HfsResult) result = NULL;
      const HfsResultRow *row;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      result = run (engine, "publishers", info->id, NULL, NULL);
      row = result ? hfs_result_find_row (result, self->account) : NULL;
      if (row != NULL && row->kind == HFS_ROW_CLEAR && row->models > 0)
        return g_steal_pointer (&result);
    }
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND,
               _("No snapshot here holds a model of “%s”. A snapshot of only the most downloaded models leaves out most of the Hub."),
               self->account);
  return NULL;
}

static void
fill (HfsPublisherProfile *self,
      HfsEngine           *engine,
      HfsResult           *all)
{
  const HfsResultRow *row = hfs_result_find_row (all, self->account);

  self->info = hfs_snapshot_info_copy (hfs_result_get_snapshot (all));
  self->rank = row->rank;
  self->downloads = row->value;
  self->share = row->share;
  self->models = row->models;
  for (guint i = 0; i < hfs_result_get_n_rows (all); i++)
    self->n_publishers += hfs_result_get_row (all, i)->kind == HFS_ROW_CLEAR;
  self->publishers = g_object_ref (hfs_engine_get_publishers (engine));
  self->decision = hfs_publishers_lookup (self->publishers, HFS_ATTRIBUTION_PUBLISHED, self->account);
}

/**
 * hfs_publisher_profile_new:
 * @account: a Hub account
 *
 * Finds what is known of a publisher: in the newest snapshot that holds models of it, and what it was in others. Blocks;
 * for worker threads.
 *
 * Returns: (transfer full) (nullable): the profile, or %NULL with @error set, also when no snapshot holds a model of it
 */
HfsPublisherProfile *
hfs_publisher_profile_new (HfsEngine     *engine,
                           const char    *account,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (HfsPublisherProfile) self = g_new0 (HfsPublisherProfile, 1);
  g_autoptr (HfsResult) all = NULL;

  self->account = g_strdup (account);
  all = find_newest (self, engine, cancellable, error);
  if (all == NULL)
    return NULL;
  fill (self, engine, all);
  for (guint i = 0; i < HFS_N_PUBLISHER_PARTS; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      self->parts[i] = run (engine, part_queries[i], self->info->id, account, error);
      if (self->parts[i] == NULL)
        return NULL;
    }
  /* One that has no answer about other times is no fault of the publisher. */
  self->history = run (engine, "publishers?over=time", self->info->id, NULL, NULL);
  return g_steal_pointer (&self);
}

/**
 * hfs_publisher_profile_free:
 *
 * Frees @self.
 */
void
hfs_publisher_profile_free (HfsPublisherProfile *self)
{
  g_free (self->account);
  g_clear_pointer (&self->info, hfs_snapshot_info_free);
  g_clear_object (&self->publishers);
  for (guint i = 0; i < HFS_N_PUBLISHER_PARTS; i++)
    g_clear_object (&self->parts[i]);
  g_clear_object (&self->history);
  g_free (self);
}
