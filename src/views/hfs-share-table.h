/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GPtrArray *hfs_share_ways_new  (HfsEngine       *engine,
                                HfsDimensionId   dimension);
GtkWidget *hfs_share_table_new (GPtrArray       *ways,
                                const char      *name);

G_END_DECLS
