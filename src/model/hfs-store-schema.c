/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-store-schema.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define BUSY_TIMEOUT 5000 /* milliseconds */

/* The steps from each version to the next; data/store.md tells what the tables hold. Written once, a step
 * is never changed. */
static const char * const steps[HFS_STORE_VERSION] = {
  "CREATE TABLE word (key INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
  "INSERT INTO word VALUES (0, '');"
  "CREATE TABLE traits ("
  "  key INTEGER PRIMARY KEY,"
  "  task INTEGER NOT NULL REFERENCES word,"
  "  library INTEGER NOT NULL REFERENCES word,"
  "  license INTEGER NOT NULL REFERENCES word,"
  "  languages INTEGER NOT NULL REFERENCES word,"
  "  relation INTEGER NOT NULL CHECK (relation BETWEEN 0 AND 4),"
  "  counted INTEGER NOT NULL CHECK (counted BETWEEN 0 AND 3)) STRICT;"
  "CREATE TABLE model ("
  "  key INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL CHECK (id <> ''),"
  "  born INTEGER,"
  "  serial INTEGER,"
  "  created INTEGER,"
  "  parameters INTEGER,"
  "  traits INTEGER NOT NULL REFERENCES traits,"
  "  base INTEGER NOT NULL REFERENCES word) STRICT;"
  "CREATE TABLE snapshot ("
  "  key INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL UNIQUE,"
  "  kind TEXT NOT NULL CHECK (kind IN ('hub', 'import')),"
  "  date TEXT NOT NULL,"
  "  origin TEXT NOT NULL,"
  "  started INTEGER NOT NULL,"
  "  ended INTEGER NOT NULL,"
  "  models INTEGER NOT NULL,"
  "  requests INTEGER NOT NULL,"
  "  skipped INTEGER NOT NULL,"
  "  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),"
  "  most_downloaded INTEGER NOT NULL,"
  "  sha256 TEXT NOT NULL,"
  "  run TEXT NOT NULL UNIQUE,"
  "  removed INTEGER NOT NULL DEFAULT 0) STRICT;"
  "CREATE TABLE snapshot_row ("
  "  snapshot INTEGER NOT NULL REFERENCES snapshot,"
  "  model INTEGER NOT NULL REFERENCES model,"
  "  downloads INTEGER,"
  "  downloads_all_time INTEGER,"
  "  likes INTEGER,"
  "  PRIMARY KEY (snapshot, model)) STRICT, WITHOUT ROWID;"
  "CREATE VIEW snapshot_model AS SELECT"
  "  s.id AS snapshot, s.date AS date, m.id AS id,"
  "  CASE WHEN m.born IS NOT NULL THEN printf('%08x%016x', m.born, m.serial) END AS hub_id,"
  "  r.downloads AS downloads, r.downloads_all_time AS downloads_all_time, r.likes AS likes,"
  "  nullif(coalesce(m.created, m.born), 0) AS created, m.parameters AS parameters,"
  "  CASE t.counted WHEN 1 THEN 'safetensors' WHEN 2 THEN 'gguf' WHEN 3 THEN 'file' ELSE '' END AS counted,"
  "  task.text AS task, library.text AS library, license.text AS license,"
  "  languages.text AS languages, base.text AS base_model,"
  "  CASE t.relation WHEN 1 THEN 'finetune' WHEN 2 THEN 'adapter' WHEN 3 THEN 'quantized' WHEN 4 THEN 'merge' ELSE ''"
  "  END AS relation"
  " FROM snapshot s JOIN snapshot_row r ON r.snapshot = s.key JOIN model m ON m.key = r.model"
  " JOIN traits t ON t.key = m.traits JOIN word task ON task.key = t.task JOIN word library ON library.key = t.library"
  " JOIN word license ON license.key = t.license JOIN word languages ON languages.key = t.languages"
  " JOIN word base ON base.key = m.base WHERE s.removed = 0;",

  /* What the Hub said about accounts, kept so that it need not be asked again for months. */
  "CREATE TABLE account ("
  "  name TEXT PRIMARY KEY CHECK (name <> ''),"
  "  kind TEXT NOT NULL CHECK (kind IN ('user', 'organization', 'none')),"
  "  checked INTEGER NOT NULL) STRICT, WITHOUT ROWID;",
};

/**
 * hfs_store_schema_connect:
 * @path: the file; it is made when it is not there
 *
 * Opens a connection with the settings that all of them share.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with @error set
 */
sqlite3 *
hfs_store_schema_connect (const char  *path,
                          GError     **error)
{
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, NULL);

  if (db == NULL)
    g_error ("There is no memory for a database connection");
  sqlite3_busy_timeout (db, BUSY_TIMEOUT);
  if (code == SQLITE_OK
      && hfs_sql_exec (db, "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                       "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;", error))
    return db;
  if (code != SQLITE_OK)
    hfs_sql_fail (db, error);
  sqlite3_close (db);
  return NULL;
}

/**
 * hfs_store_schema_check:
 *
 * Looks through the whole file.
 *
 * Returns: whether it is whole; if not, @error is %HFS_STORE_ERROR_DAMAGED
 */
gboolean
hfs_store_schema_check (sqlite3  *db,
                        GError  **error)
{
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (db, "PRAGMA quick_check(1)", error);
  gboolean row;

  if (statement == NULL || !hfs_sql_step (statement, &row, error))
    return FALSE;
  if (row && g_strcmp0 (hfs_sql_get_text (statement, 0), "ok") == 0)
    return TRUE;
  g_set_error_literal (error, HFS_STORE_ERROR, HFS_STORE_ERROR_DAMAGED,
                       row ? hfs_sql_get_text (statement, 0) : "quick_check");
  return FALSE;
}

/* Keeps the file as it is before a newer version changes it. */
static gboolean
keep_copy (sqlite3     *db,
           const char  *path,
           gint64       version,
           GError     **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT, path, version);
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (db, "VACUUM INTO ?", error);

  if (statement == NULL)
    return FALSE;
  g_unlink (copy);
  hfs_sql_bind_text (statement, 1, copy);
  return hfs_sql_run (statement, error);
}

/**
 * hfs_store_schema_migrate:
 * @path: the file of @db
 *
 * Brings an older file to the present version, in one transaction; a copy of it stays
 * beside it as `PATH.version-N`.
 *
 * Returns: whether the file is of the present version now
 */
gboolean
hfs_store_schema_migrate (sqlite3     *db,
                          const char  *path,
                          GError     **error)
{
  gint64 version;
  gboolean good;
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version=%d", HFS_STORE_VERSION);

  if (!hfs_sql_get_int64 (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > HFS_STORE_VERSION)
    {
      g_set_error_literal (error, HFS_STORE_ERROR, HFS_STORE_ERROR_NEWER,
                           _("A newer HF State has written your snapshots. Install the newest version to see them; "
                             "the snapshots that came with the program are here all the same."));
      return FALSE;
    }
  if (version == HFS_STORE_VERSION)
    return TRUE;
  if (version > 0 && !keep_copy (db, path, version, error))
    return FALSE;

  if (!hfs_sql_begin (db, TRUE, error))
    return FALSE;
  /* Another instance may have been quicker. */
  good = hfs_sql_get_int64 (db, "PRAGMA user_version", &version, error);
  for (; good && version < HFS_STORE_VERSION; version++)
    good = hfs_sql_exec (db, steps[version], error);
  good = good && hfs_sql_exec (db, mark, error);
  return hfs_sql_end (db, good, error);
}
