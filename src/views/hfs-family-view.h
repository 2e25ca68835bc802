/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-descent.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hfs_family_view_new (HfsDescent *descent,
                                const char *id);

G_END_DECLS
