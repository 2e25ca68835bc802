/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-open-store.h"

/**
 * hfs_open_store:
 * @archive: gets the store, unless it has one
 *
 * Opens the user's own snapshots, where they always are. Blocks; for worker threads.
 *
 * Returns: (transfer full) (nullable): the store, which @archive now has, or %NULL with @error set
 */
HfsStore *
hfs_open_store (HfsArchive  *archive,
                GError     **error)
{
  g_autofree char *path = hfs_store_dup_default_path ();
  HfsStore *store = hfs_archive_get_store (archive);

  if (store != NULL)
    return store;
  store = hfs_store_open (path, error);
  if (store != NULL)
    hfs_archive_set_store (archive, store);
  return store;
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  HfsStore *store = hfs_open_store (source, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hfs_open_store_async:
 * @archive: gets the store, unless it has one
 *
 * Opens the user's own snapshots, where they always are, in a thread.
 */
void
hfs_open_store_async (HfsArchive          *archive,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (archive, cancellable, callback, user_data);

  g_task_set_source_tag (task, hfs_open_store_async);
  g_task_run_in_thread (task, open_thread);
}

/**
 * hfs_open_store_finish:
 *
 * Returns: (transfer full) (nullable): the store, which @archive now has, or %NULL with @error set
 */
HfsStore *
hfs_open_store_finish (HfsArchive    *archive,
                       GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
