/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-publishers.h"
#include "hfs-snapshot.h"
#include "hfs-size-list.h"

G_BEGIN_DECLS

/* What comes with the program: tables and snapshots, in its resources. */

GPtrArray     *hfs_bundle_list_snapshots  (void);
HfsSnapshot   *hfs_bundle_load_snapshot   (const char   *id,
                                           HfsSizeList  *sizes,
                                           GError      **error);
HfsPublishers *hfs_bundle_load_publishers (GError      **error);
HfsSizeList   *hfs_bundle_load_sizes      (GError      **error);
GBytes        *hfs_bundle_load_map        (GError      **error);

G_END_DECLS
