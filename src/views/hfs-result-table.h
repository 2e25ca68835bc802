/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_RESULT_TABLE (hfs_result_table_get_type ())
G_DECLARE_FINAL_TYPE (HfsResultTable, hfs_result_table, HFS, RESULT_TABLE, GtkWidget)

GtkWidget          *hfs_result_table_new        (void);

HfsResult          *hfs_result_table_get_result (HfsResultTable *self);
void                hfs_result_table_set_result (HfsResultTable *self,
                                                 HfsResult      *result);
GtkSelectionModel  *hfs_result_table_get_model  (HfsResultTable *self);
gboolean            hfs_result_table_copy       (HfsResultTable *self);

G_END_DECLS
