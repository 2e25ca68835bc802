/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_RANGE_BAR (hfs_range_bar_get_type ())
G_DECLARE_FINAL_TYPE (HfsRangeBar, hfs_range_bar, HFS, RANGE_BAR, GtkWidget)

GtkWidget *hfs_range_bar_new (double      least,
                              double      most,
                              double      counted,
                              double      whole,
                              const char *spoken);

G_END_DECLS
