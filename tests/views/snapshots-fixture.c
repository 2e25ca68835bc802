/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "snapshots-fixture.h"

#include "hfs-import.h"
#include "hfs-open-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

void
snapshots_fixture_set_up (SnapshotsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsStore) store = NULL;

  fixture->engine = views_fixture_new_engine ();
  fixture->archive = hfs_engine_get_archive (fixture->engine);
  store = hfs_open_store (fixture->archive, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        remove_folder (file);
      else
        g_remove (file);
    }
  g_rmdir (folder);
}

void
snapshots_fixture_tear_down (SnapshotsFixture *fixture)
{
  g_autofree char *path = hfs_store_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  views_fixture_end_engine (fixture->engine);
  remove_folder (folder);
}

/* A file with this content, in the folder of the test. */
GFile *
snapshots_fixture_write (const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "import.csv", NULL);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* Adds a snapshot of a day, made of a table. */
void
snapshots_fixture_add (SnapshotsFixture *fixture,
                       const char       *date,
                       const char       *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = snapshots_fixture_write (content);
  g_autoptr (HfsStore) store = hfs_archive_get_store (fixture->archive);
  g_autoptr (HfsSnapshotInfo) info = hfs_import_file (store, file, date, &error);

  g_assert_no_error (error);
}

/* Takes all snapshots for fetched ones, of the most downloaded models. */
void
snapshots_fixture_as_fetched (SnapshotsFixture *fixture)
{
  g_autoptr (HfsStore) store = hfs_archive_get_store (fixture->archive);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (hfs_store_get_path (store), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE snapshot SET kind = 'hub', most_downloaded = models, origin = 'https://hub.example',"
                                     " id = 'hub-' || replace (date, '-', '') || '-00000' || key", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* How many snapshots of the user's own there are. */
guint
snapshots_fixture_count (SnapshotsFixture *fixture)
{
  g_autoptr (HfsStore) store = hfs_archive_get_store (fixture->archive);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = hfs_store_list_snapshots (store, &error);

  g_assert_no_error (error);
  return infos->len;
}

/* Gives the test a home of its own. */
void
snapshots_fixture_run (int    *argc,
                       char ***argv)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *cache = g_build_filename (folder, "cache", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_unsetenv ("HF_TOKEN");
  g_unsetenv ("HF_ENDPOINT");
  views_fixture_init (argc, argv);
}

int
snapshots_fixture_end (void)
{
  int result = g_test_run ();

  remove_folder (g_get_user_data_dir ());
  return result;
}
