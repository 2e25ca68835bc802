/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-data-error.h"
#include "hfs-json-cursor.h"
#include "hfs-model-row.h"

G_BEGIN_DECLS

/**
 * HfsHubRowKind:
 * @HFS_HUB_ROW_BAD: something in it is not as it should be
 * @HFS_HUB_ROW_PRIVATE: a repository of the user's own that nobody else can see
 * @HFS_HUB_ROW_GOOD: a model
 *
 * What a row of the Hub's list is.
 */
typedef enum
{
  HFS_HUB_ROW_BAD,
  HFS_HUB_ROW_PRIVATE,
  HFS_HUB_ROW_GOOD,
} HfsHubRowKind;

HfsHubRowKind hfs_hub_row_read (HfsJsonCursor  *cursor,
                                GPtrArray      *lists,
                                HfsModelRow    *row,
                                GError        **error);

G_END_DECLS
