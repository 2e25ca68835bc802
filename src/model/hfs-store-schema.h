/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-sql.h"

G_BEGIN_DECLS

#define HFS_STORE_VERSION 2

sqlite3  *hfs_store_schema_connect (const char  *path,
                                    GError     **error);
gboolean  hfs_store_schema_check   (sqlite3     *db,
                                    GError     **error);
gboolean  hfs_store_schema_migrate (sqlite3     *db,
                                    const char  *path,
                                    GError     **error);

G_END_DECLS
