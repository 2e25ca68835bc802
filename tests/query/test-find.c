/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-descent.h"
#include "hfs-family-node.h"
#include "hfs-model-profile.h"
#include "hfs-publisher-list.h"
#include "hfs-publisher-profile.h"
#include "query-fixture.h"

#include <string.h>

static HfsPublisherItem *
get_publisher (HfsPublisherList *list,
               guint             place)
{
  return g_list_model_get_item (G_LIST_MODEL (list), place);
}

/* The list has the publishers, values and models of the query about publishers, in the order of the values. */
static void
test_publishers_as_the_engine_has_them (QueryFixture  *fixture,
                                        gconstpointer  data)
{
  static const char * const queries[] = { "publishers?snapshot=2022-07-02", "publishers?measure=likes&snapshot=2026-08-22",
                                          "publishers?country=FR&snapshot=2022-07-02" };
  g_autoptr (HfsPublisherList) list = hfs_publisher_list_new (fixture->engine);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (HfsQuery) query = hfs_query_parse (queries[i], NULL);
      g_autoptr (HfsResult) result = hfs_engine_run (fixture->engine, query, NULL);
      gint64 before = G_MAXINT64;
      guint n = 0;

      for (guint j = 0; j < hfs_result_get_n_rows (result); j++)
        n += hfs_result_get_row (result, j)->kind == HFS_ROW_CLEAR && hfs_result_get_row (result, j)->models > 0;
      g_assert_true (hfs_publisher_list_update (list, query, NULL));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
      for (guint j = 0; j < n; j++)
        {
          g_autoptr (HfsPublisherItem) item = get_publisher (list, j);
          const HfsResultRow *row = hfs_result_find_row (result, hfs_publisher_item_get_account (item));

          g_assert_nonnull (row);
          g_assert_cmpint (hfs_publisher_item_get_value (item), ==, row->value);
          g_assert_cmpint (hfs_publisher_item_get_models (item), ==, row->models);
          g_assert_cmpuint (hfs_publisher_item_get_rank (item), ==, j + 1);
          g_assert_cmpint (row->value, <=, before);
          before = row->value;
        }
    }
}

/* An account is found by a part of it, and by the name that people know. */
static void
test_publishers_by_account_and_by_name (QueryFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr (HfsPublisherList) list = hfs_publisher_list_new (fixture->engine);
  g_autoptr (HfsQuery) account = hfs_query_parse ("publishers?snapshot=2026-08-22&search=QWE", NULL);
  g_autoptr (HfsQuery) name = hfs_query_parse ("publishers?snapshot=2026-08-22&search=mistral%20ai", NULL);
  g_autoptr (HfsQuery) nobody = hfs_query_parse ("publishers?snapshot=2026-08-22&search=nobodyiscalledthis", NULL);
  g_autoptr (HfsPublisherItem) by_account = NULL, by_name = NULL;

  g_assert_true (hfs_publisher_list_update (list, account, NULL));
  by_account = get_publisher (list, 0);
  g_assert_cmpstr (hfs_publisher_item_get_account (by_account), ==, "Qwen");
  g_assert_cmpstr (hfs_publisher_item_get_decision (by_account)->country, ==, "CN");
  g_assert_cmpuint (hfs_publisher_item_get_rank (by_account), ==, 2);

  g_assert_true (hfs_publisher_list_update (list, name, NULL));
  by_name = get_publisher (list, 0);
  g_assert_cmpstr (hfs_publisher_item_get_account (by_name), ==, "mistralai");

  g_assert_true (hfs_publisher_list_update (list, nobody, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static gboolean
holds (const char *name,
       const char *text)
{
  g_autofree char *small_name = g_ascii_strdown (name, -1), *small = g_ascii_strdown (text, -1);

  return strstr (small_name, small) != NULL;
}

/* A search leaves those of all publishers that a plain loop over them would, with their ranks and in their order. */
static void
test_publishers_as_a_plain_loop (QueryFixture  *fixture,
                                 gconstpointer  data)
{
  static const char * const texts[] = { "a", "A", "e", "-", "ai", "QWEN", "hugging face", "é", "nobodyiscalledthis" };
  g_autoptr (HfsQuery) query = hfs_query_parse ("publishers?snapshot=2022-07-02", NULL);
  g_autoptr (HfsPublisherList) all = hfs_publisher_list_new (fixture->engine), list = hfs_publisher_list_new (fixture->engine);

  g_assert_true (hfs_publisher_list_update (all, query, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HfsQuery) search = hfs_query_with (query, "search", texts[i], NULL);
      guint n = 0;

      g_assert_true (hfs_publisher_list_update (list, search, NULL));
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (all)); j++)
        {
          g_autoptr (HfsPublisherItem) publisher = get_publisher (all, j), found = NULL;
          const HfsPublisher *decision = hfs_publisher_item_get_decision (publisher);

          if (!holds (hfs_publisher_item_get_account (publisher), texts[i]) &&
              (decision == NULL || decision->name == NULL || !holds (decision->name, texts[i])))
            continue;
          found = get_publisher (list, n++);
          g_assert_nonnull (found);
          g_assert_cmpuint (hfs_publisher_item_get_rank (found), ==, j + 1);
        }
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
    }
}

typedef struct
{
  guint n_done;
  guint n_overtaken;
} Outcome;

static void
on_updated (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Outcome *outcome = data;
  g_autoptr (GError) error = NULL;

  if (hfs_publisher_list_update_finish (HFS_PUBLISHER_LIST (source), result, &error))
    outcome->n_done++;
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      outcome->n_overtaken++;
    }
}

