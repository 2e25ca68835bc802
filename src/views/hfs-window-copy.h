/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-window.h"

G_BEGIN_DECLS

void hfs_window_install_copy (GtkWidgetClass *widget_class);
void hfs_window_update_copy  (HfsWindow      *self,
                              gboolean        has_result);

G_END_DECLS
