/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsHubLimits:
 * @is_known: whether the answer said
 * @remaining: requests left in this window
 * @reset: seconds until the next window
 * @quota: requests in a window, 0 when the answer does not say
 *
 * How many requests the Hub still takes, as its RateLimit headers tell.
 */
typedef struct
{
  gboolean is_known;
  guint remaining;
  guint reset;
  guint quota;
} HfsHubLimits;

void     hfs_hub_limits_parse       (HfsHubLimits       *limits,
                                     const char         *limit,
                                     const char         *policy);
guint    hfs_hub_limits_get_pause   (const HfsHubLimits *limits);
gboolean hfs_hub_parse_retry_after  (const char         *header,
                                     guint              *seconds);

G_END_DECLS
