/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_FIND_ROW (hfs_find_row_get_type ())
G_DECLARE_FINAL_TYPE (HfsFindRow, hfs_find_row, HFS, FIND_ROW, GtkWidget)

GtkWidget  *hfs_find_row_new          (void);

void        hfs_find_row_show         (HfsFindRow *self,
                                       gpointer    item,
                                       HfsMeasure  measure);
char       *hfs_find_row_dup_spoken   (HfsFindRow *self);
char       *hfs_find_row_dup_place    (gpointer    item);

G_END_DECLS
