/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-window.h"

G_BEGIN_DECLS

void hfs_window_install_data (GtkWidgetClass *widget_class);
void hfs_window_init_data    (HfsWindow      *self);
void hfs_window_look_after   (HfsWindow      *self);

G_END_DECLS
