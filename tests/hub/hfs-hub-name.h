/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-rows.h"

G_BEGIN_DECLS

void hfs_hub_row_name (HfsHubRow *row);

G_END_DECLS
