/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-fetch-private.h"

#include "hfs-hub-address.h"

#include <string.h>

/* A page of 1,000 models has about 1 MB. */
#define MAX_BODY  (32 * 1024 * 1024)
#define CHUNK     (64 * 1024)

static void
fetch_free (gpointer data)
{
  HfsHubFetch *fetch = data;

  g_free (fetch->address);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->stream);
  g_byte_array_unref (fetch->body);
  g_free (fetch->next);
  g_free (fetch);
}

/* The task fails with @code, in a sentence that names the Hub. */
void
hfs_hub_fetch_fail (GTask       *task,
                    HfsHubError  code)
{
  HfsHubClient *self = g_task_get_source_object (task);

  g_task_return_error (task, hfs_hub_error_new (code, self->host));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HfsHubFetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (bytes == NULL)
    hfs_hub_fetch_recover (task, error);
  else if (g_bytes_get_size (bytes) == 0)
    hfs_hub_fetch_take_answer (task);
  else if (fetch->body->len + g_bytes_get_size (bytes) > MAX_BODY)
    hfs_hub_fetch_fail (task, HFS_HUB_ERROR_TOO_LARGE);
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
  HfsHubFetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (fetch->stream == NULL)
    {
      hfs_hub_fetch_recover (task, error);
      return;
    }
  hfs_hub_client_note_answer (self, fetch->message, &fetch->limits);
  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   read_cb, g_object_ref (task));
}

/* Sends the request of @task, as soon as the Hub takes one. */
void
hfs_hub_fetch_send (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  HfsHubFetch *fetch = g_task_get_task_data (task);

  if (hfs_hub_fetch_pause (task))
    return;
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->message);
  g_byte_array_set_size (fetch->body, 0);
  fetch->message = hfs_hub_client_new_message (self, fetch->address);
  if (fetch->message == NULL)
    {
      hfs_hub_fetch_fail (task, HFS_HUB_ERROR_NOT_HUB);
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
  HfsHubFetch *fetch = g_new0 (HfsHubFetch, 1);

  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, fetch, fetch_free);
  fetch->address = address;
  fetch->limit = limit;
  fetch->tries_left = HFS_HUB_TRIES;
  fetch->body = g_byte_array_new ();

  if (self->is_offline)
    hfs_hub_fetch_fail (task, HFS_HUB_ERROR_OFFLINE);
  else if (!hfs_hub_address_is_same_origin (fetch->address, self->endpoint))
    hfs_hub_fetch_fail (task, HFS_HUB_ERROR_ELSEWHERE);
  else
    hfs_hub_fetch_send (task);
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
  HfsHubFetch *fetch = g_task_get_task_data (G_TASK (result));
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
