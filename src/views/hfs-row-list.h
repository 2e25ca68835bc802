/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-row-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HFS_TYPE_ROW_LIST (hfs_row_list_get_type ())
G_DECLARE_FINAL_TYPE (HfsRowList, hfs_row_list, HFS, ROW_LIST, GObject)

HfsRowList *hfs_row_list_new (HfsResult *result);

G_END_DECLS
