/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-refresh-strip.h"
#include "hfs-window.h"

G_BEGIN_DECLS

void  hfs_window_install_fetch   (GtkWidgetClass  *widget_class);
void  hfs_window_init_fetch      (HfsWindow       *self,
                                  HfsRefreshStrip *strip,
                                  GtkButton       *button);
char *hfs_window_dup_freshness   (HfsWindow       *self);

G_END_DECLS
