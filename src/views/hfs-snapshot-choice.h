/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-snapshot-info.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_SNAPSHOT_CHOICE (hfs_snapshot_choice_get_type ())
G_DECLARE_FINAL_TYPE (HfsSnapshotChoice, hfs_snapshot_choice, HFS, SNAPSHOT_CHOICE, GtkWidget)

GtkWidget  *hfs_snapshot_choice_new       (const char        *name,
                                           const char        *by_itself);
void        hfs_snapshot_choice_set_infos (HfsSnapshotChoice *self,
                                           GPtrArray         *infos);
const char *hfs_snapshot_choice_get_id    (HfsSnapshotChoice *self);
void        hfs_snapshot_choice_choose    (HfsSnapshotChoice *self,
                                           const char        *id);

G_END_DECLS
