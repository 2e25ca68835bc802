/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-claims-desk.h"
#include "hfs-column-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_CLASSIFY_PAGE (hfs_classify_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsClassifyPage, hfs_classify_page, HFS, CLASSIFY_PAGE, HfsColumnPage)

GtkWidget *hfs_classify_page_new (HfsClaimsDesk *desk);

G_END_DECLS
