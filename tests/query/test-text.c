/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-query.h"

#include <string.h>

static void
test_round_trip (void)
{
  static const struct
  {
    const char *text;
    const char *printed;
  } cases[] = {
    { "countries", "countries?measure=downloads" },
    { "hf-state:countries", "countries?measure=downloads" },
    { "countries?", "countries?measure=downloads" },
    { "countries?measure=likes", "countries?measure=likes" },
    { "countries?top=5&share=1&measure=models", "countries?measure=models&share=1&top=5" },
    { "sizes?by=countries", "sizes?measure=downloads&by=countries" },
    { "countries?country=cn,us", "countries?measure=downloads&country=CN,US" },
    { "countries?country=CN%2CUS", NULL },
    { "models?search=a%20b%26c%3D%25", "models?measure=downloads&search=a%20b%26c%3D%25" },
    { "models?search=%C5%82", "models?measure=downloads&search=%C5%82" },
    { "models?search=ł", "models?measure=downloads&search=%C5%82" },
    { "publishers?license=apache-2.0&task=text-generation",
      "publishers?measure=downloads&task=text-generation&license=apache-2.0" },
    { "tasks?year=2022..2024,earlier", "tasks?measure=downloads&year=2022..2024,earlier" },
    { "tasks?year=2022", "tasks?measure=downloads&year=2022" },
    { "tasks?year=2023..2023", "tasks?measure=downloads&year=2023..2023" },
    { "countries?snapshot=2022-07-02&compare=latest", "countries?measure=downloads&snapshot=2022-07-02&compare=latest" },
    { "countries?attribution=atom&credit=base&unknown=exclude",
      "countries?measure=downloads&attribution=atom&credit=base&unknown=exclude" },
    { "countries?over=time", "countries?measure=downloads&over=time" },
    { "models?publisher=a%2Cb,c", "models?measure=downloads&publisher=a%2Cb,c" },
    { "developer-types?developer-type=industry,unknown&size=lt100m,unknown",
      "developer-types?measure=downloads&developer-type=industry,unknown&size=lt100m,unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsQuery) query = hfs_query_parse (cases[i].text, &error);
      g_autoptr (HfsQuery) again = NULL;
      g_autofree char *printed = NULL, *reprinted = NULL;

      if (cases[i].printed == NULL)
        {
          g_assert_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE);
          continue;
        }
      g_assert_no_error (error);
      printed = hfs_query_to_string (query);
      g_assert_cmpstr (printed, ==, cases[i].printed);
      again = hfs_query_parse (printed, &error);
      g_assert_no_error (error);
      reprinted = hfs_query_to_string (again);
      g_assert_cmpstr (reprinted, ==, printed);
      g_assert_true (hfs_query_equal (query, again));
    }
}

