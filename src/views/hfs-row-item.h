/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

#define HFS_TYPE_ROW_ITEM (hfs_row_item_get_type ())
G_DECLARE_FINAL_TYPE (HfsRowItem, hfs_row_item, HFS, ROW_ITEM, GObject)

HfsRowItem         *hfs_row_item_new        (HfsResult  *result,
                                             guint       index);

HfsResult          *hfs_row_item_get_result (HfsRowItem *self);
const HfsResultRow *hfs_row_item_get_row    (HfsRowItem *self);
guint               hfs_row_item_get_index  (HfsRowItem *self);

G_END_DECLS
