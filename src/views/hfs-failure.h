/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_FAILURE (hfs_failure_get_type ())
G_DECLARE_FINAL_TYPE (HfsFailure, hfs_failure, HFS, FAILURE, GtkBox)

GtkWidget *hfs_failure_new       (void);

void       hfs_failure_set_texts (HfsFailure *self,
                                  const char *title,
                                  const char *message);

G_END_DECLS
