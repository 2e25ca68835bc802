/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_MORE_OPTIONS (hfs_more_options_get_type ())
G_DECLARE_FINAL_TYPE (HfsMoreOptions, hfs_more_options, HFS, MORE_OPTIONS, GtkWidget)

void hfs_more_options_set_query (HfsMoreOptions *self,
                                 HfsQuery       *query);

G_END_DECLS
