/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-window.h"

G_BEGIN_DECLS

void hfs_window_install_take_away (GtkWidgetClass *widget_class);
void hfs_window_init_take_away    (AdwSplitButton *button,
                                   GMenuModel     *menu);
void hfs_window_update_take_away  (HfsWindow      *self,
                                   gboolean        has_result);

G_END_DECLS
