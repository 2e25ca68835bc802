/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How high the bar is below the texts, in pixels. */
#define HFS_BAR_HEIGHT 7

#define HFS_TYPE_BAR_LAYOUT (hfs_bar_layout_get_type ())
G_DECLARE_FINAL_TYPE (HfsBarLayout, hfs_bar_layout, HFS, BAR_LAYOUT, GtkLayoutManager)

G_END_DECLS
