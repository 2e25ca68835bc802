/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bundle.h"
#include "hfs-changes.h"
#include "hfs-result-file.h"
#include "hfs-sentence.h"
#include "hfs-sql.h"
#include "hfs-store-run.h"
#include "hfs-timeline.h"
#include "hfs-unclassified.h"
#include "model-fixture.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define BUNDLED_2022 "hub-whole-2022-07-02"

typedef struct
{
  ModelFixture model;
  HfsStore *store;
  HfsEngine *engine;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  model_fixture_set_up (&fixture->model, NULL);
  fixture->store = model_fixture_open (&fixture->model);
  fixture->engine = hfs_engine_new_bundled (&error);
  g_assert_no_error (error);
  hfs_archive_set_store (hfs_engine_get_archive (fixture->engine), fixture->store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->engine);
  g_assert_finalize_object (fixture->store);
  model_fixture_tear_down (&fixture->model, NULL);
}

/* A snapshot of a day, of the @n_rows models from number @from on; their counts are moved by @shift, and doubled where
 * the name begins with @doubled. */
static void
add_snapshot (Fixture    *fixture,
              const char *date,
              guint       from,
              guint       n_rows,
              gint64      shift,
              const char *doubled)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  HfsModelRow *rows = model_fixture_rows (from, n_rows, shift, owned);
  HfsStorePage page = { rows, n_rows, NULL, FALSE, 1, 0 };
  g_autofree char *sql = g_strdup_printf ("UPDATE snapshot SET date = '%s' WHERE key = (SELECT max (key) FROM snapshot)",
                                          date);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsStoreRun) run = hfs_store_run_begin (fixture->store, "http://hub.example", n_rows, NULL, &error);
  g_autoptr (HfsSnapshotInfo) info = NULL;
  sqlite3 *db;

  g_assert_no_error (error);
  for (guint i = 0; doubled != NULL && i < n_rows; i++)
    if (g_str_has_prefix (rows[i].id, doubled))
      rows[i].downloads *= 2;
  hfs_store_run_add (run, &page, &error);
  g_assert_no_error (error);
  info = hfs_store_run_commit (run, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (fixture->model.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static HfsResult *
ask (Fixture    *fixture,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse (text, &error);
  HfsResult *result = query ? hfs_engine_run (fixture->engine, query, &error) : NULL;

  g_assert_no_error (error);
  return result;
}

/* Each point is what the comparison of two snapshots says of the earlier one. */
static void
test_counts_like_with_like (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char * const names[] = { "countries", "sizes", "publishers", "tasks", "concentration", "models" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *over = g_strdup_printf ("%s?snapshot=2026-08-22&over=time", names[i]);
      g_autofree char *pair = g_strdup_printf ("%s?snapshot=2026-08-22&compare=2022-07-02", names[i]);
      g_autoptr (HfsResult) course = ask (fixture, over), compared = ask (fixture, pair);

      g_assert_cmpuint (hfs_result_get_n_moments (course), ==, 3);
      g_assert_cmpstr (hfs_result_get_moment (course, 0)->id, ==, BUNDLED_2022);
      g_assert_cmpint (hfs_result_get_depth (course), ==, 300);
      /* Some stand only in the snapshot between the two. */
      g_assert_cmpuint (hfs_result_get_n_rows (course), >=, hfs_result_get_n_rows (compared));
      for (guint j = 0; j < hfs_result_get_n_rows (compared); j++)
        {
          const HfsResultRow *row = hfs_result_get_row (compared, j);
          const HfsResultRow *same = hfs_result_find_row (course, row->key);

          g_assert_nonnull (same);
          g_assert_true (same->points[0].is_known && same->points[2].is_known);
          g_assert_cmpint (same->points[0].value, ==, row->before);
          g_assert_cmpfloat_with_epsilon (same->points[0].share, row->before_share, 1e-9);
          g_assert_cmpint (same->points[2].value, ==, row->value);
        }
    }
}

static void
test_rows_that_are_summed_stay_whole (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (HfsResult) all = ask (fixture, "publishers?snapshot=2026-08-22&over=time");
  g_autoptr (HfsResult) top = ask (fixture, "publishers?snapshot=2026-08-22&over=time&top=3");

  g_assert_cmpuint (hfs_result_get_n_rows (top), <, 7);
  for (guint moment = 0; moment < 3; moment++)
    {
      gint64 sum = 0, expected = 0;

      for (guint i = 0; i < hfs_result_get_n_rows (all); i++)
        expected += hfs_result_get_row (all, i)->points[moment].value;
      for (guint i = 0; i < hfs_result_get_n_rows (top); i++)
        sum += hfs_result_get_row (top, i)->points[moment].value;
      g_assert_cmpint (sum, ==, expected);
    }
}

static void
test_what_is_not_stated_is_a_gap (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (HfsResult) result = ask (fixture, "countries?snapshot=2026-08-22&over=time&measure=likes");
  g_autoptr (HfsTimeline) timeline = hfs_timeline_new_for_result (result);
  g_autofree char *json = hfs_result_to_json (result), *csv = hfs_result_to_csv (result);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *row, *point;

  g_assert_false (hfs_result_get_row (result, 0)->points[0].is_known);
  g_assert_true (hfs_result_get_row (result, 0)->points[1].is_known);
  g_assert_true (isnan (hfs_timeline_get_course (timeline, 0)->values[0]));
  row = json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), "rows"), 0);
  point = json_array_get_object_element (json_object_get_array_member (row, "points"), 0);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "over"), ==, "time");
  g_assert_cmpstr (json_object_get_string_member (point, "date"), ==, "2022-07-02");
  g_assert_true (json_object_get_null_member (point, "value"));
  g_assert_false (json_object_has_member (point, "share"));
  g_assert_nonnull (strstr (csv, ",value_2022-07-02,share_2022-07-02,value_2026-08-07,share_2026-08-07,value_2026-08-22,share_2026-08-22\r\n"));
  g_assert_nonnull (strstr (csv, ",,,"));
}

