/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bundle.h"
#include "hfs-data-error.h"
#include "hfs-sql.h"
#include "hfs-store-run.h"
#include "model-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define ENDPOINT "http://hub.example"

static HfsStoreRun *
begin (HfsStore *store,
       gint64    depth)
{
  g_autoptr (GError) error = NULL;
  HfsStoreRun *run = hfs_store_run_begin (store, ENDPOINT, depth, NULL, &error);

  g_assert_no_error (error);
  return run;
}

static void
add (HfsStoreRun       *run,
     const HfsModelRow *rows,
     guint              n_rows,
     const char        *next)
{
  g_autoptr (GError) error = NULL;
  HfsStorePage page = { rows, n_rows, next, next == NULL, 1, 0 };

  hfs_store_run_add (run, &page, &error);
  g_assert_no_error (error);
}

static HfsSnapshotInfo *
commit (HfsStoreRun *run)
{
  g_autoptr (GError) error = NULL;
  HfsSnapshotInfo *info = hfs_store_run_commit (run, NULL, &error);

  g_assert_no_error (error);
  return info;
}

/* A snapshot of @n_rows invented models, the counts moved by @shift. */
static HfsSnapshotInfo *
fill (HfsStore *store,
      guint     n_rows,
      gint64    shift)
{
  g_autoptr (HfsStoreRun) run = begin (store, n_rows);

  for (guint from = 0; from < n_rows; from += 1000)
    {
      g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
      HfsModelRow *rows = model_fixture_rows (from, MIN (1000, n_rows - from), shift, owned);

      add (run, rows, MIN (1000, n_rows - from), from + 1000 < n_rows ? "more" : NULL);
    }
  return commit (run);
}

static gint64
ask (const char *path,
     const char *sql)
{
  sqlite3 *db;
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  hfs_sql_get_int64 (db, sql, &value, &error);
  g_assert_no_error (error);
  sqlite3_close (db);
  return value;
}

static void
change (const char *path,
        const char *sql)
{
  sqlite3 *db;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  hfs_sql_exec (db, sql, &error);
  g_assert_no_error (error);
  sqlite3_close (db);
}

static guint
count_snapshots (HfsStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = hfs_store_list_snapshots (store, &error);

  g_assert_no_error (error);
  return infos->len;
}

