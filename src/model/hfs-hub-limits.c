/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-limits.h"

/* The forms that huggingface_hub looks for, after draft-ietf-httpapi-ratelimit-headers. */
#define LIMIT  "\"\\w+\"\\s*;\\s*r\\s*=\\s*(\\d+)\\s*;\\s*t\\s*=\\s*(\\d+)"
#define POLICY "q\\s*=\\s*(\\d+)"

/* Requests that are left to the user's other programs: one in so many, and no more than so many. */
#define RESERVE_PART 50
#define RESERVE_MAX  10

#define MAX_NUMBER 1000000000

static gboolean
get_number (GMatchInfo *match,
            int         group,
            guint      *number)
{
  g_autofree char *text = g_match_info_fetch (match, group);
  guint64 value;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, MAX_NUMBER, &value, NULL))
    return FALSE;
  *number = value;
  return TRUE;
}

/**
 * hfs_hub_limits_parse:
 * @limits: (out caller-allocates): what the headers say
 * @limit: (nullable): `RateLimit`, such as `"api";r=499;t=295`
 * @policy: (nullable): `RateLimit-Policy`, such as `"fixed window";"api";q=500;w=300`
 *
 * Reads the two headers that the Hub adds to every answer.
 */
void
hfs_hub_limits_parse (HfsHubLimits *limits,
                      const char   *limit,
                      const char   *policy)
{
  g_autoptr (GRegex) limit_regex = g_regex_new (LIMIT, 0, 0, NULL);
  g_autoptr (GRegex) policy_regex = g_regex_new (POLICY, 0, 0, NULL);
  g_autoptr (GMatchInfo) limit_match = NULL, policy_match = NULL;

  *limits = (HfsHubLimits) { FALSE };
  limits->is_known = limit != NULL && g_regex_match (limit_regex, limit, 0, &limit_match) &&
    get_number (limit_match, 1, &limits->remaining) && get_number (limit_match, 2, &limits->reset);
  if (policy != NULL && g_regex_match (policy_regex, policy, 0, &policy_match))
    get_number (policy_match, 1, &limits->quota);
}

/**
 * hfs_hub_limits_get_pause:
 *
 * A few requests of each window are left to the user's other programs.
 *
 * Returns: how many seconds to wait before the next request
 */
guint
hfs_hub_limits_get_pause (const HfsHubLimits *limits)
{
  guint reserve = MIN (limits->quota / RESERVE_PART, RESERVE_MAX);

  return limits->is_known && limits->remaining <= reserve ? limits->reset + 1 : 0;
}

/**
 * hfs_hub_parse_retry_after:
 * @header: (nullable): `Retry-After`
 * @seconds: (out): how long to wait
 *
 * Reads a number of seconds; a date is no answer of the Hub.
 *
 * Returns: whether @header is one
 */
gboolean
hfs_hub_parse_retry_after (const char *header,
                           guint      *seconds)
{
  guint64 value;

  if (header == NULL || !g_ascii_string_to_unsigned (header, 10, 0, MAX_NUMBER, &value, NULL))
    return FALSE;
  *seconds = value;
  return TRUE;
}
