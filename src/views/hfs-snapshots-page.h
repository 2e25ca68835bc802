/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-claims-desk.h"
#include "hfs-column-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_SNAPSHOTS_PAGE (hfs_snapshots_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsSnapshotsPage, hfs_snapshots_page, HFS, SNAPSHOTS_PAGE, HfsColumnPage)

GtkWidget *hfs_snapshots_page_new    (HfsClaimsDesk    *desk);
void       hfs_snapshots_page_import (HfsSnapshotsPage *self,
                                      GFile            *file,
                                      const char       *date);

G_END_DECLS
