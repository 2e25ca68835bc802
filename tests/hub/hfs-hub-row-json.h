/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-rows.h"

G_BEGIN_DECLS

/**
 * HfsHubFields:
 *
 * A set of the fields of a row, one bit each. `_id` and `id` are in every row.
 */
typedef guint64 HfsHubFields;

HfsHubFields hfs_hub_field_from_name (const char *name);
HfsHubFields hfs_hub_fields_default (HfsHubSort sort);
HfsHubFields hfs_hub_fields_full (void);
HfsHubFields hfs_hub_fields_single (void);
char *hfs_hub_fields_list_expandable (void);

void hfs_hub_append_row (GString *json, HfsHubRows *rows, const HfsHubRow *row, HfsHubFields fields);

G_END_DECLS
