/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-faults.h"

#include "hfs-hub-row-json.h"

#include <string.h>

#define RATE_TEXT "We had to rate limit your IP (127.0.0.1)."

/**
 * HfsHubFaults:
 * @plans: (element-type Plan): in the order in which they were made
 */
struct _HfsHubFaults
{
  GArray *plans;
};

/* @left is how many more times, 0 for ever. */
typedef struct
{
  HfsTestHubFault fault;
  guint after;
  guint left;
} Plan;

static const char *const names[] = {
  "none",       "rate-json", "rate-html",     "rate-hidden", "rate-retry-after", "rate-bare",       "bad-expand",
  "bad-token",  "redirect",  "redirect-loop", "bad-gateway", "unavailable",      "gateway-timeout", "request-timeout",
  "slow",       "hang",      "stall",         "drop",        "drop-close",       "truncated",       "html",
  "other-host", "link-loop", "endless",       "empty-last",  "repeated-row",     "bad-row",         "bad-values",
  "deep",       "huge",      "link-case",     "link-rels",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == HFS_TEST_HUB_N_FAULTS);

static gboolean
fits (HfsTestHubFault fault, gboolean is_list, gboolean is_later_page)
{
  if (fault == HFS_TEST_HUB_FAULT_REPEATED_ROW)
    return is_list && is_later_page;
  return is_list || fault < HFS_TEST_HUB_FAULT_OTHER_HOST;
}

static HfsHubReply *
make_rate_reply (HfsTestHubFault fault)
{
  HfsHubReply *reply;

  if (fault == HFS_TEST_HUB_FAULT_RATE_HTML)
    reply = hfs_hub_reply_new_html (429, "429", RATE_TEXT);
  else
    reply = hfs_hub_reply_new_error (429, NULL, RATE_TEXT);

  if (fault == HFS_TEST_HUB_FAULT_RATE_JSON || fault == HFS_TEST_HUB_FAULT_RATE_HTML)
    reply->rate = HFS_HUB_RATE_USED_UP;
  else if (fault != HFS_TEST_HUB_FAULT_RATE_HIDDEN)
    reply->rate = HFS_HUB_RATE_SILENT;

  if (fault == HFS_TEST_HUB_FAULT_RATE_RETRY_AFTER)
    hfs_hub_reply_add_header (reply, "Retry-After", "2");
  return reply;
}

static HfsHubReply *
make_redirect (const char *path, const char *query, const char *more)
{
  g_autofree char *location
      = query != NULL ? g_strdup_printf ("%s?%s&%s", path, query, more) : g_strdup_printf ("%s?%s", path, more);

  return hfs_hub_reply_new_redirect (location);
}

static HfsHubReply *
make_expand_reply (void)
{
  g_autofree char *list = hfs_hub_fields_list_expandable ();
  g_autofree char *message = g_strdup_printf ("✖ Invalid option: expected one of %s\n  → at expand[0]", list);

  return hfs_hub_reply_new_error (400, NULL, message);
}

/**
 * hfs_hub_faults_new:
 *
 * Returns: (transfer full): a plan without faults
 */
HfsHubFaults *
hfs_hub_faults_new (void)
{
  HfsHubFaults *faults = g_new0 (HfsHubFaults, 1);

  faults->plans = g_array_new (FALSE, FALSE, sizeof (Plan));
  return faults;
}

/**
 * hfs_hub_faults_free:
 * @faults: (transfer full): a plan
 *
 * Frees the plan.
 */
void
hfs_hub_faults_free (HfsHubFaults *faults)
{
  g_array_unref (faults->plans);
  g_free (faults);
}

/**
 * hfs_hub_faults_plan:
 * @faults: a plan
 * @after: requests that are still answered well
 * @count: how often after that, 0 for ever
 * @fault: what then goes wrong
 *
 * Adds a fault.
 */
void
hfs_hub_faults_plan (HfsHubFaults *faults, guint after, guint count, HfsTestHubFault fault)
{
  Plan plan = { .fault = fault, .after = after, .left = count > 0 ? count : G_MAXUINT };

  g_array_append_val (faults->plans, plan);
}

/**
 * hfs_hub_faults_clear:
 * @faults: a plan
 *
 * Forgets all faults.
 */
void
hfs_hub_faults_clear (HfsHubFaults *faults)
{
  g_array_set_size (faults->plans, 0);
}

/**
 * hfs_hub_faults_take:
 * @faults: a plan
 * @is_list: whether the request is for a list of models
 * @is_later_page: whether it is for a page other than the first
 *
 * Goes one request on. Of several faults that are due the one planned first is taken.
 *
 * Returns: what goes wrong with this request
 */
