/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_FIND_PAGE (hfs_find_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsFindPage, hfs_find_page, HFS, FIND_PAGE, GtkWidget)

GtkWidget *hfs_find_page_new (void);

G_END_DECLS
