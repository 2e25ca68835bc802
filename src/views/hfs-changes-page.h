/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-changes.h"
#include "hfs-claims-desk.h"
#include "hfs-column-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_CHANGES_PAGE (hfs_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsChangesPage, hfs_changes_page, HFS, CHANGES_PAGE, HfsColumnPage)

GtkWidget  *hfs_changes_page_new         (HfsClaimsDesk  *desk);
HfsChanges *hfs_changes_page_get_changes (HfsChangesPage *self);

G_END_DECLS
