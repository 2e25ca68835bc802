/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-claims-desk.h"
#include "hfs-column-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_WATERFALL_PAGE (hfs_waterfall_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsWaterfallPage, hfs_waterfall_page, HFS, WATERFALL_PAGE, HfsColumnPage)

GtkWidget *hfs_waterfall_page_new (HfsClaimsDesk *desk);

G_END_DECLS