/* Each error names the word that is wrong and lists what is allowed. */
static void
test_names_the_word (void)
{
  static const struct
  {
    const char *text;
    HfsQueryError code;
    const char *word;
    const char *allowed;
  } cases[] = {
    { "", HFS_QUERY_ERROR_NAME, "“”", "countries" },
    { "hf-state:", HFS_QUERY_ERROR_NAME, "“”", "countries" },
    { "planets", HFS_QUERY_ERROR_NAME, "planets", "models" },
    { "Countries", HFS_QUERY_ERROR_NAME, "Countries", "countries" },
    { "\xff\xfe", HFS_QUERY_ERROR_NAME, "There is no query", "countries" },
    { "countries?colour=red", HFS_QUERY_ERROR_KEY, "colour", "measure" },
    { "countries?colour=red", HFS_QUERY_ERROR_KEY, "colour", "developer-type" },
    { "countries?=red", HFS_QUERY_ERROR_KEY, "“”", "measure" },
    { "countries?measure=likes&", HFS_QUERY_ERROR_KEY, "“”", "measure" },
    { "countries?measure=likes&&top=3", HFS_QUERY_ERROR_KEY, "“”", "measure" },
    { "countries?measure=likes&measure=likes", HFS_QUERY_ERROR_KEY, "measure", "twice" },
    { "countries?country=US&country=CN", HFS_QUERY_ERROR_KEY, "country", "twice" },
    { "countries?measure", HFS_QUERY_ERROR_VALUE, "measure", "no value" },
    { "countries?measure=", HFS_QUERY_ERROR_VALUE, "measure", "no value" },
    { "countries?country=", HFS_QUERY_ERROR_VALUE, "country", "no value" },
    { "countries?country=US,", HFS_QUERY_ERROR_VALUE, "country", "empty" },
    { "countries?country=,US", HFS_QUERY_ERROR_VALUE, "country", "empty" },
    { "countries?measure=clicks", HFS_QUERY_ERROR_VALUE, "clicks", "downloads, downloads-all-time, models, likes" },
    { "countries?share=0", HFS_QUERY_ERROR_VALUE, "share", "1" },
    { "countries?top=0", HFS_QUERY_ERROR_VALUE, "top", "from 1 to" },
    { "countries?top=-1", HFS_QUERY_ERROR_VALUE, "-1", "from 1 to" },
    { "countries?top=many", HFS_QUERY_ERROR_VALUE, "many", "from 1 to" },
    { "countries?by=countries", HFS_QUERY_ERROR_VALUE, "countries", "It can be: regions, developer-types, sizes," },
    { "countries?by=models", HFS_QUERY_ERROR_VALUE, "models", "sizes" },
    { "models?by=sizes", HFS_QUERY_ERROR_VALUE, "models", "second dimension" },
    { "concentration?by=sizes", HFS_QUERY_ERROR_VALUE, "concentration", "second dimension" },
    { "countries?country=ZZ", HFS_QUERY_ERROR_VALUE, "ZZ", "unstated" },
    { "countries?country=USA", HFS_QUERY_ERROR_VALUE, "USA", "ISO 3166-1" },
    { "countries?developer-type=startup", HFS_QUERY_ERROR_VALUE, "startup", "industry, academia, nonprofit, government, community, individual, unknown" },
    { "countries?size=big", HFS_QUERY_ERROR_VALUE, "big", "lt100m, 100m-1b, 1b-10b, 10b-30b, 30b-100b, ge100b, unknown" },
    { "countries?year=2021", HFS_QUERY_ERROR_VALUE, "2021", "earlier" },
    { "countries?year=2024..2022", HFS_QUERY_ERROR_VALUE, "2024..2022", "backwards" },
    { "countries?year=2022..2023..2024", HFS_QUERY_ERROR_VALUE, "2022..2023..2024", "2022..2025" },
    { "countries?year=2022..", HFS_QUERY_ERROR_VALUE, "2022..", "2022..2025" },
    { "countries?year=..2022", HFS_QUERY_ERROR_VALUE, "..2022", "2022..2025" },
    { "countries?year=soon", HFS_QUERY_ERROR_VALUE, "soon", "2022..2025" },
    { "countries?snapshot=2022-02-30", HFS_QUERY_ERROR_VALUE, "2022-02-30", "latest" },
    { "countries?snapshot=../etc", HFS_QUERY_ERROR_VALUE, "../etc", "latest" },
    { "countries?compare=a%20b", HFS_QUERY_ERROR_VALUE, "a b", "latest" },
    { "countries?search=%ff", HFS_QUERY_ERROR_VALUE, "search", "percent-encoded UTF-8" },
    { "countries?search=%zz", HFS_QUERY_ERROR_VALUE, "search", "percent-encoded UTF-8" },
    { "countries?search=%00", HFS_QUERY_ERROR_VALUE, "search", "percent-encoded UTF-8" },
    { "countries?task=%ff", HFS_QUERY_ERROR_VALUE, "task", "percent-encoded UTF-8" },
    { "countries?attribution=theirs", HFS_QUERY_ERROR_VALUE, "theirs", "published, atom, mine" },
    { "countries?credit=nobody", HFS_QUERY_ERROR_VALUE, "nobody", "publisher, base" },
    { "countries?unknown=hide", HFS_QUERY_ERROR_VALUE, "hide", "show, exclude" },
    { "countries?over=space", HFS_QUERY_ERROR_VALUE, "space", "time" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsQuery) query = hfs_query_parse (cases[i].text, &error);

      g_test_message ("%s", error ? error->message : "no error");
      g_assert_null (query);
      g_assert_error (error, HFS_QUERY_ERROR, (int) cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_nonnull (strstr (error->message, cases[i].word));
      g_assert_nonnull (strstr (error->message, cases[i].allowed));
    }
}

static void
test_with_changes_one_key (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries?measure=likes&country=US", NULL);
  g_autoptr (HfsQuery) other = hfs_query_with (query, "country", "CN,DE", &error);
  g_autoptr (HfsQuery) without = hfs_query_with (query, "country", NULL, &error);
  g_autofree char *text = hfs_query_to_string (other), *plain = hfs_query_to_string (without);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "countries?measure=likes&country=CN,DE");
  g_assert_cmpstr (plain, ==, "countries?measure=likes");
  g_assert_null (hfs_query_with (query, "country", "ZZ", &error));
  g_assert_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE);
}

