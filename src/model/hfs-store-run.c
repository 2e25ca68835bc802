/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-store-run.h"

#include "hfs-stage-rows.h"
#include "hfs-store-private.h"
#include "hfs-store-schema.h"
#include "hfs-store-stage.h"

#include <glib/gstdio.h>

/* How many steps of SQLite's machine go by between two looks at the cancellable; about a tenth of a millisecond. */
#define STEPS 2000

/* How often, and with how many microseconds between, the store is claimed before it counts as busy. */
#define CLAIM_TRIES 10
#define CLAIM_PAUSE 50000

/* Pages kept in memory, in KiB; more makes long runs no faster. */
#define CACHE "PRAGMA cache_size=-32768"

/**
 * HfsStoreRun:
 *
 * One way of rows into the store: a refresh or an import.
 *
 * Pages are put into a staging area beside the store, each in one transaction with the
 * address of the next, and become a snapshot in one transaction. A refresh that is
 * broken off stays there, and the next one of the same Hub and depth goes on with it.
 * There is one run at a time, in all programs that use the file. Methods block; any
 * thread may call them, one at a time.
 */
struct _HfsStoreRun
{
  GObject parent_instance;

  GMutex lock;
  int lock_fd;
  sqlite3 *db;             /* (owned) */
  char *stage_path;        /* (owned): empty for an import */
  HfsStage stage;
  HfsStageRows *rows;      /* (owned) */
  gboolean is_full;        /* the disk had no room for the run */
};

G_DEFINE_FINAL_TYPE (HfsStoreRun, hfs_store_run, G_TYPE_OBJECT)

static int
progress_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/* Closes the files. A run that has filled the disk makes room again: without any, SQLite cannot even be asked for the
 * snapshots that are there. */
static void
close_stage (HfsStoreRun *self)
{
  g_clear_pointer (&self->rows, hfs_stage_rows_free);
  if (self->db == NULL)
    return;
  if (self->is_full && *self->stage_path != '\0')
    hfs_stage_unlink (self->stage_path);
  if (self->is_full)
    sqlite3_wal_checkpoint_v2 (self->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  g_clear_pointer (&self->db, sqlite3_close);
}

static gboolean
note_full (HfsStoreRun  *self,
           GError      **error)
{
  self->is_full |= error != NULL && g_error_matches (*error, HFS_STORE_ERROR, HFS_STORE_ERROR_FULL);
  return FALSE;
}

static void
hfs_store_run_finalize (GObject *object)
{
  HfsStoreRun *self = HFS_STORE_RUN (object);

  hfs_store_run_close (self);
  hfs_stage_clear (&self->stage);
  g_free (self->stage_path);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hfs_store_run_parent_class)->finalize (object);
}

static void
hfs_store_run_class_init (HfsStoreRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_store_run_finalize;
}

static void
hfs_store_run_init (HfsStoreRun *self)
{
  g_mutex_init (&self->lock);
  self->lock_fd = -1;
}

