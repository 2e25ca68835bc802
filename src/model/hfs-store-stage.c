/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-store-stage.h"

#include <glib/gstdio.h>

#define STAGE_VERSION 1

/* A run that is older than this, in seconds, is not gone on with: its first pages tell of another day. */
#define MAX_AGE (24 * 60 * 60)

/* Pages kept in memory are in KiB; more makes long runs no faster. */
#define SETTINGS "PRAGMA stage.journal_mode=WAL; PRAGMA stage.cache_size=-32768"

static const char schema[] =
  "CREATE TABLE stage.run (kind TEXT NOT NULL, origin TEXT NOT NULL, date TEXT, token TEXT NOT NULL,"
  "  depth INTEGER NOT NULL, started INTEGER NOT NULL, next TEXT, whole INTEGER NOT NULL,"
  "  requests INTEGER NOT NULL, skipped INTEGER NOT NULL);"
  "CREATE TABLE stage.traits (key INTEGER PRIMARY KEY, task TEXT NOT NULL, library TEXT NOT NULL,"
  "  license TEXT NOT NULL, languages TEXT NOT NULL, relation INTEGER NOT NULL, counted INTEGER NOT NULL);"
  "CREATE TABLE stage.row (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, born INTEGER, serial INTEGER, created INTEGER,"
  "  parameters INTEGER, traits INTEGER NOT NULL, base TEXT NOT NULL,"
  "  downloads INTEGER, downloads_all_time INTEGER, likes INTEGER);"
  "PRAGMA stage.user_version=" G_STRINGIFY (STAGE_VERSION);

/**
 * hfs_stage_clear:
 *
 * Frees what @stage holds.
 */
void
hfs_stage_clear (HfsStage *stage)
{
  g_clear_pointer (&stage->kind, g_free);
  g_clear_pointer (&stage->origin, g_free);
  g_clear_pointer (&stage->date, g_free);
  g_clear_pointer (&stage->token, g_free);
  g_clear_pointer (&stage->next, g_free);
}

/**
 * hfs_stage_unlink:
 * @path: the file of a staging area
 *
 * Removes the file and what belongs to it.
 */
