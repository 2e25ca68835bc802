/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-quota.h"

/**
 * hfs_hub_quota_set:
 * @quota: a quota
 * @requests: how many a window allows
 * @window: its length in seconds, at least 1
 *
 * Begins a window now.
 */
void
hfs_hub_quota_set (HfsHubQuota *quota, guint requests, guint window)
{
  *quota = (HfsHubQuota){ .quota = requests, .window = window, .start = g_get_monotonic_time () };
}

/**
 * hfs_hub_quota_spend:
 * @quota: a quota
 *
 * Counts one request, in a new window if the last one is over.
 *
 * Returns: whether the quota allowed it
 */
gboolean
hfs_hub_quota_spend (HfsHubQuota *quota)
{
  gint64 length = (gint64) quota->window * G_USEC_PER_SEC;
  gint64 passed = g_get_monotonic_time () - quota->start;

  if (passed >= length)
    {
      quota->start += passed / length * length;
      quota->spent = 0;
    }
  if (quota->spent >= quota->quota)
    return FALSE;
  quota->spent++;
  return TRUE;
}

/**
 * hfs_hub_quota_tell:
 * @quota: a quota
 * @reply: an answer
 *
 * Adds the headers that tell how many requests are left and for how long, or what the
 * answer wants told instead.
 */
void
hfs_hub_quota_tell (const HfsHubQuota *quota, HfsHubReply *reply)
{
  gint64 left = quota->start + (gint64) quota->window * G_USEC_PER_SEC - g_get_monotonic_time ();
  g_autofree char *policy = NULL;
  g_autofree char *limit = NULL;

  if (reply->rate == HFS_HUB_RATE_SILENT)
    return;

  policy = g_strdup_printf ("\"fixed window\";\"api\";q=%u;w=%u", quota->quota, quota->window);
  if (reply->rate == HFS_HUB_RATE_USED_UP)
    limit = g_strdup ("\"api\";r=0;t=2");
  else
    limit = g_strdup_printf ("\"api\";r=%u;t=%u", quota->quota - quota->spent,
                             (guint) ((MAX (left, 0) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC));
  hfs_hub_reply_add_header (reply, "RateLimit", limit);
  hfs_hub_reply_add_header (reply, "RateLimit-Policy", policy);
}