static void
test_gives_back_what_it_took (ModelFixture  *fixture,
                              gconstpointer  data)
{
  static const char * const languages[] = { "en", "zh", NULL };
  HfsModelRow rows[2] = { HFS_MODEL_ROW_INIT, HFS_MODEL_ROW_INIT };
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsStoreRun) run = begin (store, 2);
  g_autoptr (HfsSnapshotInfo) info = NULL;
  g_autoptr (HfsSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  const guint *codes;
  guint n;

  rows[0].hub_id = "fffffff0ffffffffffffff01";
  rows[0].id = "acorn/oak-7B";
  rows[0].downloads = G_GINT64_CONSTANT (5000000000);
  rows[0].downloads_all_time = G_GINT64_CONSTANT (90000000000);
  rows[0].likes = 12;
  rows[0].created_at = 1700000000;
  rows[0].safetensors = G_GINT64_CONSTANT (1650497936906);
  rows[0].task = "text-generation";
  rows[0].library = "transformers";
  rows[0].license = "mit";
  rows[0].languages = languages;
  rows[0].base_model = "acorn/oak";
  rows[0].relation = HFS_RELATION_QUANTIZED;
  rows[1].id = "lonely";
  add (run, rows, 2, NULL);
  info = commit (run);
  g_assert_cmpint (info->n_models, ==, 2);
  g_assert_true (info->complete);
  g_assert_cmpstr (info->uri, ==, ENDPOINT "/models?sort=downloads");

  snapshot = hfs_store_load_snapshot (store, info->id, fixture->sizes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hfs_snapshot_get_n_models (snapshot), ==, 2);
  g_assert_cmpstr (hfs_snapshot_get_model_id (snapshot, 0), ==, "acorn/oak-7B");
  g_assert_cmpint (hfs_snapshot_get_counts (snapshot, HFS_COUNT_DOWNLOADS)[0], ==, rows[0].downloads);
  g_assert_cmpint (hfs_snapshot_get_counts (snapshot, HFS_COUNT_DOWNLOADS_ALL_TIME)[0], ==, rows[0].downloads_all_time);
  g_assert_cmpint (hfs_snapshot_get_created_at (snapshot, 0), ==, 1700000000);
  g_assert_cmpint (hfs_snapshot_get_parameters (snapshot)[0], ==, rows[0].safetensors);
  g_assert_cmpint (hfs_snapshot_get_relation (snapshot, 0), ==, HFS_RELATION_QUANTIZED);
  g_assert_cmpstr (hfs_snapshot_get_base_model (snapshot, 0), ==, "acorn/oak");
  for (guint word = 0; word < HFS_N_WORDS; word++)
    {
      static const char * const expected[] = { "acorn", "text-generation", "transformers", "mit" };

      codes = hfs_snapshot_get_codes (snapshot, word);
      g_assert_cmpstr (hfs_dictionary_get_word (hfs_snapshot_get_dictionary (snapshot, word), codes[0]), ==,
                       expected[word]);
    }
  codes = hfs_snapshot_get_languages (snapshot, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (hfs_dictionary_get_word (hfs_snapshot_get_language_names (snapshot), codes[1]), ==, "zh");

  g_assert_cmpstr (hfs_snapshot_get_model_id (snapshot, 1), ==, "lonely");
  g_assert_cmpint (hfs_snapshot_get_created_at (snapshot, 1), ==, HFS_TIME_ABSENT);
  g_assert_cmpuint (hfs_snapshot_get_codes (snapshot, HFS_WORD_TASK)[1], ==, HFS_NO_WORD);
}

static void
test_keeps_each_model_once (ModelFixture  *fixture,
                            gconstpointer  data)
{
  HfsModelRow rows[4] = { HFS_MODEL_ROW_INIT, HFS_MODEL_ROW_INIT, HFS_MODEL_ROW_INIT, HFS_MODEL_ROW_INIT };
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsStoreRun) run = begin (store, 1000);
  g_autoptr (HfsSnapshotInfo) info = NULL;

  rows[0].id = "a/first";
  rows[0].hub_id = "620000000000000000000001";
  rows[1].id = "a/renamed";
  rows[1].hub_id = rows[0].hub_id;
  rows[2].id = "a/first";
  rows[2].hub_id = "620000000000000000000002";
  rows[3].id = "b/other";
  for (guint i = 0; i < 4; i++)
    rows[i].downloads = 100 - i;
  add (run, rows, 2, "page2");
  add (run, rows + 2, 2, NULL);
  info = commit (run);
  g_assert_cmpint (info->n_models, ==, 2);
  g_assert_cmpint (ask (fixture->path, "SELECT downloads FROM snapshot_model WHERE id = 'a/first'"), ==, 100);
}

static void
test_shares_unchanged_models (ModelFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsSnapshotInfo) first = fill (store, 500, 0);
  g_autoptr (HfsSnapshotInfo) second = fill (store, 500, 7);
  g_autoptr (HfsSnapshot) old = NULL, new = NULL;

  g_assert_cmpstr (first->id, !=, second->id);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM model"), ==, 500);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM snapshot_row"), ==, 1000);

  old = hfs_store_load_snapshot (store, first->id, fixture->sizes, NULL);
  new = hfs_store_load_snapshot (store, second->id, fixture->sizes, NULL);
  g_assert_cmpint (hfs_snapshot_get_counts (old, HFS_COUNT_DOWNLOADS)[0] + 7, ==,
                   hfs_snapshot_get_counts (new, HFS_COUNT_DOWNLOADS)[0]);
}