static void
test_small_and_later_snapshots_are_left_out (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (HfsResult) result = NULL;
  g_autofree char *summary = NULL;

  add_snapshot (fixture, "2026-09-01", 0, 1000, 0, NULL);
  add_snapshot (fixture, "2026-09-08", 0, 400, 0, NULL);
  add_snapshot (fixture, "2026-09-15", 0, 800, 10, NULL);
  add_snapshot (fixture, "2026-09-15", 0, 900, 20, NULL);
  add_snapshot (fixture, "2026-09-22", 0, 1000, 30, NULL);
  add_snapshot (fixture, "2026-09-29", 0, 1000, 30, NULL);
  result = ask (fixture, "countries?snapshot=2026-09-22&over=time");

  /* The complete one, one a day that reaches far enough down, none after the day that is asked for. */
  g_assert_cmpuint (hfs_result_get_n_moments (result), ==, 4);
  g_assert_cmpstr (hfs_result_get_moment (result, 0)->id, ==, BUNDLED_2022);
  g_assert_cmpstr (hfs_result_get_moment (result, 1)->date, ==, "2026-09-01");
  g_assert_cmpstr (hfs_result_get_moment (result, 2)->date, ==, "2026-09-15");
  g_assert_cmpint (hfs_result_get_moment (result, 2)->n_models, ==, 900);
  g_assert_cmpstr (hfs_result_get_moment (result, 3)->date, ==, "2026-09-22");
  g_assert_cmpint (hfs_result_get_depth (result), ==, 900);
  g_assert_cmpint (hfs_result_get_n_models (result), ==, 900);
  summary = hfs_result_dup_summary (result);
  g_assert_nonnull (strstr (summary, "Over 4 snapshots from 2 July 2022 to 22 September 2026"));
}

static void
test_refuses_what_does_not_go_together (Fixture       *fixture,
                                        gconstpointer  data)
{
  static const char * const bad[] = { "countries?over=time&compare=2022-07-02", "countries?over=time&by=sizes" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsQuery) query = hfs_query_parse (bad[i], &error);

      g_assert_no_error (error);
      g_assert_null (hfs_engine_run (fixture->engine, query, &error));
      g_assert_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE);
    }
}

static const HfsChange *
find_first (HfsChanges    *changes,
            HfsChangeKind  kind)
{
  for (guint i = 0; i < hfs_changes_get_n (changes); i++)
    if (hfs_changes_get (changes, i)->kind == kind)
      return hfs_changes_get (changes, i);
  return NULL;
}

