/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-size-list.h"
#include "hfs-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HFS_TYPE_STORE (hfs_store_get_type ())
G_DECLARE_FINAL_TYPE (HfsStore, hfs_store, HFS, STORE, GObject)

HfsStore    *hfs_store_open           (const char   *path,
                                       GError      **error);

GPtrArray   *hfs_store_list_snapshots (HfsStore     *self,
                                       GError      **error);
HfsSnapshot *hfs_store_load_snapshot  (HfsStore     *self,
                                       const char   *id,
                                       HfsSizeList  *sizes,
                                       GError      **error);

G_END_DECLS
