/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-classification.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HFS_TYPE_CLASSIFY_DIALOG (hfs_classify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HfsClassifyDialog, hfs_classify_dialog, HFS, CLASSIFY_DIALOG, AdwWindow)

GtkWidget *hfs_classify_dialog_new  (HfsClassification *classification,
                                     const char        *publisher);

gboolean   hfs_classify_dialog_save (HfsClassifyDialog *self);

G_END_DECLS
