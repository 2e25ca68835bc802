/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-remark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_REMARK_PANEL (hfs_remark_panel_get_type ())
G_DECLARE_FINAL_TYPE (HfsRemarkPanel, hfs_remark_panel, HFS, REMARK_PANEL, GtkWidget)

GtkWidget  *hfs_remark_panel_new     (HfsRemark      *remark);

const char *hfs_remark_panel_get_id  (HfsRemarkPanel *self);

G_END_DECLS
