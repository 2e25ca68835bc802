/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-profile-page.h"

G_BEGIN_DECLS

#define HFS_TYPE_MODEL_PAGE (hfs_model_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsModelPage, hfs_model_page, HFS, MODEL_PAGE, HfsProfilePage)

GtkWidget *hfs_model_page_new (void);

G_END_DECLS
