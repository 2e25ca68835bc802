/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-size-list.h"
#include "hfs-snapshot.h"

G_BEGIN_DECLS

#define HFS_TYPE_SNAPSHOT_BUILDER (hfs_snapshot_builder_get_type ())
G_DECLARE_FINAL_TYPE (HfsSnapshotBuilder, hfs_snapshot_builder, HFS, SNAPSHOT_BUILDER, GObject)

HfsSnapshotBuilder *hfs_snapshot_builder_new    (const HfsSnapshotInfo *info,
                                                 HfsSizeList           *sizes);
gboolean            hfs_snapshot_builder_add    (HfsSnapshotBuilder    *self,
                                                 const HfsModelRow     *row);
HfsSnapshot        *hfs_snapshot_builder_finish (HfsSnapshotBuilder    *self);

G_END_DECLS
