/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-data-error.h"
#include "hfs-snapshot.h"
#include "hfs-store.h"

G_BEGIN_DECLS

#define HFS_SNAPSHOT_LATEST "latest"

#define HFS_TYPE_ARCHIVE (hfs_archive_get_type ())
G_DECLARE_FINAL_TYPE (HfsArchive, hfs_archive, HFS, ARCHIVE, GObject)

HfsArchive      *hfs_archive_new           (HfsStore     *store,
                                            HfsSizeList  *sizes);

void             hfs_archive_set_store     (HfsArchive   *self,
                                            HfsStore     *store);
HfsStore        *hfs_archive_get_store     (HfsArchive   *self);
GPtrArray       *hfs_archive_list          (HfsArchive   *self,
                                            GError      **error);
HfsSnapshotInfo *hfs_archive_find          (HfsArchive   *self,
                                            const char   *name,
                                            GError      **error);
HfsSnapshotInfo *hfs_archive_find_complete (HfsArchive   *self,
                                            GError      **error);
HfsSnapshot     *hfs_archive_load          (HfsArchive   *self,
                                            const char   *name,
                                            GError      **error);
void             hfs_archive_changed       (HfsArchive   *self);

G_END_DECLS
