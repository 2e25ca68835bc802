/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_WAIT_BAR (hfs_wait_bar_get_type ())
G_DECLARE_FINAL_TYPE (HfsWaitBar, hfs_wait_bar, HFS, WAIT_BAR, GtkWidget)

void hfs_wait_bar_start (HfsWaitBar *self);
void hfs_wait_bar_stop  (HfsWaitBar *self);

G_END_DECLS
