/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-reply.h"

G_BEGIN_DECLS

/**
 * HfsHubQuota:
 * @quota: requests a window allows
 * @window: its length in seconds
 * @spent: requests of this window, at most @quota
 * @start: monotonic time in microseconds
 *
 * A fixed window of time and the requests in it. A plain value: copy it freely.
 */
typedef struct
{
  guint quota;
  guint window;
  guint spent;
  gint64 start;
} HfsHubQuota;

void hfs_hub_quota_set (HfsHubQuota *quota, guint requests, guint window);
gboolean hfs_hub_quota_spend (HfsHubQuota *quota);
void hfs_hub_quota_tell (const HfsHubQuota *quota, HfsHubReply *reply);

G_END_DECLS
