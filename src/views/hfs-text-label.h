/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget          *hfs_text_label     (const char         *text,
                                        const char         *style);
GtkWidget          *hfs_heading_label  (const char         *text,
                                        const char         *style);
void                hfs_text_label_cut (GtkLabel           *label,
                                        PangoEllipsizeMode  where);
GtkListItemFactory *hfs_text_factory   (int                 max_chars,
                                        gboolean            wraps);

G_END_DECLS
