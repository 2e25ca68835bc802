/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_CHANGE_NOTE (hfs_change_note_get_type ())
G_DECLARE_FINAL_TYPE (HfsChangeNote, hfs_change_note, HFS, CHANGE_NOTE, GtkWidget)

void hfs_change_note_update (HfsChangeNote *self,
                             HfsResult     *before,
                             HfsResult     *after);

G_END_DECLS
