/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-store-stage.h"

#include <glib/gi18n-lib.h>

/* The first row of a model counts: the list is by downloads, and rows move down while it is read. */
static const char unite[] =
  "CREATE INDEX IF NOT EXISTS stage.row_id ON row (id);"
  "DELETE FROM stage.row AS r WHERE EXISTS (SELECT 1 FROM stage.row e WHERE e.id = r.id AND e.seq < r.seq);"
  "CREATE INDEX IF NOT EXISTS stage.row_born ON row (born, serial) WHERE born IS NOT NULL;"
  "DELETE FROM stage.row AS r WHERE r.born IS NOT NULL AND EXISTS (SELECT 1 FROM stage.row e"
  "  WHERE e.born = r.born AND e.serial = r.serial AND e.born IS NOT NULL AND e.seq < r.seq);";

/* Words and traits that the store has not had yet, then the way from text to key for this run. */
static const char intern[] =
  "INSERT INTO main.word (text)"
  "  SELECT task FROM stage.traits UNION SELECT library FROM stage.traits UNION SELECT license FROM stage.traits"
  "  UNION SELECT languages FROM stage.traits UNION SELECT base FROM stage.row WHERE base <> ''"
  "  EXCEPT SELECT text FROM main.word;"
  "CREATE TEMP TABLE term (text TEXT PRIMARY KEY, key INTEGER NOT NULL) WITHOUT ROWID;"
  "INSERT INTO temp.term SELECT text, key FROM main.word ORDER BY text;"
  "CREATE TEMP TABLE wanted AS SELECT s.key AS staged, a.key AS task, b.key AS library, c.key AS license,"
  "  d.key AS languages, s.relation AS relation,"
  "  s.counted AS counted FROM stage.traits s JOIN temp.term a ON a.text = s.task"
  "  JOIN temp.term b ON b.text = s.library JOIN temp.term c ON c.text = s.license"
  "  JOIN temp.term d ON d.text = s.languages;"
  "INSERT INTO main.traits (task, library, license, languages, relation, counted)"
  "  SELECT task, library, license, languages, relation, counted FROM temp.wanted"
  "  EXCEPT SELECT task, library, license, languages, relation, counted FROM main.traits;"
  "CREATE TEMP TABLE trait (staged INTEGER PRIMARY KEY, key INTEGER NOT NULL);"
  "INSERT INTO temp.trait SELECT w.staged, t.key FROM temp.wanted w JOIN main.traits t USING (task, library, license,"
  "  languages, relation, counted);";

/* Models whose facts are those of a version that is there already. */
static const char match[] =
  "CREATE TEMP TABLE pick (seq INTEGER PRIMARY KEY, model INTEGER NOT NULL);"
  "INSERT INTO temp.pick SELECT s.seq, max (m.key) FROM main.model m CROSS JOIN stage.row s ON s.id = m.id"
  "  JOIN temp.trait t ON t.staged = s.traits"
  "  WHERE m.traits = t.key AND m.born IS s.born AND m.serial IS s.serial AND m.created IS s.created"
  "  AND m.parameters IS s.parameters"
  "  AND (SELECT text FROM main.word WHERE key = m.base) = s.base GROUP BY s.seq;";

static const char store[] =
  "CREATE TEMP TABLE top AS SELECT coalesce (max (key), 0) AS key FROM main.model;"
  "INSERT INTO main.model SELECT (SELECT key FROM temp.top) + s.seq, s.id, s.born, s.serial, s.created,"
  "  s.parameters, t.key, b.key"
  "  FROM stage.row s LEFT JOIN temp.pick p ON p.seq = s.seq JOIN temp.trait t ON t.staged = s.traits"
  "  JOIN temp.term b ON b.text = s.base WHERE p.model IS NULL ORDER BY s.seq;"
  "INSERT INTO main.snapshot_row"
  "  SELECT (SELECT max (key) FROM main.snapshot), coalesce (p.model, (SELECT key FROM temp.top) + s.seq),"
  "  s.downloads, s.downloads_all_time, s.likes FROM stage.row s LEFT JOIN temp.pick p ON p.seq = s.seq ORDER BY 2;"
  "DROP TABLE temp.term; DROP TABLE temp.wanted; DROP TABLE temp.trait; DROP TABLE temp.pick; DROP TABLE temp.top;";

/* Takes the SHA-256 of the rows: a line for each, ordered by id, its fields parted by tabs. */
static gboolean
digest (sqlite3  *db,
        gint64   *n_rows,
        char    **sha256,
        GError  **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    db, "SELECT s.id, CASE WHEN s.born IS NOT NULL THEN printf ('%08x%016x', s.born, s.serial) END, s.downloads,"
        " s.downloads_all_time, s.likes, nullif (coalesce (s.created, s.born), 0), s.parameters, t.counted,"
        " t.task, t.library, t.license, t.languages, s.base, t.relation"
        " FROM stage.row s JOIN stage.traits t ON t.key = s.traits ORDER BY s.id", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (*n_rows = 0; hfs_sql_step (statement, &row, error); ++*n_rows)
    {
      int n_columns = sqlite3_column_count (statement);

      if (!row)
        {
          *sha256 = g_strdup (g_checksum_get_string (checksum));
          return TRUE;
        }
      for (int i = 0; i < n_columns; i++)
        {
          const guchar *text = sqlite3_column_text (statement, i);

          g_checksum_update (checksum, text ? text : (const guchar *) "", sqlite3_column_bytes (statement, i));
          g_checksum_update (checksum, (const guchar *) (i + 1 < n_columns ? "\t" : "\n"), 1);
        }
    }
  return FALSE;
}

