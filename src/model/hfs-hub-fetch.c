/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-client-private.h"

#include "hfs-hub-address.h"
#include "hfs-hub-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A page of 1,000 models has about 1 MB. */
#define MAX_BODY  (32 * 1024 * 1024)
#define CHUNK     (64 * 1024)

#define MAX_HOPS  5    /* redirections of one request */
#define MAX_TRIES 5    /* at one page size, and of refusals for the sake of limits */
#define FEW_TRIES 2    /* at each smaller page size */
#define MIN_LIMIT 125
#define MAX_DELAY 8    /* seconds */
#define MAX_PAUSE 3600 /* seconds; longer ones are left to the user */

/* One page on its way. */
typedef struct
{
  char *address;        /* (owned) */
  guint limit;          /* 0 for a document that is no list */
  guint tries_left;
  guint n_refusals;
  guint n_hops;
  guint n_requests;
  guint n_delays;
  SoupMessage *message; /* (owned) (nullable) */
  GInputStream *stream; /* (owned) (nullable) */
  GByteArray *body;     /* (owned) */
  HfsHubLimits limits;
  char *next;           /* (owned) (nullable) */
} Fetch;

static void send_request (GTask *task);

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_free (fetch->address);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->stream);
  g_byte_array_unref (fetch->body);
  g_free (fetch->next);
  g_free (fetch);
}

static void
fail (GTask       *task,
      HfsHubError  code)
{
  HfsHubClient *self = g_task_get_source_object (task);

  g_task_return_error (task, hfs_hub_error_new (code, self->host));
}

static gboolean
waited_cb (gpointer user_data)
{
  GTask *task = user_data;

  hfs_hub_client_tell_wait (g_task_get_source_object (task), 0, HFS_HUB_WAIT_RETRY);
  if (!g_task_return_error_if_cancelled (task))
    send_request (task);
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
  Fetch *fetch = g_task_get_task_data (task);
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
  Fetch *fetch = g_task_get_task_data (task);
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
      fail (task, HFS_HUB_ERROR_UNAVAILABLE);
      return;
    }
  if (seconds > MAX_PAUSE)
    fail (task, HFS_HUB_ERROR_UNAVAILABLE);
  else
    {
      g_debug ("%s: asking again", self->host);
      try_later (task, seconds);
    }
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

/* No answer, or one that broke off. */
static void
handle_failure (GTask  *task,
                GError *error)
{
  HfsHubClient *self = g_task_get_source_object (task);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (error));
  else if (error->domain == G_TLS_ERROR)
    fail (task, HFS_HUB_ERROR_TLS);
  /* Where the Hub has answered before, the network may come back. */
  else if (is_no_network (error) && !self->has_answered)
    fail (task, HFS_HUB_ERROR_CONNECTION);
  else
    {
      g_info ("%s: %s", self->host, error->message);
      retry (task, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT), 0);
    }
}

static void
parse_thread (GTask        *parse,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GBytes *body = data;
  GError *error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (body, &size);
  HfsHubPage *page = hfs_hub_page_parse (text ? text : "", size, &error);

  if (page != NULL)
    g_task_return_pointer (parse, page, g_object_unref);
  else
    g_task_return_error (parse, error);
}

static void
parsed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HfsHubPage *page = g_task_propagate_pointer (G_TASK (result), &error);

  if (page != NULL)
    g_task_return_pointer (task, page, g_object_unref);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    handle_failure (task, error);
}

/* A web page instead of data: the answer of a network that wants a sign-in, or of another server. */
static gboolean
is_web_page (Fetch *fetch)
{
  const char *type = soup_message_headers_get_content_type (soup_message_get_response_headers (fetch->message), NULL);
  guint at = 0;

  while (at < fetch->body->len && g_ascii_isspace (fetch->body->data[at]))
    at++;
  return (type != NULL && g_str_has_prefix (type, "text/html")) ||
    (at < fetch->body->len && fetch->body->data[at] != '[');
}

static void
take_document (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  GByteArray *body = fetch->body;

  fetch->body = g_byte_array_new ();
  g_task_return_pointer (task, g_byte_array_free_to_bytes (body), (GDestroyNotify) g_bytes_unref);
}

