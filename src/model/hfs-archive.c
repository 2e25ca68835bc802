/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-archive.h"

#include "hfs-bundle.h"
#include "hfs-column-cache.h"

#include <glib/gi18n-lib.h>

/**
 * HfsArchive:
 *
 * All snapshots there are: those that came with the program and those of the store.
 *
 * Loading blocks; call it from a worker thread. Opened snapshots are kept while
 * somebody uses them. All methods may be called from any thread.
 */
struct _HfsArchive
{
  GObject parent_instance;

  GMutex lock;
  HfsStore *store;      /* (owned) (nullable) (locked): absent where it could not be opened */
  HfsSizeList *sizes;   /* (owned) */
  GHashTable *open;     /* (owned) (element-type utf8 GWeakRef) (locked) */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsArchive, hfs_archive, G_TYPE_OBJECT)

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
hfs_archive_finalize (GObject *object)
{
  HfsArchive *self = HFS_ARCHIVE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->sizes);
  g_hash_table_unref (self->open);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hfs_archive_parent_class)->finalize (object);
}

static void
hfs_archive_class_init (HfsArchiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_archive_finalize;

  /**
   * HfsArchive::changed:
   *
   * Snapshots came or went. Emitted in the thread that calls [method@Archive.changed].
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hfs_archive_init (HfsArchive *self)
{
  g_mutex_init (&self->lock);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, weak_ref_free);
}

/**
 * hfs_archive_new:
 * @store: (nullable): the user's own snapshots
 * @sizes: the curated list of sizes
 *
 * Returns: (transfer full): the archive
 */
HfsArchive *
hfs_archive_new (HfsStore    *store,
                 HfsSizeList *sizes)
{
  HfsArchive *self = g_object_new (HFS_TYPE_ARCHIVE, NULL);

  g_set_object (&self->store, store);
  self->sizes = g_object_ref (sizes);
  return self;
}

/**
 * hfs_archive_set_store:
 * @store: (nullable): the user's own snapshots
 *
 * Puts in the store once it is open: the first chart need not wait for it.
 */
void
hfs_archive_set_store (HfsArchive *self,
                       HfsStore   *store)
{
  g_mutex_lock (&self->lock);
  g_set_object (&self->store, store);
  g_mutex_unlock (&self->lock);
}

/**
 * hfs_archive_get_store:
 *
 * Returns: (transfer full) (nullable): the user's own snapshots
 */
HfsStore *
hfs_archive_get_store (HfsArchive *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->store ? g_object_ref (self->store) : NULL;
}

static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  return hfs_snapshot_info_compare (*(HfsSnapshotInfo * const *) a, *(HfsSnapshotInfo * const *) b);
}

/**
 * hfs_archive_list:
 *
 * Returns: (transfer container) (element-type HfsSnapshotInfo) (nullable): all snapshots, the oldest first
 */
GPtrArray *
hfs_archive_list (HfsArchive  *self,
                  GError     **error)
{
  g_autoptr (GPtrArray) infos = hfs_bundle_list_snapshots ();
  g_autoptr (HfsStore) store = hfs_archive_get_store (self);

  if (store != NULL)
    {
      GPtrArray *own = hfs_store_list_snapshots (store, error);

      if (own == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (infos, own);
    }
  g_ptr_array_sort (infos, compare_infos);
  return g_steal_pointer (&infos);
}

static void
set_not_found (GPtrArray   *infos,
               const char  *name,
               GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < infos->len; i++)
    g_ptr_array_add (ids, ((HfsSnapshotInfo *) g_ptr_array_index (infos, i))->id);
  g_ptr_array_add (ids, NULL);
  list = g_strjoinv (", ", (char **) ids->pdata);
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND,
               _("There is no snapshot “%s”. There are: latest, %s; or the date of one."), name, list);
}

/**
 * hfs_archive_find:
 * @name: `latest`, an id, or a date `YYYY-MM-DD`
 *
 * Returns: (transfer full) (nullable): the newest snapshot that @name means; if none, @error lists what there is
 */
HfsSnapshotInfo *
hfs_archive_find (HfsArchive  *self,
                  const char  *name,
                  GError     **error)
{
  g_autoptr (GPtrArray) infos = hfs_archive_list (self, error);

  if (infos == NULL)
    return NULL;
  for (guint i = infos->len; i > 0; i--)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (infos, i - 1);

      if (g_str_equal (name, HFS_SNAPSHOT_LATEST) || g_str_equal (name, info->id) || g_str_equal (name, info->date))
        return hfs_snapshot_info_copy (info);
    }
  set_not_found (infos, name, error);
  return NULL;
}

/**
 * hfs_archive_find_complete:
 *
 * Returns: (transfer full) (nullable): the newest snapshot that holds every model of the Hub
 */
HfsSnapshotInfo *
hfs_archive_find_complete (HfsArchive  *self,
                           GError     **error)
{
  g_autoptr (GPtrArray) infos = hfs_archive_list (self, error);

  for (guint i = infos ? infos->len : 0; i > 0; i--)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (infos, i - 1);

      if (info->complete)
        return hfs_snapshot_info_copy (info);
    }
  return NULL;
}

static HfsSnapshot *
find_open (HfsArchive *self,
           const char *id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GWeakRef *ref = g_hash_table_lookup (self->open, id);

  return ref ? g_weak_ref_get (ref) : NULL;
}

static void
remember (HfsArchive  *self,
          HfsSnapshot *snapshot)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, snapshot);
  g_hash_table_replace (self->open, g_strdup (hfs_snapshot_get_info (snapshot)->id), ref);
}

/* Reads a snapshot of the store: a large one from the file of its columns, which is made when it is missing. */
static HfsSnapshot *
load_own (HfsArchive             *self,
          const HfsSnapshotInfo  *info,
          GError                **error)
{
  g_autoptr (HfsStore) store = hfs_archive_get_store (self);
  g_autoptr (HfsSnapshot) snapshot = NULL;
  g_autofree char *folder = NULL;

  if (info->n_models < HFS_COLUMN_CACHE_WORTH)
    return hfs_store_load_snapshot (store, info->id, self->sizes, error);
  folder = hfs_column_cache_dup_folder ();
  snapshot = hfs_column_cache_open (folder, info, self->sizes);
  if (snapshot != NULL)
    return g_steal_pointer (&snapshot);
  snapshot = hfs_store_load_snapshot (store, info->id, self->sizes, error);
  return snapshot ? hfs_column_cache_keep (folder, snapshot, self->sizes) : NULL;
}

/**
 * hfs_archive_load:
 * @name: `latest`, an id, or a date `YYYY-MM-DD`
 *
 * Opens a snapshot. Blocks while it is read.
 *
 * Returns: (transfer full) (nullable): the snapshot, or %NULL with @error set
 */
HfsSnapshot *
hfs_archive_load (HfsArchive  *self,
                  const char  *name,
                  GError     **error)
{
  g_autoptr (HfsSnapshotInfo) info = hfs_archive_find (self, name, error);
  HfsSnapshot *snapshot;

  if (info == NULL)
    return NULL;
  snapshot = find_open (self, info->id);
  if (snapshot != NULL)
    return snapshot;

  if (info->bundled)
    snapshot = hfs_bundle_load_snapshot (info->id, self->sizes, error);
  else
    snapshot = load_own (self, info, error);
  if (snapshot != NULL)
    remember (self, snapshot);
  return snapshot;
}

/**
 * hfs_archive_changed:
 *
 * Tells that the store has a snapshot more or less. Call it in the main thread.
 */
void
hfs_archive_changed (HfsArchive *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
