/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands for the rows that are not shown apart. */
#define HFS_EXPLORE_OTHERS -1

void hfs_explore_bars_fill (GtkListBox *list,
                            HfsResult  *result,
                            GPtrArray  *keys,
                            gboolean    shows_all,
                            GArray     *shown);

G_END_DECLS
