/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-store-private.h"

#include "hfs-data-error.h"
#include "hfs-store-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>

/* How long a removed snapshot can be brought back, in seconds. */
#define KEEP_REMOVED 3600

/**
 * HfsStore:
 *
 * The user's own snapshots: one SQLite file, described in data/store.md.
 *
 * Snapshots are written by a [class@StoreRun] alone, in one transaction, and are not
 * changed afterwards. All methods block and may be called from any thread.
 */
struct _HfsStore
{
  GObject parent_instance;

  char *path;     /* (owned) */
  char *notice;   /* (owned) (nullable) */
  GMutex lock;
  sqlite3 *db;    /* (owned) (locked) */
};

G_DEFINE_FINAL_TYPE (HfsStore, hfs_store, G_TYPE_OBJECT)

static void
hfs_store_finalize (GObject *object)
{
  HfsStore *self = HFS_STORE (object);

  g_clear_pointer (&self->db, sqlite3_close);
  g_free (self->path);
  g_free (self->notice);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hfs_store_parent_class)->finalize (object);
}

static void
hfs_store_class_init (HfsStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_store_finalize;
}

static void
hfs_store_init (HfsStore *self)
{
  g_mutex_init (&self->lock);
}

/**
 * hfs_store_lock_file:
 * @path: the file of the store
 *
 * Claims the store for writing snapshots. The kernel gives the claim up when the
 * descriptor is closed, also when the program is killed.
 *
 * Returns: a descriptor to close, or -1 with @error set
 */
int
hfs_store_lock_file (const char  *path,
                     GError     **error)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int fd = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int code = errno;

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (fd >= 0)
    {
      g_close (fd, NULL);
      g_set_error_literal (error, HFS_STORE_ERROR, HFS_STORE_ERROR_BUSY,
                           _("Another HF State is writing snapshots. Wait until it has finished, then try again."));
    }
  else
    g_set_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_READ_ONLY,
                 _("The folder of your snapshots cannot be written (%s). Check that it is yours, then try again."),
                 g_strerror (code));
  return -1;
}

/* Gives the damaged file and what belongs to it a name of its own. */
static gboolean
set_aside (HfsStore  *self,
           GError   **error)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", self->path, time);
  int fd = hfs_store_lock_file (self->path, error);

  if (fd < 0)
    return FALSE;
  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s-%u", self->path, time, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (self->path, endings[i], NULL);
      g_autofree char *to = g_strconcat (aside, endings[i], NULL);

      if (g_rename (from, to) != 0 && (errno != ENOENT || i == 0))
        {
          g_set_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_READ_ONLY,
                       _("The file of your snapshots is damaged and cannot be put aside (%s). Move “%s” to another "
                         "place, then start HF State again."), g_strerror (errno), from);
          g_close (fd, NULL);
          return FALSE;
        }
    }
  g_close (fd, NULL);
  self->notice = g_strdup_printf (_("The file of your snapshots was damaged. It is kept as “%s”, and a new, empty one "
                                    "is in its place. The snapshots that came with the program are not touched."),
                                  aside);
  return TRUE;
}

/* Takes out what was removed a while ago. Foreign keys are off: without an index on the model of a row, which
 * would cost more room than the rows themselves, each of them would be a pass through the whole table. */
static gboolean
purge (HfsStore  *self,
       GError   **error)
{
  static const char which[] = "removed <> 0 AND abs (removed - unixepoch ()) >= " G_STRINGIFY (KEEP_REMOVED);
  g_autofree char *rows = g_strdup_printf ("DELETE FROM snapshot_row WHERE snapshot IN (SELECT key FROM snapshot"
                                           " WHERE %s)", which);
  g_autofree char *snapshots = g_strdup_printf ("DELETE FROM snapshot WHERE %s", which);
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM snapshot WHERE %s", which);
  gint64 n;
  gboolean good;

  if (!hfs_sql_get_int64 (self->db, count, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  if (!hfs_sql_exec (self->db, "PRAGMA foreign_keys=OFF", error))
    return FALSE;
  good = hfs_sql_begin (self->db, TRUE, error) && hfs_sql_exec (self->db, rows, error) &&
    hfs_sql_exec (self->db, "DELETE FROM model WHERE key NOT IN (SELECT model FROM snapshot_row)", error) &&
    hfs_sql_exec (self->db, snapshots, error);
  good = hfs_sql_end (self->db, good, error);
  return hfs_sql_exec (self->db, "PRAGMA foreign_keys=ON", good ? error : NULL) && good &&
    hfs_sql_exec (self->db, "PRAGMA incremental_vacuum", error);
}

static gboolean
connect_file (HfsStore  *self,
              GError   **error)
{
  self->db = hfs_store_schema_connect (self->path, error);
  if (self->db != NULL && hfs_store_schema_check (self->db, error) &&
      hfs_store_schema_migrate (self->db, self->path, error))
    return TRUE;
  g_clear_pointer (&self->db, sqlite3_close);
  return FALSE;
}

/**
 * hfs_store_dup_default_path:
 *
 * Returns: (transfer full) (type filename): where the user's snapshots are kept
 */
char *
hfs_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "hf-state", "hub.sqlite", NULL);
}