static void
test_the_newest_search_wins (QueryFixture  *fixture,
                             gconstpointer  data)
{
  static const char * const texts[] = { "g", "go", "goo", "google" };
  g_autoptr (HfsPublisherList) list = hfs_publisher_list_new (fixture->engine);
  Outcome outcome = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strconcat ("publishers?snapshot=2022-07-02&search=", texts[i], NULL);
      g_autoptr (HfsQuery) query = hfs_query_parse (text, NULL);

      hfs_publisher_list_update_async (list, query, NULL, on_updated, &outcome);
    }
  while (outcome.n_done + outcome.n_overtaken < G_N_ELEMENTS (texts))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (outcome.n_done, ==, 1);
  g_assert_cmpstr (hfs_query_get_search (hfs_publisher_list_get_query (list)), ==, "google");
}

/* For each model: those that name it as their base model, and no others. */
static void
test_descent_as_the_reference (QueryFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 50; i++)
    {
      Twins twins = twins_new_random (fixture, random, 120);
      g_autoptr (HfsDescent) descent = hfs_descent_new (twins.snapshot);
      guint n_models = twins.reference->models->len, n_based = 0, n_found = 0;

      for (guint j = 0; j < n_models; j++)
        {
          const ReferenceModel *model = g_ptr_array_index (twins.reference->models, j);
          guint n, expected = 0;
          const guint32 *rows = hfs_descent_find (descent, model->id, &n);

          n_based += model->base_model != NULL && *model->base_model != '\0' &&
                     g_hash_table_contains (twins.reference->by_id, model->base_model);
          for (guint k = 0; k < n_models; k++)
            if (g_strcmp0 (((ReferenceModel *) g_ptr_array_index (twins.reference->models, k))->base_model, model->id) == 0)
              g_assert_cmpuint (rows[expected++], ==, k);
          g_assert_cmpuint (n, ==, expected);
          n_found += n;
        }
      g_assert_cmpuint (n_found, ==, n_based);
      twins_clear (&twins);
    }
}

