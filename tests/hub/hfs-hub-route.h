/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-list.h"

G_BEGIN_DECLS

HfsHubReply *hfs_hub_route (HfsHubCatalog *catalog, const HfsTestHubRequest *request);

G_END_DECLS
