/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column-page.h"
#include "hfs-engine.h"

G_BEGIN_DECLS

#define HFS_TYPE_EXPLORE_PAGE (hfs_explore_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsExplorePage, hfs_explore_page, HFS, EXPLORE_PAGE, HfsColumnPage)

GtkWidget *hfs_explore_page_new (void);

G_END_DECLS
