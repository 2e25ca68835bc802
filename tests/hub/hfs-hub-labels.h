/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-rows.h"

G_BEGIN_DECLS

const char *hfs_hub_row_get_task (const HfsHubRow *row);
const char *hfs_hub_row_get_library (const HfsHubRow *row);
const char *hfs_hub_row_get_architecture (const HfsHubRow *row);
const char *hfs_hub_row_get_license (const HfsHubRow *row);
void hfs_hub_append_bases (GString *json, HfsHubRows *rows, const HfsHubRow *row);
void hfs_hub_append_tags (GString *json, HfsHubRows *rows, const HfsHubRow *row);

G_END_DECLS
