/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore.h"
#include "hfs-model-list.h"
#include "hfs-snapshot-builder.h"
#include "query-fixture.h"

/* So many that a pass is divided between two threads. */
#define N_MODELS  300000
#define N_THREADS 4
#define N_TURNS   6

static const char * const texts[] = {
  "countries?top=9", "publishers?top=5", "sizes?by=years", "families?top=3&credit=base", "developer-types?search=1b",
  "languages?country=US,unknown", "concentration?measure=likes", "models?top=4&measure=likes", "countries?credit=base&attribution=atom",
};

static HfsSnapshot *
build (QueryFixture *fixture)
{
  static const char * const accounts[] = { "Qwen", "google", "somebody", "mistralai", "user" };
  static const char * const languages[][3] = { { "en", NULL }, { "zh", "en", NULL }, { NULL } };
  g_autoptr (HfsSnapshotInfo) info = hfs_snapshot_info_new ("threads", "2026-01-01", "made up");
  g_autoptr (HfsSnapshotBuilder) builder = NULL;

  info->complete = TRUE;
  builder = hfs_snapshot_builder_new (info, fixture->sizes);
  for (guint i = 0; i < N_MODELS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u/m-%uB", accounts[i % 5], i % 7 ? i % 3000 : 0, i);
      HfsModelRow row = HFS_MODEL_ROW_INIT;

      row.id = id;
      row.downloads = N_MODELS / (i + 1);
      row.likes = (i * 7919) % 1000;
      row.created_at = 1646000000 + (gint64) i * 400;
      row.languages = languages[i % 3];
      row.base_model = i % 4 ? NULL : "google/bert";
      hfs_snapshot_builder_add (builder, &row);
    }
  return hfs_snapshot_builder_finish (builder);
}

/* What all threads share, and what each is to find. */
typedef struct
{
  QueryFixture fixture;
  HfsSnapshot *snapshot;
  gint64 totals[G_N_ELEMENTS (texts)];
  gint64 firsts[G_N_ELEMENTS (texts)];
} Shared;

static void
ask (Shared    *shared,
     HfsEngine *engine,
     guint      index,
     gint64    *total,
     gint64    *first)
{
  g_autoptr (HfsQuery) query = hfs_query_parse (texts[index], NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsResult) result = hfs_engine_run_on (engine, query, shared->snapshot, NULL, &error);

  g_assert_no_error (error);
  *total = hfs_result_get_total (result);
  *first = hfs_result_get_row (result, 0)->value;
}

static gpointer
ask_all (gpointer data)
{
  Shared *shared = data;

  for (guint turn = 0; turn < N_TURNS; turn++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        guint index = (i + turn) % G_N_ELEMENTS (texts);
        gint64 total, first;

        ask (shared, shared->fixture.engine, index, &total, &first);
        g_assert_cmpint (total, ==, shared->totals[index]);
        g_assert_cmpint (first, ==, shared->firsts[index]);
      }
  return NULL;
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (HFS_IS_EXPLORE (source) ? !hfs_explore_update_finish (HFS_EXPLORE (source), result, &error)
                              : !hfs_model_list_update_finish (HFS_MODEL_LIST (source), result, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  (*(guint *) user_data)--;
}

/* Linked results and a list follow a reader's clicks while other threads ask. */
static void
click (Shared *shared)
{
  static const HfsDimensionId three[] = { HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_SIZES, HFS_DIMENSION_YEARS };
  static const char * const clicks[] = { "countries", "countries?country=CN", "countries?country=CN&year=2023", "countries?search=9" };
  g_autoptr (HfsExplore) explore = hfs_explore_new (shared->fixture.engine, shared->snapshot, three, G_N_ELEMENTS (three));
  g_autoptr (HfsModelList) list = hfs_model_list_new (shared->fixture.engine, shared->snapshot);
  guint pending = 0;

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (clicks); i++)
        {
          g_autoptr (HfsQuery) query = hfs_query_parse (clicks[i], NULL);

          pending += 2;
          hfs_explore_update_async (explore, query, NULL, on_done, &pending);
          hfs_model_list_update_async (list, query, NULL, on_done, &pending);
        }
      while (pending > 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_nonnull (hfs_explore_get_result (explore, 2));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >, 0);
    }
}

static void
test_many_threads_ask (void)
{
  Shared shared = { 0 };
  QueryFixture alone;
  GThread *threads[N_THREADS];

  query_fixture_init (&shared.fixture);
  query_fixture_init (&alone);
  shared.snapshot = build (&shared.fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ask (&shared, alone.engine, i, &shared.totals[i], &shared.firsts[i]);
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("asks", ask_all, &shared);
  click (&shared);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  g_object_unref (shared.snapshot);
  query_fixture_clear (&shared.fixture);
  query_fixture_clear (&alone);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/threads/many-threads-ask", test_many_threads_ask);
  return g_test_run ();
}
