/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-column-cache.h"
#include "hfs-column-file.h"
#include "hfs-data-error.h"
#include "hfs-snapshot-builder.h"
#include "hfs-snapshot-private.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  HfsSizeList *sizes;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GBytes) csv = g_bytes_new_static ("id,parameters,active_parameters\na/mixture,30,3\n", 47);

  fixture->folder = g_dir_make_tmp (NULL, NULL);
  fixture->path = g_build_filename (fixture->folder, "test.columns", NULL);
  fixture->sizes = hfs_size_list_new (csv, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->sizes);
}

static void
test_gives_back_what_was_written (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("hello", 5), none = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) numbers = g_bytes_new ((guint16[]) { 1, 2, 65535 }, 6);
  const HfsSection sections[] = { { text, 1 }, { NULL, 0 }, { numbers, 2 }, { none, 4 } };
  g_autoptr (HfsColumnFile) file = hfs_column_file_new (sections, 4), opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hfs_column_file_save (file, fixture->path, &error));
  opened = hfs_column_file_open (fixture->path, 4, &error);
  g_assert_no_error (error);
  g_assert_true (hfs_column_file_is_mapped (opened));
  g_assert_true (g_bytes_equal (hfs_column_file_get_bytes (opened, 0), text));
  g_assert_null (hfs_column_file_get_bytes (opened, 1));
  g_assert_cmpint (hfs_column_get (hfs_column_file_get_column (opened, 2), 2), ==, 65535);
  g_assert_cmpuint (g_bytes_get_size (hfs_column_file_get_bytes (opened, 3)), ==, 0);
}

static void
assert_refused (Fixture *fixture,
                guint    n_sections)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsColumnFile) file = hfs_column_file_open (fixture->path, n_sections, &error);

  g_assert_null (file);
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT);
}

/* A single bit anywhere that matters is noticed, and so is a file that is cut or longer. */
static void
test_notices_damage (Fixture       *fixture,
                     gconstpointer  data)
{
  gsize size = 3 * 1024 * 1024 + 17, length;
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint8 *bytes = g_malloc (size);
  g_autoptr (GBytes) section = g_bytes_new_take (bytes, size);
  const HfsSection sections[] = { { section, 1 } };
  g_autoptr (HfsColumnFile) file = hfs_column_file_new (sections, 1);
  g_autofree char *whole = NULL;

  for (gsize i = 0; i < size; i++)
    bytes[i] = i % 7 == 0 ? (guint8) g_rand_int (random) : 0;
  g_assert_true (hfs_column_file_save (file, fixture->path, NULL));
  g_file_get_contents (fixture->path, &whole, &length, NULL);
  for (guint i = 0; i < 60; i++)
    {
      gsize at = i < 20 ? i * 2 : (gsize) (g_rand_double (random) * (size - 1)) + (length - size);
      guint8 bit = 1 << g_rand_int_range (random, 0, 8);

      whole[at] ^= bit;
      g_file_set_contents (fixture->path, whole, length, NULL);
      assert_refused (fixture, 1);
      whole[at] ^= bit;
    }
  g_file_set_contents (fixture->path, whole, length - 1, NULL);
  assert_refused (fixture, 1);
  g_file_set_contents (fixture->path, whole, 10, NULL);
  assert_refused (fixture, 1);
  g_file_set_contents (fixture->path, "", 0, NULL);
  assert_refused (fixture, 1);
  g_file_set_contents (fixture->path, whole, length, NULL);
  assert_refused (fixture, 2);
}

static HfsSnapshot *
build (Fixture *fixture,
       guint    n_models)
{
  static const char * const languages[] = { "en", "pl", NULL };
  g_autoptr (HfsSnapshotInfo) info = hfs_snapshot_info_new ("some-id", "2026-01-02", "a source");
  g_autoptr (HfsSnapshotBuilder) builder = NULL;

  info->licence = g_strdup ("MIT");
  info->most_downloaded = 7;
  builder = hfs_snapshot_builder_new (info, fixture->sizes);
  for (guint i = 0; i < n_models; i++)
    {
      g_autofree char *id = i == 5 ? g_strdup ("a/mixture") : g_strdup_printf ("%s/model-%u", i % 2 ? "a" : "b", i);
      HfsModelRow row = HFS_MODEL_ROW_INIT;

      row.id = id;
      row.downloads = (i * 7919) % 1000;
      row.created_at = i % 3 ? 1700000000 + i : HFS_TIME_ABSENT;
      row.task = i % 4 ? "text-generation" : NULL;
      row.languages = i % 5 ? languages : NULL;
      row.base_model = i % 6 ? "a/mixture" : NULL;
      row.relation = i % 6 ? HFS_RELATION_FINETUNE : HFS_RELATION_NONE;
      g_assert_true (hfs_snapshot_builder_add (builder, &row));
      g_assert_false (hfs_snapshot_builder_add (builder, &row));
    }
  return hfs_snapshot_builder_finish (builder);
}

