/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "synthetic.h"

#include "hfs-bundle.h"
#include "hfs-engine-private.h"
#include "hfs-explore-chart.h"
#include "hfs-explore-place.h"
#include "hfs-explore-words.h"
#include "hfs-model-list.h"
#include "hfs-publisher-ranking.h"
#include "hfs-snapshot-builder.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/*
 * What a selection in four linked charts costs, from the key to the painted frame, and a search for publishers and models,
 * on models that do not exist: explore-bench MODELS. Prints medians and the largest, in milliseconds of processor time.
 */

#define TURNS 41

typedef struct
{
  HfsEngine *engine;
  HfsSnapshot *snapshot;
  HfsExplore *explore;
  GtkWidget *window;
  HfsExploreChart *charts[HFS_EXPLORE_CHARTS];
  GtkLabel *sentence;
  gint64 painting;    /* when the frame began */
  gint64 painted;     /* how long it took; -1 while it is awaited */
} Bench;

/* Processor time of all threads, in microseconds: other work on the machine does not count. */
static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static HfsSnapshot *
new_snapshot (guint n_models)
{
  g_autoptr (HfsSizeList) sizes = hfs_bundle_load_sizes (NULL);
  g_autoptr (HfsSnapshotInfo) info = hfs_snapshot_info_new ("synthetic", "2026-10-01", "Models that do not exist");
  g_autoptr (Synthetic) synthetic = synthetic_new (n_models);
  g_autoptr (HfsSnapshotBuilder) builder = NULL;
  const HfsModelRow *row;

  info->complete = TRUE;
  builder = hfs_snapshot_builder_new (info, sizes);
  while ((row = synthetic_next (synthetic)) != NULL)
    hfs_snapshot_builder_add (builder, row);
  return hfs_snapshot_builder_finish (builder);
}

static void
before_cb (Bench *bench)
{
  bench->painting = now ();
}

static void
after_cb (Bench *bench)
{
  bench->painted = now () - bench->painting;
}

static void
open_window (Bench *bench)
{
  GtkWidget *box = gtk_flow_box_new ();

  bench->window = gtk_window_new ();
  bench->sentence = GTK_LABEL (gtk_label_new (NULL));
  gtk_flow_box_append (GTK_FLOW_BOX (box), GTK_WIDGET (bench->sentence));
  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    {
      bench->charts[i] = HFS_EXPLORE_CHART (hfs_explore_chart_new ());
      gtk_flow_box_append (GTK_FLOW_BOX (box), GTK_WIDGET (bench->charts[i]));
    }
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1180, 900);
  gtk_window_set_child (GTK_WINDOW (bench->window), box);
  gtk_window_present (GTK_WINDOW (bench->window));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
print (const char *name,
       double     *times)
{
  qsort (times, TURNS, sizeof *times, compare);
  printf ("%-24s %8.2f %8.2f\n", name, times[TURNS / 2], times[TURNS - 1]);
}

/* One selection: the pass, the charts, and the frame that shows them. */
static void
select_once (Bench  *bench,
             guint   turn,
             double *work,
             double *frame)
{
  static const char * const sizes[] = { "lt100m", "1b-10b", "ge100b" };
  HfsDimensionId dimensions[HFS_EXPLORE_CHARTS];
  g_autofree char *place = g_strdup_printf ("explore?country=US,CN&size=%s&year=2022..%u", sizes[turn % 3], 2023 + turn % 2);
  g_autoptr (HfsQuery) query = NULL;
  gint64 begin = now ();

  hfs_explore_place_parse (place, dimensions, &query, NULL);
  hfs_explore_update (bench->explore, query, NULL);
  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    hfs_explore_chart_set_result (bench->charts[i], hfs_explore_get_result (bench->explore, i),
                                  hfs_query_get_filter (query, dimensions[i]));
  {
    g_autofree char *sentence = hfs_explore_dup_sentence (bench->explore);

    gtk_label_set_text (bench->sentence, sentence);
  }
  *work = (double) (now () - begin) / 1000;
  bench->painted = -1;
  gtk_widget_queue_draw (bench->window);
  while (bench->painted < 0)
    g_main_context_iteration (NULL, TRUE);
  *frame = (double) bench->painted / 1000;
}

static void
measure_explore (Bench *bench)
{
  HfsDimensionId dimensions[HFS_EXPLORE_CHARTS];
  g_autoptr (HfsQuery) query = NULL;
  double work[TURNS], frame[TURNS], all[TURNS];
  gint64 begin = now ();

  hfs_explore_place_parse (NULL, dimensions, &query, NULL);
  bench->explore = hfs_explore_new (bench->engine, bench->snapshot, dimensions, HFS_EXPLORE_CHARTS);
  hfs_explore_update (bench->explore, query, NULL);
  printf ("%-24s %8.2f\n", "explore, first", (double) (now () - begin) / 1000);
  for (guint i = 0; i < TURNS; i++)
    {
      select_once (bench, i, &work[i], &frame[i]);
      all[i] = work[i] + frame[i];
    }
  print ("explore, work", work);
  print ("explore, layout + paint", frame);
  print ("explore, both", all);
}

static void
measure_find (Bench *bench)
{
  static const char * const texts[] = { "llama", "qwen", "lora", "nothing-like-it", "a" };
  g_autoptr (HfsModelList) list = hfs_model_list_new (bench->engine, bench->snapshot);
  g_autoptr (HfsFacets) facets = hfs_engine_keep (bench->engine, bench->snapshot);
  g_autoptr (HfsQuery) all = hfs_query_parse ("publishers", NULL);
  gint64 begin = now ();
  g_autoptr (HfsPublisherRanking) ranking = hfs_publisher_ranking_new (facets, all, NULL);
  double models[TURNS], publishers[TURNS], rows[TURNS];

  printf ("%-24s %8.2f\n", "publishers, first", (double) (now () - begin) / 1000);
  for (guint i = 0; i < TURNS; i++)
    {
      g_autofree char *text = g_strdup_printf ("models?search=%s", texts[i % G_N_ELEMENTS (texts)]);
      g_autoptr (HfsQuery) query = hfs_query_parse (text, NULL);
      g_autofree guint32 *places = NULL;
      guint n;

      begin = now ();
      hfs_model_list_update (list, query, NULL);
      models[i] = (double) (now () - begin) / 1000;
      begin = now ();
      places = hfs_publisher_ranking_search (ranking, texts[i % G_N_ELEMENTS (texts)], &n);
      publishers[i] = (double) (now () - begin) / 1000;
      begin = now ();
      /* As many rows as a window shows. */
      for (guint j = 0; j < 40; j++)
        {
          g_autoptr (HfsModelItem) item = g_list_model_get_item (G_LIST_MODEL (list), j);

          if (item != NULL)
            hfs_model_item_get_key (item, HFS_DIMENSION_COUNTRIES);
        }
      rows[i] = (double) (now () - begin) / 1000;
    }
  print ("find, models", models);
  print ("find, publishers", publishers);
  print ("find, 40 rows", rows);
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { .painted = -1 };
  guint n_models = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  GdkFrameClock *clock;

  adw_init ();
  bench.engine = hfs_engine_new_bundled (NULL);
  bench.snapshot = new_snapshot (n_models);
  open_window (&bench);
  clock = gtk_widget_get_frame_clock (bench.window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_cb), &bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_cb), &bench);
  printf ("%u models, milliseconds   median  largest\n", n_models);
  measure_explore (&bench);
  measure_find (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.explore);
  g_object_unref (bench.snapshot);
  g_object_unref (bench.engine);
  return EXIT_SUCCESS;
}
