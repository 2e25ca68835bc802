/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-waterfall.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hfs_waterfall_step_row_new (const HfsWaterfallStep *step,
                                       double                  whole);

G_END_DECLS
