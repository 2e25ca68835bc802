/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshots-list.h"

#include "hfs-column-cache.h"
#include "hfs-coverage.h"
#include "hfs-format.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* The Hub grows by some per cent a month: what it held longer ago says nothing of its size, in days. */
#define MAX_DAYS_APART 62

static void
entry_free (gpointer data)
{
  HfsSnapshotEntry *entry = data;

  hfs_snapshot_info_free (entry->info);
  g_free (entry->coverage);
  g_free (entry);
}

static guint64
get_file_size (const char *path)
{
  GStatBuf buffer;

  return g_stat (path, &buffer) == 0 ? (guint64) buffer.st_size : 0;
}

/* Models that many snapshots share are stored once, so that a snapshot has a part of the file by its number of rows. */
static void
share_out (HfsArchive *archive,
           GPtrArray  *entries)
{
  g_autoptr (HfsStore) store = hfs_archive_get_store (archive);
  g_autofree char *folder = hfs_column_cache_dup_folder ();
  g_autofree char *log = NULL;
  guint64 size;
  gint64 n_rows = 0;

  if (store == NULL)
    return;
  log = g_strconcat (hfs_store_get_path (store), "-wal", NULL);
  size = get_file_size (hfs_store_get_path (store)) + get_file_size (log);
  for (guint i = 0; i < entries->len; i++)
    {
      const HfsSnapshotInfo *info = ((HfsSnapshotEntry *) g_ptr_array_index (entries, i))->info;

      n_rows += info->bundled ? 0 : info->n_models;
    }
  for (guint i = 0; i < entries->len && n_rows > 0; i++)
    {
      HfsSnapshotEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *columns = hfs_column_cache_dup_path (folder, entry->info);

      if (!entry->info->bundled)
        entry->bytes = (guint64) ((double) size * (double) entry->info->n_models / (double) n_rows) + get_file_size (columns);
    }
}

static GDateTime *
parse_day (const char *date)
{
  g_autofree char *text = g_strconcat (date, "T00:00:00Z", NULL);

  return g_date_time_new_from_iso8601 (text, NULL);
}

static gboolean
are_near (const char *a,
          const char *b)
{
  g_autoptr (GDateTime) first = parse_day (a), second = parse_day (b);

  return first != NULL && second != NULL &&
    ABS (g_date_time_difference (first, second)) <= MAX_DAYS_APART * G_TIME_SPAN_DAY;
}

/* How many models the Hub had when the snapshot was taken; 0 when no complete one of about that time is there. */
static gint64
find_all_models (GPtrArray             *entries,
                 const HfsSnapshotInfo *info)
{
  for (guint i = entries->len; i > 0; i--)
    {
      const HfsSnapshotInfo *other = ((HfsSnapshotEntry *) g_ptr_array_index (entries, i - 1))->info;

      if (other->complete && are_near (other->date, info->date))
        return other->n_models;
    }
  return 0;
}

/* A complete snapshot need not be opened to be known as that. One that cannot be opened says why. */
static char *
dup_coverage (HfsArchive            *archive,
              GPtrArray             *entries,
              const HfsSnapshotInfo *info)
{
  HfsCoverage coverage = { info->n_models, info->n_models };
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshot) snapshot = NULL;

  if (!info->complete)
    {
      snapshot = hfs_archive_load (archive, info->id, &error);
      if (snapshot == NULL)
        return g_strdup (error->message);
      coverage = hfs_coverage_of (snapshot, find_all_models (entries, info));
    }
  return hfs_coverage_dup_sentence (&coverage);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) infos = hfs_archive_list (source, &error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; infos != NULL && i < infos->len; i++)
    {
      HfsSnapshotEntry *entry = g_new0 (HfsSnapshotEntry, 1);

      entry->info = hfs_snapshot_info_copy (g_ptr_array_index (infos, i));
      g_ptr_array_add (entries, entry);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      HfsSnapshotEntry *entry = g_ptr_array_index (entries, i);

      if (g_task_return_error_if_cancelled (task))
        return;
      entry->coverage = dup_coverage (source, entries, entry->info);
    }
  share_out (source, entries);
  if (infos != NULL)
    g_task_return_pointer (task, g_steal_pointer (&entries), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hfs_snapshots_list_async:
 *
 * Lists all snapshots there are, in a worker thread.
 */
void
hfs_snapshots_list_async (HfsArchive          *archive,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (archive, cancellable, callback, user_data);

  g_task_set_source_tag (task, hfs_snapshots_list_async);
  g_task_run_in_thread (task, list_thread);
}

/**
 * hfs_snapshots_list_finish:
 *
 * Returns: (transfer container) (element-type HfsSnapshotEntry) (nullable): the snapshots, the oldest first; %NULL with
 *   @error set
 */
GPtrArray *
hfs_snapshots_list_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hfs_snapshot_entry_dup_text:
 *
 * Returns: (transfer full): what there is to know about the snapshot besides its date, a line for each
 */
char *
hfs_snapshot_entry_dup_text (const HfsSnapshotEntry *self)
{
  gulong n = (gulong) self->info->n_models;
  g_autofree char *number = hfs_format_integer (self->info->n_models);
  g_autofree char *models = NULL, *room = NULL, *size = g_format_size (self->bytes);

  if (self->info->complete)
    models = g_strdup_printf (ngettext ("%s model, complete", "%s models, complete", n), number);
  else
    models = g_strdup_printf (ngettext ("%s model, partial", "%s models, partial", n), number);
  if (self->info->bundled)
    room = g_strdup (_("Came with the program"));
  else
    /* Translators: %s is a size such as 1.7 MB. */
    room = g_strdup_printf (_("About %s on this computer"), size);
  return g_strjoin ("\n", models, self->info->source, room, self->coverage, NULL);
}
