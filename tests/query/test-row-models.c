/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-row-models.h"

#include "query-fixture.h"

static HfsResult *
ask (QueryFixture *fixture,
     HfsQuery     *query)
{
  g_autoptr (GError) error = NULL;
  HfsResult *result = hfs_engine_run (fixture->engine, query, &error);

  g_assert_no_error (error);
  return result;
}

static HfsResult *
ask_text (QueryFixture *fixture,
          const char   *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse (text, &error);

  g_assert_no_error (error);
  return ask (fixture, query);
}

/* The models behind a part of an answer have together what the part has. */
static void
check_part (QueryFixture *fixture,
            HfsResult    *result,
            guint         row,
            guint         series)
{
  const HfsResultRow *of = hfs_result_get_row (result, row);
  g_autoptr (HfsQuery) query = hfs_result_ask_for_models (result, row, series);
  g_autoptr (HfsResult) models = query ? ask (fixture, query) : NULL;

  g_test_message ("%s, %u", of->key, series);
  g_assert_nonnull (query);
  g_assert_cmpint (hfs_query_get_dimension (query), ==, HFS_DIMENSION_MODELS);
  g_assert_cmpint (hfs_result_get_total (models), ==, series == G_MAXUINT ? of->value : of->series[series]);
}

static void
test_models_have_what_the_row_has (QueryFixture  *fixture,
                                   gconstpointer  data)
{
  static const char * const texts[] = {
    "countries?share=1&top=8", "countries?measure=likes&developer-type=industry", "sizes?credit=base", "years?measure=models",
    "developer-types?attribution=atom", "publishers?top=5", "tasks?top=6&snapshot=2022-07-02",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HfsResult) result = ask_text (fixture, texts[i]);

      g_test_message ("%s", texts[i]);
      for (guint row = 0; row < hfs_result_get_n_rows (result); row++)
        if (hfs_result_get_row (result, row)->kind != HFS_ROW_OTHER)
          check_part (fixture, result, row, G_MAXUINT);
    }
}

static void
test_a_series_narrows_further (QueryFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (HfsResult) result = ask_text (fixture, "sizes?by=developer-types&share=1");

  for (guint row = 0; row < hfs_result_get_n_rows (result); row++)
    for (guint series = 0; series < hfs_result_get_n_series (result); series++)
      if (hfs_result_get_row (result, row)->series[series] > 0)
        check_part (fixture, result, row, series);
}

static void
test_sums_of_others_have_none (QueryFixture  *fixture,
                               gconstpointer  data)
{
  static const char * const texts[] = { "countries?top=3", "concentration", "models?top=3" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HfsResult) result = ask_text (fixture, texts[i]);
      const HfsResultRow *other = hfs_result_find_row (result, "other");

      for (guint row = 0; row < hfs_result_get_n_rows (result); row++)
        if (other == NULL || hfs_result_get_row (result, row) == other || i == 2)
          g_assert_null (hfs_result_ask_for_models (result, row, G_MAXUINT));
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/query/row-models/have-what-the-row-has", QueryFixture, NULL, set_up, test_models_have_what_the_row_has, tear_down);
  g_test_add ("/query/row-models/a-series-narrows-further", QueryFixture, NULL, set_up, test_a_series_narrows_further, tear_down);
  g_test_add ("/query/row-models/sums-of-others-have-none", QueryFixture, NULL, set_up, test_sums_of_others_have_none, tear_down);
  return g_test_run ();
}
