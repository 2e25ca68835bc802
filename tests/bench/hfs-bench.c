/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "synthetic.h"

#include "hfs-answer.h"
#include "hfs-bundle.h"
#include "hfs-distribution.h"
#include "hfs-engine-private.h"
#include "hfs-explore.h"
#include "hfs-name-search.h"
#include "hfs-snapshot-builder.h"
#include "hfs-store-run.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Measures the engine on models that do not exist, and prints one JSON object: the medians in milliseconds.
 * With --csv it writes the same models as a table, for another program to be measured on.
 */

#define KEY "bench"
#define PAGE 1000

typedef struct
{
  HfsEngine *engine;
  HfsSizeList *sizes;
  HfsSnapshot *snapshot;
  HfsFacets *facets;
  HfsExplore *explore;
  char *folder;
  char *path;          /* of the column file */
  HfsStore *store;
  char *store_id;
  guint n_models;
  guint turn;
  gint64 kept;         /* so that no pass is left out as of no use */
} Bench;

static const char * const sizes[] = { "lt100m", "100m-1b", "1b-10b", "10b-30b", "30b-100b", "ge100b" };

static void
ask (Bench      *bench,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse (text, &error);
  g_autoptr (HfsResult) result = query ? hfs_engine_run_on (bench->engine, query, bench->snapshot, NULL, &error) : NULL;

  if (result == NULL)
    g_error ("%s: %s", text, error->message);
  bench->kept += hfs_result_get_total (result);
}

static void
group_by (Bench *bench)
{
  ask (bench, "developer-types");
}

static void
group_by_filtered (Bench *bench)
{
  g_autofree char *text = g_strdup_printf ("sizes?country=US,CN&year=2022..%d", 2024 + bench->turn % 2);

  ask (bench, text);
}

static void
two_dims (Bench *bench)
{
  ask (bench, "developer-types?by=sizes");
}

static void
countries (Bench *bench)
{
  ask (bench, "countries?top=12");
}

static void
publishers (Bench *bench)
{
  ask (bench, "publishers?top=15");
}

static void
models (Bench *bench)
{
  ask (bench, "models?top=15&measure=likes");
}

static void
concentration (Bench *bench)
{
  ask (bench, "concentration");
}

static void
search (Bench *bench)
{
  static const char * const texts[] = { "llama-3", "QWEN2", "lora-sdxl", "nothing-like-it", "a" };
  g_autofree guint8 *mask = hfs_name_search_mask (bench->snapshot, texts[bench->turn % G_N_ELEMENTS (texts)], bench->n_models);

  bench->kept += mask[bench->turn];
}

/* One selection changes, and four linked results follow. */
static void
crossfilter4 (Bench *bench)
{
  g_autofree char *text = g_strdup_printf ("countries?developer-type=industry,community&size=%s,1b-10b&year=2022..%d",
                                           sizes[bench->turn % 2], 2024 + bench->turn / 2 % 3);
  g_autoptr (HfsQuery) query = hfs_query_parse (text, NULL);
  g_autoptr (GError) error = NULL;

  if (!hfs_explore_update (bench->explore, query, &error))
    g_error ("%s: %s", text, error->message);
  bench->kept += hfs_result_get_total (hfs_explore_get_result (bench->explore, 0));
}

/* The same when all cells have to be summed again: a filter changes that is none of the four. */
static void
crossfilter4_other_filter (Bench *bench)
{
  static const char * const tasks[] = { "text-generation", "fill-mask", "translation" };
  g_autofree char *text = g_strdup_printf ("countries?developer-type=industry&task=%s", tasks[bench->turn % 3]);
  g_autoptr (HfsQuery) query = hfs_query_parse (text, NULL);

  hfs_explore_update (bench->explore, query, NULL);
}

static void
new_explore (Bench *bench)
{
  static const HfsDimensionId four[] = {
    HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_DEVELOPER_TYPES, HFS_DIMENSION_SIZES, HFS_DIMENSION_YEARS,
  };

  g_clear_object (&bench->explore);
  bench->explore = hfs_explore_new (bench->engine, bench->snapshot, four, G_N_ELEMENTS (four));
}

