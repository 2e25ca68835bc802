/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-snapshot.h"

G_BEGIN_DECLS

#define HFS_TYPE_LINEAGE (hfs_lineage_get_type ())
G_DECLARE_FINAL_TYPE (HfsLineage, hfs_lineage, HFS, LINEAGE, GObject)

HfsLineage *hfs_lineage_new           (HfsSnapshot *snapshot);

guint       hfs_lineage_get_root      (HfsLineage  *self,
                                       guint        row);
gboolean    hfs_lineage_is_ring       (HfsLineage  *self,
                                       guint        row);
gboolean    hfs_lineage_is_missing    (HfsLineage  *self,
                                       guint        row);

const char *hfs_lineage_find_root     (HfsSnapshot *snapshot,
                                       guint        row);

G_END_DECLS