/* What was chosen goes along to another question; how that one was drawn and divided stays its own. */
static void
test_turns_to_another_question (void)
{
  static const struct { const char *asked; const char *left; const char *next; } turns[] = {
    { "countries?measure=likes&country=CN&size=1b-10b&top=3&by=sizes", "sizes?share=1",
      "sizes?measure=likes&share=1&country=CN&size=1b-10b" },
    { "countries?snapshot=2026-08-22&unknown=exclude", "tasks?task=fill-mask&measure=likes",
      "tasks?measure=downloads&snapshot=2026-08-22&unknown=exclude" },
    { "countries?measure=models", "concentration?share=1", "concentration?measure=downloads&share=1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_autoptr (HfsQuery) asked = hfs_query_parse (turns[i].asked, NULL);
      g_autoptr (HfsQuery) left = hfs_query_parse (turns[i].left, NULL);
      g_autoptr (HfsQuery) next = hfs_query_turn_to (asked, left);
      g_autofree char *text = hfs_query_to_string (next);

      g_assert_cmpstr (text, ==, turns[i].next);
    }
}

static void
test_another_question_keeps_the_models (void)
{
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries?measure=likes&by=sizes&top=5&country=US", NULL);
  g_autoptr (HfsQuery) sizes = hfs_query_with_name (query, HFS_DIMENSION_SIZES);
  g_autoptr (HfsQuery) tasks = hfs_query_with_name (query, HFS_DIMENSION_TASKS);
  g_autofree char *a = hfs_query_to_string (sizes), *b = hfs_query_to_string (tasks);

  g_assert_cmpstr (a, ==, "sizes?measure=likes&country=US");
  g_assert_cmpstr (b, ==, "tasks?measure=likes&by=sizes&country=US");
}

static void
test_writes_ranges_out (void)
{
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries?year=2022..2024,earlier", NULL);
  const char * const expected[] = { "2022", "2023", "2024", "earlier", NULL };

  g_assert_cmpstrv (hfs_query_get_filter (query, HFS_DIMENSION_YEARS), expected);
  g_assert_null (hfs_query_get_filter (query, HFS_DIMENSION_SIZES));
}

/* Bytes in any order either parse, and then print and parse to the same, or give an error with text. */
static void
test_survives_any_bytes (void)
{
  static const char alphabet[] = "countries?&=,.%0aF2 sizes:/\xff\xc5\x82";
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 2 ? "countries?" : "models?search=");
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsQuery) query = NULL;

      for (int j = g_rand_int_range (random, 0, 12); j > 0; j--)
        g_string_append_c (text, alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)]);
      query = hfs_query_parse (text->str, &error);
      if (query != NULL)
        {
          g_autofree char *printed = hfs_query_to_string (query);
          g_autoptr (HfsQuery) again = hfs_query_parse (printed, &error);

          g_assert_no_error (error);
          g_assert_true (hfs_query_equal (query, again));
        }
      else
        g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/text/round-trip", test_round_trip);
  g_test_add_func ("/query/text/names-the-word", test_names_the_word);
  g_test_add_func ("/query/text/with-changes-one-key", test_with_changes_one_key);
  g_test_add_func ("/query/text/turns-to-another-question", test_turns_to_another_question);
  g_test_add_func ("/query/text/another-question-keeps-the-models", test_another_question_keeps_the_models);
  g_test_add_func ("/query/text/writes-ranges-out", test_writes_ranges_out);
  g_test_add_func ("/query/text/survives-any-bytes", test_survives_any_bytes);
  return g_test_run ();
}