/* From nothing to four linked results: what opening the page costs. */
static void
crossfilter4_first (Bench *bench)
{
  new_explore (bench);
  crossfilter4 (bench);
}

static void
median_by_group (Bench *bench)
{
  g_autoptr (HfsQuery) query = hfs_query_parse ("developer-types", NULL);
  g_autoptr (GPtrArray) distributions = hfs_engine_distribute_on (bench->engine, query, bench->snapshot, HFS_DISTRIBUTION_VALUES, NULL);

  bench->kept += distributions->len;
}

/* One plain pass that sums the bytes that four linked results depend on: four codes and a count. */
static void
memory_floor (Bench *bench)
{
  static const HfsDimensionId four[] = {
    HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_DEVELOPER_TYPES, HFS_DIMENSION_SIZES, HFS_DIMENSION_YEARS,
  };
  HfsColumn counts = hfs_snapshot_get_count_column (bench->snapshot, HFS_COUNT_DOWNLOADS);
  guint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (four); i++)
    {
      const guint8 *codes = hfs_facets_get (bench->facets, four[i], HFS_ATTRIBUTION_PUBLISHED, HFS_CREDIT_PUBLISHER)->codes.data;

      for (guint row = 0; row < bench->n_models; row++)
        sum += codes[row];
    }
  for (guint row = 0; counts.width == 4 && row < bench->n_models; row++)
    sum += ((const guint32 *) counts.data)[row];
  bench->kept += sum;
}

static void
open_mapped (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshot) snapshot = hfs_snapshot_open (bench->path, KEY, &error);
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries", NULL);
  g_autoptr (HfsResult) result = snapshot ? hfs_engine_run_on (bench->engine, query, snapshot, NULL, &error) : NULL;

  if (result == NULL)
    g_error ("%s", error->message);
  bench->kept += hfs_result_get_total (result);
}

static void
open_from_store (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshot) snapshot = hfs_store_load_snapshot (bench->store, bench->store_id, bench->sizes, &error);

  if (snapshot == NULL)
    g_error ("%s", error->message);
  bench->kept += hfs_snapshot_get_n_models (snapshot);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
measure (Bench  *bench,
         void  (*func) (Bench *bench),
         guint   n_runs)
{
  double times[101];

  for (guint i = 0; i < n_runs; i++)
    {
      gint64 start = g_get_monotonic_time ();

      bench->turn = i;
      func (bench);
      times[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  qsort (times, n_runs, sizeof *times, compare_doubles);
  return times[n_runs / 2];
}

/* What this process holds in memory, in MB. */
static double
read_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, "VmRSS:")) == NULL)
    return 0;
  return g_ascii_strtod (line + strlen ("VmRSS:"), NULL) / 1024;
}

static HfsSnapshot *
build (Bench *bench)
{
  g_autoptr (HfsSnapshotInfo) info = hfs_snapshot_info_new ("synthetic", "2026-03-17", "models that do not exist");
  g_autoptr (HfsSnapshotBuilder) builder = NULL;
  g_autoptr (Synthetic) synthetic = synthetic_new (bench->n_models);
  const HfsModelRow *row;

  info->complete = TRUE;
  builder = hfs_snapshot_builder_new (info, bench->sizes);
  while ((row = synthetic_next (synthetic)) != NULL)
    hfs_snapshot_builder_add (builder, row);
  return hfs_snapshot_builder_finish (builder);
}

/* A page of rows that stay when the next one is made. */
typedef struct
{
  HfsModelRow rows[PAGE];
  const char *languages[PAGE][4];
  GStringChunk *text;
  guint n_rows;
} Page;

