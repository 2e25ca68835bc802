/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-sql.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (hfs-store-error-quark, hfs_store_error)

/**
 * hfs_sql_fail:
 * @db: the database that refused something
 *
 * Makes the error of the last call a sentence.
 *
 * Returns: %FALSE
 */
gboolean
hfs_sql_fail (sqlite3  *db,
              GError  **error)
{
  switch (sqlite3_errcode (db))
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was cancelled."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, HFS_STORE_ERROR, HFS_STORE_ERROR_BUSY,
                           _("Another HF State is writing snapshots. Wait until it has finished, then try again."));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error_literal (error, HFS_STORE_ERROR, HFS_STORE_ERROR_DAMAGED,
                           _("The file of your snapshots is damaged. Close HF State and open it again: the file is "
                             "then put aside, and a new one begun."));
      break;
    case SQLITE_FULL:
      g_set_error_literal (error, HFS_STORE_ERROR, HFS_STORE_ERROR_FULL,
                           _("The disk is full. Make room on it, then try again; nothing that was there is lost."));
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      g_set_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_READ_ONLY,
                   _("The folder of your snapshots cannot be written (%s). Check that it is yours, then try again."),
                   sqlite3_errmsg (db));
      break;
    default:
      g_set_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_FAILED,
                   _("The file of your snapshots could not be used (%s). Try again; if that does not help, start "
                     "HF State anew."), sqlite3_errmsg (db));
    }
  return FALSE;
}

/**
 * hfs_sql_exec:
 * @sql: statements without parameters
 *
 * Returns: whether all went well
 */
gboolean
hfs_sql_exec (sqlite3     *db,
              const char  *sql,
              GError     **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || hfs_sql_fail (db, error);
}

/**
 * hfs_sql_prepare:
 * @sql: one statement
 *
 * Returns: (transfer full) (nullable): the statement, or %NULL with @error set
 */
sqlite3_stmt *
hfs_sql_prepare (sqlite3     *db,
                 const char  *sql,
                 GError     **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    hfs_sql_fail (db, error);
  return statement;
}

/**
 * hfs_sql_step:
 * @row: (out): whether there is a row
 *
 * Takes the next row of an answer.
 *
 * Returns: whether all went well
 */
gboolean
hfs_sql_step (sqlite3_stmt  *statement,
              gboolean      *row,
              GError       **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  return *row || code == SQLITE_DONE || hfs_sql_fail (sqlite3_db_handle (statement), error);
}

/**
 * hfs_sql_run:
 * @statement: a statement that answers nothing
 *
 * Runs a bound statement and makes it ready for the next time.
 *
 * Returns: whether all went well
 */
gboolean
hfs_sql_run (sqlite3_stmt  *statement,
             GError       **error)
{
  gboolean row;
  gboolean good = hfs_sql_step (statement, &row, error);

  sqlite3_reset (statement);
  return good;
}

/**
 * hfs_sql_get_int64:
 * @value: (out): what the first column of the first row says, 0 when there is none
 *
 * Returns: whether all went well
 */
gboolean
hfs_sql_get_int64 (sqlite3     *db,
                   const char  *sql,
                   gint64      *value,
                   GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL || !hfs_sql_step (statement, &row, error))
    return FALSE;
  *value = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * hfs_sql_bind_text:
 * @text: (nullable): what to bind; it must last until the statement has run
 *
 * Binds a text.
 */
void
hfs_sql_bind_text (sqlite3_stmt *statement,
                   int           index,
                   const char   *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

/**
 * hfs_sql_bind_count:
 * @absent: the value that means "not stated" and becomes NULL
 *
 * Binds a number.
 */
void
hfs_sql_bind_count (sqlite3_stmt *statement,
                    int           index,
                    gint64        value,
                    gint64        absent)
{
  if (value == absent)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int64 (statement, index, value);
}

/**
 * hfs_sql_get_text:
 *
 * Returns: (transfer none) (nullable): the text of a column, good until the next step
 */
const char *
hfs_sql_get_text (sqlite3_stmt *statement,
                  int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/**
 * hfs_sql_get_count:
 * @absent: what stands for NULL
 *
 * Returns: the number of a column
 */
gint64
hfs_sql_get_count (sqlite3_stmt *statement,
                   int           column,
                   gint64        absent)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? absent : sqlite3_column_int64 (statement, column);
}

/**
 * hfs_sql_begin:
 * @immediate: whether to claim the main database at once
 *
 * Begins a transaction.
 *
 * Returns: whether it began
 */
gboolean
hfs_sql_begin (sqlite3   *db,
               gboolean   immediate,
               GError   **error)
{
  return hfs_sql_exec (db, immediate ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

/**
 * hfs_sql_end:
 * @good: whether everything in the transaction went well
 *
 * Commits the transaction, or takes everything in it back.
 *
 * Returns: whether it was committed
 */
gboolean
hfs_sql_end (sqlite3   *db,
             gboolean   good,
             GError   **error)
{
  if (good && hfs_sql_exec (db, "COMMIT", error))
    return TRUE;
  /* SQLite has rolled back by itself after some errors; then there is nothing to do. */
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}
