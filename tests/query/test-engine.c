/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-fixture.h"

#include <string.h>

/* Ten thousand cases in all, unless the machine is so slow that they would take minutes. */
#define RANDOM_SETS    200
#define RANDOM_QUERIES 75
#define TOP_QUERIES    1000
#define WHOLE_QUERIES  60
#define MAX_SECONDS    60

/* Asks the program and the reference the same. */
static void
check_query (QueryFixture *fixture,
             Twins        *now,
             Twins        *before,
             HfsQuery     *query)
{
  gboolean compares = before != NULL && hfs_query_get_compare (query) != NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsResult) result = hfs_engine_run_on (fixture->engine, query, now->snapshot,
                                                    compares ? before->snapshot : NULL, &error);
  gboolean possible = reference_can_answer (now->reference, query) &&
                      (!compares || reference_can_answer (before->reference, query));

  if (result == NULL)
    {
      g_test_message ("%s", error->message);
      g_assert_false (possible);
      return;
    }
  /* An account that is there but gets no credit is no error and has no models. */
  if (!possible)
    {
      g_assert_nonnull (hfs_query_get_filter (query, HFS_DIMENSION_PUBLISHERS));
      g_assert_cmpint (hfs_query_get_credit (query), ==, HFS_CREDIT_BASE);
      return;
    }
  reference_check (now->reference, compares ? before->reference : NULL, query, result);
}

static void
test_random_data (QueryFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n_cases = 0;

  g_test_timer_start ();
  for (guint i = 0; i < RANDOM_SETS && g_test_timer_elapsed () < MAX_SECONDS; i++)
    {
      Twins now = twins_new_random (fixture, random, 120), before = twins_new_random (fixture, random, 120);

      for (guint j = 0; j < RANDOM_QUERIES; j++, n_cases++)
        {
          g_autoptr (HfsQuery) query = random_query (random, &now, TRUE);
          g_autofree char *text = hfs_query_to_string (query);

          g_test_message ("set %u: %s", i, text);
          check_query (fixture, &now, &before, query);
        }
      twins_clear (&now);
      twins_clear (&before);
    }
  g_test_message ("%u cases", n_cases);
  g_assert_cmpuint (n_cases, >, RANDOM_QUERIES);
}

static void
check_bundled (QueryFixture *fixture,
               const char   *id,
               const char   *other_id,
               guint         n_queries)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  Twins now = twins_load (fixture, id), before = twins_load (fixture, other_id);
  guint n_cases = 0;

  g_assert_cmpuint (hfs_snapshot_get_n_models (now.snapshot), ==, now.reference->models->len);
  g_test_timer_start ();
  for (; n_cases < n_queries && g_test_timer_elapsed () < MAX_SECONDS; n_cases++)
    {
      g_autoptr (HfsQuery) query = random_query (random, &now, TRUE);
      g_autofree char *text = hfs_query_to_string (query);

      g_test_message ("%s: %s", id, text);
      check_query (fixture, &now, &before, query);
    }
  g_test_message ("%u cases", n_cases);
  twins_clear (&now);
  twins_clear (&before);
}

static void
test_top_of_2026 (QueryFixture  *fixture,
                  gconstpointer  data)
{
  check_bundled (fixture, "hub-top-2026-08-22", "hub-top-2026-08-22", TOP_QUERIES);
}

static void
test_whole_hub_of_2022 (QueryFixture  *fixture,
                        gconstpointer  data)
{
  check_bundled (fixture, "hub-whole-2022-07-02", "hub-top-2026-08-22", WHOLE_QUERIES);
}

static HfsResult *
ask (QueryFixture *fixture,
     const char   *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse (text, &error);
  HfsResult *result = query ? hfs_engine_run (fixture->engine, query, &error) : NULL;

  g_assert_no_error (error);
  return result;
}

