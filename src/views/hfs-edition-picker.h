/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-edition.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_EDITION_PICKER (hfs_edition_picker_get_type ())
G_DECLARE_FINAL_TYPE (HfsEditionPicker, hfs_edition_picker, HFS, EDITION_PICKER, GtkWidget)

GtkWidget  *hfs_edition_picker_new          (void);

void        hfs_edition_picker_set_editions (HfsEditionPicker *self,
                                             GPtrArray        *editions);
HfsEdition *hfs_edition_picker_get_edition  (HfsEditionPicker *self);
gboolean    hfs_edition_picker_choose       (HfsEditionPicker *self,
                                             const char       *id);

G_END_DECLS
