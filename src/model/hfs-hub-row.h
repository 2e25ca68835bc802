/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-data-error.h"
#include "hfs-model-row.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean hfs_hub_row_is_private (JsonNode      *node);
gboolean hfs_hub_row_read       (JsonNode      *node,
                                 GPtrArray     *lists,
                                 HfsModelRow   *row,
                                 GError       **error);

G_END_DECLS
