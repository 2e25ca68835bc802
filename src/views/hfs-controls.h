/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"
#include "hfs-snapshot-info.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_CONTROLS (hfs_controls_get_type ())
G_DECLARE_FINAL_TYPE (HfsControls, hfs_controls, HFS, CONTROLS, GtkWidget)

void      hfs_controls_set_query       (HfsControls *self,
                                        HfsQuery    *query);
void      hfs_controls_set_snapshots   (HfsControls *self,
                                        GPtrArray   *snapshots);
gboolean  hfs_controls_get_shows_table (HfsControls *self);
void      hfs_controls_set_shows_table (HfsControls *self,
                                        gboolean     shows_table);

G_END_DECLS
