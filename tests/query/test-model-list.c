/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-model-list.h"
#include "query-fixture.h"

/* The list holds the models that the reference lets through, by value and then as the snapshot has them. */
static void
check_list (HfsModelList *list,
            Twins        *twins,
            HfsQuery     *query)
{
  gint64 last_value = G_MAXINT64;
  guint last_row = 0, n = 0;

  for (guint i = 0; i < twins->reference->models->len; i++)
    n += reference_is_let_through (twins->reference, g_ptr_array_index (twins->reference->models, i), query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HfsModelItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      guint row = hfs_model_item_get_row (item);
      const ReferenceModel *model = g_ptr_array_index (twins->reference->models, row);
      gint64 value = reference_value (model, hfs_query_get_measure (query));
      g_autofree char *country = reference_dup_key (twins->reference, model, HFS_DIMENSION_COUNTRIES, query);

      g_assert_true (reference_is_let_through (twins->reference, model, query));
      g_assert_true (value < last_value || (value == last_value && row > last_row) || i == 0);
      g_assert_cmpstr (hfs_model_item_get_id (item), ==, model->id);
      g_assert_cmpint (hfs_model_item_get_parameters (item), ==, model->parameters);
      g_assert_cmpstr (hfs_model_item_get_key (item, HFS_DIMENSION_COUNTRIES), ==, country);
      last_value = value;
      last_row = row;
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), n));
}

static void
test_as_the_reference (QueryFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 30; i++)
    {
      Twins twins = twins_new_random (fixture, random, 150);
      g_autoptr (HfsModelList) list = hfs_model_list_new (fixture->engine, twins.snapshot);

      for (guint j = 0; j < 20; j++)
        {
          g_autoptr (HfsQuery) query = random_query (random, &twins, FALSE);
          gboolean possible = reference_can_answer (twins.reference, query) &&
                              (hfs_query_get_filter (query, HFS_DIMENSION_PUBLISHERS) == NULL ||
                               hfs_query_get_credit (query) != HFS_CREDIT_BASE);

          if (!possible)
            continue;
          g_assert_true (hfs_model_list_update (list, query, NULL));
          check_list (list, &twins, query);
        }
      twins_clear (&twins);
    }
}

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  guint      *n_items)
{
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (removed, ==, *n_items);
  *n_items = added;
}

static void
test_tells_of_changes (QueryFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (HfsModelList) list = hfs_model_list_new (fixture->engine, NULL);
  g_autoptr (HfsQuery) all = hfs_query_parse ("models?snapshot=2022-07-02", NULL), some = NULL;
  guint n_items = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &n_items);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_true (hfs_model_list_update (list, all, NULL));
  g_assert_cmpuint (n_items, ==, 55524);
  some = hfs_query_with (all, "search", "BERT", NULL);
  g_assert_true (hfs_model_list_update (list, some, NULL));
  g_assert_cmpuint (n_items, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  g_assert_cmpuint (n_items, >, 5000);
  g_assert_cmpuint (n_items, <, 55524);
}

typedef struct
{
  guint n_done;
  guint n_overtaken;
} Outcome;

static void
on_updated (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Outcome *outcome = user_data;
  g_autoptr (GError) error = NULL;

  if (hfs_model_list_update_finish (HFS_MODEL_LIST (source), result, &error))
    outcome->n_done++;
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      outcome->n_overtaken++;
    }
}

static void
test_the_newest_wins (QueryFixture  *fixture,
                      gconstpointer  data)
{
  static const char * const letters[] = { "b", "be", "ber", "bert", "bert-" };
  g_autoptr (HfsModelList) list = hfs_model_list_new (fixture->engine, NULL);
  g_autoptr (HfsQuery) all = hfs_query_parse ("models?snapshot=2022-07-02", NULL);
  g_autoptr (HfsQuery) last = hfs_query_with (all, "search", "bert-", NULL);
  Outcome outcome = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (HfsQuery) query = hfs_query_with (all, "search", letters[i], NULL);

      hfs_model_list_update_async (list, query, NULL, on_updated, &outcome);
    }
  while (outcome.n_done + outcome.n_overtaken < G_N_ELEMENTS (letters))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (outcome.n_done, ==, 1);
  g_assert_true (hfs_query_equal (hfs_model_list_get_query (list), last));
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
  ADD ("/query/model-list/lists-as-the-reference", test_as_the_reference);
  ADD ("/query/model-list/tells-of-changes", test_tells_of_changes);
  ADD ("/query/model-list/the-newest-wins", test_the_newest_wins);
  return g_test_run ();
}
