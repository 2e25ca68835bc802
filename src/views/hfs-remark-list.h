/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_REMARK_LIST (hfs_remark_list_get_type ())
G_DECLARE_FINAL_TYPE (HfsRemarkList, hfs_remark_list, HFS, REMARK_LIST, GtkWidget)

GtkWidget *hfs_remark_list_new    (void);

void       hfs_remark_list_ask    (HfsRemarkList *self,
                                   HfsEngine     *engine,
                                   const char    *page,
                                   HfsQuery      *query);
void       hfs_remark_list_clear  (HfsRemarkList *self);

G_END_DECLS
