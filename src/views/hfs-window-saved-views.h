/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-window.h"

G_BEGIN_DECLS

void hfs_window_init_saved_views (HfsWindow    *self,
                                  AdwHeaderBar *header);

G_END_DECLS
