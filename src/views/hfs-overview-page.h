/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-question.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_OVERVIEW_PAGE (hfs_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsOverviewPage, hfs_overview_page, HFS, OVERVIEW_PAGE, GtkWidget)

GtkWidget *hfs_overview_page_new           (void);

void       hfs_overview_page_set_questions (HfsOverviewPage *self,
                                            GListModel      *questions);
void       hfs_overview_page_set_changes   (HfsOverviewPage *self,
                                            HfsQuestion     *changes);

G_END_DECLS
