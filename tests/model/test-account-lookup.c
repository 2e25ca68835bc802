/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-account-lookup.h"
#include "hfs-bundle.h"
#include "hfs-countries.h"
#include "hfs-sql.h"
#include "hfs-test-hub.h"
#include "hfs-token.h"
#include "model-fixture.h"

#include <string.h>

#define TOKEN "hf_secretOfTheTest"

typedef struct
{
  ModelFixture model;
  HfsStore *store;
  HfsTestHub *hub;
  HfsHubClient *client;
  HfsAccountCounts counts;
  char *name;
  GError *error;
  gboolean is_done;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  model_fixture_set_up (&fixture->model, NULL);
  fixture->store = model_fixture_open (&fixture->model);
  fixture->hub = hfs_test_hub_new (3000, 1);
  fixture->client = hfs_hub_client_new (hfs_test_hub_get_uri (fixture->hub), NULL, &error);
  g_assert_no_error (error);
  hfs_hub_client_set_pace (fixture->client, 5, 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->client);
  g_assert_finalize_object (fixture->store);
  hfs_test_hub_stop (fixture->hub);
  g_assert_finalize_object (fixture->hub);
  g_clear_error (&fixture->error);
  g_free (fixture->name);
  model_fixture_tear_down (&fixture->model, NULL);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fixture *fixture = user_data;

  hfs_account_lookup_finish (result, &fixture->counts, &fixture->error);
  fixture->is_done = TRUE;
}

static void
look_up (Fixture             *fixture,
         const char * const  *names,
         guint                budget)
{
  fixture->is_done = FALSE;
  hfs_test_hub_clear_requests (fixture->hub);
  hfs_account_lookup_async (fixture->store, fixture->client, names, budget, NULL, looked_up_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_requests (Fixture *fixture)
{
  g_autoptr (GPtrArray) requests = hfs_test_hub_get_requests (fixture->hub);

  return requests->len;
}

/* Names of the test Hub, with users and organisations among them, and one that nobody has. */
static const char * const names[] = {
  "maker-0", "maker-1", "maker-2", "maker-3", "maker-4", "maker-5", "maker-6", "maker-7", "nobody at/all", NULL,
};

static void
test_asks_once_in_months (Fixture       *fixture,
                          gconstpointer  data)
{
  guint first;
  sqlite3 *db;

  look_up (fixture, names, 100);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->counts.users, >, 0);
  g_assert_cmpuint (fixture->counts.organizations, >, 0);
  g_assert_cmpuint (fixture->counts.none, >=, 1);
  g_assert_cmpuint (fixture->counts.users + fixture->counts.organizations + fixture->counts.none, ==, 9);
  g_assert_cmpuint (fixture->counts.left, ==, 0);
  first = count_requests (fixture);
  g_assert_cmpuint (fixture->counts.requests, ==, first);
  g_assert_cmpuint (first, ==, fixture->counts.organizations + 2 * (fixture->counts.users + fixture->counts.none));

  look_up (fixture, names, 100);
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  g_assert_cmpuint (fixture->counts.users + fixture->counts.organizations + fixture->counts.none, ==, 9);

  g_assert_cmpint (sqlite3_open (fixture->model.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE account SET checked = checked - 200 * 86400", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  look_up (fixture, names, 100);
  g_assert_cmpuint (count_requests (fixture), ==, first);
}

static void
test_keeps_to_the_budget (Fixture       *fixture,
                          gconstpointer  data)
{
  look_up (fixture, names, 3);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count_requests (fixture), ==, 3);
  g_assert_cmpuint (fixture->counts.left, >=, 6);
}

static void
test_a_user_is_an_individual (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsPublishers) published = hfs_bundle_load_publishers (&error), publishers = NULL;
  g_auto (GStrv) users = NULL, organizations = NULL;
  const HfsPublisher *publisher;
  const char *both[] = { NULL, "google", NULL };

  look_up (fixture, names, 100);
  users = hfs_store_list_accounts (fixture->store, HFS_ACCOUNT_USER, &error);
  g_assert_no_error (error);
  organizations = hfs_store_list_accounts (fixture->store, HFS_ACCOUNT_ORGANIZATION, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (users), ==, fixture->counts.users);

  both[0] = users[0];
  publishers = hfs_publishers_new_with_users (published, both);
  publisher = hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_PUBLISHED, users[0]);
  g_assert_cmpint (publisher->type, ==, HFS_DEVELOPER_INDIVIDUAL);
  g_assert_cmpstr (publisher->country, ==, HFS_COUNTRY_UNSTATED);
  /* What is decided already stays, an organisation stays unknown, and so does another's table. */
  g_assert_cmpstr (hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_PUBLISHED, "google")->country, ==, "US");
  g_assert_null (hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_PUBLISHED, organizations[0]));
  g_assert_null (hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_ATOM, users[0]));
}

static void
test_goes_on_after_trouble (Fixture       *fixture,
                            gconstpointer  data)
{
  hfs_test_hub_inject (fixture->hub, 2, 2, HFS_TEST_HUB_FAULT_BAD_GATEWAY);
  hfs_test_hub_inject (fixture->hub, 5, 1, HFS_TEST_HUB_FAULT_RATE_JSON);
  look_up (fixture, names, 100);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->counts.left, ==, 0);

  hfs_test_hub_inject (fixture->hub, 0, 0, HFS_TEST_HUB_FAULT_UNAVAILABLE);
  look_up (fixture, (const char * const []) { "maker-20", NULL }, 100);
  g_assert_error (fixture->error, HFS_HUB_ERROR, HFS_HUB_ERROR_UNAVAILABLE);
}

static void
tested_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->name, g_free);
  fixture->name = hfs_token_test_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
test_a_token_is_tested_by_one_request (Fixture       *fixture,
                                       gconstpointer  data)
{
  hfs_hub_client_set_token (fixture->client, TOKEN);
  hfs_token_test_async (fixture->client, NULL, tested_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->name, ==, "maker-1");
  g_assert_cmpuint (count_requests (fixture), ==, 1);

  fixture->is_done = FALSE;
  hfs_test_hub_inject (fixture->hub, 0, 1, HFS_TEST_HUB_FAULT_BAD_TOKEN);
  hfs_token_test_async (fixture->client, NULL, tested_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (fixture->error, HFS_HUB_ERROR, HFS_HUB_ERROR_TOKEN);
  g_assert_null (strstr (fixture->error->message, TOKEN));
}

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->name = hfs_token_lookup_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
test_the_environment_wins (Fixture       *fixture,
                           gconstpointer  data)
{
  g_setenv ("HF_TOKEN", TOKEN, TRUE);
  g_assert_true (hfs_token_is_from_environment ());
  hfs_token_lookup_async ("https://hub.example", NULL, token_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_unsetenv ("HF_TOKEN");
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->name, ==, TOKEN);
  g_assert_false (hfs_token_is_from_environment ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("HF_TOKEN");
  g_unsetenv ("HF_HUB_OFFLINE");
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/model/account-lookup/asks-once-in-months", test_asks_once_in_months);
  ADD ("/model/account-lookup/keeps-to-the-budget", test_keeps_to_the_budget);
  ADD ("/model/account-lookup/a-user-is-an-individual", test_a_user_is_an_individual);
  ADD ("/model/account-lookup/goes-on-after-trouble", test_goes_on_after_trouble);
  ADD ("/model/token/is-tested-by-one-request", test_a_token_is_tested_by_one_request);
  ADD ("/model/token/the-environment-wins", test_the_environment_wins);
  return g_test_run ();
}
