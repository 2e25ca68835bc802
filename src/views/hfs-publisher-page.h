/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-profile-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_PUBLISHER_PAGE (hfs_publisher_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsPublisherPage, hfs_publisher_page, HFS, PUBLISHER_PAGE, HfsProfilePage)

GtkWidget *hfs_publisher_page_new (void);

G_END_DECLS
