/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-accounts.h"

#include "hfs-hub-json.h"
#include "hfs-hub-query.h"

#include <string.h>

/* "maker-12" in any case of its letters, without zeros before the number. */
static guint
parse_account (HfsHubCatalog *catalog, const char *name)
{
  guint64 number;

  if (g_ascii_strncasecmp (name, "maker-", 6) != 0 || name[6] == '0'
      || !g_ascii_string_to_unsigned (name + 6, 10, 1, hfs_hub_rows_get_n_authors (catalog->rows), &number, NULL))
    return 0;
  return (guint) number;
}

/* The place of a model is the last number of its name. */
static gboolean
find_model (HfsHubCatalog *catalog, const char *id, HfsHubRow *row)
{
  const char *dash = strrchr (id, '-');
  const char *slash;
  guint64 index;

  if (dash == NULL || !g_ascii_string_to_unsigned (dash + 1, 10, 0, G_MAXUINT32, &index, NULL)
      || index >= hfs_hub_rows_get_n (catalog->rows))
    return FALSE;

  hfs_hub_rows_get (catalog->rows, (guint) index, row);
  slash = strchr (row->id, '/');
  return g_ascii_strcasecmp (row->id, id) == 0 || (slash != NULL && strcmp (slash + 1, id) == 0);
}

static void
append_account_id (GString *json, guint number)
{
  g_string_append_printf (json, "{\"_id\":\"5f0000000000000000%06x\",\"avatarUrl\":\"/avatars/%u.svg\",", number,
                          number);
}

/**
 * hfs_hub_show_model:
 * @catalog: the models
 * @id: what the request names
 * @query: (nullable): its query string
 * @has_token: whether it carried a token
 *
 * Answers `GET /api/models/ID`: with a 307 for the wrong case and for a name without
 * its account.
 *
 * Returns: (transfer full): the answer
 */
HfsHubReply *
hfs_hub_show_model (HfsHubCatalog *catalog, const char *id, const char *query, gboolean has_token)
{
  g_autofree char *problem = NULL;
  HfsHubFields fields = hfs_hub_query_parse_single (query, &problem);
  HfsHubRow row;
  GString *json;

  if (problem != NULL)
    return hfs_hub_reply_new_error (400, NULL, problem);
  if (!find_model (catalog, id, &row))
    return has_token ? hfs_hub_reply_new_error (404, "RepoNotFound", "Repository not found")
                     : hfs_hub_reply_new_error (401, NULL, "Invalid username or password.");
  if (strcmp (row.id, id) != 0)
    {
      g_autofree char *location
          = g_strdup_printf ("/api/models/%s%s%s", row.id, query != NULL ? "?" : "", query != NULL ? query : "");

      return hfs_hub_reply_new_redirect (location);
    }
  json = g_string_new (NULL);
  hfs_hub_append_row (json, catalog->rows, &row, fields);
  return hfs_hub_reply_new_json (200, json);
}

/**
 * hfs_hub_show_organization:
 * @catalog: the models
 * @name: an account
 *
 * Answers `GET /api/organizations/NAME/overview`. Accounts with an even number are
 * organisations; the case of letters does not matter.
 *
 * Returns: (transfer full): the answer
 */
HfsHubReply *
hfs_hub_show_organization (HfsHubCatalog *catalog, const char *name)
{
  guint number = parse_account (catalog, name);
  GString *json;

  if (number == 0 || number % 2 != 0)
    return hfs_hub_reply_new_error (404, NULL, "Sorry, we can't find the page you are looking for.");

  json = g_string_new (NULL);
  append_account_id (json, number);
  g_string_append_printf (json, "\"fullname\":\"Maker %u\",\"name\":\"maker-%u\",", number, number);
  if (number % 3 == 0)
    g_string_append (json, "\"details\":\"An invented organisation.\",");
  g_string_append_printf (json, "\"isVerified\":%s,\"isFollowing\":false,", number % 4 == 0 ? "true" : "false");
  if (number % 10 == 0)
    g_string_append (json, "\"plan\":\"team\",");
  g_string_append_printf (json,
                          "\"numUsers\":%u,\"numModels\":%u,\"numSpaces\":0,\"numDatasets\":0,\"numKernels\":0,"
                          "\"numBuckets\":0,\"numPapers\":0,\"numFollowers\":%u}",
                          1 + number % 40, hfs_hub_rows_count_by (catalog->rows, number), number % 5000);
  return hfs_hub_reply_new_json (200, json);
}

/**
 * hfs_hub_show_user:
 * @catalog: the models
 * @name: an account
 *
 * Answers `GET /api/users/NAME/overview`. Accounts with an odd number are users; the
 * wrong case is redirected.
 *
 * Returns: (transfer full): the answer
 */
HfsHubReply *
hfs_hub_show_user (HfsHubCatalog *catalog, const char *name)
{
  guint number = parse_account (catalog, name);
  g_autofree char *right = g_strdup_printf ("maker-%u", number);
  GString *json;

  if (number % 2 == 0)
    return hfs_hub_reply_new_error (404, NULL, "This user does not exist");
  if (strcmp (right, name) != 0)
    {
      g_autofree char *location = g_strdup_printf ("/api/users/%s/overview", right);

      return hfs_hub_reply_new_redirect (location);
    }
  json = g_string_new (NULL);
  append_account_id (json, number);
  g_string_append_printf (json,
                          "\"isPro\":%s,\"fullname\":\"Maker %u\",\"numModels\":%u,\"numDatasets\":0,"
                          "\"numSpaces\":0,",
                          number % 3 == 0 ? "true" : "false", number, hfs_hub_rows_count_by (catalog->rows, number));
  g_string_append_printf (
      json,
      "\"numKernels\":0,\"numBuckets\":0,\"numDiscussions\":0,\"numPapers\":0,\"numUpvotes\":0,"
      "\"numLikes\":0,\"numFollowers\":%u,\"numFollowing\":0,\"numFollowingOrgs\":0,\"orgs\":[],"
      "\"user\":\"%s\",\"type\":\"user\",\"isFollowing\":false,\"hardwareItems\":[],\"createdAt\":",
      number % 3000, right);
  hfs_hub_append_time (json, HFS_HUB_SENTINEL + (gint64) number * 60);
  g_string_append_c (json, '}');
  return hfs_hub_reply_new_json (200, json);
}

/**
 * hfs_hub_show_whoami:
 * @has_token: whether the request carried a token
 *
 * Answers `GET /api/whoami-v2`.
 *
 * Returns: (transfer full): the answer
 */
HfsHubReply *
hfs_hub_show_whoami (gboolean has_token)
{
  if (!has_token)
    return hfs_hub_reply_new_error (401, NULL, "Invalid username or password.");
  return hfs_hub_reply_new_json (
      200, g_string_new (
               "{\"type\":\"user\",\"id\":\"5f0000000000000000000001\",\"name\":\"maker-1\","
               "\"fullname\":\"Maker 1\",\"isPro\":false,\"orgs\":[],"
               "\"auth\":{\"type\":\"access_token\",\"accessToken\":{\"displayName\":\"test\",\"role\":\"read\"}}}"));
}
