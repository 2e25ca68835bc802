/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hfs_unknown_range_new (HfsResult *result);

G_END_DECLS