static void
test_changed_facts_leave_the_past_alone (ModelFixture  *fixture,
                                         gconstpointer  data)
{
  HfsModelRow row = HFS_MODEL_ROW_INIT;
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsStoreRun) first = begin (store, 1), second = NULL;
  g_autoptr (HfsSnapshotInfo) before = NULL, after = NULL;
  g_autoptr (HfsSnapshot) old = NULL;

  row.id = "a/b";
  row.downloads = 1;
  row.license = "mit";
  add (first, &row, 1, NULL);
  before = commit (first);
  g_clear_object (&first);
  row.license = "apache-2.0";
  second = begin (store, 1);
  add (second, &row, 1, NULL);
  after = commit (second);

  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM model"), ==, 2);
  old = hfs_store_load_snapshot (store, before->id, fixture->sizes, NULL);
  g_assert_true (hfs_dictionary_lookup (hfs_snapshot_get_dictionary (old, HFS_WORD_LICENSE), "mit", NULL));
}

static void
test_goes_on_with_a_run_that_was_broken_off (ModelFixture  *fixture,
                                             gconstpointer  data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  HfsModelRow *rows = model_fixture_rows (0, 20, 0, owned);
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsStoreRun) run = begin (store, 20);
  g_autoptr (HfsSnapshotInfo) info = NULL;

  add (run, rows, 10, "http://hub.example/page2");
  g_clear_object (&run);
  g_clear_object (&store);
  store = model_fixture_open (fixture);
  g_assert_cmpuint (count_snapshots (store), ==, 0);

  run = begin (store, 20);
  g_assert_cmpstr (hfs_store_run_get_next (run), ==, "http://hub.example/page2");
  g_assert_cmpint (hfs_store_run_get_n_rows (run), ==, 10);
  add (run, rows + 10, 10, NULL);
  info = commit (run);
  g_assert_cmpint (info->n_models, ==, 20);
  g_assert_cmpint (ask (fixture->path, "SELECT requests FROM snapshot"), ==, 2);

  g_clear_object (&run);
  run = begin (store, 20);
  g_assert_cmpint (hfs_store_run_get_n_rows (run), ==, 0);
}

static void
test_begins_anew_after_a_day (ModelFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  HfsModelRow *rows = model_fixture_rows (0, 10, 0, owned);
  g_autofree char *stage = g_strconcat (fixture->path, ".run", NULL);
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsStoreRun) run = begin (store, 20);

  add (run, rows, 10, "page2");
  g_clear_object (&run);
  change (stage, "UPDATE run SET started = started - 86390");
  run = begin (store, 20);
  g_assert_cmpint (hfs_store_run_get_n_rows (run), ==, 10);
  g_clear_object (&run);
  change (stage, "UPDATE run SET started = started - 11");
  run = begin (store, 20);
  g_assert_cmpint (hfs_store_run_get_n_rows (run), ==, 0);
  g_assert_null (hfs_store_run_get_next (run));

  add (run, rows, 10, "page2");
  g_clear_object (&run);
  run = begin (store, 30);
  g_assert_cmpint (hfs_store_run_get_n_rows (run), ==, 0);
}

static void
test_a_committed_run_is_not_done_twice (ModelFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  HfsModelRow *rows = model_fixture_rows (0, 10, 0, owned);
  g_autofree char *stage = g_strconcat (fixture->path, ".run", NULL);
  g_autofree char *kept = g_strconcat (fixture->path, ".kept", NULL);
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsStoreRun) run = begin (store, 10);
  g_autoptr (HfsSnapshotInfo) info = NULL;
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", kept);

  add (run, rows, 10, NULL);
  change (stage, sql);
  info = commit (run);
  g_clear_object (&run);

  /* As if killed between the commit and the removal of the staging area. */
  g_assert_cmpint (g_rename (kept, stage), ==, 0);
  run = begin (store, 10);
  g_assert_cmpint (hfs_store_run_get_n_rows (run), ==, 0);
}

static void
test_refuses_a_second_writer (ModelFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture), other = model_fixture_open (fixture);
  g_autoptr (HfsStoreRun) run = begin (store, 10);
  g_autoptr (GError) error = NULL;

  g_assert_null (hfs_store_run_begin (other, ENDPOINT, 10, NULL, &error));
  g_assert_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "Wait until it has finished"));
  g_assert_cmpuint (count_snapshots (other), ==, 0);
  g_clear_object (&run);
  run = begin (other, 10);
}

