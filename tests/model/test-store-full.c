/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-store-run.h"
#include "model-fixture.h"

#include <errno.h>
#include <sched.h>
#include <sys/mount.h>

/* Models of a snapshot, and of one that has no room: its pages fit into the file system, their snapshot does not. */
#define N_SMALL 2000
#define N_LARGE 60000

#define OPTIONS "size=14m"

static gboolean
add_pages (HfsStoreRun *run,
           guint        n_models,
           GError     **error)
{
  for (guint from = 0; from < n_models; from += 1000)
    {
      g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
      HfsStorePage page = { model_fixture_rows (from, 1000, n_models, owned), 1000,
                            from + 1000 < n_models ? "more" : NULL, from + 1000 >= n_models, 1, 0 };

      if (!hfs_store_run_add (run, &page, error))
        return FALSE;
    }
  return TRUE;
}

/* Fills the store until an error, which must say that the disk is full. */
static HfsSnapshotInfo *
write_snapshot (HfsStore  *store,
                guint      n_models,
                GError   **error)
{
  g_autoptr (HfsStoreRun) run = hfs_store_run_begin (store, "http://hub.example", n_models, NULL, error);

  return run != NULL && add_pages (run, n_models, error) ? hfs_store_run_commit (run, NULL, error) : NULL;
}

static void
test_a_full_disk_loses_nothing (ModelFixture  *fixture,
                                gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (HfsStore) store = NULL;
  g_autoptr (HfsSnapshotInfo) first = NULL, second = NULL;
  g_autoptr (HfsSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (mount ("tmpfs", folder, "tmpfs", 0, OPTIONS) != 0)
    {
      g_autofree char *reason = g_strdup_printf ("A file system cannot be mounted here (%s)", g_strerror (errno));

      g_test_skip (reason);
      return;
    }
  store = model_fixture_open (fixture);
  first = write_snapshot (store, N_SMALL, &error);
  g_assert_no_error (error);

  g_assert_null (write_snapshot (store, N_LARGE, &error));
  g_assert_error (error, HFS_STORE_ERROR, HFS_STORE_ERROR_FULL);
  g_test_message ("%s", error->message);
  g_clear_error (&error);

  /* Opened anew it is whole, and there is room for another small one. */
  g_clear_object (&store);
  store = model_fixture_open (fixture);
  g_assert_null (hfs_store_get_notice (store));
  snapshot = hfs_store_load_snapshot (store, first->id, fixture->sizes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hfs_snapshot_get_n_models (snapshot), ==, N_SMALL);
  second = write_snapshot (store, N_SMALL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_cmpint (umount (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  /* A name space of its own: what is mounted is gone with the process, and nobody else sees it. */
  if (unshare (CLONE_NEWNS) == 0 || unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0)
    mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/store-full/a-full-disk-loses-nothing", ModelFixture, NULL, model_fixture_set_up,
              test_a_full_disk_loses_nothing, model_fixture_tear_down);
  return g_test_run ();
}
