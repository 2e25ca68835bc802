/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-headline.h"

static HfsHeadlines *
parse (const char  *json,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  return hfs_headlines_parse (bytes, error);
}

static const HfsHeadline *
find (HfsHeadlines *headlines,
      const char   *id)
{
  for (guint i = 0; i < headlines->items->len; i++)
    {
      const HfsHeadline *headline = g_ptr_array_index (headlines->items, i);

      if (g_str_equal (headline->id, id))
        return headline;
    }
  return NULL;
}

static void
test_bundled (void)
{
  g_autoptr (GBytes) json = g_resources_lookup_data ("/org/example/HfState/editions/headlines.json", 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsHeadlines) headlines = hfs_headlines_parse (json, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (headlines->items->len, ==, 4);
  g_assert_cmpstr (headlines->date, ==, "2026-03-17");
  g_assert_cmpstr (find (headlines, "users")->figure, ==, "11 or 13 million");
  g_assert_cmpstr (find (headlines, "models")->figure, ==, "over 2 million");
  g_assert_cmpstr (find (headlines, "datasets")->figure, ==, "over 500,000");
  g_assert_cmpstr (find (headlines, "fortune-500")->figure, ==, "over 30\u00a0%");
}

static void
test_follows_the_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsHeadlines) headlines =
    parse ("{\"title\":\"T\",\"date\":\"2027-01-02\",\"uri\":\"https://example.org\",\"headlines\":["
           "{\"id\":\"models\",\"period\":\"2027-01-01\",\"values\":[{\"value\":4000000}]},"
           "{\"id\":\"something-new\",\"period\":\"2027\",\"values\":[]}]}", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (headlines->items->len, ==, 1);
  g_assert_cmpstr (find (headlines, "models")->figure, ==, "over 4 million");
  g_assert_nonnull (strstr (find (headlines, "models")->when, "1 January 2027"));
}

static void
test_refuses (void)
{
  static const char * const bad[] = {
    "", "[]", "{", "{\"title\":1}", "{\"title\":\"T\",\"date\":\"2027-01-02\",\"uri\":\"u\",\"headlines\":7}",
    "{\"title\":\"T\",\"date\":\"d\",\"uri\":\"u\",\"headlines\":[3]}",
    "{\"title\":\"T\",\"date\":\"d\",\"uri\":\"u\",\"headlines\":[{\"id\":\"models\",\"period\":\"2027\",\"values\":[]}]}",
    "{\"title\":\"T\",\"date\":\"d\",\"uri\":\"u\",\"headlines\":[{\"id\":\"models\",\"period\":\"2027\",\"values\":[{\"value\":\"2\"}]}]}",
    "{\"title\":\"T\",\"date\":\"d\",\"uri\":\"u\",\"headlines\":[{\"id\":\"models\",\"period\":\"2027\",\"values\":[{\"value\":-2}]}]}",
    "{\"title\":\"T\",\"date\":\"d\",\"uri\":\"u\",\"headlines\":[{\"id\":\"users\",\"period\":\"2027\",\"values\":[{\"value\":1}]}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (bad[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/headline/reads-the-figures-of-the-report", test_bundled);
  g_test_add_func ("/views/headline/says-what-the-file-says", test_follows_the_file);
  g_test_add_func ("/views/headline/refuses-what-is-no-figure", test_refuses);
  return g_test_run ();
}