static void
take_page (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  const char *link = soup_message_headers_get_list (soup_message_get_response_headers (fetch->message), "Link");
  g_autoptr (GTask) parse = NULL;
  GError *error = NULL;

  g_clear_pointer (&fetch->next, g_free);
  if (is_web_page (fetch))
    {
      fail (task, HFS_HUB_ERROR_NOT_HUB);
      return;
    }
  if (!hfs_hub_link_find_next (link, self->endpoint, &fetch->next, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  parse = g_task_new (NULL, g_task_get_cancellable (task), parsed_cb, g_object_ref (task));
  g_task_set_task_data (parse, g_byte_array_free_to_bytes (g_steal_pointer (&fetch->body)),
                        (GDestroyNotify) g_bytes_unref);
  fetch->body = g_byte_array_new ();
  g_task_set_return_on_cancel (parse, TRUE);
  g_task_run_in_thread (parse, parse_thread);
}

static void
follow (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Location");
  g_autofree char *address = location ? g_uri_resolve_relative (fetch->address, location, G_URI_FLAGS_ENCODED, NULL)
                                      : NULL;

  if (address == NULL || ++fetch->n_hops > MAX_HOPS)
    {
      fail (task, address ? HFS_HUB_ERROR_ENDLESS : HFS_HUB_ERROR_NOT_HUB);
      return;
    }
  if (!hfs_hub_address_is_same_origin (address, self->endpoint))
    {
      fail (task, HFS_HUB_ERROR_ELSEWHERE);
      return;
    }
  g_free (fetch->address);
  fetch->address = g_steal_pointer (&address);
  send_request (task);
}

/* A field that this Hub does not know: once again with those that every Hub has. */
static void
handle_bad_request (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *text = g_strndup ((const char *) fetch->body->data, fetch->body->len);
  g_autofree char *old = NULL;

  if (fetch->limit == 0 || self->few_fields || (strstr (text, "expand") == NULL && strstr (text, "Invalid option") == NULL))
    {
      fail (task, HFS_HUB_ERROR_REFUSED);
      return;
    }
  self->few_fields = TRUE;
  old = g_steal_pointer (&fetch->address);
  fetch->address = hfs_hub_address_with (old, fetch->limit, TRUE);
  send_request (task);
}

/* Waits as long as the Hub says, in one of two headers; else as after other trouble. */
static void
handle_refusal (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  guint seconds = 0;

  if (fetch->limits.is_known && fetch->limits.remaining == 0)
    seconds = MAX (fetch->limits.reset, 1);
  else
    hfs_hub_parse_retry_after (
      soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Retry-After"), &seconds);
  if (++fetch->n_refusals > MAX_TRIES || seconds > MAX_PAUSE)
    fail (task, HFS_HUB_ERROR_RATE);
  else
    try_later (task, seconds);
}

static void
handle_answer (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  guint status = soup_message_get_status (fetch->message), seconds = 0;

  switch (status)
    {
    case 200:
      if (fetch->limit > 0)
        take_page (task);
      else
        take_document (task);
      break;
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
      follow (task);
      break;
    case 400:
      handle_bad_request (task);
      break;
    case 401:
    case 403:
      fail (task, self->token ? HFS_HUB_ERROR_TOKEN : HFS_HUB_ERROR_REFUSED);
      break;
    case 429:
      handle_refusal (task);
      break;
    case 408:
    case 500:
    case 502:
    case 503:
    case 504:
      hfs_hub_parse_retry_after (
        soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Retry-After"), &seconds);
      retry (task, FALSE, seconds);
      break;
    case 404:
      if (fetch->limit > 0)
        fail (task, HFS_HUB_ERROR_NOT_HUB);
      else
        g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("%s does not know it."), self->host);
      break;
    default:
      fail (task, status >= 500 ? HFS_HUB_ERROR_UNAVAILABLE : HFS_HUB_ERROR_NOT_HUB);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (bytes == NULL)
    handle_failure (task, error);
  else if (g_bytes_get_size (bytes) == 0)
    handle_answer (task);
  else if (fetch->body->len + g_bytes_get_size (bytes) > MAX_BODY)
    fail (task, HFS_HUB_ERROR_TOO_LARGE);
  else
    {
      g_byte_array_append (fetch->body, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                       read_cb, g_object_ref (task));
    }
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HfsHubClient *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (fetch->stream == NULL)
    {
      handle_failure (task, error);
      return;
    }
  hfs_hub_client_note_answer (self, fetch->message, &fetch->limits);
  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   read_cb, g_object_ref (task));
}

/* Sends the request of @task, as soon as the Hub takes one. */
static void
send_request (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  gint64 pause = (self->not_before - g_get_monotonic_time () + 999) / 1000;

  if (self->not_before > 0 && pause > 0)
    {
      if (pause > (gint64) MAX_PAUSE * self->second)
        fail (task, HFS_HUB_ERROR_RATE);
      else
        wait_and_send (task, pause, HFS_HUB_WAIT_QUOTA);
      return;
    }
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->message);
  g_byte_array_set_size (fetch->body, 0);
  fetch->message = hfs_hub_client_new_message (self, fetch->address);
  if (fetch->message == NULL)
    {
      fail (task, HFS_HUB_ERROR_NOT_HUB);
      return;
    }
  fetch->n_requests++;
  soup_session_send_async (self->session, fetch->message, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), sent_cb,
                           g_object_ref (task));
}

static guint
find_limit (const char *address)
{
  const char *parameter = strstr (address, "limit=");
  guint64 limit = parameter ? g_ascii_strtoull (parameter + strlen ("limit="), NULL, 10) : 0;

  return limit > 0 && limit <= 1000 ? limit : 1000;
}

static void
begin (HfsHubClient        *self,
       char                *address,
       guint                limit,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, fetch, fetch_free);
  fetch->address = address;
  fetch->limit = limit;
  fetch->tries_left = MAX_TRIES;
  fetch->body = g_byte_array_new ();

  if (self->is_offline)
    fail (task, HFS_HUB_ERROR_OFFLINE);
  else if (!hfs_hub_address_is_same_origin (fetch->address, self->endpoint))
    fail (task, HFS_HUB_ERROR_ELSEWHERE);
  else
    send_request (task);
}