static void
test_tells_what_changed (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  const HfsModelRow *rows = model_fixture_rows (0, 400, 0, owned);
  g_autoptr (HfsChanges) changes = NULL;
  g_autofree char *sentence = NULL, *summary = NULL, *csv = NULL;
  g_autoptr (GError) error = NULL;
  const HfsChange *change;
  guint lines = 0;

  /* Of the models from number 3 on, number 5 doubles and all others lose 100; the first three are new. */
  add_snapshot (fixture, "2026-09-01", 3, 397, 100, NULL);
  add_snapshot (fixture, "2026-09-08", 0, 397, 0, rows[5].id);
  changes = hfs_changes_new (fixture->engine, "2026-09-08", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hfs_changes_get_before (changes)->date, ==, "2026-09-01");
  g_assert_cmpint (hfs_changes_get_depth (changes), ==, 397);

  change = find_first (changes, HFS_CHANGE_NEW);
  g_assert_cmpstr (change->key, ==, rows[0].id);
  g_assert_cmpuint (change->after_rank, ==, 1);
  g_assert_cmpuint (change->before_rank, ==, 0);
  sentence = hfs_change_dup_sentence (change);
  g_assert_true (g_str_has_prefix (sentence, rows[0].id));
  g_assert_nonnull (strstr (sentence, "is new on place 1"));

  change = find_first (changes, HFS_CHANGE_RISE);
  g_assert_cmpstr (change->key, ==, rows[5].id);
  g_assert_cmpint (change->before, ==, rows[5].downloads + 100);
  g_assert_cmpint (change->after, ==, 2 * rows[5].downloads);
  change = find_first (changes, HFS_CHANGE_FALL);
  g_assert_cmpint (change->before - change->after, ==, 100);

  summary = hfs_changes_dup_summary (changes);
  g_assert_nonnull (strstr (summary, "The 397 most downloaded models, 1 September 2026 and 8 September 2026."));
  csv = hfs_changes_to_csv (changes);
  for (const char *at = csv; (at = strchr (at, '\n')) != NULL; at++)
    lines++;
  g_assert_cmpuint (lines, ==, hfs_changes_get_n (changes) + 1);
}

static void
test_the_shares_of_countries_change (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsChanges) changes = hfs_changes_new (fixture->engine, "2026-08-22", "2022-07-02", &error);
  g_autoptr (HfsChanges) fortnight = NULL;
  g_autoptr (HfsResult) result = ask (fixture, "countries?snapshot=2026-08-22&compare=2022-07-02");
  g_autofree char *brief = NULL, *csv = NULL;
  const HfsChange *change;

  g_assert_no_error (error);
  change = find_first (changes, HFS_CHANGE_COUNTRY);
  g_assert_cmpstr (change->key, ==, "US");
  g_assert_cmpfloat_with_epsilon (change->after_share, hfs_result_find_row (result, "US")->share, 1e-9);
  g_assert_cmpfloat_with_epsilon (change->before_share, hfs_result_find_row (result, "US")->before_share, 1e-9);
  g_assert_nonnull (find_first (changes, HFS_CHANGE_TYPE));
  brief = hfs_changes_dup_brief (changes);
  g_assert_true (g_str_has_prefix (brief, "Since 2 July 2022 – United States: from "));
  /* Of two weeks, those whose country is not stated lost most; that is no country. */
  fortnight = hfs_changes_new (fixture->engine, "2026-08-22", "2026-08-07", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (find_first (fortnight, HFS_CHANGE_COUNTRY)->key, ==, "unstated");
  g_clear_pointer (&brief, g_free);
  brief = hfs_changes_dup_brief (fortnight);
  g_assert_true (g_str_has_prefix (brief, "Since 7 August 2026 – China: from "));
  /* In 2022 it had no publisher in its name. */
  for (guint i = 0; i < hfs_changes_get_n (changes); i++)
    g_assert_false (hfs_changes_get (changes, i)->kind == HFS_CHANGE_NEW &&
                    g_str_equal (hfs_changes_get (changes, i)->key, "google-bert/bert-base-uncased"));
  csv = hfs_changes_to_csv (changes);
  g_assert_nonnull (strstr (csv, "\r\nnew,BAAI/bge-m3,BAAI/bge-m3,,"));
}

static void
test_nothing_to_compare_with (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hfs_changes_new (fixture->engine, BUNDLED_2022, NULL, &error));
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND);
}

/* The invented makers are in no table; they come by their downloads. */
static void
test_lists_whom_nobody_has_classified (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  const HfsModelRow *rows = model_fixture_rows (0, 300, 0, owned);
  g_autofree char *first = g_strndup (rows[0].id, strchr (rows[0].id, '/') - rows[0].id);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) accounts = NULL;

  add_snapshot (fixture, "2026-09-01", 0, 300, 0, NULL);
  accounts = hfs_unclassified_list (fixture->engine, "2026-09-01", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (accounts), ==, 10);
  g_assert_cmpstr (accounts[0], ==, first);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/query/history/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("counts-like-with-like", test_counts_like_with_like);
  ADD ("rows-that-are-summed-stay-whole", test_rows_that_are_summed_stay_whole);
  ADD ("what-is-not-stated-is-a-gap", test_what_is_not_stated_is_a_gap);
  ADD ("small-and-later-snapshots-are-left-out", test_small_and_later_snapshots_are_left_out);
  ADD ("refuses-what-does-not-go-together", test_refuses_what_does_not_go_together);
  ADD ("tells-what-changed", test_tells_what_changed);
  ADD ("the-shares-of-countries-change", test_the_shares_of_countries_change);
  ADD ("lists-whom-nobody-has-classified", test_lists_whom_nobody_has_classified);
  ADD ("nothing-to-compare-with", test_nothing_to_compare_with);
  return g_test_run ();
}
