/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-archive.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_REFRESH_STRIP (hfs_refresh_strip_get_type ())
G_DECLARE_FINAL_TYPE (HfsRefreshStrip, hfs_refresh_strip, HFS, REFRESH_STRIP, GtkWidget)

GtkWidget *hfs_refresh_strip_new         (void);

void       hfs_refresh_strip_start       (HfsRefreshStrip *self,
                                          HfsArchive      *archive);
void       hfs_refresh_strip_cancel      (HfsRefreshStrip *self);
gboolean   hfs_refresh_strip_get_running (HfsRefreshStrip *self);

G_END_DECLS
