/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore-place.h"
#include "hfs-explore-words.h"
#include "query-fixture.h"

#include <string.h>

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

/* What a sentence says of a selection, worked out by the engine alone. */
static void
check_totals (QueryFixture *fixture,
              HfsExplore   *explore,
              const char   *selected)
{
  const HfsExploreTotals *totals = hfs_explore_get_totals (explore);
  g_autoptr (HfsQuery) query = hfs_query_parse (selected, NULL);
  g_autoptr (HfsQuery) all = hfs_query_parse ("countries?snapshot=2026-08-22", NULL);
  g_autoptr (HfsResult) some = hfs_engine_run (fixture->engine, query, NULL);
  g_autoptr (HfsResult) whole = hfs_engine_run (fixture->engine, all, NULL);

  g_assert_cmpint (totals->value, ==, hfs_result_get_total (some));
  g_assert_cmpint (totals->models, ==, hfs_result_get_n_models (some));
  g_assert_cmpint (totals->whole, ==, hfs_result_get_total (whole));
  g_assert_cmpint (totals->whole_models, ==, hfs_result_get_n_models (whole));
}

/* A query that lets the same models through, and how the sentence about it begins. */
static const struct
{
  const char *query;
  const char *begin;
} spoken[] = {
  { "countries?snapshot=2026-08-22", "All models: " },
  { "countries?snapshot=2026-08-22&country=CN&developer-type=industry&size=lt100m,100m-1b,1b-10b",
    "Models from China, by companies, under 10 billion parameters: " },
  { "countries?snapshot=2026-08-22&country=US,CN", "Models from the United States or China: " },
  { "countries?snapshot=2026-08-22&size=30b-100b,ge100b", "Models of 30 billion parameters or more: " },
  { "countries?snapshot=2026-08-22&size=1b-10b,10b-30b", "Models of 1 billion to 30 billion parameters: " },
  { "countries?snapshot=2026-08-22&size=lt100m,ge100b",
    "Models of this size: Below 100 million parameters or 100 billion parameters or more: " },
  { "countries?snapshot=2026-08-22&year=2023..2025", "Models uploaded from 2023 to 2025: " },
  { "countries?snapshot=2026-08-22&year=2025", "Models uploaded in 2025: " },
  { "countries?snapshot=2026-08-22&country=unknown", "Models whose country is not known: " },
  { "countries?snapshot=2026-08-22&country=CN&search=qwen", "Models from China, whose name holds “qwen”: " },
};

static void
test_says_what_is_selected (QueryFixture  *fixture,
                            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      HfsDimensionId linked_now[HFS_EXPLORE_CHARTS];
      g_autoptr (HfsQuery) query = NULL;
      g_autoptr (HfsExplore) explore = NULL;
      g_autofree char *sentence = NULL;
      g_autofree char *place = g_strconcat ("explore", strchr (spoken[i].query, '?'), NULL);

      g_assert_true (hfs_explore_place_parse (place, linked_now, &query, NULL));
      explore = hfs_explore_new (fixture->engine, NULL, linked_now, HFS_EXPLORE_CHARTS);
      g_assert_true (hfs_explore_update (explore, query, NULL));
      sentence = hfs_explore_dup_sentence (explore);
      g_test_message ("%s", sentence);
      g_assert_true (g_str_has_prefix (sentence, spoken[i].begin));
      g_assert_true ((i > 0 && hfs_query_get_search (query) == NULL) == (strstr (sentence, " of all.") != NULL));
      if (hfs_query_get_search (query) == NULL)
        check_totals (fixture, explore, spoken[i].query);
    }
}

static void
test_says_when_nothing_is_selected (QueryFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (HfsExplore) explore = hfs_explore_new (fixture->engine, NULL, linked, 2);
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries?snapshot=2026-08-22&country=KR&size=lt100m", NULL);
  g_autofree char *sentence = NULL;

  g_assert_true (hfs_explore_update (explore, query, NULL));
  sentence = hfs_explore_dup_sentence (explore);
  g_assert_cmpstr (sentence, ==, "Models from South Korea, under 100 million parameters: no model of this snapshot is like that.");
}

static void
test_says_what_is_not_known (QueryFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (HfsExplore) explore = hfs_explore_new (fixture->engine, NULL, linked, 2);
  g_autoptr (HfsQuery) all = hfs_query_parse ("countries?snapshot=2026-08-22", NULL);
  g_autoptr (HfsQuery) china = hfs_query_with (all, "country", "CN", NULL);
  g_autoptr (HfsResult) sizes = NULL;
  g_autofree char *of_all = NULL, *of_china = NULL;

  g_assert_true (hfs_explore_update (explore, all, NULL));
  of_all = hfs_explore_dup_unclear (explore);
  g_assert_nonnull (strstr (of_all, "Country "));
  g_assert_true (hfs_explore_update (explore, china, NULL));
  of_china = hfs_explore_dup_unclear (explore);
  g_assert_true (of_china == NULL || strstr (of_china, "Country ") == NULL);
}

static void
test_a_place_reads_back (QueryFixture  *fixture,
                         gconstpointer  data)
{
  HfsDimensionId dimensions[HFS_EXPLORE_CHARTS];
  g_autoptr (HfsQuery) first = NULL, second = NULL, third = NULL;
  g_autofree char *text = NULL, *again = NULL;

  g_assert_true (hfs_explore_place_parse ("explore?country=CN&charts=tasks,countries,years,sizes&year=2023..2024", dimensions, &first, NULL));
  g_assert_cmpint (dimensions[0], ==, HFS_DIMENSION_TASKS);
  g_assert_cmpint (dimensions[3], ==, HFS_DIMENSION_SIZES);
  text = hfs_explore_place_to_string (dimensions, first);
  g_assert_true (hfs_explore_place_parse (text, dimensions, &second, NULL));
  g_assert_true (hfs_query_equal (first, second));
  again = hfs_explore_place_to_string (dimensions, second);
  g_assert_cmpstr (text, ==, again);

  g_assert_true (hfs_explore_place_parse ("explore", dimensions, &third, NULL));
  g_assert_cmpint (dimensions[0], ==, HFS_DIMENSION_COUNTRIES);
  g_assert_cmpint (dimensions[3], ==, HFS_DIMENSION_YEARS);
}

static void
test_a_bad_place_is_named (QueryFixture  *fixture,
                           gconstpointer  data)
{
  static const struct { const char *place; const char *word; } bad[] = {
    { "explore?charts=tasks,countries,years&country=CN", "4" },
    { "explore?charts=tasks,countries,years,moons", "moons" },
    { "explore?charts=tasks,countries,years,tasks", "tasks" },
    { "explore?charts=tasks,countries,years,sizes&moon=full", "moon" },
    { "explore?charts=", "4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      HfsDimensionId dimensions[HFS_EXPLORE_CHARTS];
      HfsQuery *query = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (hfs_explore_place_parse (bad[i].place, dimensions, &query, &error));
      g_assert_true (error->domain == HFS_QUERY_ERROR);
      g_assert_nonnull (strstr (error->message, bad[i].word));
      g_assert_null (query);
    }
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
  ADD ("/query/explore/says-what-is-selected", test_says_what_is_selected);
  ADD ("/query/explore/says-when-nothing-is-selected", test_says_when_nothing_is_selected);
  ADD ("/query/explore/says-what-is-not-known", test_says_what_is_not_known);
  ADD ("/query/explore/a-place-reads-back", test_a_place_reads_back);
  ADD ("/query/explore/a-bad-place-is-named", test_a_bad_place_is_named);
  return g_test_run ();
}
