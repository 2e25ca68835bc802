/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-store-accounts.h"

#include "hfs-store-private.h"

/* What the Hub said about an account is asked again after this many seconds: half a year. */
#define MAX_AGE (180 * 24 * 60 * 60)

static const char * const kinds[HFS_N_ACCOUNT_KINDS] = {
  [HFS_ACCOUNT_USER] = "user",
  [HFS_ACCOUNT_ORGANIZATION] = "organization",
  [HFS_ACCOUNT_NONE] = "none",
};

/**
 * hfs_store_get_account:
 * @name: an account
 * @kind: (out): what the Hub said it is
 * @found: (out): whether the Hub was asked, not longer than half a year ago
 *
 * Returns: whether all went well
 */
gboolean
hfs_store_get_account (HfsStore        *store,
                       const char      *name,
                       HfsAccountKind  *kind,
                       gboolean        *found,
                       GError         **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3 *db = hfs_store_lock_db (store, &locker);
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    db, "SELECT kind FROM account WHERE name = ?1 AND abs (unixepoch () - checked) < ?2", error);

  if (statement == NULL)
    return FALSE;
  hfs_sql_bind_text (statement, 1, name);
  sqlite3_bind_int64 (statement, 2, MAX_AGE);
  if (!hfs_sql_step (statement, found, error))
    return FALSE;
  *kind = HFS_ACCOUNT_NONE;
  for (guint i = 0; *found && i < HFS_N_ACCOUNT_KINDS; i++)
    if (g_strcmp0 (kinds[i], hfs_sql_get_text (statement, 0)) == 0)
      *kind = i;
  return TRUE;
}

/**
 * hfs_store_set_account:
 * @name: an account
 * @kind: what the Hub says it is
 *
 * Keeps what the Hub says, and that it was asked now.
 *
 * Returns: whether it is kept
 */
gboolean
hfs_store_set_account (HfsStore        *store,
                       const char      *name,
                       HfsAccountKind   kind,
                       GError         **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3 *db = hfs_store_lock_db (store, &locker);
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    db, "INSERT OR REPLACE INTO account VALUES (?, ?, unixepoch ())", error);

  if (statement == NULL)
    return FALSE;
  hfs_sql_bind_text (statement, 1, name);
  hfs_sql_bind_text (statement, 2, kinds[kind]);
  return hfs_sql_run (statement, error);
}

/**
 * hfs_store_list_accounts:
 * @kind: users, organisations, or names that are neither any more
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the accounts of this kind that the Hub was asked
 *   about, however long ago; %NULL with @error set
 */
char **
hfs_store_list_accounts (HfsStore        *store,
                         HfsAccountKind   kind,
                         GError         **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3 *db = hfs_store_lock_db (store, &locker);
  g_autoptr (sqlite3_stmt) statement = hfs_sql_prepare (
    db, "SELECT name FROM account WHERE kind = ? ORDER BY name", error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean row;

  if (statement == NULL)
    return NULL;
  hfs_sql_bind_text (statement, 1, kinds[kind]);
  while (hfs_sql_step (statement, &row, error))
    {
      if (!row)
        return g_strv_builder_end (builder);
      g_strv_builder_add (builder, hfs_sql_get_text (statement, 0));
    }
  return NULL;
}
