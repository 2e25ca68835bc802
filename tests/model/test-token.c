/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-test-keyring.h"
#include "hfs-token.h"

#define HUB "https://hub.example"
#define OTHER "https://other.example"
#define TOKEN "hf_secretOfTheTest"

typedef struct
{
  HfsTestKeyring *keyring; /* (unowned): one for all */
  char *token;
  gboolean is_good;
  gboolean is_done;
  GError *error;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->keyring = (HfsTestKeyring *) data;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->token);
  g_clear_error (&fixture->error);
}

static void
wait_until_done (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  fixture->is_done = FALSE;
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  fixture->is_good = hfs_token_keep_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  g_free (fixture->token);
  fixture->token = hfs_token_lookup_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Fixture *fixture = data;

  fixture->is_good = hfs_token_sign_finish (result, NULL);
  fixture->is_done = TRUE;
}

static void
keep (Fixture    *fixture,
      const char *endpoint,
      const char *token)
{
  hfs_token_keep_async (endpoint, token, NULL, kept_cb, fixture);
  wait_until_done (fixture);
}

static void
look_up (Fixture    *fixture,
         const char *endpoint)
{
  hfs_token_lookup_async (endpoint, NULL, looked_up_cb, fixture);
  wait_until_done (fixture);
}

static void
test_is_kept_for_its_hub (Fixture       *fixture,
                          gconstpointer  data)
{
  look_up (fixture, HUB);
  g_assert_no_error (fixture->error);
  g_assert_null (fixture->token);

  keep (fixture, HUB, "hf_first");
  g_assert_true (fixture->is_good);
  keep (fixture, HUB, TOKEN);
  g_assert_true (fixture->is_good);
  g_assert_cmpuint (hfs_test_keyring_get_n (fixture->keyring), ==, 1);
  g_assert_cmpstr (hfs_test_keyring_get_secret (fixture->keyring, HUB), ==, TOKEN);
  look_up (fixture, HUB);
  g_assert_cmpstr (fixture->token, ==, TOKEN);
  /* It is never sent to another Hub. */
  look_up (fixture, OTHER);
  g_assert_no_error (fixture->error);
  g_assert_null (fixture->token);
}

static void
test_can_be_taken_out (Fixture       *fixture,
                       gconstpointer  data)
{
  keep (fixture, HUB, TOKEN);
  keep (fixture, HUB, NULL);
  g_assert_true (fixture->is_good);
  g_assert_cmpuint (hfs_test_keyring_get_n (fixture->keyring), ==, 0);
  look_up (fixture, HUB);
  g_assert_null (fixture->token);
  /* Once more is no trouble. */
  keep (fixture, HUB, NULL);
  g_assert_true (fixture->is_good);
}

static void
test_without_a_keyring (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (HfsHubClient) client = hfs_hub_client_new (HUB, NULL, NULL);

  hfs_test_keyring_set_absent (fixture->keyring, TRUE);
  look_up (fixture, HUB);
  g_assert_nonnull (fixture->error);
  g_assert_null (fixture->token);
  keep (fixture, HUB, TOKEN);
  g_assert_false (fixture->is_good);
  g_assert_nonnull (fixture->error);
  g_assert_null (g_strrstr (fixture->error->message, TOKEN));
  /* A refresh goes on without. */
  hfs_token_sign_async (client, NULL, signed_cb, fixture);
  wait_until_done (fixture);
  g_assert_true (fixture->is_good);
  hfs_test_keyring_set_absent (fixture->keyring, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (HfsTestKeyring) keyring = NULL;

  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("HF_TOKEN");
  keyring = hfs_test_keyring_new ();
#define ADD(path, func) g_test_add ("/model/token/" path, Fixture, keyring, set_up, func, tear_down)
  ADD ("is-kept-for-its-hub", test_is_kept_for_its_hub);
  ADD ("can-be-taken-out", test_can_be_taken_out);
  ADD ("without-a-keyring", test_without_a_keyring);
  return g_test_run ();
}
