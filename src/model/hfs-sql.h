/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

gboolean      hfs_sql_exec       (sqlite3       *db,
                                  const char    *sql,
                                  GError       **error);
sqlite3_stmt *hfs_sql_prepare    (sqlite3       *db,
                                  const char    *sql,
                                  GError       **error);
gboolean      hfs_sql_step       (sqlite3_stmt  *statement,
                                  gboolean      *row,
                                  GError       **error);
gboolean      hfs_sql_run        (sqlite3_stmt  *statement,
                                  GError       **error);
gboolean      hfs_sql_get_int64  (sqlite3       *db,
                                  const char    *sql,
                                  gint64        *value,
                                  GError       **error);
void          hfs_sql_bind_text  (sqlite3_stmt  *statement,
                                  int            index,
                                  const char    *text);
void          hfs_sql_bind_count (sqlite3_stmt  *statement,
                                  int            index,
                                  gint64         value,
                                  gint64         absent);
const char   *hfs_sql_get_text   (sqlite3_stmt  *statement,
                                  int            column);
gint64        hfs_sql_get_count  (sqlite3_stmt  *statement,
                                  int            column,
                                  gint64         absent);

gboolean      hfs_sql_begin      (sqlite3       *db,
                                  gboolean       immediate,
                                  GError       **error);
gboolean      hfs_sql_end        (sqlite3       *db,
                                  gboolean       good,
                                  GError       **error);
gboolean      hfs_sql_fail       (sqlite3       *db,
                                  GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
