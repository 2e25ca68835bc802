/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-fetch-private.h"

#include "hfs-hub-address.h"
#include "hfs-hub-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_HOPS 5 /* redirections of one request */

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
    hfs_hub_fetch_recover (task, error);
}

/* A web page instead of data: the answer of a network that wants a sign-in, or of another server. */
static gboolean
is_web_page (HfsHubFetch *fetch)
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
  HfsHubFetch *fetch = g_task_get_task_data (task);
  GByteArray *body = fetch->body;

  fetch->body = g_byte_array_new ();
  g_task_return_pointer (task, g_byte_array_free_to_bytes (body), (GDestroyNotify) g_bytes_unref);
}

static void
take_page (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  HfsHubFetch *fetch = g_task_get_task_data (task);
  const char *link = soup_message_headers_get_list (soup_message_get_response_headers (fetch->message), "Link");
  g_autoptr (GTask) parse = NULL;
  GError *error = NULL;

  g_clear_pointer (&fetch->next, g_free);
  if (is_web_page (fetch))
    {
      hfs_hub_fetch_fail (task, HFS_HUB_ERROR_NOT_HUB);
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
  HfsHubFetch *fetch = g_task_get_task_data (task);
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Location");
  g_autofree char *address = location ? g_uri_resolve_relative (fetch->address, location, G_URI_FLAGS_ENCODED, NULL)
                                      : NULL;

  if (address == NULL || ++fetch->n_hops > MAX_HOPS)
    {
      hfs_hub_fetch_fail (task, address ? HFS_HUB_ERROR_ENDLESS : HFS_HUB_ERROR_NOT_HUB);
      return;
    }
  if (!hfs_hub_address_is_same_origin (address, self->endpoint))
    {
      hfs_hub_fetch_fail (task, HFS_HUB_ERROR_ELSEWHERE);
      return;
    }
  g_free (fetch->address);
  fetch->address = g_steal_pointer (&address);
  hfs_hub_fetch_send (task);
}

/* A field that this Hub does not know: once again with those that every Hub has. */
static void
handle_bad_request (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  HfsHubFetch *fetch = g_task_get_task_data (task);
  g_autofree char *text = g_strndup ((const char *) fetch->body->data, fetch->body->len);
  g_autofree char *old = NULL;

  if (fetch->limit == 0 || self->few_fields || (strstr (text, "expand") == NULL && strstr (text, "Invalid option") == NULL))
    {
      hfs_hub_fetch_fail (task, HFS_HUB_ERROR_REFUSED);
      return;
    }
  self->few_fields = TRUE;
  old = g_steal_pointer (&fetch->address);
  fetch->address = hfs_hub_address_with (old, fetch->limit, TRUE);
  hfs_hub_fetch_send (task);
}

/* Goes on as the status of an answer that is all there says. */
void
hfs_hub_fetch_take_answer (GTask *task)
{
  HfsHubClient *self = g_task_get_source_object (task);
  HfsHubFetch *fetch = g_task_get_task_data (task);
  guint status = soup_message_get_status (fetch->message);

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
      hfs_hub_fetch_fail (task, self->token ? HFS_HUB_ERROR_TOKEN : HFS_HUB_ERROR_REFUSED);
      break;
    case 429:
      hfs_hub_fetch_wait_for_quota (task);
      break;
    case 408:
    case 500:
    case 502:
    case 503:
    case 504:
      hfs_hub_fetch_retry (task);
      break;
    case 404:
      if (fetch->limit > 0)
        hfs_hub_fetch_fail (task, HFS_HUB_ERROR_NOT_HUB);
      else
        g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("%s does not know it."), self->host);
      break;
    default:
      hfs_hub_fetch_fail (task, status >= 500 ? HFS_HUB_ERROR_UNAVAILABLE : HFS_HUB_ERROR_NOT_HUB);
    }
}
