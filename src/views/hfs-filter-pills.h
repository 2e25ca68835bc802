/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_FILTER_PILLS (hfs_filter_pills_get_type ())
G_DECLARE_FINAL_TYPE (HfsFilterPills, hfs_filter_pills, HFS, FILTER_PILLS, GtkWidget)

void hfs_filter_pills_set_query (HfsFilterPills *self,
                                 HfsQuery       *query);

G_END_DECLS
