/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-row-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GPtrArray *hfs_table_columns_new    (HfsResult       *result);
char      *hfs_table_column_dup_row (HfsResult          *result,
                                     const HfsResultRow *row);
HfsRowItem *hfs_table_column_find_item (GtkWidget     *widget);

G_END_DECLS