static void
test_sets_a_damaged_file_aside (ModelFixture  *fixture,
                                gconstpointer  data)
{
  static const char * const texts[] = { "This was never a database, though it is long enough for one to be there.", NULL };
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsSnapshotInfo) info = fill (store, 2000, 0);
  g_autofree char *contents = NULL;
  gsize size;

  g_clear_object (&store);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  memset (contents + size / 2, 0x5a, size / 4);
  g_assert_true (g_file_set_contents (fixture->path, contents, size, NULL));
  store = model_fixture_open (fixture);
  g_assert_nonnull (hfs_store_get_notice (store));
  g_assert_cmpuint (count_snapshots (store), ==, 0);
  g_clear_object (&store);
  g_assert_cmpuint (model_fixture_count_files (fixture, ".damaged-"), ==, 1);

  g_assert_true (g_file_set_contents (fixture->path, texts[0], -1, NULL));
  store = model_fixture_open (fixture);
  g_assert_nonnull (hfs_store_get_notice (store));
  g_clear_object (&store);
  g_assert_cmpuint (model_fixture_count_files (fixture, ".damaged-"), ==, 2);

  store = model_fixture_open (fixture);
  g_assert_null (hfs_store_get_notice (store));
}

static void
test_leaves_a_newer_file_alone (ModelFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (GError) error = NULL;

  g_clear_object (&store);
  change (fixture->path, "PRAGMA user_version=99");
  g_assert_null (hfs_store_open (fixture->path, &error));
  g_assert_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_NEWER);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, 99);
  g_assert_cmpuint (model_fixture_count_files (fixture, ".damaged-"), ==, 0);
}

/* Version 1 had no table of accounts. */
static void
test_brings_an_older_file_up_to_date (ModelFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsSnapshotInfo) info = fill (store, 300, 0);
  g_autofree char *kept = g_strconcat (fixture->path, ".version-1", NULL);
  g_autoptr (HfsSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&store);
  change (fixture->path, "DROP TABLE account; PRAGMA user_version=1");
  store = model_fixture_open (fixture);
  g_assert_null (hfs_store_get_notice (store));
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM account"), ==, 0);
  snapshot = hfs_store_load_snapshot (store, info->id, fixture->sizes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hfs_snapshot_get_n_models (snapshot), ==, 300);

  g_assert_cmpint (ask (kept, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (kept, "SELECT count (*) FROM snapshot_model"), ==, 300);
  g_assert_cmpint (ask (kept, "SELECT count (*) FROM sqlite_schema WHERE name = 'account'"), ==, 0);
  g_assert_cmpint (ask (kept, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), ==, 0);
}

/* A step that fails leaves the file as it was, and the copy beside it. */
static void
test_a_failed_update_changes_nothing (ModelFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsSnapshotInfo) info = fill (store, 100, 0);
  g_autoptr (GError) error = NULL;

  g_clear_object (&store);
  change (fixture->path, "PRAGMA user_version=1");
  g_assert_null (hfs_store_open (fixture->path, &error));
  g_assert_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_FAILED);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM snapshot_model"), ==, 100);
  g_assert_cmpuint (model_fixture_count_files (fixture, ".version-1"), ==, 1);
}