/* The chain upwards ends at a model without a base model, outside the snapshot, or where it would go in a ring. */
static void
test_bases_end (QueryFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n_rings = 0;

  for (guint i = 0; i < 100; i++)
    {
      Twins twins = twins_new_random (fixture, random, 60);
      g_autoptr (HfsDescent) descent = hfs_descent_new (twins.snapshot);

      for (guint j = 0; j < twins.reference->models->len; j++)
        {
          const ReferenceModel *model = g_ptr_array_index (twins.reference->models, j);
          gboolean is_ring;
          g_autoptr (GPtrArray) bases = hfs_descent_list_bases (descent, model->id, &is_ring);

          for (guint k = 0; k < bases->len; k++)
            {
              g_assert_cmpstr (g_ptr_array_index (bases, k), ==, model->base_model);
              model = g_hash_table_lookup (twins.reference->by_id, model->base_model);
              g_assert_true (model != NULL || k == bases->len - 1);
            }
          g_assert_cmpuint (bases->len, <=, twins.reference->models->len);
          n_rings += is_ring;
        }
      twins_clear (&twins);
    }
  g_test_message ("%u models are in rings or lead to one", n_rings);
}

static void
test_profile_of_a_model (QueryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsModelProfile) profile = hfs_model_profile_new (fixture->engine, "google-bert/bert-base-uncased", NULL, &error);
  g_autoptr (HfsQuery) query = hfs_query_parse ("models?snapshot=2026-08-22", NULL);
  g_autoptr (HfsResult) result = hfs_engine_run (fixture->engine, query, NULL);
  const HfsResultRow *row = hfs_result_find_row (result, "google-bert/bert-base-uncased");

  g_assert_no_error (error);
  g_assert_cmpint (profile->counts[HFS_COUNT_DOWNLOADS], ==, row->value);
  g_assert_cmpuint (profile->rank, ==, row->rank);
  g_assert_cmpint (profile->totals[HFS_COUNT_DOWNLOADS], ==, hfs_result_get_total (result));
  g_assert_cmpstr (profile->publisher, ==, "google-bert");
  g_assert_cmpstr (profile->country, ==, "US");
  g_assert_cmpuint (profile->history->len, ==, 2);
  g_assert_cmpstr (((HfsMoment *) g_ptr_array_index (profile->history, 0))->info->date, ==, "2026-08-07");
  g_assert_cmpstr (((HfsMoment *) g_ptr_array_index (profile->history, 1))->info->date, ==, "2026-08-22");
}

/* A model that only an old snapshot holds is told of as it was then. */
static void
test_profile_of_an_old_model (QueryFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsModelProfile) profile = hfs_model_profile_new (fixture->engine, "bert-base-uncased", NULL, &error);
  g_autoptr (HfsModelProfile) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (profile->info->date, ==, "2022-07-02");
  g_assert_cmpint (profile->counts[HFS_COUNT_DOWNLOADS], >, 0);
  none = hfs_model_profile_new (fixture->engine, "nobody/nothing", NULL, &error);
  g_assert_null (none);
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "nobody/nothing"));
}

/* Walks the tree below a list; no model comes below itself, so the walk ends. Counts the models below the subject. */
static void
walk_tree (GListModel *list,
           guint       depth,
           gboolean    below,
           GHashTable *seen)
{
  g_assert_cmpuint (depth, <, 200);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HfsFamilyNode) node = g_list_model_get_item (list, i);
      g_autoptr (GListModel) children = hfs_family_node_list_children (node);
      gboolean subject = hfs_family_node_is_subject (node);

      if (below && !hfs_family_node_is_group (node))
        g_hash_table_add (seen, g_strdup (hfs_family_node_get_id (node)));
      if (hfs_family_node_is_group (node))
        g_assert_cmpuint (g_list_model_get_n_items (children), ==, hfs_family_node_count (node));
      if (children != NULL)
        walk_tree (children, depth + 1, below || subject, seen);
    }
}

