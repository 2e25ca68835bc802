/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-store.h"

G_BEGIN_DECLS

/**
 * HfsRetention:
 * @HFS_RETENTION_ALL: every snapshot is kept
 * @HFS_RETENTION_WEEKLY: the last one of each week
 * @HFS_RETENTION_MONTHLY: the last one of each month
 *
 * Which of the fetched snapshots are kept. The keys in the settings are `all`, `weekly` and `monthly`.
 */
typedef enum
{
  HFS_RETENTION_ALL,
  HFS_RETENTION_WEEKLY,
  HFS_RETENTION_MONTHLY,
} HfsRetention;

GPtrArray *hfs_retention_choose (HfsRetention   self,
                                 GPtrArray     *infos);
GStrv      hfs_retention_apply  (HfsRetention   self,
                                 HfsStore      *store,
                                 GError       **error);

G_END_DECLS