/* What was written while the clock was ahead is of another time, not for ever. */
static void
test_outlives_a_clock_that_is_set_back (ModelFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  HfsModelRow *rows = model_fixture_rows (0, 10, 0, owned);
  g_autofree char *stage = g_strconcat (fixture->path, ".run", NULL);
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsSnapshotInfo) first = fill (store, 100, 0), second = fill (store, 100, 1), third = NULL;
  g_autoptr (HfsStoreRun) run = begin (store, 20);
  g_autoptr (GError) error = NULL;

  add (run, rows, 10, "page2");
  g_clear_object (&run);
  change (stage, "UPDATE run SET started = started + 7200");
  run = begin (store, 20);
  g_assert_cmpint (hfs_store_run_get_n_rows (run), ==, 10);
  g_clear_object (&run);
  change (stage, "UPDATE run SET started = started + 90000");
  run = begin (store, 20);
  g_assert_cmpint (hfs_store_run_get_n_rows (run), ==, 0);
  g_clear_object (&run);

  g_assert_true (hfs_store_remove_snapshot (store, first->id, &error));
  change (fixture->path, "UPDATE snapshot SET started = started + 1000000, ended = ended + 1000000,"
          " removed = CASE removed WHEN 0 THEN 0 ELSE removed + 1000000 END");
  g_clear_object (&store);
  store = model_fixture_open (fixture);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM snapshot"), ==, 1);
  third = fill (store, 100, 2);
  g_assert_cmpstr (third->id, !=, second->id);
  g_assert_cmpuint (count_snapshots (store), ==, 2);
}

static void
test_removes_and_restores (ModelFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsSnapshotInfo) first = fill (store, 300, 0), second = fill (store, 200, 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (hfs_store_remove_snapshot (store, first->id, &error));
  g_assert_cmpuint (count_snapshots (store), ==, 1);
  g_assert_null (hfs_store_load_snapshot (store, first->id, fixture->sizes, &error));
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (hfs_store_restore_snapshot (store, first->id, &error));
  g_assert_cmpuint (count_snapshots (store), ==, 2);
  g_assert_false (hfs_store_restore_snapshot (store, first->id, &error));
  g_clear_error (&error);

  g_assert_true (hfs_store_remove_snapshot (store, first->id, &error));
  g_clear_object (&store);
  change (fixture->path, "UPDATE snapshot SET removed = removed - 3600 WHERE removed <> 0");
  store = model_fixture_open (fixture);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM model"), ==, 200);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM snapshot_row"), ==, 200);
  g_assert_cmpint (ask (fixture->path, "PRAGMA freelist_count"), ==, 0);
}

/* The rows as data/store.md tells other programs to read them. */
static void
test_the_checksum_can_be_taken_again (ModelFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsSnapshotInfo) first = fill (store, 30, 0), second = fill (store, 50, 3);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3 *db;
  sqlite3_stmt *rows, *stated;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  rows = hfs_sql_prepare (db, "SELECT id || char(9) || ifnull(hub_id, '') || char(9) || ifnull(downloads, '') || char(9)"
    " || ifnull(downloads_all_time, '') || char(9) || ifnull(likes, '') || char(9) || ifnull(created, '') || char(9)"
    " || ifnull(parameters, '') || char(9)"
    " || CASE counted WHEN 'safetensors' THEN 1 WHEN 'gguf' THEN 2 WHEN 'file' THEN 3 ELSE 0 END || char(9) || task"
    " || char(9) || library || char(9) || license || char(9) || languages || char(9) || base_model || char(9)"
    " || CASE relation WHEN 'finetune' THEN 1 WHEN 'adapter' THEN 2 WHEN 'quantized' THEN 3 WHEN 'merge' THEN 4 ELSE 0"
    " END || char(10) FROM snapshot_model WHERE snapshot = ? ORDER BY id", NULL);
  hfs_sql_bind_text (rows, 1, second->id);
  while (sqlite3_step (rows) == SQLITE_ROW)
    g_checksum_update (checksum, sqlite3_column_text (rows, 0), sqlite3_column_bytes (rows, 0));
  stated = hfs_sql_prepare (db, "SELECT sha256 FROM snapshot WHERE id = ?", NULL);
  hfs_sql_bind_text (stated, 1, second->id);
  g_assert_cmpint (sqlite3_step (stated), ==, SQLITE_ROW);
  g_assert_cmpstr (g_checksum_get_string (checksum), ==, hfs_sql_get_text (stated, 0));
  sqlite3_finalize (rows);
  sqlite3_finalize (stated);
  sqlite3_close (db);
}

static void
test_an_empty_run_is_no_snapshot (ModelFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsStoreRun) run = begin (store, 10);
  g_autoptr (GError) error = NULL;

  add (run, NULL, 0, NULL);
  g_assert_null (hfs_store_run_commit (run, NULL, &error));
  g_assert_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_EMPTY);
  g_assert_cmpuint (count_snapshots (store), ==, 0);
}