HfsTestHubFault
hfs_hub_faults_take (HfsHubFaults *faults, gboolean is_list, gboolean is_later_page)
{
  HfsTestHubFault taken = HFS_TEST_HUB_FAULT_NONE;

  for (guint i = 0; i < faults->plans->len; i++)
    {
      Plan *plan = &g_array_index (faults->plans, Plan, i);

      if (plan->after > 0)
        plan->after--;
      else if (plan->left > 0 && taken == HFS_TEST_HUB_FAULT_NONE && fits (plan->fault, is_list, is_later_page))
        {
          taken = plan->fault;
          if (plan->left != G_MAXUINT)
            plan->left--;
        }
    }
  return taken;
}

/**
 * hfs_hub_refuse_rate:
 *
 * Returns: (transfer full): the answer when the quota is used up
 */
HfsHubReply *
hfs_hub_refuse_rate (void)
{
  return hfs_hub_reply_new_error (429, NULL, RATE_TEXT);
}

/**
 * hfs_hub_fault_make_reply:
 * @fault: what goes wrong
 * @path: path of the request
 * @query: (nullable): query of the request
 *
 * Makes the answer of a fault that needs no right answer to start from.
 *
 * Returns: (transfer full) (nullable): the answer, %NULL for the other faults
 */
HfsHubReply *
hfs_hub_fault_make_reply (HfsTestHubFault fault, const char *path, const char *query)
{
  if (fault >= HFS_TEST_HUB_FAULT_RATE_JSON && fault <= HFS_TEST_HUB_FAULT_RATE_BARE)
    return make_rate_reply (fault);
  if (fault == HFS_TEST_HUB_FAULT_BAD_EXPAND)
    return make_expand_reply ();
  if (fault == HFS_TEST_HUB_FAULT_BAD_TOKEN)
    return hfs_hub_reply_new_error (401, NULL, "Invalid credentials in Authorization header");
  if (fault == HFS_TEST_HUB_FAULT_REDIRECT)
    return make_redirect (path, query, "moved=1");
  if (fault == HFS_TEST_HUB_FAULT_REDIRECT_LOOP)
    return make_redirect (path, query, "hop=1");
  if (fault == HFS_TEST_HUB_FAULT_BAD_GATEWAY)
    return hfs_hub_reply_new_html (502, "502 Bad Gateway", "The origin sent no valid answer.");
  if (fault == HFS_TEST_HUB_FAULT_UNAVAILABLE)
    return hfs_hub_reply_new_html (503, "503 Service Unavailable", "The service is busy.");
  if (fault == HFS_TEST_HUB_FAULT_GATEWAY_TIMEOUT)
    return hfs_hub_reply_new_html (504, "504 Gateway Timeout", "The origin took too long.");
  if (fault == HFS_TEST_HUB_FAULT_REQUEST_TIMEOUT)
    return hfs_hub_reply_new_error (408, NULL, "Request Timeout");
  if (fault == HFS_TEST_HUB_FAULT_HTML)
    return hfs_hub_reply_new_html (200, "Sign in to the network", "Accept the conditions to go on.");
  return NULL;
}

/**
 * hfs_hub_fault_spoil:
 * @fault: what goes wrong
 * @reply: the right answer
 * @delay: milliseconds that a slow answer takes
 *
 * Makes the sending of a right answer go wrong; other faults leave it as it is.
 */
void
hfs_hub_fault_spoil (HfsTestHubFault fault, HfsHubReply *reply, guint delay)
{
  if (fault == HFS_TEST_HUB_FAULT_SLOW)
    reply->delay = delay;
  else if (fault == HFS_TEST_HUB_FAULT_HANG)
    reply->sending = HFS_HUB_SEND_NOTHING;
  else if (fault == HFS_TEST_HUB_FAULT_STALL)
    reply->sending = HFS_HUB_SEND_STALL;
  else if (fault == HFS_TEST_HUB_FAULT_DROP)
    reply->sending = HFS_HUB_SEND_HALF;
  else if (fault == HFS_TEST_HUB_FAULT_DROP_CLOSE)
    reply->sending = HFS_HUB_SEND_HALF_CLOSE;
  else if (fault == HFS_TEST_HUB_FAULT_LINK_CASE)
    reply->sending = HFS_HUB_SEND_AS_WRITTEN;
  else if (fault == HFS_TEST_HUB_FAULT_TRUNCATED)
    hfs_hub_reply_cut_body (reply);
}

/**
 * hfs_test_hub_fault_get_name:
 * @fault: a fault
 *
 * Returns: its name on the command line
 */
const char *
hfs_test_hub_fault_get_name (HfsTestHubFault fault)
{
  return names[fault];
}

/**
 * hfs_test_hub_fault_from_name:
 * @name: a name as on the command line
 * @fault: (out): the fault
 *
 * Returns: whether there is a fault of that name
 */
gboolean
hfs_test_hub_fault_from_name (const char *name, HfsTestHubFault *fault)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *fault = i;
        return TRUE;
      }
  return FALSE;
}
