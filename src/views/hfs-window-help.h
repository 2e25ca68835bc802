/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hfs_window_install_help (GtkWidgetClass *widget_class);

G_END_DECLS
