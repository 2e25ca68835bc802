/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-request.h"

/**
 * hfs_hub_request_new:
 * @message: what the server received
 *
 * Returns: (transfer full): what the log keeps of it, not yet answered
 */
HfsTestHubRequest *
hfs_hub_request_new (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  GUri *uri = soup_server_message_get_uri (message);
  HfsTestHubRequest *request = g_new0 (HfsTestHubRequest, 1);

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_strdup (g_uri_get_path (uri));
  request->query = g_strdup (g_uri_get_query (uri));
  request->authorization = g_strdup (soup_message_headers_get_one (headers, "Authorization"));
  request->host = g_strdup (soup_message_headers_get_one (headers, "Host"));
  request->user_agent = g_strdup (soup_message_headers_get_one (headers, "User-Agent"));
  return request;
}

/**
 * hfs_hub_request_copy:
 * @request: a request
 *
 * Returns: (transfer full): a copy
 */
HfsTestHubRequest *
hfs_hub_request_copy (const HfsTestHubRequest *request)
{
  HfsTestHubRequest *copy = g_new0 (HfsTestHubRequest, 1);

  *copy = *request;
  copy->method = g_strdup (request->method);
  copy->path = g_strdup (request->path);
  copy->query = g_strdup (request->query);
  copy->authorization = g_strdup (request->authorization);
  copy->host = g_strdup (request->host);
  copy->user_agent = g_strdup (request->user_agent);
  return copy;
}

/**
 * hfs_hub_request_free:
 * @data: (transfer full): an #HfsTestHubRequest
 *
 * Frees the request.
 */
void
hfs_hub_request_free (gpointer data)
{
  HfsTestHubRequest *request = data;

  g_free (request->method);
  g_free (request->path);
  g_free (request->query);
  g_free (request->authorization);
  g_free (request->host);
  g_free (request->user_agent);
  g_free (request);
}
