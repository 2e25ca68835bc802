/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-fixture.h"

#include "hfs-explore.h"

static const HfsDimensionId linked[] = {
  HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_SIZES, HFS_DIMENSION_LANGUAGES, HFS_DIMENSION_YEARS, HFS_DIMENSION_DEVELOPER_TYPES,
  HFS_DIMENSION_PUBLISHERS, HFS_DIMENSION_TASKS, HFS_DIMENSION_LICENSES, HFS_DIMENSION_LIBRARIES,
};

/* Whether all queries of linked results can be answered. */
static gboolean
can_answer (Reference  *reference,
            HfsQuery   *query)
{
  return reference_can_answer (reference, query) &&
         (hfs_query_get_filter (query, HFS_DIMENSION_PUBLISHERS) == NULL || hfs_query_get_credit (query) != HFS_CREDIT_BASE);
}

static void
check_update (HfsExplore *explore,
              Twins      *twins,
              HfsQuery   *query)
{
  g_autoptr (GError) error = NULL;
  gboolean done = hfs_explore_update (explore, query, &error);

  if (!can_answer (twins->reference, query))
    return;
  g_assert_no_error (error);
  g_assert_true (done);
  for (guint i = 0; i < hfs_explore_get_n_results (explore); i++)
    {
      HfsResult *result = hfs_explore_get_result (explore, i);
      HfsQuery *own = hfs_result_get_query (result);

      g_assert_cmpint (hfs_query_get_dimension (own), ==, hfs_explore_get_dimension (explore, i));
      g_assert_null (hfs_query_get_filter (own, hfs_explore_get_dimension (explore, i)));
      reference_check (twins->reference, NULL, own, result);
    }
}

/* Each result is the answer to the query with all selections but its own. */
static void
test_as_the_reference (QueryFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 40; i++)
    {
      Twins twins = twins_new_random (fixture, random, 150);
      guint from = g_rand_int_range (random, 0, 4), n = g_rand_int_range (random, 1, G_N_ELEMENTS (linked) - from + 1);
      g_autoptr (HfsExplore) explore = hfs_explore_new (fixture->engine, twins.snapshot, linked + from, n);

      for (guint j = 0; j < 25; j++)
        {
          g_autoptr (HfsQuery) any = random_query (random, &twins, FALSE);
          g_autoptr (HfsQuery) query = hfs_query_with (any, "by", NULL, NULL);
          g_autofree char *text = hfs_query_to_string (query);

          g_test_message ("set %u: %s", i, text);
          check_update (explore, &twins, query);
        }
      twins_clear (&twins);
    }
}

static void
test_a_selection_does_not_filter_itself (QueryFixture  *fixture,
                                         gconstpointer  data)
{
  static const HfsDimensionId two[] = { HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_SIZES };
  g_autoptr (HfsExplore) explore = hfs_explore_new (fixture->engine, NULL, two, G_N_ELEMENTS (two));
  g_autoptr (HfsQuery) all = hfs_query_parse ("countries?snapshot=2026-08-22", NULL);
  g_autoptr (HfsQuery) china = hfs_query_with (all, "country", "CN", NULL);
  g_autoptr (GError) error = NULL;
  gint64 total, of_china;

  hfs_explore_update (explore, all, &error);
  g_assert_no_error (error);
  total = hfs_result_get_total (hfs_explore_get_result (explore, 0));
  of_china = hfs_result_find_row (hfs_explore_get_result (explore, 0), "CN")->value;
  g_assert_cmpint (hfs_result_get_total (hfs_explore_get_result (explore, 1)), ==, total);

  hfs_explore_update (explore, china, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hfs_result_get_total (hfs_explore_get_result (explore, 0)), ==, total);
  g_assert_cmpint (hfs_result_get_total (hfs_explore_get_result (explore, 1)), ==, of_china);
}

static void
test_an_error_changes_nothing (QueryFixture  *fixture,
                               gconstpointer  data)
{
  static const HfsDimensionId two[] = { HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_TASKS };
  g_autoptr (HfsExplore) explore = hfs_explore_new (fixture->engine, NULL, two, G_N_ELEMENTS (two));
  g_autoptr (HfsQuery) all = hfs_query_parse ("countries?snapshot=2026-08-22", NULL);
  g_autoptr (HfsQuery) bad = hfs_query_with (all, "task", "teleportation", NULL);
  g_autoptr (GError) error = NULL;
  HfsResult *before;

  g_assert_true (hfs_explore_update (explore, all, NULL));
  before = hfs_explore_get_result (explore, 0);
  g_assert_false (hfs_explore_update (explore, bad, &error));
  g_assert_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE);
  g_assert_true (hfs_explore_get_result (explore, 0) == before);
  g_assert_true (hfs_query_equal (hfs_explore_get_query (explore), all));
}

typedef struct
{
  guint n_done;
  guint n_overtaken;
  guint n_changed;
} Outcome;

static void
on_updated (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Outcome *outcome = user_data;
  g_autoptr (GError) error = NULL;

  if (hfs_explore_update_finish (HFS_EXPLORE (source), result, &error))
    outcome->n_done++;
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      outcome->n_overtaken++;
    }
}

static void
on_changed (HfsExplore *explore,
            Outcome    *outcome)
{
  outcome->n_changed++;
}

static void
test_the_newest_wins (QueryFixture  *fixture,
                      gconstpointer  data)
{
  static const HfsDimensionId two[] = { HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_SIZES };
  static const char * const countries[] = { "US", "CN", "DE", "FR", "KR" };
  g_autoptr (HfsExplore) explore = hfs_explore_new (fixture->engine, NULL, two, G_N_ELEMENTS (two));
  g_autoptr (HfsQuery) all = hfs_query_parse ("countries?snapshot=2022-07-02", NULL);
  g_autoptr (HfsQuery) last = hfs_query_with (all, "country", "KR", NULL);
  Outcome outcome = { 0 };

  g_signal_connect (explore, "changed", G_CALLBACK (on_changed), &outcome);
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_autoptr (HfsQuery) query = hfs_query_with (all, "country", countries[i], NULL);

      hfs_explore_update_async (explore, query, NULL, on_updated, &outcome);
    }
  while (outcome.n_done + outcome.n_overtaken < G_N_ELEMENTS (countries))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (outcome.n_done, ==, 1);
  g_assert_cmpuint (outcome.n_changed, ==, 1);
  g_assert_true (hfs_query_equal (hfs_explore_get_query (explore), last));
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
  ADD ("/query/explore/answers-as-the-reference", test_as_the_reference);
  ADD ("/query/explore/a-selection-does-not-filter-itself", test_a_selection_does_not_filter_itself);
  ADD ("/query/explore/an-error-changes-nothing", test_an_error_changes_nothing);
  ADD ("/query/explore/the-newest-wins", test_the_newest_wins);
  return g_test_run ();
}
