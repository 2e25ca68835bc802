/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_WRAP_LAYOUT (hfs_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (HfsWrapLayout, hfs_wrap_layout, HFS, WRAP_LAYOUT, GtkLayoutManager)

GtkWidget *hfs_wrap_box_new (int spacing);

G_END_DECLS