/**
 * hfs_store_open:
 * @path: the file; it and its folder are made when they are not there
 *
 * Opens the store and looks through it. A damaged file is put aside, never deleted, and
 * an empty one takes its place: see [method@Store.get_notice].
 *
 * Returns: (transfer full) (nullable): the store, or %NULL with @error set
 */
HfsStore *
hfs_store_open (const char  *path,
                GError     **error)
{
  g_autoptr (HfsStore) self = g_object_new (HFS_TYPE_STORE, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) local_error = NULL;

  self->path = g_strdup (path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_READ_ONLY,
                   _("The folder “%s” for your snapshots cannot be made (%s). Check that it is yours, then try again."),
                   folder, g_strerror (errno));
      return NULL;
    }
  if (!connect_file (self, &local_error))
    {
      if (!g_error_matches (local_error, HFS_STORE_ERROR, HFS_STORE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (!set_aside (self, error) || !connect_file (self, error))
        return NULL;
    }
  /* What cannot be taken out now, since another instance is writing, is taken out next time. */
  if (!purge (self, &local_error))
    g_info ("Removed snapshots stay for now: %s", local_error->message);
  return g_steal_pointer (&self);
}

/**
 * hfs_store_get_path:
 *
 * Returns: (transfer none): the file of the store
 */
const char *
hfs_store_get_path (HfsStore *self)
{
  return self->path;
}

/**
 * hfs_store_get_notice:
 *
 * Returns: (transfer none) (nullable): what the reader should know about how the store was opened
 */
const char *
hfs_store_get_notice (HfsStore *self)
{
  return self->notice;
}

/**
 * hfs_store_lock_db:
 * @locker: (out): keeps the connection for the caller until it is freed
 *
 * Returns: (transfer none): the connection of the store
 */
sqlite3 *
hfs_store_lock_db (HfsStore      *self,
                   GMutexLocker **locker)
{
  *locker = g_mutex_locker_new (&self->lock);
  return self->db;
}

/**
 * hfs_store_list_snapshots:
 *
 * Returns: (transfer container) (element-type HfsSnapshotInfo) (nullable): the snapshots, the oldest first
 */
GPtrArray *
hfs_store_list_snapshots (HfsStore  *self,
                          GError   **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return hfs_store_read_infos (self->db, NULL, error);
}

/**
 * hfs_store_load_snapshot:
 * @id: one of [method@Store.list_snapshots]
 * @sizes: the curated list of sizes
 *
 * Reads a snapshot, over a connection of its own, so that nobody waits for it.
 *
 * Returns: (transfer full) (nullable): the snapshot, or %NULL with @error set
 */
HfsSnapshot *
hfs_store_load_snapshot (HfsStore     *self,
                         const char   *id,
                         HfsSizeList  *sizes,
                         GError      **error)
{
  sqlite3 *db = hfs_store_schema_connect (self->path, error);
  HfsSnapshot *snapshot = NULL;

  if (db == NULL)
    return NULL;
  if (hfs_sql_begin (db, FALSE, error))
    {
      snapshot = hfs_store_read_models (db, id, sizes, error);
      hfs_sql_end (db, FALSE, NULL);
    }
  sqlite3_close (db);
  return snapshot;
}

static gboolean
set_removed (HfsStore    *self,
             const char  *id,
             gint64       time,
             GError     **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    self->db, "UPDATE snapshot SET removed = ?1 WHERE id = ?2 AND (removed = 0) <> (?1 = 0)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, time);
  hfs_sql_bind_text (statement, 2, id);
  if (!hfs_sql_run (statement, error))
    return FALSE;
  if (sqlite3_changes (self->db) == 1)
    return TRUE;
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND, _("There is no snapshot “%s” any more."), id);
  return FALSE;
}

/**
 * hfs_store_remove_snapshot:
 * @id: a snapshot of the store
 *
 * Removes a snapshot. For an hour it can be brought back; then its rows leave the file.
 *
 * Returns: whether it was there and is removed
 */
gboolean
hfs_store_remove_snapshot (HfsStore    *self,
                           const char  *id,
                           GError     **error)
{
  return set_removed (self, id, g_get_real_time () / G_USEC_PER_SEC, error);
}

/**
 * hfs_store_restore_snapshot:
 * @id: a snapshot that was removed
 *
 * Takes the removal back.
 *
 * Returns: whether the snapshot is there again
 */
gboolean
hfs_store_restore_snapshot (HfsStore    *self,
                            const char  *id,
                            GError     **error)
{
  return set_removed (self, id, 0, error);
}