static gboolean
page_fill (Page      *page,
           Synthetic *synthetic)
{
  const HfsModelRow *row;

  g_string_chunk_clear (page->text);
  for (page->n_rows = 0; page->n_rows < PAGE && (row = synthetic_next (synthetic)) != NULL; page->n_rows++)
    {
      HfsModelRow *copy = &page->rows[page->n_rows];

      *copy = *row;
      copy->id = g_string_chunk_insert (page->text, row->id);
      copy->base_model = row->base_model ? g_string_chunk_insert (page->text, row->base_model) : NULL;
      for (guint i = 0; row->languages != NULL && (i == 0 || row->languages[i - 1] != NULL); i++)
        page->languages[page->n_rows][i] = row->languages[i];
      copy->languages = row->languages ? page->languages[page->n_rows] : NULL;
    }
  return page->n_rows > 0;
}

/* Puts the models into a store, a page at a time as a refresh does. */
static void
fill_store (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "store.db", NULL);
  g_autofree Page *page = g_new0 (Page, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (Synthetic) synthetic = synthetic_new (bench->n_models);
  g_autoptr (HfsStoreRun) run = NULL;
  g_autoptr (HfsSnapshotInfo) info = NULL;

  page->text = g_string_chunk_new (64 * 1024);
  bench->store = hfs_store_open (path, &error);
  run = bench->store ? hfs_store_run_begin_import (bench->store, "models that do not exist", "2026-03-17", &error) : NULL;
  while (run != NULL && page_fill (page, synthetic))
    {
      HfsStorePage taken = { page->rows, page->n_rows, .n_requests = 1 };

      if (!hfs_store_run_add (run, &taken, &error))
        g_error ("%s", error->message);
    }
  info = run ? hfs_store_run_commit (run, NULL, &error) : NULL;
  if (info == NULL)
    g_error ("%s", error->message);
  bench->store_id = g_strdup (info->id);
  g_string_chunk_free (page->text);
}

static void
write_csv (Bench      *bench,
           const char *path)
{
  static const HfsDimensionId dimensions[] = {
    HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_DEVELOPER_TYPES, HFS_DIMENSION_SIZES, HFS_DIMENSION_YEARS, HFS_DIMENSION_TASKS,
  };
  FILE *file = g_fopen (path, "w");

  fprintf (file, "id,downloads,country,developer_type,size,year,task\n");
  for (guint row = 0; row < bench->n_models; row++)
    {
      fprintf (file, "%s,%" G_GINT64_FORMAT, hfs_snapshot_get_model_id (bench->snapshot, row),
               hfs_column_get (hfs_snapshot_get_count_column (bench->snapshot, HFS_COUNT_DOWNLOADS), row));
      for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
        {
          const HfsFacet *facet = hfs_facets_get (bench->facets, dimensions[i], HFS_ATTRIBUTION_PUBLISHED, HFS_CREDIT_PUBLISHER);

          fprintf (file, ",%s", (char *) g_ptr_array_index (facet->keys, hfs_column_get (facet->codes, row)));
        }
      fputc ('\n', file);
    }
  fclose (file);
}

static void
run_all (Bench       *bench,
         guint        n_runs,
         gboolean     with_store,
         JsonBuilder *json)
{
  static const struct { const char *name; void (*func) (Bench *bench); } measured[] = {
    { "group_by", group_by },
    { "group_by_filtered", group_by_filtered },
    { "crossfilter4", crossfilter4 },
    { "crossfilter4_other_filter", crossfilter4_other_filter },
    { "crossfilter4_first", crossfilter4_first },
    { "two_dims", two_dims },
    { "median_by_group", median_by_group },
    { "countries", countries },
    { "publishers_top", publishers },
    { "models_top", models },
    { "concentration", concentration },
    { "search", search },
    { "open_mapped", open_mapped },
    { "memory_floor", memory_floor },
  };

  for (guint i = 0; i < G_N_ELEMENTS (measured); i++)
    {
      bench->turn = 0;
      measured[i].func (bench);
      json_builder_set_member_name (json, measured[i].name);
      json_builder_add_double_value (json, measure (bench, measured[i].func, n_runs));
    }
  if (with_store)
    {
      fill_store (bench);
      json_builder_set_member_name (json, "open_from_store");
      json_builder_add_double_value (json, measure (bench, open_from_store, MIN (n_runs, 3)));
    }
}

