/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-import.h"
#include "model-fixture.h"

#include <string.h>

#define ROW(number, id, more) "{\"_id\":\"64f5fd954d3b1dd311d30e" number "\",\"id\":\"" id "\"" more "}"

static HfsSnapshotInfo *
import_bytes (ModelFixture  *fixture,
              HfsStore      *store,
              const char    *contents,
              gssize         length,
              const char    *date,
              GError       **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "my models.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  return hfs_import_file (store, file, date, error);
}

static void
test_imports_a_table (ModelFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshotInfo) info = import_bytes (fixture, store,
    "likes,parameters,modelId,other,downloads,pipeline_tag\n3,7000000000,acorn/oak,x,1234.0,text-generation\n,,beech,,5,\n", -1,
    "2026-08-22", &error);
  g_autoptr (HfsSnapshot) snapshot = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (info->date, ==, "2026-08-22");
  g_assert_true (g_str_has_prefix (info->id, "import-20260822-"));
  g_assert_nonnull (strstr (info->source, "my models.txt"));
  g_assert_false (info->complete);
  g_assert_cmpint (info->most_downloaded, ==, 0);
  g_assert_cmpint (info->n_models, ==, 2);
  snapshot = hfs_store_load_snapshot (store, info->id, fixture->sizes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hfs_snapshot_get_model_id (snapshot, 0), ==, "acorn/oak");
  g_assert_cmpint (hfs_snapshot_get_counts (snapshot, HFS_COUNT_DOWNLOADS)[0], ==, 1234);
  g_assert_cmpint (hfs_snapshot_get_parameters (snapshot)[0], ==, 7000000000);
  g_assert_cmpint (hfs_snapshot_get_size_source (snapshot, 0), ==, HFS_SIZE_SOURCE_FILE);
}

static void
test_imports_rows_and_pages_of_the_hub (ModelFixture  *fixture,
                                        gconstpointer  data)
{
  static const char * const good[] = {
    "[" ROW ("01", "a/b", ",\"downloads\":5") "," ROW ("02", "c", ",\"downloads\":7") "]",
    " [ [" ROW ("01", "a/b", ",\"downloads\":5") "] , [" ROW ("02", "c", ",\"downloads\":7") "],[] ]\n",
    "\xef\xbb\xbf[" ROW ("01", "a/b", ",\"downloads\":5") ",\n" ROW ("02", "c", ",\"downloads\":7,\"tags\":[\"],[\"]") "]",
  };
  g_autoptr (HfsStore) store = model_fixture_open (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsSnapshotInfo) info = import_bytes (fixture, store, good[i], -1, "2026-08-22", &error);

      g_assert_no_error (error);
      g_assert_cmpint (info->n_models, ==, 2);
    }
}

static void
test_takes_the_day_of_the_file (ModelFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshotInfo) info = import_bytes (fixture, store, "id,downloads\na/b,1\n", -1, NULL, &error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  g_assert_no_error (error);
  g_assert_cmpstr (info->date, ==, today);
}

static void
test_one_bad_line_refuses_the_file (ModelFixture  *fixture,
                                    gconstpointer  data)
{
  static const struct { const char *text, *place; } bad[] = {
    { "", "empty" },
    { "id,likes\na,1\n", "“downloads”" },
    { "downloads,likes\n1,1\n", "“id”" },
    { "id,downloads\na,1\nb,-1\n", "Line 3" },
    { "id,downloads\na,1\nb\n", "Line 3" },
    { "id,downloads\na,1\nb,\n", "Line 3" },
    { "id,downloads\na,1\n\"b,2\n", "Line 3" },
    { "id,downloads\na,1\nb,2\na,3\n", "Line 4" },
    { "id,downloads\na,1\nb\xff,2\n", "Line 3" },
    { "id,downloads\na,1\nb,1e99\n", "Line 3" },
    { "id,downloads\n", "not one model" },
    { "{\"id\":1}", "not a list" },
    { "[" ROW ("01", "a/b", ",\"downloads\":5") "," ROW ("02", "a/b", ",\"downloads\":5") "]", "Model 2" },
    { "[" ROW ("01", "a/b", ",\"downloads\":5") "," ROW ("02", "c", ",\"downloads\":-5") "]", "Model 2" },
    { "[" ROW ("01", "a/b", ",\"downloads\":5") "," ROW ("02", "c", "") "]", "Model 2" },
    { "[[" ROW ("01", "a/b", ",\"downloads\":5") "],[7]]", "Model 2" },
    { "[" ROW ("01", "a/b", ",\"downloads\":5"), "ends in the middle" },
    { "[" ROW ("01", "a/b", ",\"downloads\":5") "] more", "ends in the middle" },
    { "[{\"_id\":\"64f5", "Model 1" },
    { "[{\"a\xff\":1}]", "Model 1" },
    { "[]", "not one model" },
  };
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (GPtrArray) infos = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      model_fixture_tell (bad[i].text);
      g_assert_null (import_bytes (fixture, store, bad[i].text, -1, "2026-08-22", &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, bad[i].place));
    }
  infos = hfs_store_list_snapshots (store, NULL);
  g_assert_cmpuint (infos->len, ==, 0);
}

static void
test_refuses_ten_million_columns (ModelFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autofree char *commas = g_strnfill (10000000, ',');
  g_autofree char *text = g_strconcat ("id,downloads", commas, "\na,1", commas, "\n", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (import_bytes (fixture, store, text, -1, NULL, &error));
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "columns"));
}

static void
test_refuses_a_wrong_date (ModelFixture  *fixture,
                           gconstpointer  data)
{
  static const char * const bad[] = { "", "2026", "2026-13-01", "2026-02-30", "22.08.2026", "2026-W34-6", "2999-01-01",
                                      "2026-08-22T00:00:00Z", "20260822" };
  g_autoptr (HfsStore) store = model_fixture_open (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      model_fixture_tell (bad[i]);
      g_assert_null (import_bytes (fixture, store, "id,downloads\na/b,1\n", -1, bad[i], &error));
      g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE);
    }
}

static void
test_refuses_what_is_no_file (ModelFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) nothing = g_file_get_child (folder, "not-there.csv");
  g_autoptr (GError) error = NULL;

  g_assert_null (hfs_import_file (store, folder, NULL, &error));
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (hfs_import_file (store, nothing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/model/import/" path, ModelFixture, NULL, model_fixture_set_up, func, model_fixture_tear_down)
  ADD ("imports-a-table", test_imports_a_table);
  ADD ("imports-rows-and-pages-of-the-hub", test_imports_rows_and_pages_of_the_hub);
  ADD ("takes-the-day-of-the-file", test_takes_the_day_of_the_file);
  ADD ("one-bad-line-refuses-the-file", test_one_bad_line_refuses_the_file);
  ADD ("refuses-ten-million-columns", test_refuses_ten_million_columns);
  ADD ("refuses-a-wrong-date", test_refuses_a_wrong_date);
  ADD ("refuses-what-is-no-file", test_refuses_what_is_no_file);
  return g_test_run ();
}
