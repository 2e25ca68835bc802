/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-change-sentence.h"
#include "hfs-format.h"

#include "query-fixture.h"

#include <string.h>

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

static char *
say (QueryFixture *fixture,
     const char   *before_text,
     const char   *after_text)
{
  g_autoptr (HfsResult) before = ask (fixture, before_text);
  g_autoptr (HfsResult) after = ask (fixture, after_text);

  return hfs_change_sentence_new (before, after);
}

static void
test_names_the_choice (QueryFixture  *fixture,
                       gconstpointer  data)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *words;
  } cases[] = {
    { "countries?share=1", "countries?share=1&unknown=exclude", "not known is left out" },
    { "countries?share=1&unknown=exclude", "countries?share=1", "not known is counted again" },
    { "countries", "countries?attribution=atom", "ATOM" },
    { "countries?attribution=atom", "countries", "this program" },
    { "sizes", "sizes?measure=models", "models are counted" },
    { "sizes?measure=models", "sizes?measure=likes", "likes are counted" },
    { "sizes?measure=likes", "sizes", "30 days" },
    { "countries", "countries?size=lt100m", "other models" },
    { "tasks", "tasks?search=bert", "other models" },
    { "countries", "countries?snapshot=2022-07-02", "another day" },
    { "countries", "countries?unknown=exclude&measure=likes", "several choices" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = say (fixture, cases[i].before, cases[i].after);

      g_test_message ("%s → %s: %s", cases[i].before, cases[i].after, sentence);
      g_assert_nonnull (sentence);
      g_assert_nonnull (strstr (sentence, cases[i].words));
    }
}

static void
test_names_the_row_that_moved_most (QueryFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (HfsResult) before = ask (fixture, "countries?share=1");
  g_autoptr (HfsResult) after = ask (fixture, "countries?share=1&unknown=exclude");
  g_autofree char *sentence = hfs_change_sentence_new (before, after);
  g_autofree char *now = hfs_format_share (hfs_result_find_row (after, "US")->share);
  g_autofree char *then = hfs_format_share (hfs_result_find_row (before, "US")->share);
  g_autofree char *expected = g_strdup_printf ("United States: %s now, %s before, because what is not known is left out.", now, then);

  /* All shares grow alike, so the largest grows most. */
  g_assert_cmpstr (sentence, ==, expected);
  g_assert_cmpstr (now, !=, then);
}

static void
test_says_nothing_of_what_moves_no_share (QueryFixture  *fixture,
                                          gconstpointer  data)
{
  static const char * const pairs[][2] = {
    { "countries", "countries?share=1" }, { "countries", "countries?top=3" }, { "countries", "countries?by=sizes" }, { "countries", "sizes" },
    { "countries", "countries" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *sentence = say (fixture, pairs[i][0], pairs[i][1]);

      g_assert_null (sentence);
    }
}

static void
test_says_when_nothing_moved (QueryFixture  *fixture,
                              gconstpointer  data)
{
  /* The bundled data do not say which models are copies. */
  g_autofree char *sentence = say (fixture, "countries", "countries?credit=base");

  g_assert_cmpstr (sentence, ==, "The shares stay as they were.");
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
  g_test_add ("/query/change-sentence/names-the-choice", QueryFixture, NULL, set_up, test_names_the_choice, tear_down);
  g_test_add ("/query/change-sentence/names-the-row-that-moved-most", QueryFixture, NULL, set_up, test_names_the_row_that_moved_most, tear_down);
  g_test_add ("/query/change-sentence/says-nothing-of-what-moves-no-share", QueryFixture, NULL, set_up,
              test_says_nothing_of_what_moves_no_share, tear_down);
  g_test_add ("/query/change-sentence/says-when-nothing-moved", QueryFixture, NULL, set_up, test_says_when_nothing_moved, tear_down);
  return g_test_run ();
}
