/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-fetch-private.h"

#include "hfs-hub-address.h"

#define FEW_TRIES 2    /* at each smaller page size */
#define MIN_LIMIT 125
#define MAX_DELAY 8    /* seconds */
#define MAX_PAUSE 3600 /* seconds; longer ones are left to the user */

static gboolean
waited_cb (gpointer user_data)
{
  GTask *task = user_data;

  hfs_hub_client_tell_wait (g_task_get_source_object (task), 0, HFS_HUB_WAIT_RETRY);
  if (!g_task_return_error_if_cancelled (task))
    hfs_hub_fetch_send (task);
  return G_SOURCE_REMOVE;
}

/* Sends the request after a while; a cancellation ends the wait at once. */
static void
wait_and_send (GTask      *task,
               gint64      milliseconds,
               HfsHubWait  reason)
{
  g_autoptr (GSource) timer = g_timeout_source_new (MIN (milliseconds, G_MAXINT));

  if (g_task_get_cancellable (task) != NULL)
    {
      g_autoptr (GSource) cancelled = g_cancellable_source_new (g_task_get_cancellable (task));

      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (timer, cancelled);
    }
  g_task_attach_source (task, timer, waited_cb);
  hfs_hub_client_tell_wait (g_task_get_source_object (task), g_get_monotonic_time () + milliseconds * 1000, reason);
}

/* Asks again after a delay that doubles, with a random part so that clients do not come back all at once. */
static void
try_later (GTask  *task,
           guint   seconds)
{
  HfsHubClient *self = g_task_get_source_object (task);
  HfsHubFetch *fetch = g_task_get_task_data (task);
  double delay = seconds > 0 ? seconds + 1 : MIN (1u << MIN (fetch->n_delays, 3), MAX_DELAY) *
    g_rand_double_range (self->random, 0.75, 1.25);

  fetch->n_delays++;
  wait_and_send (task, (gint64) (delay * self->second), seconds > 0 ? HFS_HUB_WAIT_QUOTA : HFS_HUB_WAIT_RETRY);
}

/* The Hub was in trouble; @seconds is how long it wants to be left alone, 0 if it did not say. */
static void
retry (GTask    *task,
       gboolean  is_slow,
       guint     seconds)
{
  HfsHubFetch *fetch = g_task_get_task_data (task);
  HfsHubClient *self = g_task_get_source_object (task);

  /* A page that takes too long takes too long again; half of it may not. */
  if (fetch->tries_left > 0 && !is_slow)
    fetch->tries_left--;
  else if (fetch->limit / 2 >= MIN_LIMIT)
    {
      g_autofree char *old = g_steal_pointer (&fetch->address);

      fetch->limit /= 2;
      fetch->tries_left = FEW_TRIES;
      fetch->address = hfs_hub_address_with (old, fetch->limit, FALSE);
    }
  else
    {
      hfs_hub_fetch_fail (task, HFS_HUB_ERROR_UNAVAILABLE);
      return;
    }
  if (seconds > MAX_PAUSE)
    hfs_hub_fetch_fail (task, HFS_HUB_ERROR_UNAVAILABLE);
  else
    {
      g_debug ("%s: asking again", self->host);
      try_later (task, seconds);
    }
}

/* How many seconds the answer asks to wait, 0 if it does not say. */
static guint
get_retry_after (HfsHubFetch *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  guint seconds = 0;

  hfs_hub_parse_retry_after (soup_message_headers_get_one (headers, "Retry-After"), &seconds);
  return seconds;
}

/* Asks again: the Hub answered that it is in trouble. */
void
hfs_hub_fetch_retry (GTask *task)
{
  retry (task, FALSE, get_retry_after (g_task_get_task_data (task)));
}

static gboolean
is_no_network (const GError *error)
{
  return error->domain == G_RESOLVER_ERROR ||
    g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE) ||
    g_error_matches (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE) ||
    g_error_matches (error, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND) ||
    g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PROXY_FAILED) ||
    g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
}

/* Asks again where that may help: there was no answer, or it broke off. */
void
hfs_hub_fetch_recover (GTask  *task,
                       GError *error)
{
  HfsHubClient *self = g_task_get_source_object (task);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (error));
  else if (error->domain == G_TLS_ERROR)
    hfs_hub_fetch_fail (task, HFS_HUB_ERROR_TLS);
  /* Where the Hub has answered before, the network may come back. */
  else if (is_no_network (error) && !self->has_answered)
    hfs_hub_fetch_fail (task, HFS_HUB_ERROR_CONNECTION);
  else
    {
      g_info ("%s: %s", self->host, error->message);
      retry (task, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT), 0);
    }
}

/* Too many requests: waits as long as the Hub says, in one of two headers; else as after other trouble. */
void
hfs_hub_fetch_wait_for_quota (GTask *task)
{
  HfsHubFetch *fetch = g_task_get_task_data (task);
  gboolean is_used_up = fetch->limits.is_known && fetch->limits.remaining == 0;
  guint seconds = is_used_up ? MAX (fetch->limits.reset, 1) : get_retry_after (fetch);

  if (++fetch->n_refusals > HFS_HUB_TRIES || seconds > MAX_PAUSE)
    hfs_hub_fetch_fail (task, HFS_HUB_ERROR_RATE);
  else
    try_later (task, seconds);
}

/* Whether the Hub wants no request yet. Then it is sent after the pause, or the task has failed where that is too long. */
gboolean
hfs_hub_fetch_pause (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  gint64 pause = (self->not_before - g_get_monotonic_time () + 999) / 1000;

  if (self->not_before <= 0 || pause <= 0)
    return FALSE;
  if (pause > (gint64) MAX_PAUSE * self->second)
    hfs_hub_fetch_fail (task, HFS_HUB_ERROR_RATE);
  else
    wait_and_send (task, pause, HFS_HUB_WAIT_QUOTA);
  return TRUE;
}
