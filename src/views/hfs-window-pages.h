/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-look.h"
#include "hfs-window.h"

G_BEGIN_DECLS

void       hfs_window_install_pages (GtkWidgetClass  *widget_class);
GtkWidget *hfs_window_new_page      (HfsWindow       *self,
                                     const char      *id);
char      *hfs_window_dup_place     (HfsWindow       *self);
gboolean   hfs_window_open_place    (HfsWindow       *self,
                                     const char      *text,
                                     GError         **error);

HfsResult *hfs_window_get_result    (HfsWindow       *self);
HfsQuery  *hfs_window_get_query     (HfsWindow       *self,
                                     HfsChartLook    *look);

G_END_DECLS
