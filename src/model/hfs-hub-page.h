/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-data-error.h"
#include "hfs-model-row.h"

G_BEGIN_DECLS

#define HFS_TYPE_HUB_PAGE (hfs_hub_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsHubPage, hfs_hub_page, HFS, HUB_PAGE, GObject)

HfsHubPage        *hfs_hub_page_parse         (const char   *text,
                                               gssize        length,
                                               GError      **error);
const HfsModelRow *hfs_hub_page_get_rows      (HfsHubPage   *self,
                                               guint        *n_rows);
guint              hfs_hub_page_get_n_skipped (HfsHubPage   *self);
const GError      *hfs_hub_page_get_first_bad (HfsHubPage   *self,
                                               guint        *element);

G_END_DECLS