static void
assert_same_snapshot (HfsSnapshot *a,
                      HfsSnapshot *b)
{
  g_assert_cmpuint (hfs_snapshot_get_n_models (a), ==, hfs_snapshot_get_n_models (b));
  g_assert_cmpstr (hfs_snapshot_get_info (a)->id, ==, hfs_snapshot_get_info (b)->id);
  g_assert_cmpstr (hfs_snapshot_get_info (a)->licence, ==, hfs_snapshot_get_info (b)->licence);
  g_assert_cmpstr (hfs_snapshot_get_info (a)->uri, ==, hfs_snapshot_get_info (b)->uri);
  g_assert_cmpint (hfs_snapshot_get_info (a)->most_downloaded, ==, hfs_snapshot_get_info (b)->most_downloaded);
  g_assert_null (hfs_snapshot_get_count_column (b, HFS_COUNT_LIKES).data);
  g_assert_null (hfs_snapshot_get_counts (b, HFS_COUNT_LIKES));
  for (guint i = 0; i < hfs_snapshot_get_n_models (a); i++)
    {
      guint n, found;

      g_assert_cmpstr (hfs_snapshot_get_model_id (a, i), ==, hfs_snapshot_get_model_id (b, i));
      g_assert_cmpint (hfs_snapshot_get_counts (a, HFS_COUNT_DOWNLOADS)[i], ==, hfs_snapshot_get_counts (b, HFS_COUNT_DOWNLOADS)[i]);
      g_assert_cmpint (hfs_snapshot_get_created_at (a, i), ==, hfs_snapshot_get_created_at (b, i));
      g_assert_cmpint (hfs_snapshot_get_parameters (a)[i], ==, hfs_snapshot_get_parameters (b)[i]);
      g_assert_cmpint (hfs_snapshot_get_active_parameters (a, i), ==, hfs_snapshot_get_active_parameters (b, i));
      g_assert_cmpint (hfs_snapshot_get_size_source (a, i), ==, hfs_snapshot_get_size_source (b, i));
      g_assert_cmpstr (hfs_snapshot_get_base_model (a, i), ==, hfs_snapshot_get_base_model (b, i));
      g_assert_cmpuint (hfs_snapshot_get_codes (a, HFS_WORD_TASK)[i], ==, hfs_snapshot_get_codes (b, HFS_WORD_TASK)[i]);
      hfs_snapshot_get_languages (b, i, &n);
      g_assert_true (n == 0 || n == 2);
      g_assert_true (hfs_snapshot_find_model (b, hfs_snapshot_get_model_id (a, i), &found));
      g_assert_cmpuint (found, ==, i);
    }
}

static void
test_a_snapshot_opens_as_it_was (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const guint sizes[] = { 0, 1, 7, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (HfsSnapshot) built = build (fixture, sizes[i]), opened = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (hfs_snapshot_save (built, fixture->path, "key", &error));
      opened = hfs_snapshot_open (fixture->path, "key", &error);
      g_assert_no_error (error);
      assert_same_snapshot (built, opened);
      hfs_snapshot_forget_names (opened);
      assert_same_snapshot (built, opened);
      g_assert_null (hfs_snapshot_open (fixture->path, "another key", NULL));
    }
}

static void
test_a_mixture_has_active_parameters (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (HfsSnapshot) snapshot = build (fixture, 20);
  guint row;

  g_assert_true (hfs_snapshot_find_model (snapshot, "a/mixture", &row));
  g_assert_cmpint (hfs_snapshot_get_active_parameters (snapshot, row), ==, 3);
  g_assert_cmpint (hfs_snapshot_get_active_parameters (snapshot, row == 0 ? 1 : row - 1), ==, 0);
  g_assert_false (hfs_snapshot_find_model (snapshot, "a/nothing", NULL));
}

/* The cache gives the snapshot again, and none after damage or with another list of sizes. */
static void
test_the_cache_is_rebuilt (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (HfsSnapshot) built = build (fixture, 300), kept = NULL, opened = NULL, again = NULL;
  g_autoptr (GBytes) csv = g_bytes_new_static ("id,parameters,active_parameters\na/mixture,31,3\n", 47);
  g_autoptr (HfsSizeList) other = hfs_size_list_new (csv, NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, NULL), *path = NULL;
  const HfsSnapshotInfo *info = hfs_snapshot_get_info (built);

  g_assert_null (hfs_column_cache_open (folder, info, fixture->sizes));
  kept = hfs_column_cache_keep (folder, built, fixture->sizes);
  g_assert_true (kept != built);
  assert_same_snapshot (built, kept);
  opened = hfs_column_cache_open (folder, info, fixture->sizes);
  assert_same_snapshot (built, opened);
  g_assert_null (hfs_column_cache_open (folder, info, other));

  path = g_build_filename (folder, "some-id.columns", NULL);
  g_file_set_contents (path, "nonsense", -1, NULL);
  g_assert_null (hfs_column_cache_open (folder, info, fixture->sizes));
  again = hfs_column_cache_keep (folder, built, fixture->sizes);
  assert_same_snapshot (built, again);
}

static void
test_the_cache_does_without_a_folder (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (HfsSnapshot) built = build (fixture, 30), kept = NULL;

  g_file_set_contents (fixture->path, "a file, no folder", -1, NULL);
  kept = hfs_column_cache_keep (fixture->path, built, fixture->sizes);
  g_assert_true (kept == built);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/model/column-file/gives-back-what-was-written", test_gives_back_what_was_written);
  ADD ("/model/column-file/notices-damage", test_notices_damage);
  ADD ("/model/column-file/a-snapshot-opens-as-it-was", test_a_snapshot_opens_as_it_was);
  ADD ("/model/column-file/a-mixture-has-active-parameters", test_a_mixture_has_active_parameters);
  ADD ("/model/column-file/the-cache-is-rebuilt", test_the_cache_is_rebuilt);
  ADD ("/model/column-file/the-cache-does-without-a-folder", test_the_cache_does_without_a_folder);
  return g_test_run ();
}