/* Adds what is made from @id, and from that, as the reference has it. */
static void
add_made_from (Reference  *reference,
               const char *id,
               GHashTable *found)
{
  for (guint i = 0; i < reference->models->len; i++)
    {
      const ReferenceModel *model = g_ptr_array_index (reference->models, i);

      if (g_strcmp0 (model->base_model, id) == 0 && g_hash_table_add (found, g_strdup (model->id)))
        add_made_from (reference, model->id, found);
    }
}

static void
test_tree_as_the_reference (QueryFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 20; i++)
    {
      Twins twins = twins_new_random (fixture, random, 60);
      g_autoptr (HfsDescent) descent = hfs_descent_new (twins.snapshot);

      for (guint j = 0; j < twins.reference->models->len; j++)
        {
          const char *id = ((ReferenceModel *) g_ptr_array_index (twins.reference->models, j))->id;
          g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_autoptr (GListModel) tree = hfs_family_tree_new (descent, id);
          gboolean is_ring;
          g_autoptr (GPtrArray) bases = hfs_descent_list_bases (descent, id, &is_ring);
          GHashTableIter iter;
          gpointer key;

          g_assert_cmpuint (g_list_model_get_n_items (tree), ==, 1);
          walk_tree (tree, 0, FALSE, seen);
          add_made_from (twins.reference, id, expected);
          /* What is above is not shown below once more. */
          g_hash_table_remove (expected, id);
          for (guint k = 0; k < bases->len; k++)
            g_hash_table_remove (expected, g_ptr_array_index (bases, k));
          g_hash_table_iter_init (&iter, seen);
          while (g_hash_table_iter_next (&iter, &key, NULL))
            g_assert_true (g_hash_table_contains (expected, key));
          if (!is_ring)
            g_assert_cmpuint (g_hash_table_size (seen), ==, g_hash_table_size (expected));
        }
      twins_clear (&twins);
    }
}

static void
test_profile_of_a_publisher (QueryFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsPublisherProfile) profile = hfs_publisher_profile_new (fixture->engine, "Qwen", NULL, &error);
  g_autoptr (HfsPublisherProfile) nobody = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse ("publishers?snapshot=2026-08-22", NULL);
  g_autoptr (HfsResult) result = hfs_engine_run (fixture->engine, query, NULL);
  const HfsResultRow *row = hfs_result_find_row (result, "Qwen");

  g_assert_no_error (error);
  g_assert_cmpuint (profile->rank, ==, row->rank);
  g_assert_cmpint (profile->downloads, ==, row->value);
  g_assert_cmpint (profile->models, ==, row->models);
  g_assert_cmpstr (profile->decision->country, ==, "CN");
  for (guint i = 0; i < HFS_N_PUBLISHER_PARTS; i++)
    g_assert_cmpint (hfs_result_get_total (profile->parts[i]), ==, row->value);
  nobody = hfs_publisher_profile_new (fixture->engine, "nobody-at-all", NULL, &error);
  g_assert_null (nobody);
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND);
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
  ADD ("/query/find/lists-publishers-as-the-engine-has-them", test_publishers_as_the_engine_has_them);
  ADD ("/query/find/finds-publishers-by-account-and-by-name", test_publishers_by_account_and_by_name);
  ADD ("/query/find/finds-the-publishers-that-a-plain-loop-would", test_publishers_as_a_plain_loop);
  ADD ("/query/find/the-newest-search-wins", test_the_newest_search_wins);
  ADD ("/query/find/knows-what-is-made-from-a-model", test_descent_as_the_reference);
  ADD ("/query/find/a-chain-of-base-models-ends", test_bases_end);
  ADD ("/query/find/the-tree-of-a-model-is-that-of-the-reference", test_tree_as_the_reference);
  ADD ("/query/find/knows-a-publisher", test_profile_of_a_publisher);
  ADD ("/query/find/knows-a-model", test_profile_of_a_model);
  ADD ("/query/find/knows-an-old-model", test_profile_of_an_old_model);
  return g_test_run ();
}
