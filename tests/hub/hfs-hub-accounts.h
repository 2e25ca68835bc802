/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-list.h"

G_BEGIN_DECLS

HfsHubReply *hfs_hub_show_model (HfsHubCatalog *catalog, const char *id, const char *query, gboolean has_token);
HfsHubReply *hfs_hub_show_organization (HfsHubCatalog *catalog, const char *name);
HfsHubReply *hfs_hub_show_user (HfsHubCatalog *catalog, const char *name);
HfsHubReply *hfs_hub_show_whoami (gboolean has_token);

G_END_DECLS