void
hfs_stage_unlink (const char *path)
{
  static const char * const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

static gboolean
attach (sqlite3     *db,
        const char  *path,
        GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (db, "ATTACH ? AS stage", error);

  if (statement == NULL)
    return FALSE;
  hfs_sql_bind_text (statement, 1, path);
  return hfs_sql_run (statement, error) && hfs_sql_exec (db, SETTINGS, error);
}

static gboolean
is_usable (sqlite3  *db,
           GError  **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;
  gint64 version;

  if (!hfs_sql_get_int64 (db, "PRAGMA stage.user_version", &version, error) || version != STAGE_VERSION)
    return FALSE;
  statement = hfs_sql_prepare (db, "PRAGMA stage.quick_check(1)", error);
  return statement != NULL && hfs_sql_step (statement, &row, error) && row &&
    g_strcmp0 (hfs_sql_get_text (statement, 0), "ok") == 0;
}

/**
 * hfs_stage_open:
 * @path: the file, or an empty text for an area that goes away with the connection
 *
 * Attaches the staging area to @db. One that cannot be read holds nothing that the user
 * has seen: it is begun anew.
 *
 * Returns: whether it is there
 */
gboolean
hfs_stage_open (sqlite3     *db,
                const char  *path,
                GError     **error)
{
  g_autoptr (GError) local_error = NULL;

  if (attach (db, path, &local_error) && is_usable (db, &local_error))
    return TRUE;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  sqlite3_exec (db, "DETACH stage", NULL, NULL, NULL);
  if (*path != '\0')
    hfs_stage_unlink (path);
  return attach (db, path, error) && hfs_sql_begin (db, FALSE, error) &&
    hfs_sql_end (db, hfs_sql_exec (db, schema, error), error);
}

/* A run that was committed, but killed before its staging area went, is done. */
static gboolean
is_committed (sqlite3     *db,
              const char  *token,
              gboolean    *committed,
              GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (db, "SELECT 1 FROM main.snapshot WHERE run = ?", error);

  if (statement == NULL)
    return FALSE;
  hfs_sql_bind_text (statement, 1, token);
  return hfs_sql_step (statement, committed, error);
}

/**
 * hfs_stage_resume:
 * @stage: a run that is wanted; filled with the one that is there if it is the same
 *
 * Looks for a run of the same Hub and depth that was broken off less than a day ago.
 *
 * Returns: whether all went well; @stage has a token if there is such a run
 */
gboolean
hfs_stage_resume (sqlite3   *db,
                  HfsStage  *stage,
                  GError   **error)
{
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    db, "SELECT token, started, next, whole, requests, skipped, (SELECT count (*) FROM stage.row) FROM stage.run"
        " WHERE kind = ?1 AND origin = ?2 AND depth = ?3 AND abs (unixepoch () - started) < ?4"
        " AND (next IS NOT NULL OR EXISTS (SELECT 1 FROM stage.row))", error);
  gboolean row, committed;

  if (statement == NULL)
    return FALSE;
  hfs_sql_bind_text (statement, 1, stage->kind);
  hfs_sql_bind_text (statement, 2, stage->origin);
  sqlite3_bind_int64 (statement, 3, stage->depth);
  sqlite3_bind_int64 (statement, 4, MAX_AGE);
  if (!hfs_sql_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  if (!is_committed (db, hfs_sql_get_text (statement, 0), &committed, error))
    return FALSE;
  if (committed)
    return TRUE;

  stage->token = g_strdup (hfs_sql_get_text (statement, 0));
  stage->started = sqlite3_column_int64 (statement, 1);
  stage->next = g_strdup (hfs_sql_get_text (statement, 2));
  stage->whole = sqlite3_column_int (statement, 3);
  stage->n_requests = sqlite3_column_int64 (statement, 4);
  stage->n_skipped = sqlite3_column_int64 (statement, 5);
  stage->n_rows = sqlite3_column_int64 (statement, 6);
  return TRUE;
}

/**
 * hfs_stage_start:
 * @path: the file of the staging area
 *
 * Begins the run @stage in an empty staging area. What was there goes with its file: to delete
 * the rows would take room, which a full disk does not have.
 *
 * Returns: whether all went well
 */
gboolean
hfs_stage_start (sqlite3     *db,
                 const char  *path,
                 HfsStage    *stage,
                 GError     **error)
{
  stage->token = g_uuid_string_random ();
  stage->started = g_get_real_time () / G_USEC_PER_SEC;
  if (!hfs_sql_exec (db, "DETACH stage", error))
    return FALSE;
  if (*path != '\0')
    hfs_stage_unlink (path);
  return hfs_stage_open (db, path, error) && hfs_sql_begin (db, FALSE, error) &&
    hfs_sql_end (db, hfs_stage_save (db, stage, error), error);
}

/**
 * hfs_stage_save:
 *
 * Writes down how far the run is, in the transaction that is open.
 *
 * Returns: whether all went well
 */
gboolean
hfs_stage_save (sqlite3   *db,
                HfsStage  *stage,
                GError   **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!hfs_sql_exec (db, "DELETE FROM stage.run", error))
    return FALSE;
  statement = hfs_sql_prepare (db, "INSERT INTO stage.run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  hfs_sql_bind_text (statement, 1, stage->kind);
  hfs_sql_bind_text (statement, 2, stage->origin);
  hfs_sql_bind_text (statement, 3, stage->date);
  hfs_sql_bind_text (statement, 4, stage->token);
  sqlite3_bind_int64 (statement, 5, stage->depth);
  sqlite3_bind_int64 (statement, 6, stage->started);
  hfs_sql_bind_text (statement, 7, stage->next);
  sqlite3_bind_int (statement, 8, stage->whole);
  sqlite3_bind_int64 (statement, 9, stage->n_requests);
  sqlite3_bind_int64 (statement, 10, stage->n_skipped);
  return hfs_sql_run (statement, error);
}
