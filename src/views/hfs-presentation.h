/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_PRESENTATION (hfs_presentation_get_type ())
G_DECLARE_FINAL_TYPE (HfsPresentation, hfs_presentation, HFS, PRESENTATION, GObject)

HfsPresentation *hfs_presentation_new        (GtkApplicationWindow *window,
                                              GtkWidget            *content,
                                              GtkStack             *pages);


G_END_DECLS