static gboolean
is_id_free (sqlite3     *db,
            const char  *id,
            gboolean    *is_free,
            GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (db, "SELECT 1 FROM main.snapshot WHERE id = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  hfs_sql_bind_text (statement, 1, id);
  if (!hfs_sql_step (statement, &row, error))
    return FALSE;
  *is_free = !row;
  return TRUE;
}

/* An id from the time, or from the day of a file and the time; a second later where two fall together. */
static char *
choose_id (sqlite3         *db,
           const HfsStage  *stage,
           GDateTime       *now,
           GError         **error)
{
  g_auto (GStrv) day = g_strsplit (stage->date ? stage->date : "", "-", 3);
  g_autofree char *digits = g_strjoinv ("", day);

  for (guint later = 0;; later++)
    {
      g_autoptr (GDateTime) time = g_date_time_add_seconds (now, later);
      g_autofree char *clock = g_date_time_format (time, stage->date ? "%H%M%S" : "%Y%m%d-%H%M%S");
      g_autofree char *id = stage->date ? g_strdup_printf ("%s-%s-%s", stage->kind, digits, clock)
                                        : g_strdup_printf ("%s-%s", stage->kind, clock);
      gboolean is_free;

      if (!is_id_free (db, id, &is_free, error))
        return NULL;
      if (is_free)
        return g_steal_pointer (&id);
    }
}

static gboolean
insert_snapshot (sqlite3         *db,
                 const HfsStage  *stage,
                 const char      *id,
                 GDateTime       *now,
                 gint64           n_rows,
                 const char      *sha256,
                 GError         **error)
{
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  gboolean is_hub = g_str_equal (stage->kind, "hub");
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    db, "INSERT INTO main.snapshot (key, id, kind, date, origin, started, ended, models, requests, skipped, complete,"
        " most_downloaded, sha256, run) VALUES ((SELECT coalesce (max (key), 0) + 1 FROM main.snapshot),"
        " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  hfs_sql_bind_text (statement, 1, id);
  hfs_sql_bind_text (statement, 2, stage->kind);
  hfs_sql_bind_text (statement, 3, stage->date ? stage->date : today);
  hfs_sql_bind_text (statement, 4, stage->origin);
  sqlite3_bind_int64 (statement, 5, stage->started);
  sqlite3_bind_int64 (statement, 6, g_date_time_to_unix (now));
  sqlite3_bind_int64 (statement, 7, n_rows);
  sqlite3_bind_int64 (statement, 8, stage->n_requests);
  sqlite3_bind_int64 (statement, 9, stage->n_skipped);
  sqlite3_bind_int (statement, 10, is_hub && stage->whole);
  sqlite3_bind_int64 (statement, 11, is_hub ? n_rows : 0);
  hfs_sql_bind_text (statement, 12, sha256);
  hfs_sql_bind_text (statement, 13, stage->token);
  return hfs_sql_run (statement, error);
}

/**
 * hfs_store_commit:
 * @db: the store, with the staging area attached
 * @stage: the run that is in it
 * @id: (out): id of the snapshot
 *
 * Makes the rows of the staging area a snapshot of the store, in one transaction.
 *
 * Returns: whether the snapshot is there; if not, the store is as it was
 */
gboolean
hfs_store_commit (sqlite3         *db,
                  const HfsStage  *stage,
                  char           **id,
                  GError         **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *sha256 = NULL, *chosen = NULL;
  gint64 n_rows;
  gboolean good;

  if (!hfs_sql_begin (db, FALSE, error) ||
      !hfs_sql_end (db, hfs_sql_exec (db, unite, error), error) ||
      !digest (db, &n_rows, &sha256, error))
    return FALSE;
  if (n_rows == 0)
    {
      g_set_error_literal (error, HFS_STORE_ERROR, HFS_STORE_ERROR_EMPTY,
                           _("There was not one model in the answer, so no snapshot was made."));
      return FALSE;
    }

  if (!hfs_sql_begin (db, TRUE, error))
    return FALSE;
  chosen = choose_id (db, stage, now, error);
  good = chosen != NULL && insert_snapshot (db, stage, chosen, now, n_rows, sha256, error) &&
    hfs_sql_exec (db, intern, error) && hfs_sql_exec (db, match, error) && hfs_sql_exec (db, store, error);
  if (!hfs_sql_end (db, good, error))
    return FALSE;
  *id = g_steal_pointer (&chosen);
  return TRUE;
}
