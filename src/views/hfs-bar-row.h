/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_BAR_ROW (hfs_bar_row_get_type ())
G_DECLARE_FINAL_TYPE (HfsBarRow, hfs_bar_row, HFS, BAR_ROW, GtkListBoxRow)

GtkWidget  *hfs_bar_row_new          (void);

void        hfs_bar_row_set_texts    (HfsBarRow       *self,
                                      const char      *label,
                                      const char      *value,
                                      const char      *spoken);
void        hfs_bar_row_set_bar      (HfsBarRow       *self,
                                      double           part,
                                      HfsMarkEmphasis  emphasis);
void        hfs_bar_row_set_selected (HfsBarRow       *self,
                                      gboolean         selected);

G_END_DECLS
