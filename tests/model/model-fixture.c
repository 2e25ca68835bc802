/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-fixture.h"

#include "hfs-bundle.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * model_fixture_set_up:
 *
 * Makes the folder.
 */
void
model_fixture_set_up (ModelFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp (NULL, &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "snapshots.db", NULL);
  fixture->sizes = hfs_bundle_load_sizes (&error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * model_fixture_tear_down:
 *
 * Removes the folder and all in it.
 */
void
model_fixture_tear_down (ModelFixture  *fixture,
                         gconstpointer  data)
{
  model_fixture_finalized (fixture->sizes);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/**
 * model_fixture_tell:
 *
 * Says which text is tried next; what is no valid UTF-8 is written out, since TAP is text.
 */
void
model_fixture_tell (const char *text)
{
  g_autofree char *escaped = g_strescape (text, "\"");

  g_test_message ("%s", escaped);
}

/**
 * model_fixture_finalized:
 * @object: (transfer full): an object that nobody else should hold
 *
 * Gives the object up and checks that it is gone. A worker thread drops what it worked on a moment
 * after its answer has arrived, so there is a second of patience.
 */
void
model_fixture_finalized (gpointer object)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (g_atomic_pointer_get (&object) != NULL && g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (object);
}

/**
 * model_fixture_open:
 *
 * Returns: (transfer full): the store of the fixture
 */
HfsStore *
model_fixture_open (ModelFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HfsStore *store = hfs_store_open (fixture->path, &error);

  g_assert_no_error (error);
  return store;
}

/**
 * model_fixture_count_files:
 * @part: a part of a name
 *
 * Returns: how many files beside the store have @part in their name, `-wal` and `-shm` ones not counted
 */
guint
model_fixture_count_files (ModelFixture *fixture,
                           const char   *part)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, part) != NULL && !g_str_has_suffix (name, "-wal") && !g_str_has_suffix (name, "-shm");
  return n;
}

/* Spreads the numbers of rows over the whole range, the same way each time. */
static guint64
mix (guint64 number)
{
  number = (number ^ (number >> 31)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return number ^ (number >> 29);
}

/**
 * model_fixture_rows:
 * @from: number of the first row
 * @shift: added to the counts
 * @owned: (element-type gpointer): takes what the rows point to
 *
 * Makes rows as the Hub's most downloaded models are: names of 36 characters on average, as
 * in the bundled snapshot of 2026, six-digit counts that fall, half of them with a base model.
 *
 * Returns: (transfer none) (array length=n_rows): the rows, owned by @owned
 */
HfsModelRow *
model_fixture_rows (guint      from,
                    guint      n_rows,
                    gint64     shift,
                    GPtrArray *owned)
{
  static const char * const tasks[] = { "text-generation", "text-to-image", "fill-mask", NULL, "image-classification" };
  static const char * const libraries[] = { "transformers", "diffusers", "gguf", NULL };
  static const char * const licenses[] = { "mit", "apache-2.0", "llama3.1", "other", NULL };
  static const char * const english[] = { "en", NULL };
  static const char * const several[] = { "de", "en", "fr", NULL };
  HfsModelRow *rows = g_new0 (HfsModelRow, n_rows);

  g_ptr_array_add (owned, rows);
  for (guint i = 0; i < n_rows; i++)
    {
      guint64 draw = mix (from + i + 1);
      char *id = g_strdup_printf ("maker-%04u/model-of-a-maple-%05u-%s", (guint) (draw % 8000), from + i,
                                  draw % 2 ? "q4" : "7b");
      char *hub_id = g_strdup_printf ("%08x%016" G_GINT64_MODIFIER "x", 0x64000000 + (guint) (draw % 50000000), mix (draw));
      char *base = draw & 16 ? g_strdup_printf ("first-maker/base-model-%u", (guint) (draw % 3000)) : NULL;

      g_ptr_array_add (owned, id);
      g_ptr_array_add (owned, hub_id);
      g_ptr_array_add (owned, base);
      rows[i] = (HfsModelRow) {
        .hub_id = hub_id,
        .id = id,
        .downloads = 200000000 / (from + i + 1) + 900 + shift,
        .downloads_all_time = 3000000000 / (from + i + 1) + 20000 + shift,
        .likes = draw % 700,
        .created_at = 0x64000000 + (guint) (draw % 50000000),
        .safetensors = draw & 32 ? 7000000000 + (gint64) (draw % 1000000000) : 0,
        .task = tasks[draw / 7 % G_N_ELEMENTS (tasks)],
        .library = libraries[draw / 11 % G_N_ELEMENTS (libraries)],
        .license = licenses[draw / 13 % G_N_ELEMENTS (licenses)],
        .languages = draw & 64 ? english : draw & 128 ? several : NULL,
        .base_model = base,
        .relation = base ? HFS_RELATION_FINETUNE + draw / 17 % 4 : HFS_RELATION_NONE,
      };
    }
  return rows;
}
