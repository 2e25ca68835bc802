/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-size-list.h"
#include "hfs-snapshot.h"
#include "hfs-store-error.h"

G_BEGIN_DECLS

#define HFS_TYPE_STORE (hfs_store_get_type ())
G_DECLARE_FINAL_TYPE (HfsStore, hfs_store, HFS, STORE, GObject)

char        *hfs_store_dup_default_path (void);
HfsStore    *hfs_store_open             (const char   *path,
                                         GError      **error);
const char  *hfs_store_get_path         (HfsStore     *self);
const char  *hfs_store_get_notice       (HfsStore     *self);

GPtrArray   *hfs_store_list_snapshots   (HfsStore     *self,
                                         GError      **error);
HfsSnapshot *hfs_store_load_snapshot    (HfsStore     *self,
                                         const char   *id,
                                         HfsSizeList  *sizes,
                                         GError      **error);
gboolean     hfs_store_remove_snapshot  (HfsStore     *self,
                                         const char   *id,
                                         GError      **error);
gboolean     hfs_store_restore_snapshot (HfsStore     *self,
                                         const char   *id,
                                         GError      **error);

G_END_DECLS
