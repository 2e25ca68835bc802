/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-window.h"

G_BEGIN_DECLS

void hfs_window_install_navigation (GtkWidgetClass *widget_class);
void hfs_window_init_navigation    (HfsWindow      *self);
void hfs_window_update_navigation  (HfsWindow      *self);

G_END_DECLS
