/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_CLAIMS_PAGE (hfs_claims_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsClaimsPage, hfs_claims_page, HFS, CLAIMS_PAGE, HfsColumnPage)

GtkWidget *hfs_claims_page_new (GListModel *verdicts);

G_END_DECLS
