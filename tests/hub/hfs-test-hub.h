/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HfsTestHubFault:
 * @HFS_TEST_HUB_FAULT_RATE_JSON: 429, JSON, `RateLimit` with r=0;t=2
 * @HFS_TEST_HUB_FAULT_RATE_HTML: 429, an HTML page, `RateLimit` with r=0;t=2
 * @HFS_TEST_HUB_FAULT_RATE_HIDDEN: 429, JSON, `RateLimit` says requests are left
 * @HFS_TEST_HUB_FAULT_RATE_RETRY_AFTER: 429, `Retry-After: 2` and no `RateLimit`
 * @HFS_TEST_HUB_FAULT_RATE_BARE: 429 with neither
 * @HFS_TEST_HUB_FAULT_BAD_EXPAND: 400, as if a field were unknown
 * @HFS_TEST_HUB_FAULT_BAD_TOKEN: 401, as if the token were refused
 * @HFS_TEST_HUB_FAULT_REDIRECT: 307 with a relative `Location`, once round
 * @HFS_TEST_HUB_FAULT_REDIRECT_LOOP: 307 to an address that redirects for ever
 * @HFS_TEST_HUB_FAULT_BAD_GATEWAY: 502, an HTML page
 * @HFS_TEST_HUB_FAULT_UNAVAILABLE: 503, an HTML page
 * @HFS_TEST_HUB_FAULT_GATEWAY_TIMEOUT: 504, an HTML page
 * @HFS_TEST_HUB_FAULT_REQUEST_TIMEOUT: 408, JSON
 * @HFS_TEST_HUB_FAULT_SLOW: the right answer, after the delay of hfs_test_hub_set_delay()
 * @HFS_TEST_HUB_FAULT_HANG: no answer, the connection stays open
 * @HFS_TEST_HUB_FAULT_STALL: half of the body, then nothing, the connection stays open
 * @HFS_TEST_HUB_FAULT_DROP: half of the body, then the connection closes
 * @HFS_TEST_HUB_FAULT_DROP_CLOSE: the same after `Connection: close`. libsoup 3.2 takes this for a whole
 *   answer: only the `Content-Length` tells
 * @HFS_TEST_HUB_FAULT_TRUNCATED: half of the body with a `Content-Length` to match
 * @HFS_TEST_HUB_FAULT_HTML: 200 with an HTML page
 * @HFS_TEST_HUB_FAULT_OTHER_HOST: the next page is at `localhost`, not at 127.0.0.1; same port, so a
 *   client that goes there shows in the log with that host
 * @HFS_TEST_HUB_FAULT_LINK_LOOP: the next page begins at the second row of the list
 * @HFS_TEST_HUB_FAULT_ENDLESS: there is always a next page, with new rows
 * @HFS_TEST_HUB_FAULT_EMPTY_LAST: the last page has a next page, which is `[]`
 * @HFS_TEST_HUB_FAULT_REPEATED_ROW: the page begins with the last row of the page before, one row more
 *   than the limit
 * @HFS_TEST_HUB_FAULT_BAD_ROW: one row more in the middle, every value of a wrong type
 * @HFS_TEST_HUB_FAULT_BAD_VALUES: one row more in the middle, `bad/values`, with good ids and values no
 *   count or date can have
 * @HFS_TEST_HUB_FAULT_DEEP: the first row has a further member, nested 100 000 deep
 * @HFS_TEST_HUB_FAULT_HUGE: the first row has a further member of the size of hfs_test_hub_set_huge()
 * @HFS_TEST_HUB_FAULT_LINK_CASE: the header is called `lINK`
 * @HFS_TEST_HUB_FAULT_LINK_RELS: other relations come before `next`, with commas and quoted text
 *
 * What the test Hub can do wrong. Those from @HFS_TEST_HUB_FAULT_OTHER_HOST on concern lists only and
 * wait for one; @HFS_TEST_HUB_FAULT_REPEATED_ROW waits for a page that is not the first.
 */