static void
remove_files (Bench *bench)
{
  g_autoptr (GDir) folder = g_dir_open (bench->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (bench->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (bench->folder);
}

/* Opens the file and draws four linked charts. */
static void
open_as_program_does (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&bench->snapshot);
  g_clear_object (&bench->facets);
  bench->snapshot = hfs_snapshot_open (bench->path, KEY, &error);
  if (bench->snapshot == NULL)
    g_error ("%s", error->message);
  bench->n_models = hfs_snapshot_get_n_models (bench->snapshot);
  bench->facets = hfs_engine_keep (bench->engine, bench->snapshot);
  crossfilter4_first (bench);
  countries (bench);
}

/* A process of its own tells what the file costs in memory: this one has made it. */
static double
measure_memory (Bench *bench)
{
  g_autofree char *option = g_strconcat ("--open=", bench->path, NULL), *output = NULL;
  const char *command[] = { "/proc/self/exe", option, NULL };
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_ascii_strtod (output, NULL);
}

static void
bench_clear (Bench *bench)
{
  g_clear_object (&bench->explore);
  g_clear_object (&bench->facets);
  g_clear_object (&bench->snapshot);
  g_clear_object (&bench->store);
  g_clear_object (&bench->engine);
  g_clear_object (&bench->sizes);
  g_free (bench->folder);
  g_free (bench->path);
  g_free (bench->store_id);
}

static void
print_json (Bench    *bench,
            guint     n_runs,
            gboolean  with_store,
            gboolean  pretty)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "models");
  json_builder_add_int_value (json, bench->n_models);
  run_all (bench, n_runs, with_store, json);
  json_builder_set_member_name (json, "rss_mb");
  json_builder_add_double_value (json, measure_memory (bench));
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, pretty);
  g_print ("%s\n", text);
}

int
main (int   argc,
      char *argv[])
{
  int n_models = 3100000, n_runs = 21;
  gboolean json = FALSE, with_store = FALSE;
  g_autofree char *csv = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "models", 0, 0, G_OPTION_ARG_INT, &n_models, "How many models", "N" },
    { "runs", 0, 0, G_OPTION_ARG_INT, &n_runs, "How often each is measured, 15 to 101", "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print the object on one line", NULL },
    { "store", 0, 0, G_OPTION_ARG_NONE, &with_store, "Measure opening from the store too", NULL },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv, "Write the models as a table and measure nothing", "FILE" },
    { "open", 0, 0, G_OPTION_ARG_FILENAME, &path, "Print the memory that an opened column file takes", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || n_models < 1000 || n_runs < 15 || n_runs > 101)
    {
      g_printerr ("%s\n", error ? error->message : "A number is out of range.");
      return 2;
    }
  bench.n_models = n_models;
  bench.engine = hfs_engine_new_bundled (&error);
  bench.sizes = hfs_bundle_load_sizes (&error);
  g_assert_no_error (error);
  if (path != NULL)
    {
      bench.path = g_steal_pointer (&path);
      open_as_program_does (&bench);
      g_print ("%.1f\n", read_memory ());
      bench_clear (&bench);
      return 0;
    }
  bench.folder = g_dir_make_tmp (NULL, &error);
  g_assert_no_error (error);
  bench.path = g_build_filename (bench.folder, "columns", NULL);
  bench.snapshot = build (&bench);
  if (!hfs_snapshot_save (bench.snapshot, bench.path, KEY, &error))
    g_error ("%s", error->message);
  open_as_program_does (&bench);
  if (csv != NULL)
    write_csv (&bench, csv);
  else
    print_json (&bench, n_runs, with_store, !json);
  remove_files (&bench);
  bench_clear (&bench);
  return 0;
}
