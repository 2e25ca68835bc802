/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-size-list.h"
#include "hfs-snapshot.h"

G_BEGIN_DECLS

/* Below, reading a snapshot from the store is quick enough. */
#define HFS_COLUMN_CACHE_WORTH 20000

char        *hfs_column_cache_dup_folder (void);
char        *hfs_column_cache_dup_path   (const char            *folder,
                                          const HfsSnapshotInfo *info);
HfsSnapshot *hfs_column_cache_open       (const char            *folder,
                                          const HfsSnapshotInfo *info,
                                          HfsSizeList           *sizes);
HfsSnapshot *hfs_column_cache_keep       (const char            *folder,
                                          HfsSnapshot           *snapshot,
                                          HfsSizeList           *sizes);

G_END_DECLS
