/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-rows.h"

G_BEGIN_DECLS

void hfs_hub_append_safetensors (GString *json, HfsHubRows *rows, const HfsHubRow *row);
void hfs_hub_append_gguf (GString *json, HfsHubRows *rows, const HfsHubRow *row);

G_END_DECLS
