/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hub-visit.h"

#include "hfs-hub-order.h"
#include "hfs-hub-query.h"

#include <string.h>

#define EXPAND "expand%5B%5D="

static guint
count_distinct (GPtrArray *ids)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));
  return g_hash_table_size (set);
}

static void
test_paging_covers_every_row_once (void)
{
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (503, 7);
  g_autoptr (SoupSession) session = soup_session_new ();
  static const struct
  {
    const char *query;
    guint n_pages;
  } cases[] = {
    { "sort=downloads&limit=100", 6 },
    { "sort=downloads&limit=503", 1 },
    { "sort=downloads&limit=1000", 1 },
    { "sort=likes&limit=37", 14 },
    { "sort=createdAt&limit=50", 11 },
    { "sort=lastModified&limit=251", 3 },
    { "limit=99", 6 },
    { "sort=trendingScore&limit=64", 8 },
    { "sort=downloads&limit=9999", 1 },
    { "sort=downloads&limit=0", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/api/models?", cases[i].query, NULL);
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

      g_test_message ("%s", path);
      g_assert_cmpuint (hub_walk (session, hub, path, 50, ids), ==, cases[i].n_pages);
      g_assert_cmpuint (ids->len, ==, 503);
      g_assert_cmpuint (count_distinct (ids), ==, 503);
    }
}

static void
test_paging_is_in_order (void)
{
  g_autoptr (HfsHubRows) rows = hfs_hub_rows_new (20000, 3);
  g_autoptr (HfsHubOrders) orders = hfs_hub_orders_new (rows);

  for (HfsHubSort sort = 0; sort < HFS_HUB_N_SORTS; sort++)
    {
      HfsHubRow row, before;

      hfs_hub_orders_get (orders, sort, 0, &before);
      for (guint i = 1; i < 20000; i++)
        {
          gint64 key, key_before = hfs_hub_row_get_key (&before, sort);

          hfs_hub_orders_get (orders, sort, i, &row);
          key = hfs_hub_row_get_key (&row, sort);
          g_assert_cmpint (key, <=, key_before);
          if (key == key_before)
            g_assert_cmpstr (row.object_id, >, before.object_id);
          g_assert_cmpuint (hfs_hub_orders_find_after (orders, sort, key_before, before.object_id), ==, i);
          before = row;
        }
    }
}

static void
test_paging_echoes_the_parameters (void)
{
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (50, 7);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (HubVisit) first = NULL;
  g_autoptr (HubVisit) second = NULL;
  g_autofree char *start = NULL;

  first = hub_visit (session, hub, "/api/models?sort=downloads&limit=20&" EXPAND "likes&expand=tags&library=x");
  start = g_strconcat (hfs_test_hub_get_uri (hub),
                       "/api/models?sort=downloads&limit=20&" EXPAND "likes&expand=tags&library=x&cursor=eyIkb3Ii",
                       NULL);
  g_assert_true (g_str_has_prefix (first->next, start));

  /* The old cursor is replaced, not added to. */
  second = hub_visit (session, hub, first->next);
  g_assert_true (g_str_has_prefix (second->next, start));
  g_assert_null (strstr (strstr (second->next, "cursor=") + 1, "cursor="));
}

static void
test_paging_scales (void)
{
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (3100000, 1);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (HfsHubRows) rows = hfs_hub_rows_new (3100000, 1);
  g_autoptr (HubVisit) visit = NULL;
  g_autofree char *cursor = NULL;
  g_autofree char *query = NULL;
  g_autofree char *path = NULL;
  HfsHubRow row;

  hfs_hub_rows_get (rows, 3098999, &row);
  cursor = hfs_hub_cursor_new (&row, HFS_HUB_SORT_DOWNLOADS);
  query = hfs_hub_query_with_cursor ("sort=downloads", cursor);
  path = g_strconcat ("/api/models?", query, NULL);
  visit = hub_visit (session, hub, path);
  g_assert_cmpuint (hub_visit_get_n_rows (visit), ==, 1000);
  g_assert_null (visit->next);

  hfs_hub_rows_get (rows, 3099999, &row);
  g_assert_cmpstr (json_object_get_string_member (hub_visit_get_row (visit, 999), "_id"), ==, row.object_id);
}

static guint
count_rows (SoupSession *session, HfsTestHub *hub, const char *query)
{
  g_autofree char *path = g_strconcat ("/api/models?", query, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  hub_walk (session, hub, path, 100, ids);
  g_assert_cmpuint (count_distinct (ids), ==, ids->len);
  return ids->len;
}

static void
test_query_narrows (void)
{
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (2000, 7);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (HubVisit) overview = hub_visit (session, hub, "/api/organizations/Maker-2/overview");
  guint gguf = count_rows (session, hub, "filter=gguf&limit=30");
  guint mit = count_rows (session, hub, "filter=license%3Amit&limit=30");
  guint both = count_rows (session, hub, "filter=gguf&filter=license%3Amit&limit=3");

  g_assert_cmpuint (both, >, 0);
  g_assert_cmpuint (both, <, MIN (gguf, mit));
  g_assert_cmpuint (count_rows (session, hub, "author=nobody"), ==, 0);
  g_assert_cmpuint (count_rows (session, hub, "pipeline_tag=no-such-task"), ==, 0);
  g_assert_cmpuint (count_rows (session, hub, "search=MODEL-7B&search=gguf"), >, 0);
  g_assert_cmpuint (count_rows (session, hub, "search=maker+1"), ==, 0);
  g_assert_cmpuint (count_rows (session, hub, "library=gguf&direction=-1"), ==, 2000);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (overview->root), "numModels"), ==,
                   count_rows (session, hub, "author=maker-2&limit=10&sort=downloads"));
}

