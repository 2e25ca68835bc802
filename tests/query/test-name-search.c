/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bundle.h"
#include "hfs-model-list.h"
#include "hfs-name-search.h"
#include "hfs-snapshot-builder.h"
#include "query-fixture.h"

#include <string.h>

/* So many that a search goes over them in two threads. */
#define MANY 300000

/* Texts that nearly all ids hold, few or none; capital ones, more than a letter of none, and what is beside letters in ASCII. */
static const char * const texts[] = {
  "a", "A", "e", "-", "/", "ba", "Ba", "b-", "aa", "aba", "é", "\xa9", "É", "z", "[", "{", "@", "`", "B[", "-b{", "bert", "BERT-Base",
  "google/bert", "0", "nothing-like-it", "nothing-that-is-as-long-as-this-one-is-and-longer-than-all-of-the-names-are",
};

/* As a search would be written that need not be fast. The locale of C knows capital letters of ASCII alone. */
static gboolean
holds (const char *id,
       const char *text)
{
  return strcasestr (id, text) != NULL;
}

static void
check_mask (HfsSnapshot *snapshot,
            const char  *text,
            guint        n_rows)
{
  g_autofree guint8 *mask = hfs_name_search_mask (snapshot, text, n_rows);

  for (guint row = 0; row < n_rows; row++)
    if (mask[row] != holds (hfs_snapshot_get_model_id (snapshot, row), text))
      g_error ("“%s” in “%s”, row %u of %u: %u", text, hfs_snapshot_get_model_id (snapshot, row), row, n_rows, mask[row]);
}

static char *
dup_random_id (GRand *random,
               guint  number)
{
  static const char * const letters[] = { "a", "A", "b", "B", "-", "/", "é", "z", "{", "[", "@", "`", "0", "_" };
  GString *id = g_string_new (NULL);

  for (int i = g_rand_int_range (random, 0, 20); i > 0; i--)
    g_string_append (id, letters[g_rand_int_range (random, 0, G_N_ELEMENTS (letters))]);
  g_string_append_printf (id, "%u", number);
  return g_string_free (id, FALSE);
}

static HfsSnapshot *
new_random_snapshot (QueryFixture *fixture,
                     GRand        *random,
                     guint         n_models)
{
  g_autoptr (HfsSnapshotInfo) info = hfs_snapshot_info_new ("random", "2026-01-01", "random names");
  g_autoptr (HfsSnapshotBuilder) builder = hfs_snapshot_builder_new (info, fixture->sizes);

  for (guint i = 0; i < n_models; i++)
    {
      g_autofree char *id = dup_random_id (random, i);
      HfsModelRow row = HFS_MODEL_ROW_INIT;

      row.id = id;
      row.downloads = g_rand_int_range (random, 0, 1000);
      hfs_snapshot_builder_add (builder, &row);
    }
  return hfs_snapshot_builder_finish (builder);
}

/* Few names, so that their end is near; all of them, and those before each row. */
static void
test_few_names (QueryFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint n = 0; n < 40; n++)
    {
      g_autoptr (HfsSnapshot) snapshot = new_random_snapshot (fixture, random, n);
      guint n_models = hfs_snapshot_get_n_models (snapshot);

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        for (guint n_rows = 0; n_rows <= n_models; n_rows++)
          check_mask (snapshot, texts[i], n_rows);
    }
}

static void
test_many_names (QueryFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (HfsSnapshot) snapshot = new_random_snapshot (fixture, random, MANY);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_mask (snapshot, texts[i], hfs_snapshot_get_n_models (snapshot));
}

/* The list that a reader sees: the models whose names hold the text, in the order of the snapshot. */
static void
check_list (HfsModelList *list,
            HfsSnapshot  *snapshot,
            const char   *text)
{
  g_autoptr (HfsQuery) all = hfs_query_parse ("models", NULL);
  g_autoptr (HfsQuery) query = hfs_query_with (all, "search", text, NULL);
  guint n = 0;

  g_assert_true (hfs_model_list_update (list, query, NULL));
  for (guint row = 0; row < hfs_snapshot_get_n_models (snapshot); row++)
    if (holds (hfs_snapshot_get_model_id (snapshot, row), text))
      {
        g_autoptr (HfsModelItem) item = g_list_model_get_item (G_LIST_MODEL (list), n++);

        g_assert_nonnull (item);
        g_assert_cmpuint (hfs_model_item_get_row (item), ==, row);
      }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
}

static void
test_lists_in_order (QueryFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshot) snapshot = hfs_bundle_load_snapshot ("hub-whole-2022-07-02", fixture->sizes, &error);
  g_autoptr (HfsModelList) list = hfs_model_list_new (fixture->engine, snapshot);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_utf8_validate (texts[i], -1, NULL))
      check_list (list, snapshot, texts[i]);
}

/* Without a text no model is left out. */
static void
test_no_text_finds_all (QueryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (HfsModelList) list = hfs_model_list_new (fixture->engine, NULL);
  g_autoptr (HfsQuery) some = hfs_query_parse ("models?snapshot=2022-07-02&search=bert", NULL);
  g_autoptr (HfsQuery) all = hfs_query_with (some, "search", NULL, NULL);

  g_assert_true (hfs_model_list_update (list, some, NULL));
  g_assert_true (hfs_model_list_update (list, all, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 55524);
}

static void
set_up (QueryFixture  *fixture,
        gconstpointer  data)
{
  query_fixture_init (fixture);
}

static void
tear_down (QueryFixture  *fixture,
           gconstpointer  data)
{
  query_fixture_clear (fixture);
}

#define ADD(path, function) g_test_add (path, QueryFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/query/name-search/few-names-as-a-plain-loop", test_few_names);
  ADD ("/query/name-search/many-names-as-a-plain-loop", test_many_names);
  ADD ("/query/name-search/lists-what-a-plain-loop-finds-in-its-order", test_lists_in_order);
  ADD ("/query/name-search/no-text-finds-all", test_no_text_finds_all);
  return g_test_run ();
}
