/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_COUNTRY_PAGE (hfs_country_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsCountryPage, hfs_country_page, HFS, COUNTRY_PAGE, HfsColumnPage)

GtkWidget  *hfs_country_page_new         (void);

const char *hfs_country_page_get_country (HfsCountryPage *self);

G_END_DECLS
