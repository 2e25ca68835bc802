/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_PAGE_STATE (hfs_page_state_get_type ())
G_DECLARE_FINAL_TYPE (HfsPageState, hfs_page_state, HFS, PAGE_STATE, GtkWidget)

GtkWidget *hfs_page_state_new    (GtkWidget    *content);

void       hfs_page_state_wait   (HfsPageState *self);
void       hfs_page_state_show   (HfsPageState *self);
void       hfs_page_state_fail   (HfsPageState *self,
                                  const char   *title,
                                  const char   *message);

G_END_DECLS
