/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-snapshot.h"

G_BEGIN_DECLS

guint8 *hfs_name_search_mask (HfsSnapshot *snapshot,
                              const char  *text,
                              guint        n_rows);

G_END_DECLS