/* Figures of the whole Hub of 2022-07-02 that were computed elsewhere. */
static void
test_known_figures (QueryFixture  *fixture,
                    gconstpointer  data)
{
  static const struct { guint top; double share; } tops[] = { { 6, 0.3374 }, { 10, 0.4469 }, { 200, 0.9005 } };
  g_autoptr (HfsResult) concentration = ask (fixture, "concentration?snapshot=2022-07-02");

  g_assert_cmpint (hfs_result_get_n_models (concentration), ==, 55524);
  g_assert_cmpfloat_with_epsilon (hfs_result_get_gini (concentration), 0.9958, 0.00005);
  g_assert_cmpint (hfs_result_find_row (concentration, "top-0.01")->models, ==, 6);
  g_assert_cmpfloat_with_epsilon (hfs_result_find_row (concentration, "top-0.01")->share, 0.3374, 0.00005);
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    {
      g_autofree char *text = g_strdup_printf ("models?snapshot=2022-07-02&top=%u", tops[i].top);
      g_autoptr (HfsResult) result = ask (fixture, text);
      double share = 0;

      for (guint j = 0; j < tops[i].top; j++)
        share += hfs_result_get_row (result, j)->share;
      g_assert_cmpfloat_with_epsilon (share, tops[i].share, 0.00005);
    }
}

/* The Lorenz curve goes through the shares that the rows state, rises, and never bends up. */
static void
test_lorenz (QueryFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (HfsResult) result = ask (fixture, "concentration?snapshot=2022-07-02");
  const HfsLorenzPoint *points = hfs_result_get_lorenz (result);
  guint last = HFS_RESULT_LORENZ_POINTS - 1;

  g_assert_cmpfloat (points[0].models, ==, 0);
  g_assert_cmpfloat (points[0].value, ==, 0);
  g_assert_cmpfloat (points[last].models, ==, 1);
  g_assert_cmpfloat (points[last].value, ==, 1);
  for (guint i = 1; i <= last; i++)
    {
      g_assert_cmpfloat (points[i].models, >=, points[i - 1].models);
      g_assert_cmpfloat (points[i].value, >=, points[i - 1].value);
      g_assert_cmpfloat (points[i].value, >=, points[i].models);
    }
}

static void
test_names_what_is_not_there (QueryFixture  *fixture,
                              gconstpointer  data)
{
  static const struct { const char *text; const char *word; const char *allowed; } cases[] = {
    { "countries?task=teleportation", "teleportation", "text-generation" },
    { "countries?license=mine", "mine", "There are" },
    { "countries?language=klingon", "klingon", "There are" },
    { "countries?publisher=nobody-at-all", "nobody-at-all", "There are" },
    { "countries?snapshot=1999-01-01", "1999-01-01", "hub-top-2026-08-22" },
    { "countries?compare=never", "never", "latest" },
    { "countries?snapshot=2022-07-02&measure=likes", "Likes", "another measure" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsQuery) query = hfs_query_parse (cases[i].text, NULL);
      g_autoptr (HfsResult) result = hfs_engine_run (fixture->engine, query, &error);

      g_assert_null (result);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].word));
      g_assert_nonnull (strstr (error->message, cases[i].allowed));
    }
}

static void
on_result (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_answers_in_a_thread (QueryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (HfsQuery) query = hfs_query_parse ("sizes", NULL);
  g_autoptr (HfsResult) expected = ask (fixture, "sizes"), result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  hfs_engine_run_async (fixture->engine, query, NULL, on_result, &done);
  result = hfs_engine_run_finish (fixture->engine, wait_for (&done), &error);
  g_assert_no_error (error);
  g_assert_cmpint (hfs_result_get_total (result), ==, hfs_result_get_total (expected));
}

static void
test_cancelled (QueryFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (HfsQuery) query = hfs_query_parse ("sizes", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  hfs_engine_run_async (fixture->engine, query, cancellable, on_result, &done);
  g_cancellable_cancel (cancellable);
  g_assert_null (hfs_engine_run_finish (fixture->engine, wait_for (&done), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
set_up (QueryFixture  *fixture,
        gconstpointer  data)
{
  query_fixture_init (fixture);
}

static void
tear_down (QueryFixture  *fixture,
           gconstpointer  data)
{
  query_fixture_clear (fixture);
}

#define ADD(path, function) g_test_add (path, QueryFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/query/engine/answers-as-the-reference-on-random-data", test_random_data);
  ADD ("/query/engine/answers-as-the-reference-on-the-top-of-2026", test_top_of_2026);
  ADD ("/query/engine/answers-as-the-reference-on-the-whole-hub-of-2022", test_whole_hub_of_2022);
  ADD ("/query/engine/known-figures", test_known_figures);
  ADD ("/query/engine/lorenz", test_lorenz);
  ADD ("/query/engine/names-what-is-not-there", test_names_what_is_not_there);
  ADD ("/query/engine/answers-in-a-thread", test_answers_in_a_thread);
  ADD ("/query/engine/cancelled", test_cancelled);
  return g_test_run ();
}
