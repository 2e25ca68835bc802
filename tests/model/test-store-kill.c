/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-sql.h"
#include "hfs-store-run.h"
#include "model-fixture.h"

#include <string.h>

#define N_KILLS 50
#define PAGE    500

/* Writes snapshots until it is killed, each of four pages. A run that was broken off is gone on with. */
G_NORETURN static void
write_for_ever (const char *path)
{
  for (guint shift = 0;; shift++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsStore) store = hfs_store_open (path, &error);
      g_autoptr (HfsStoreRun) run = store ? hfs_store_run_begin (store, "http://hub.example", 4 * PAGE, NULL, &error)
                                          : NULL;

      g_assert_no_error (error);
      while (hfs_store_run_get_n_rows (run) < 4 * PAGE)
        {
          g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
          guint from = (guint) hfs_store_run_get_n_rows (run);
          HfsStorePage page = { model_fixture_rows (from, PAGE, shift, owned), PAGE, "next", FALSE, 1, 0 };

          hfs_store_run_add (run, &page, &error);
          g_assert_no_error (error);
        }
      hfs_snapshot_info_free (hfs_store_run_commit (run, NULL, &error));
      g_assert_no_error (error);
    }
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
test_every_snapshot_outlives_a_kill (ModelFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gint64 n_before = 0, n_resumed = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) writer = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, data, "--write",
                                                         fixture->path, NULL);
      g_autoptr (HfsStore) store = NULL;
      g_autoptr (HfsStoreRun) run = NULL;
      gint64 n;

      g_assert_no_error (error);
      /* A slow machine gets longer lives until one has ended with a snapshot. */
      g_usleep (g_rand_int_range (random, 5000, n_before > 0 ? 150000 : 150000 << MIN (i, 6)));
      g_subprocess_force_exit (writer);
      g_subprocess_wait (writer, NULL, NULL);
      g_assert_true (g_subprocess_get_if_signaled (writer));

      store = model_fixture_open (fixture);
      g_assert_null (hfs_store_get_notice (store));
      n = ask (fixture->path, "SELECT count (*) FROM snapshot");
      g_assert_cmpint (n, >=, n_before);
      n_before = n;
      g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM snapshot s WHERE models <> 2000 OR models <>"
                            " (SELECT count (*) FROM snapshot_row r JOIN model m ON m.key = r.model"
                            " WHERE r.snapshot = s.key)"), ==, 0);
      run = hfs_store_run_begin (store, "http://hub.example", 4 * PAGE, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (hfs_store_run_get_n_rows (run) % PAGE, ==, 0);
      n_resumed += hfs_store_run_get_n_rows (run) > 0;
    }
  g_test_message ("%d kills left %" G_GINT64_FORMAT " snapshots; %" G_GINT64_FORMAT " runs could go on", N_KILLS, n_before,
                  n_resumed);
  g_assert_cmpint (n_before, >, 0);
  g_assert_cmpint (n_resumed, >, 0);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    write_for_ever (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/store/every-snapshot-outlives-a-kill", ModelFixture, argv[0], model_fixture_set_up,
              test_every_snapshot_outlives_a_kill, model_fixture_tear_down);
  return g_test_run ();
}
