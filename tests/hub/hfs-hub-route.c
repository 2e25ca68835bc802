/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-route.h"

#include "hfs-hub-accounts.h"

#include <string.h>

#define MODELS "/api/models"

static gboolean
has_token (const HfsTestHubRequest *request)
{
  return request->authorization != NULL && g_str_has_prefix (request->authorization, "Bearer ");
}

/* @path without @before and @after, decoded; %NULL if it does not have both. */
static char *
take_name (const char *path, const char *before, const char *after)
{
  gsize length = strlen (path);

  if (!g_str_has_prefix (path, before) || !g_str_has_suffix (path, after)
      || length <= strlen (before) + strlen (after))
    return NULL;
  return g_uri_unescape_segment (path + strlen (before), path + length - strlen (after), NULL);
}

/* hop=1 and hop=2 point at each other; the rest of the query stays. */
static HfsHubReply *
go_round (const HfsTestHubRequest *request, const char *hop)
{
  g_autofree char *location = g_strdup_printf ("%s?%.*shop=%d", request->path, (int) (hop - request->query),
                                               request->query, hop[4] == '1' ? 2 : 1);

  return hfs_hub_reply_new_redirect (location);
}

static HfsHubReply *
find_resource (HfsHubCatalog *catalog, const HfsTestHubRequest *request)
{
  g_autofree char *model = take_name (request->path, MODELS "/", "");
  g_autofree char *organization = take_name (request->path, "/api/organizations/", "/overview");
  g_autofree char *user = take_name (request->path, "/api/users/", "/overview");

  if (strcmp (request->path, MODELS) == 0)
    return hfs_hub_list_models (catalog, request->query, request->fault);
  if (model != NULL)
    return hfs_hub_show_model (catalog, model, request->query, has_token (request));
  if (organization != NULL)
    return hfs_hub_show_organization (catalog, organization);
  if (user != NULL)
    return hfs_hub_show_user (catalog, user);
  if (strcmp (request->path, "/api/whoami-v2") == 0)
    return hfs_hub_show_whoami (has_token (request));
  return hfs_hub_reply_new_error (404, NULL, "Sorry, we can't find the page you are looking for.");
}

/**
 * hfs_hub_route:
 * @catalog: the models
 * @request: a request
 *
 * Answers a request. The token `hf_bad` is refused everywhere.
 *
 * Returns: (transfer full): the answer
 */
HfsHubReply *
hfs_hub_route (HfsHubCatalog *catalog, const HfsTestHubRequest *request)
{
  const char *hop = request->query != NULL ? strstr (request->query, "hop=") : NULL;

  if (strcmp (request->method, "GET") != 0)
    return hfs_hub_reply_new_error (405, NULL, "Method Not Allowed");
  if (g_strcmp0 (request->authorization, "Bearer hf_bad") == 0)
    return hfs_hub_reply_new_error (401, NULL, "Invalid credentials in Authorization header");
  if (hop != NULL && (hop == request->query || hop[-1] == '&'))
    return go_round (request, hop);
  return find_resource (catalog, request);
}
