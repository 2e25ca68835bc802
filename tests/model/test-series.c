/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-series.h"

#include <string.h>

static HfsSeries *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) csv = g_bytes_new_static (text, strlen (text));

  return hfs_series_new ("test", HFS_SERIES_ON_DATE, csv, error);
}

static void
test_reads_groups_and_points (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSeries) series = read_text ("group,value,date\nb,1.5,2025-01-01\na,7,2025-01-02\nb,2,2025-02-01\n", &error);
  guint group = 99;

  g_assert_no_error (error);
  g_assert_cmpuint (hfs_series_get_n_groups (series), ==, 2);
  g_assert_cmpstr (hfs_series_get_group (series, 0), ==, "b");
  g_assert_true (hfs_series_find_group (series, "a", &group));
  g_assert_cmpuint (group, ==, 1);
  g_assert_false (hfs_series_find_group (series, "c", &group));
  g_assert_cmpuint (hfs_series_get_n_points (series, 0), ==, 2);
  g_assert_cmpfloat (hfs_series_get_point (series, 0, 0)->value, ==, 1.5);
  g_assert_cmpstr (hfs_series_get_point (series, 0, 1)->date, ==, "2025-02-01");
  g_assert_null (hfs_series_get_point (series, 0, 1)->source);
}

static void
test_finds_the_value_that_held_on_a_date (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSeries) series = read_text ("date,group,value\n2025-01-10,x,1\n2025-03-10,x,3\n", &error);

  g_assert_no_error (error);
  g_assert_null (hfs_series_find_point (series, 0, "2025-01-09"));
  g_assert_cmpfloat (hfs_series_find_point (series, 0, "2025-01-10")->value, ==, 1);
  g_assert_cmpfloat (hfs_series_find_point (series, 0, "2025-03-09")->value, ==, 1);
  g_assert_cmpfloat (hfs_series_find_point (series, 0, "2026-01-01")->value, ==, 3);
}

static void
test_names_the_line_of_a_bad_row (void)
{
  static const struct
  {
    const char *text;
    HfsDataError code;
    const char *word;
  } cases[] = {
    { "date,value\n2025-01-01,1\n", HFS_DATA_ERROR_COLUMN, "“group”" },
    { "date,group,value\n2025-02-30,x,1\n", HFS_DATA_ERROR_VALUE, "Line 2: “2025-02-30”" },
    { "date,group,value\n2025-01-01T00,x,1\n", HFS_DATA_ERROR_VALUE, "Line 2: “2025-01-01T00”" },
    { "date,group,value\n2025-01-01,x,1\n2025-01-02,x,-1\n", HFS_DATA_ERROR_VALUE, "Line 3: “-1”" },
    { "date,group,value\n2025-01-01,x,\n", HFS_DATA_ERROR_VALUE, "Line 2: “”" },
    { "date,group,value\n2025-01-01,x,nan\n", HFS_DATA_ERROR_VALUE, "Line 2: “nan”" },
    { "date,group,value\n2025-01-01,x,3 models\n", HFS_DATA_ERROR_VALUE, "Line 2: “3 models”" },
    { "date,group,value\n2025-01-01,x,1\n2025-01-01,x,1\n", HFS_DATA_ERROR_TWICE, "Line 3: " },
    { "date,group,value\n2025-01-02,x,1\n2025-01-01,x,1\n", HFS_DATA_ERROR_TWICE, "Line 3: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsSeries) series = read_text (cases[i].text, &error);

      g_assert_null (series);
      g_assert_error (error, HFS_DATA_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

static void
test_bundled_ones_are_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = hfs_series_load_all (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 9);
  for (guint i = 0; i < all->len; i++)
    {
      HfsSeries *series = all->pdata[i];

      g_test_message ("%s", hfs_series_get_id (series));
      g_assert_true (hfs_series_find (all, hfs_series_get_id (series)) == series);
      g_assert_nonnull (hfs_series_get_title (series));
      g_assert_nonnull (hfs_series_get_unit (series));
      g_assert_nonnull (hfs_series_get_population (series));
      g_assert_nonnull (hfs_series_get_source (series));
      g_assert_nonnull (hfs_series_get_licence (series));
      g_assert_nonnull (hfs_series_get_note (series));
      g_assert_true (g_str_has_prefix (hfs_series_get_uri (series), "https://"));
      g_assert_cmpuint (hfs_series_get_n_groups (series), >, 0);
    }
  g_assert_null (hfs_series_find (all, "nothing"));
}

/* Figures that the sources state. */
static void
test_bundled_ones_say_what_their_sources_say (void)
{
  static const struct
  {
    const char *series;
    const char *group;
    const char *date;
    double value;
  } cases[] = {
    { "hub-models", "models", "2022-07-02", 55524 },
    { "hub-models", "models", "2025-10-01", 2126833 },
    { "model-downloads", "openai-community/gpt2", "2026-08-01", 900047851 },
    { "company-models", "Baidu", "2026-06-24", 149 },
    { "new-datasets-by-task", "robotics", "2025-12-18", 27089 },
    { "models-by-language", "Polish", "2025-12-31", 2212 },
    { "dataset-downloads-by-type", "individual", "2026-07-22", 1584438199 },
    { "models-by-field", "Natural Language Processing", "2025-07-31", 779848 },
    { "new-models-by-field", "Audio", "2022-03-31", 2006 },
    { "company-repositories", "Baidu", "2026-06-24", 177 },
  };
  g_autoptr (GPtrArray) all = hfs_series_load_all (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfsSeries *series = hfs_series_find (all, cases[i].series);
      guint group;

      g_test_message ("%s", cases[i].series);
      g_assert_nonnull (series);
      g_assert_true (hfs_series_find_group (series, cases[i].group, &group));
      g_assert_cmpfloat (hfs_series_find_point (series, group, cases[i].date)->value, ==, cases[i].value);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/series/reads-groups-and-points", test_reads_groups_and_points);
  g_test_add_func ("/model/series/finds-the-value-that-held-on-a-date", test_finds_the_value_that_held_on_a_date);
  g_test_add_func ("/model/series/names-the-line-of-a-bad-row", test_names_the_line_of_a_bad_row);
  g_test_add_func ("/model/series/bundled-ones-are-whole", test_bundled_ones_are_whole);
  g_test_add_func ("/model/series/bundled-ones-say-what-their-sources-say", test_bundled_ones_say_what_their_sources_say);
  return g_test_run ();
}
