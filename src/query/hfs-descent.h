/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-snapshot.h"

G_BEGIN_DECLS

#define HFS_TYPE_DESCENT (hfs_descent_get_type ())
G_DECLARE_FINAL_TYPE (HfsDescent, hfs_descent, HFS, DESCENT, GObject)

HfsDescent    *hfs_descent_new          (HfsSnapshot *snapshot);

HfsSnapshot   *hfs_descent_get_snapshot (HfsDescent  *self);
gboolean       hfs_descent_knows_bases  (HfsDescent  *self);
const guint32 *hfs_descent_find         (HfsDescent  *self,
                                         const char  *id,
                                         guint       *n_rows);
GPtrArray     *hfs_descent_list_bases   (HfsDescent  *self,
                                         const char  *id,
                                         gboolean    *is_ring);

G_END_DECLS