static void
test_a_cancelled_commit_leaves_nothing (ModelFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  HfsModelRow *rows = model_fixture_rows (0, 5000, 0, owned);
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsStoreRun) run = begin (store, 5000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HfsSnapshotInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  add (run, rows, 5000, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (hfs_store_run_commit (run, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM model"), ==, 0);
  info = commit (run);
  g_assert_cmpint (info->n_models, ==, 5000);
}

static void
test_foreign_keys_hold (ModelFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  g_autoptr (HfsSnapshotInfo) info = fill (store, 100, 0);

  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (ask (fixture->path, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, 2);
}

static gint64
get_size (const char *path)
{
  GStatBuf buffer;

  g_assert_cmpint (g_stat (path, &buffer), ==, 0);
  return buffer.st_size;
}

/* 20 000 models; from week to week one in fifty of them changes a fact and one in twenty is new in the list. */
static void
test_stays_small (ModelFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (HfsStore) store = model_fixture_open (fixture);
  gint64 first = 0;

  for (guint week = 0; week < 6; week++)
    {
      g_autoptr (HfsStoreRun) run = begin (store, 20000);
      g_autoptr (HfsSnapshotInfo) info = NULL;

      for (guint page = 0; page < 20; page++)
        {
          g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
          HfsModelRow *rows = model_fixture_rows (week * 1000 + page * 1000, 1000, week * 13, owned);

          for (guint i = week; i < 1000; i += 50)
            rows[i].license = week % 2 ? "changed" : "changed-again";
          add (run, rows, 1000, page < 19 ? "more" : NULL);
        }
      info = commit (run);
      if (week == 0)
        first = get_size (fixture->path);
    }
  g_test_message ("20000 models: %" G_GINT64_FORMAT " bytes; each further week %" G_GINT64_FORMAT, first,
                  (get_size (fixture->path) - first) / 5);
  g_assert_cmpint (first, <=, 2000000);
  g_assert_cmpint (first + 51 * (get_size (fixture->path) - first) / 5, <=, 60000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/model/store/" path, ModelFixture, NULL, model_fixture_set_up, func, model_fixture_tear_down)
  ADD ("gives-back-what-it-took", test_gives_back_what_it_took);
  ADD ("keeps-each-model-once", test_keeps_each_model_once);
  ADD ("shares-unchanged-models", test_shares_unchanged_models);
  ADD ("changed-facts-leave-the-past-alone", test_changed_facts_leave_the_past_alone);
  ADD ("goes-on-with-a-run-that-was-broken-off", test_goes_on_with_a_run_that_was_broken_off);
  ADD ("begins-anew-after-a-day", test_begins_anew_after_a_day);
  ADD ("a-committed-run-is-not-done-twice", test_a_committed_run_is_not_done_twice);
  ADD ("refuses-a-second-writer", test_refuses_a_second_writer);
  ADD ("sets-a-damaged-file-aside", test_sets_a_damaged_file_aside);
  ADD ("leaves-a-newer-file-alone", test_leaves_a_newer_file_alone);
  ADD ("brings-an-older-file-up-to-date", test_brings_an_older_file_up_to_date);
  ADD ("a-failed-update-changes-nothing", test_a_failed_update_changes_nothing);
  ADD ("outlives-a-clock-that-is-set-back", test_outlives_a_clock_that_is_set_back);
  ADD ("removes-and-restores", test_removes_and_restores);
  ADD ("the-checksum-can-be-taken-again", test_the_checksum_can_be_taken_again);
  ADD ("an-empty-run-is-no-snapshot", test_an_empty_run_is_no_snapshot);
  ADD ("a-cancelled-commit-leaves-nothing", test_a_cancelled_commit_leaves_nothing);
  ADD ("foreign-keys-hold", test_foreign_keys_hold);
  ADD ("stays-small", test_stays_small);
  return g_test_run ();
}
