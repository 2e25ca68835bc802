/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_TRENDS_PAGE (hfs_trends_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsTrendsPage, hfs_trends_page, HFS, TRENDS_PAGE, HfsColumnPage)

GtkWidget *hfs_trends_page_new (void);

G_END_DECLS