/**
 * hfs_hub_client_fetch_async:
 * @address: (nullable): of a page, as [method@HubClient.fetch_finish] gave it; the first page if absent
 * @limit: how many models the first page may have, up to 1000; the Hub keeps to it on the others
 * @cancellable: (nullable): ends the request, or the wait for it
 *
 * Fetches and reads a page. It waits where the Hub asks for it, tries again after trouble, and then
 * with smaller pages.
 */
void
hfs_hub_client_fetch_async (HfsHubClient        *self,
                            const char          *address,
                            guint                limit,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  char *first = address ? g_strdup (address) : hfs_hub_address_new_first (self->endpoint, limit, self->few_fields);

  begin (self, first, find_limit (first), cancellable, callback, user_data);
}

/**
 * hfs_hub_client_fetch_finish:
 * @next: (out) (nullable): where the next page is, %NULL after the last
 * @n_requests: (out): how many requests it took
 *
 * Returns: (transfer full) (nullable): the page; %NULL with @error set to a [error@HubError] or %G_IO_ERROR_CANCELLED
 */
HfsHubPage *
hfs_hub_client_fetch_finish (HfsHubClient  *self,
                             GAsyncResult  *result,
                             char         **next,
                             guint         *n_requests,
                             GError       **error)
{
  Fetch *fetch = g_task_get_task_data (G_TASK (result));
  HfsHubPage *page = g_task_propagate_pointer (G_TASK (result), error);

  *next = page ? g_steal_pointer (&fetch->next) : NULL;
  *n_requests = fetch->n_requests;
  return page;
}

/**
 * hfs_hub_client_ask_async:
 * @path: of a JSON document on the Hub, from its slash on, percent-encoded
 * @cancellable: (nullable): ends the request, or the wait for it
 *
 * Fetches one document, with the same waits and tries as a page.
 */
void
hfs_hub_client_ask_async (HfsHubClient        *self,
                          const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  begin (self, g_strconcat (self->endpoint, path, NULL), 0, cancellable, callback, user_data);
}

/**
 * hfs_hub_client_ask_finish:
 *
 * Returns: (transfer full) (nullable): the document; %NULL with @error set to a [error@HubError],
 *   %G_IO_ERROR_NOT_FOUND when the Hub has no such document, or %G_IO_ERROR_CANCELLED
 */
GBytes *
hfs_hub_client_ask_finish (HfsHubClient  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