/* Claims the store. A run of this program that was cancelled may need a moment to let go of it. */
static gboolean
claim (HfsStoreRun   *self,
       const char    *path,
       GCancellable  *cancellable,
       GError       **error)
{
  for (guint tries = 0; tries < CLAIM_TRIES && !g_cancellable_is_cancelled (cancellable); tries++)
    {
      g_autoptr (GError) local_error = NULL;

      self->lock_fd = hfs_store_lock_file (path, &local_error);
      if (self->lock_fd >= 0)
        return TRUE;
      if (!g_error_matches (local_error, HFS_STORE_ERROR, HFS_STORE_ERROR_BUSY) || tries + 1 == CLAIM_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_usleep (CLAIM_PAUSE);
    }
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return FALSE;
}

static gboolean
open_stage (HfsStoreRun   *self,
            HfsStore      *store,
            GCancellable  *cancellable,
            GError       **error)
{
  const char *path = hfs_store_get_path (store);

  if (!claim (self, path, cancellable, error))
    return FALSE;
  self->db = hfs_store_schema_connect (path, error);
  if (self->db == NULL)
    return FALSE;
  /* A user who cancels need not wait until the log is worked into the staging area; the next run does that. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->db, STEPS, progress_cb, cancellable);
  if (!hfs_stage_open (self->db, self->stage_path, error) || !hfs_sql_exec (self->db, CACHE, error) ||
      (*self->stage_path != '\0' && !hfs_stage_resume (self->db, &self->stage, error)) ||
      (self->stage.token == NULL && !hfs_stage_start (self->db, self->stage_path, &self->stage, error)) ||
      (self->rows = hfs_stage_rows_new (self->db, error)) == NULL)
    return FALSE;
  sqlite3_progress_handler (self->db, 0, NULL, NULL);
  return TRUE;
}

/**
 * hfs_store_run_begin:
 * @endpoint: address of the Hub
 * @depth: how many models are wanted, 0 for all
 * @cancellable: (nullable): ends the opening
 *
 * Begins a refresh, or goes on with one of the same Hub and depth that was broken off
 * less than a day ago.
 *
 * Returns: (transfer full) (nullable): the run; %NULL with @error set, which is
 *   %HFS_STORE_ERROR_BUSY while another one is under way
 */
HfsStoreRun *
hfs_store_run_begin (HfsStore      *store,
                     const char    *endpoint,
                     gint64         depth,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (HfsStoreRun) self = g_object_new (HFS_TYPE_STORE_RUN, NULL);

  self->stage_path = g_strconcat (hfs_store_get_path (store), ".run", NULL);
  self->stage.kind = g_strdup ("hub");
  self->stage.origin = g_strdup (endpoint);
  self->stage.depth = depth;
  return open_stage (self, store, cancellable, error) || note_full (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hfs_store_run_begin_import:
 * @origin: name of the file, for readers
 * @date: `YYYY-MM-DD`, the day its counts are of
 *
 * Begins an import. What is not committed goes away with the object.
 *
 * Returns: (transfer full) (nullable): the run; %NULL with @error set, which is
 *   %HFS_STORE_ERROR_BUSY while another one is under way
 */
HfsStoreRun *
hfs_store_run_begin_import (HfsStore    *store,
                            const char  *origin,
                            const char  *date,
                            GError     **error)
{
  g_autoptr (HfsStoreRun) self = g_object_new (HFS_TYPE_STORE_RUN, NULL);

  self->stage_path = g_strdup ("");
  self->stage.kind = g_strdup ("import");
  self->stage.origin = g_strdup (origin);
  self->stage.date = g_strdup (date);
  return open_stage (self, store, NULL, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hfs_store_run_get_n_rows:
 *
 * Returns: how many rows are in the staging area, among them those that came twice
 */
gint64
hfs_store_run_get_n_rows (HfsStoreRun *self)
{
  return self->stage.n_rows;
}

/**
 * hfs_store_run_get_n_skipped:
 *
 * Returns: how many rows were bad so far
 */
gint64
hfs_store_run_get_n_skipped (HfsStoreRun *self)
{
  return self->stage.n_skipped;
}

/**
 * hfs_store_run_get_next:
 *
 * Returns: (transfer none) (nullable): where the next page is; %NULL before the first page and after the last
 */
const char *
hfs_store_run_get_next (HfsStoreRun *self)
{
  return self->stage.next;
}

/**
 * hfs_store_run_is_whole:
 *
 * Returns: whether the list of the Hub came to its end
 */
gboolean
hfs_store_run_is_whole (HfsStoreRun *self)
{
  return self->stage.whole;
}

static gboolean
start_anew (HfsStoreRun  *self,
            GError      **error)
{
  g_clear_pointer (&self->stage.next, g_free);
  g_clear_pointer (&self->stage.token, g_free);
  self->stage.whole = FALSE;
  self->stage.n_rows = self->stage.n_requests = self->stage.n_skipped = 0;
  hfs_stage_rows_forget (self->rows);
  return hfs_stage_start (self->db, self->stage_path, &self->stage, error);
}

/**
 * hfs_store_run_restart:
 *
 * Empties the staging area, so that the run begins with the first page.
 *
 * Returns: whether it is empty
 */
gboolean
hfs_store_run_restart (HfsStoreRun  *self,
                       GError      **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return start_anew (self, error);
}

static gboolean
is_import (HfsStoreRun *self)
{
  return *self->stage_path == '\0';
}

/**
 * hfs_store_run_add:
 * @page: the rows of one page, and where the next one is
 *
 * Puts a page into the staging area, in one transaction.
 *
 * Returns: whether it is there; if not, the run is as before
 */
gboolean
hfs_store_run_add (HfsStoreRun         *self,
                   const HfsStorePage  *page,
                   GError             **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  HfsStage after = self->stage;
  gboolean good = TRUE;

  after.next = (char *) page->next;
  after.whole = page->last;
  after.n_requests += page->n_requests;
  after.n_skipped += page->n_skipped;
  after.n_rows += page->n_rows;

  /* An import goes on with nothing: all its pages are one transaction. */
  if (sqlite3_get_autocommit (self->db) && !hfs_sql_begin (self->db, FALSE, error))
    return FALSE;
  for (guint i = 0; good && i < page->n_rows; i++)
    good = hfs_stage_rows_add (self->rows, &page->rows[i], error);
  if (is_import (self))
    return good || note_full (self, error);
  good = good && hfs_stage_save (self->db, &after, error);
  if (!hfs_sql_end (self->db, good, error))
    {
      hfs_stage_rows_reload (self->rows);
      return note_full (self, error);
    }
  after.next = g_strdup (page->next);
  g_free (self->stage.next);
  self->stage = after;
  return TRUE;
}

/**
 * hfs_store_run_commit:
 * @cancellable: (nullable): takes everything back until the last moment
 *
 * Makes a snapshot of the run, in one transaction. The run is over then.
 *
 * Returns: (transfer full) (nullable): the new snapshot; %NULL with @error set, and then the store is as it was
 */
HfsSnapshotInfo *
hfs_store_run_commit (HfsStoreRun   *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *id = NULL;
  gboolean good;

  if (cancellable != NULL)
    sqlite3_progress_handler (self->db, STEPS, progress_cb, cancellable);
  good = (sqlite3_get_autocommit (self->db) || hfs_sql_end (self->db, TRUE, &local_error)) &&
    hfs_store_commit (self->db, &self->stage, &id, &local_error);
  sqlite3_progress_handler (self->db, 0, NULL, NULL);
  if (!good)
    {
      note_full (self, &local_error);
      /* What cannot become a snapshot now never will: the next run must not go on with it. */
      if (g_error_matches (local_error, HFS_STORE_ERROR, HFS_STORE_ERROR_FAILED))
        start_anew (self, NULL);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  infos = hfs_store_read_infos (self->db, id, error);
  sqlite3_wal_checkpoint_v2 (self->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  close_stage (self);
  if (!is_import (self))
    hfs_stage_unlink (self->stage_path);
  return infos && infos->len == 1 ? g_ptr_array_steal_index (infos, 0) : NULL;
}

/**
 * hfs_store_run_close:
 *
 * Lets the next run begin, without waiting until nobody holds this one any more. It is of
 * no more use then.
 */
void
hfs_store_run_close (HfsStoreRun *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  close_stage (self);
  if (self->lock_fd >= 0)
    g_close (self->lock_fd, NULL);
  self->lock_fd = -1;
}