typedef enum
{
  HFS_TEST_HUB_FAULT_NONE,
  HFS_TEST_HUB_FAULT_RATE_JSON,
  HFS_TEST_HUB_FAULT_RATE_HTML,
  HFS_TEST_HUB_FAULT_RATE_HIDDEN,
  HFS_TEST_HUB_FAULT_RATE_RETRY_AFTER,
  HFS_TEST_HUB_FAULT_RATE_BARE,
  HFS_TEST_HUB_FAULT_BAD_EXPAND,
  HFS_TEST_HUB_FAULT_BAD_TOKEN,
  HFS_TEST_HUB_FAULT_REDIRECT,
  HFS_TEST_HUB_FAULT_REDIRECT_LOOP,
  HFS_TEST_HUB_FAULT_BAD_GATEWAY,
  HFS_TEST_HUB_FAULT_UNAVAILABLE,
  HFS_TEST_HUB_FAULT_GATEWAY_TIMEOUT,
  HFS_TEST_HUB_FAULT_REQUEST_TIMEOUT,
  HFS_TEST_HUB_FAULT_SLOW,
  HFS_TEST_HUB_FAULT_HANG,
  HFS_TEST_HUB_FAULT_STALL,
  HFS_TEST_HUB_FAULT_DROP,
  HFS_TEST_HUB_FAULT_DROP_CLOSE,
  HFS_TEST_HUB_FAULT_TRUNCATED,
  HFS_TEST_HUB_FAULT_HTML,
  HFS_TEST_HUB_FAULT_OTHER_HOST,
  HFS_TEST_HUB_FAULT_LINK_LOOP,
  HFS_TEST_HUB_FAULT_ENDLESS,
  HFS_TEST_HUB_FAULT_EMPTY_LAST,
  HFS_TEST_HUB_FAULT_REPEATED_ROW,
  HFS_TEST_HUB_FAULT_BAD_ROW,
  HFS_TEST_HUB_FAULT_BAD_VALUES,
  HFS_TEST_HUB_FAULT_DEEP,
  HFS_TEST_HUB_FAULT_HUGE,
  HFS_TEST_HUB_FAULT_LINK_CASE,
  HFS_TEST_HUB_FAULT_LINK_RELS,
} HfsTestHubFault;

#define HFS_TEST_HUB_N_FAULTS (HFS_TEST_HUB_FAULT_LINK_RELS + 1)

/**
 * HfsTestHubRequest:
 * @method: for instance "GET"
 * @path: percent-encoded
 * @query: (nullable): percent-encoded, as it came
 * @authorization: (nullable): the header of this name
 * @host: (nullable): the header of this name
 * @user_agent: (nullable): the header of this name
 * @status: what was answered
 * @fault: what was done wrong on purpose
 *
 * One request that the test Hub received.
 */
typedef struct
{
  char *method;
  char *path;
  char *query;
  char *authorization;
  char *host;
  char *user_agent;
  guint status;
  HfsTestHubFault fault;
} HfsTestHubRequest;

#define HFS_TYPE_TEST_HUB (hfs_test_hub_get_type ())
G_DECLARE_FINAL_TYPE (HfsTestHub, hfs_test_hub, HFS, TEST_HUB, GObject)

/* Any thread may call these. */
HfsTestHub *hfs_test_hub_new (guint n_models, guint64 seed);
const char *hfs_test_hub_get_uri (HfsTestHub *self);
void hfs_test_hub_stop (HfsTestHub *self);

void hfs_test_hub_set_quota (HfsTestHub *self, guint quota, guint window_seconds);
void hfs_test_hub_set_delay (HfsTestHub *self, guint milliseconds);
void hfs_test_hub_set_huge (HfsTestHub *self, guint mebibytes);
void hfs_test_hub_set_gzip (HfsTestHub *self, gboolean gzip);

void hfs_test_hub_inject (HfsTestHub *self, guint after_n_requests, guint count, HfsTestHubFault fault);
void hfs_test_hub_clear_faults (HfsTestHub *self);
const char *hfs_test_hub_fault_get_name (HfsTestHubFault fault);
gboolean hfs_test_hub_fault_from_name (const char *name, HfsTestHubFault *fault);

GPtrArray *hfs_test_hub_get_requests (HfsTestHub *self);
void hfs_test_hub_clear_requests (HfsTestHub *self);

G_END_DECLS
