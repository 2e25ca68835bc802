/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_ABOUT_NUMBER (hfs_about_number_get_type ())
G_DECLARE_FINAL_TYPE (HfsAboutNumber, hfs_about_number, HFS, ABOUT_NUMBER, GtkWidget)

GtkWidget *hfs_about_number_new        (void);

HfsResult *hfs_about_number_get_result (HfsAboutNumber *self);
void       hfs_about_number_set_result (HfsAboutNumber *self,
                                        HfsResult      *result);

G_END_DECLS