static void
test_errors_are_worded_as_the_hub_does (void)
{
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (50, 7);
  g_autoptr (SoupSession) session = soup_session_new ();
  static const struct
  {
    const char *path;
    const char *token;
    guint status;
    const char *message;
  } cases[] = {
    { "/api/models?sort=downloadsAllTime", NULL, 400, "✖ Invalid sort parameter: downloadsAllTime" },
    { "/api/models?sort=a%22b", NULL, 400, "✖ Invalid sort parameter: a\"b" },
    { "/api/models?expand=likes&expand=_id", NULL, 400, "✖ Invalid option: expected one of \"author\"|" },
    { "/api/models?expand%5B%5D=cardData.license", NULL, 400, "✖ Invalid option: expected one of " },
    { "/api/models?cursor=eyJ4IjoxfQ%3D%3D", NULL, 400, "✖ Invalid cursor" },
    { "/api/models?limit=ten", NULL, 400, "✖ Invalid input" },
    { "/api/models/maker-1/none", NULL, 401, "Invalid username or password." },
    { "/api/models/maker-1/none", "hf_good", 404, "Repository not found" },
    { "/api/models", "hf_bad", 401, "Invalid credentials in Authorization header" },
    { "/api/whoami-v2", NULL, 401, "Invalid username or password." },
    { "/api/organizations/maker-1/overview", NULL, 404, "Sorry, we can't find the page you are looking for." },
    { "/api/organizations/nobody/overview", NULL, 404, "Sorry, we can't find the page you are looking for." },
    { "/api/users/maker-2/overview", NULL, 404, "This user does not exist" },
    { "/api/users/maker-99/overview", NULL, 404, "This user does not exist" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HubVisit) visit = hub_visit_with_token (session, hub, cases[i].path, cases[i].token);

      g_test_message ("%s", cases[i].path);
      g_assert_cmpuint (visit->status, ==, cases[i].status);
      g_assert_true (g_str_has_prefix (hub_visit_get_error (visit), cases[i].message));
      g_assert_nonnull (hub_visit_get_header (visit, "RateLimit"));
      g_assert_nonnull (hub_visit_get_header (visit, "RateLimit-Policy"));
      g_assert_nonnull (hub_visit_get_header (visit, "X-Error-Message"));
      g_assert_true (g_str_has_prefix (hub_visit_get_header (visit, "X-Request-Id"), "Root=1-"));
    }
}

