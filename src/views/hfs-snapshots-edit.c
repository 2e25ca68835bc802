/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshots-edit.h"

#include "hfs-format.h"
#include "hfs-import.h"
#include "hfs-open-store.h"

#include <glib/gi18n.h>

/* Changes of the user's own snapshots. Each works in a thread, and the archive tells of it in the main thread. */

typedef struct
{
  GStrv ids;               /* (owned) (nullable) */
  HfsRetention retention;
  GFile *file;             /* (owned) (nullable) */
  char *date;              /* (owned) (nullable) */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_strfreev (edit->ids);
  g_clear_object (&edit->file);
  g_free (edit->date);
  g_free (edit);
}

/* The archive tells first, so that who waits for the change sees it. */
static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GStrv ids = g_task_propagate_pointer (G_TASK (result), &error);

  hfs_archive_changed (HFS_ARCHIVE (source));
  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  HfsSnapshotInfo *info = g_task_propagate_pointer (G_TASK (result), &error);

  if (info != NULL)
    {
      hfs_archive_changed (HFS_ARCHIVE (source));
      g_task_return_pointer (task, info, (GDestroyNotify) hfs_snapshot_info_free);
    }
  else
    g_task_return_error (task, error);
}

static void
start (HfsArchive          *archive,
       Edit                *edit,
       GTaskThreadFunc      work,
       GAsyncReadyCallback  worked,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (archive, cancellable, callback, user_data);
  g_autoptr (GTask) job = g_task_new (archive, NULL, worked, g_object_ref (task));

  g_task_set_source_tag (task, start);
  g_task_set_task_data (job, edit, edit_free);
  g_task_run_in_thread (job, work);
}

/* What can be done is done; the first failure is told. */
static void
set_all (GTask     *job,
         gboolean (*set) (HfsStore *, const char *, GError **))
{
  HfsArchive *archive = g_task_get_source_object (job);
  Edit *edit = g_task_get_task_data (job);
  GError *error = NULL;
  g_autoptr (HfsStore) store = hfs_open_store (archive, &error);

  for (guint i = 0; store != NULL && edit->ids[i] != NULL; i++)
    set (store, edit->ids[i], error ? NULL : &error);
  if (error == NULL)
    g_task_return_pointer (job, g_strdupv (edit->ids), (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (job, error);
}

static void
remove_thread (GTask        *job,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  set_all (job, hfs_store_remove_snapshot);
}

static void
restore_thread (GTask        *job,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  set_all (job, hfs_store_restore_snapshot);
}

static void
retain_thread (GTask        *job,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (HfsStore) store = hfs_open_store (source, &error);
  GStrv removed = store ? hfs_retention_apply (((Edit *) data)->retention, store, &error) : NULL;

  if (removed != NULL)
    g_task_return_pointer (job, removed, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (job, error);
}

static void
import_thread (GTask        *job,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Edit *edit = data;
  GError *error = NULL;
  g_autoptr (HfsStore) store = hfs_open_store (source, &error);
  HfsSnapshotInfo *info = store ? hfs_import_file (store, edit->file, edit->date, &error) : NULL;

  if (info != NULL)
    g_task_return_pointer (job, info, (GDestroyNotify) hfs_snapshot_info_free);
  else
    g_task_return_error (job, error);
}

static Edit *
edit_of_ids (const char * const *ids)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->ids = g_strdupv ((char **) ids);
  return edit;
}

/**
 * hfs_snapshots_remove_async:
 * @ids: (array zero-terminated=1): snapshots of the store
 *
 * Removes snapshots. For an hour [func@snapshots_restore_async] brings them back.
 */
void
hfs_snapshots_remove_async (HfsArchive          *archive,
                            const char * const  *ids,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  start (archive, edit_of_ids (ids), remove_thread, edited_cb, cancellable, callback, user_data);
}

/**
 * hfs_snapshots_restore_async:
 * @ids: (array zero-terminated=1): snapshots that were removed
 *
 * Takes a removal back.
 */
void
hfs_snapshots_restore_async (HfsArchive          *archive,
                             const char * const  *ids,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  start (archive, edit_of_ids (ids), restore_thread, edited_cb, cancellable, callback, user_data);
}

/**
 * hfs_snapshots_retain_async:
 * @retention: which snapshots to keep
 *
 * Removes the snapshots that need not be kept.
 */
void
hfs_snapshots_retain_async (HfsArchive          *archive,
                            HfsRetention         retention,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->retention = retention;
  start (archive, edit, retain_thread, edited_cb, cancellable, callback, user_data);
}

/**
 * hfs_snapshots_edit_finish:
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the ids of the snapshots that were removed or brought back;
 *   %NULL with @error set
 */
GStrv
hfs_snapshots_edit_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hfs_snapshots_import_async:
 * @file: a table, or saved pages of the Hub
 * @date: (nullable): `YYYY-MM-DD`; the day the file was last changed if absent
 *
 * Makes a snapshot of a file.
 */
void
hfs_snapshots_import_async (HfsArchive          *archive,
                            GFile               *file,
                            const char          *date,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->file = g_object_ref (file);
  edit->date = g_strdup (date);
  start (archive, edit, import_thread, imported_cb, cancellable, callback, user_data);
}

/**
 * hfs_snapshots_import_finish:
 *
 * Returns: (transfer full) (nullable): the new snapshot; %NULL with @error set, which names the place in the file
 */
HfsSnapshotInfo *
hfs_snapshots_import_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hfs_snapshots_dup_removed:
 *
 * Returns: (transfer full): how many snapshots were removed, in a few words
 */
char *
hfs_snapshots_dup_removed (guint n_removed)
{
  g_autofree char *number = hfs_format_integer (n_removed);

  return g_strdup_printf (ngettext ("%s snapshot was removed", "%s snapshots were removed", n_removed), number);
}
