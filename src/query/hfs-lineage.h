/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-snapshot.h"

G_BEGIN_DECLS

const char *hfs_lineage_find_root (HfsSnapshot *snapshot,
                                   guint        row);

G_END_DECLS