static void
test_accounts_answer (void)
{
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (50, 7);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (HubVisit) organization = hub_visit (session, hub, "/api/organizations/maker-2/overview");
  g_autoptr (HubVisit) user = hub_visit (session, hub, "/api/users/MAKER-3/overview");
  g_autoptr (HubVisit) whoami = hub_visit_with_token (session, hub, "/api/whoami-v2", "hf_good");
  g_autoptr (HubVisit) list = hub_visit (session, hub, "/api/models?sort=downloads&limit=1");
  g_autofree char *id = g_ascii_strup (json_object_get_string_member (hub_visit_get_row (list, 0), "id"), -1);
  g_autofree char *path = g_strconcat ("/api/models/", id, "?expand=likes", NULL);
  g_autoptr (HubVisit) model = hub_visit (session, hub, path);
  g_autoptr (GPtrArray) requests = hfs_test_hub_get_requests (hub);
  const HfsTestHubRequest *redirected = g_ptr_array_index (requests, 1);

  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (organization->root), "name"), ==, "maker-2");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (user->root), "type"), ==, "user");
  g_assert_cmpuint (redirected->status, ==, 307);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (whoami->root), "name"), ==, "maker-1");
  hub_assert_keys (json_node_get_object (model->root), "_id id likes");
}

static void
test_quota_runs_out_and_comes_back (void)
{
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (50, 7);
  g_autoptr (SoupSession) session = soup_session_new ();

  hfs_test_hub_set_quota (hub, 3, 2);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (HubVisit) visit = hub_visit (session, hub, i == 1 ? "/api/models?sort=x" : "/api/models?limit=1");
      g_autofree char *left = g_strdup_printf ("\"api\";r=%u;t=", i < 3 ? 2 - i : 0);

      g_assert_cmpuint (visit->status, ==, i >= 3 ? 429 : i == 1 ? 400 : 200);
      g_assert_true (g_str_has_prefix (hub_visit_get_header (visit, "RateLimit"), left));
      g_assert_cmpstr (hub_visit_get_header (visit, "RateLimit-Policy"), ==, "\"fixed window\";\"api\";q=3;w=2");
    }
  g_usleep (2 * G_USEC_PER_SEC + 100000);
  {
    g_autoptr (HubVisit) visit = hub_visit (session, hub, "/api/models?limit=1");

    g_assert_cmpuint (visit->status, ==, 200);
  }
}

static void
test_log_tells_what_came (void)
{
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (50, 7);
  g_autoptr (SoupSession) session = soup_session_new_with_options ("user-agent", "hub-test/1", NULL);
  g_autoptr (HubVisit) visit = hub_visit_with_token (session, hub, "/api/models?limit=1&" EXPAND "likes", "hf_good");
  g_autoptr (GPtrArray) requests = hfs_test_hub_get_requests (hub);
  const HfsTestHubRequest *request = g_ptr_array_index (requests, 0);

  g_assert_cmpuint (visit->status, ==, 200);
  g_assert_cmpuint (requests->len, ==, 1);
  g_assert_cmpstr (request->method, ==, "GET");
  g_assert_cmpstr (request->path, ==, "/api/models");
  g_assert_cmpstr (request->query, ==, "limit=1&expand%5B%5D=likes");
  g_assert_cmpstr (request->authorization, ==, "Bearer hf_good");
  g_assert_true (g_str_has_prefix (request->host, "127.0.0.1:"));
  g_assert_cmpstr (request->user_agent, ==, "hub-test/1");
  g_assert_cmpuint (request->status, ==, 200);

  hfs_test_hub_stop (hub);
  hfs_test_hub_clear_requests (hub);
  g_clear_pointer (&requests, g_ptr_array_unref);
  requests = hfs_test_hub_get_requests (hub);
  g_assert_cmpuint (requests->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hub/paging/covers-every-row-once", test_paging_covers_every_row_once);
  g_test_add_func ("/hub/paging/is-in-order", test_paging_is_in_order);
  g_test_add_func ("/hub/paging/echoes-the-parameters", test_paging_echoes_the_parameters);
  g_test_add_func ("/hub/paging/scales", test_paging_scales);
  g_test_add_func ("/hub/query/narrows", test_query_narrows);
  g_test_add_func ("/hub/errors/are-worded-as-the-hub-does", test_errors_are_worded_as_the_hub_does);
  g_test_add_func ("/hub/accounts/answer", test_accounts_answer);
  g_test_add_func ("/hub/quota/runs-out-and-comes-back", test_quota_runs_out_and_comes_back);
  g_test_add_func ("/hub/log/tells-what-came", test_log_tells_what_came);
  hub_add_row_tests ();
  hub_add_fault_tests ();

  return g_test_run ();
}
