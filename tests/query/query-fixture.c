/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-fixture.h"

#include "hfs-bundle.h"
#include "hfs-snapshot-builder.h"
#include "hfs-table-rows.h"

#include <math.h>

void
query_fixture_init (QueryFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->engine = hfs_engine_new_bundled (&error);
  g_assert_no_error (error);
  fixture->publishers = hfs_engine_get_publishers (fixture->engine);
  fixture->sizes = hfs_bundle_load_sizes (&error);
  g_assert_no_error (error);
}

void
query_fixture_clear (QueryFixture *fixture)
{
  g_clear_object (&fixture->engine);
  g_clear_object (&fixture->sizes);
}

/* Any of the words, with the first ones more often. */
static const char *
pick (GRand              *random,
      const char * const *words,
      guint               n_words)
{
  return words[(guint) (pow (g_rand_double (random), 2) * n_words)];
}

#define PICK(random, words) pick (random, words, G_N_ELEMENTS (words))

static const char * const accounts[] = {
  "Qwen", "google", "meta-llama", "mistralai", "TheBloke", "sentence-transformers", "somebody", "nobody-knows", "unknown",
  "EleutherAI", "bigscience", "LGAI-EXAONE",
};
static const char * const stems[] = { "model", "Model-7B", "tiny-110M", "Mix-8x7B", "x", "LLAMA", "llama-3", "big-405B" };
static const char * const legacy[] = { "bert-base-uncased", "gpt2", "t5-small", "roberta-base", "of-no-account" };
static const char * const tasks[] = { "text-generation", "fill-mask", "unknown", "other", "image-to-text", NULL };
static const char * const libraries[] = { "transformers", "diffusers", "=formula", NULL };
static const char * const licenses[] = { "apache-2.0", "mit", "other", "unknown", "a,b", NULL };
static const char * const languages[] = { "en", "zh", "de", "pl", "several", "ko" };
static const gint64 sizes[] = { 0, 0, 1, 99999999, 100000000, 999999999, 1000000000, 7000000000, 100000000000 };

static char *
dup_random_id (GRand *random)
{
  if (g_rand_int_range (random, 0, 12) == 0)
    return g_strdup (PICK (random, legacy));
  return g_strdup_printf ("%s/%s-%d", PICK (random, accounts), PICK (random, stems), g_rand_int_range (random, 0, 12));
}

/* Few are large and many are small, as on the Hub; some are absent. */
static gint64
random_count (GRand  *random,
              double  largest)
{
  if (g_rand_int_range (random, 0, 15) == 0)
    return HFS_COUNT_ABSENT;
  return (gint64) floor (pow (g_rand_double (random), 8) * largest);
}

static void
add_random_model (GRand              *random,
                  HfsSnapshotBuilder *builder,
                  Reference          *reference,
                  HfsSizeList        *list,
                  double              largest,
                  gboolean            has_likes)
{
  static const double years = 365.25 * 86400;
  g_autofree char *id = dup_random_id (random), *base = dup_random_id (random);
  const char *chosen[4] = { NULL };
  HfsModelRow row = HFS_MODEL_ROW_INIT;

  for (int i = g_rand_int_range (random, -2, 4); i > 0; i--)
    chosen[i - 1] = languages[(i + g_rand_int_range (random, 0, 2) * 3) % G_N_ELEMENTS (languages)];
  row.id = id;
  row.downloads = random_count (random, largest);
  row.downloads_all_time = random_count (random, largest * 40);
  row.likes = has_likes ? random_count (random, 300) : HFS_COUNT_ABSENT;
  if (g_rand_int_range (random, 0, 8) > 0)
    row.created_at = (gint64) (1640000000 + g_rand_double (random) * 5 * years);
  row.stated = sizes[g_rand_int_range (random, 0, G_N_ELEMENTS (sizes))];
  row.task = PICK (random, tasks);
  row.library = PICK (random, libraries);
  row.license = PICK (random, licenses);
  row.languages = chosen[0] ? chosen : NULL;
  if (g_rand_boolean (random))
    {
      row.base_model = base;
      row.relation = g_rand_int_range (random, HFS_RELATION_NONE, HFS_RELATION_MERGE + 1);
    }
  hfs_snapshot_builder_add (builder, &row);
  reference_add (reference, list, &row);
}

/* Models that are like no others, but have everything that can be odd. */
Twins
twins_new_random (QueryFixture *fixture,
                  GRand        *random,
                  guint         most_models)
{
  static const double largest[] = { 3, 200, 60000, 1e7, 2e11 };
  g_autoptr (HfsSnapshotInfo) info = hfs_snapshot_info_new ("random", "2026-01-01", "random numbers");
  g_autoptr (HfsSnapshotBuilder) builder = NULL;
  guint n = g_rand_int_range (random, 0, most_models + 1), scale = g_rand_int_range (random, 0, G_N_ELEMENTS (largest));
  gboolean has_likes = g_rand_int_range (random, 0, 4) > 0;
  Twins twins;

  info->complete = g_rand_boolean (random);
  info->most_downloaded = g_rand_boolean (random) ? g_rand_int_range (random, 0, most_models) : 0;
  builder = hfs_snapshot_builder_new (info, fixture->sizes);
  twins.reference = reference_new (fixture->publishers, info);
  for (guint i = 0; i < n; i++)
    add_random_model (random, builder, twins.reference, fixture->sizes, largest[scale], has_likes);
  twins.snapshot = hfs_snapshot_builder_finish (builder);
  reference_finish (twins.reference, fixture->sizes);
  return twins;
}

typedef struct
{
  Reference *reference;
  HfsSizeList *sizes;
} Filling;

static gboolean
add_row (const HfsModelRow  *row,
         gpointer            user_data,
         GError            **error)
{
  Filling *filling = user_data;

  reference_add (filling->reference, filling->sizes, row);
  return TRUE;
}

/* A snapshot that comes with the program, and its file read once more. */
Twins
twins_load (QueryFixture *fixture,
            const char   *id)
{
  g_autofree char *name = g_strconcat (id, ".csv", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "snapshots", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = g_file_load_bytes (file, NULL, NULL, &error);
  Filling filling = { .sizes = fixture->sizes };
  Twins twins;

  g_assert_no_error (error);
  twins.snapshot = hfs_bundle_load_snapshot (id, fixture->sizes, &error);
  g_assert_no_error (error);
  twins.reference = filling.reference = reference_new (fixture->publishers, hfs_snapshot_get_info (twins.snapshot));
  hfs_table_rows_read (csv, add_row, &filling, &error);
  g_assert_no_error (error);
  reference_finish (twins.reference, fixture->sizes);
  return twins;
}

void
twins_clear (Twins *twins)
{
  g_clear_object (&twins->snapshot);
  g_clear_pointer (&twins->reference, reference_free);
}

/* A key that some model has, or sometimes one that none may have. */
static char *
dup_random_key (GRand          *random,
                Twins          *twins,
                HfsDimensionId  dimension,
                HfsQuery       *plain)
{
  static const char * const strangers[] = { "unknown", "several", "nothing-like-it" };
  static const char * const closed[] = { "unknown", "unstated", "US" };
  GPtrArray *models = twins->reference->models;
  g_autofree char *key = NULL;

  if (dimension == HFS_DIMENSION_YEARS && g_rand_boolean (random))
    {
      int from = g_rand_int_range (random, 2022, 2027);

      return g_strdup_printf ("%d..%d", from, g_rand_int_range (random, from, 2028));
    }
  if (dimension == HFS_DIMENSION_LANGUAGES && g_rand_boolean (random))
    return g_strdup (PICK (random, languages));
  if (models->len == 0 || g_rand_int_range (random, 0, 20) == 0)
    return g_strdup (dimension == HFS_DIMENSION_COUNTRIES ? PICK (random, closed)
                     : dimension == HFS_DIMENSION_SIZES || dimension == HFS_DIMENSION_DEVELOPER_TYPES ||
                       dimension == HFS_DIMENSION_YEARS ? "unknown" : PICK (random, strangers));
  key = reference_dup_key (twins->reference, g_ptr_array_index (models, g_rand_int_range (random, 0, models->len)), dimension, plain);
  return g_uri_escape_string (key, NULL, FALSE);
}

static void
add_filters (GRand   *random,
             Twins   *twins,
             GString *text)
{
  g_autoptr (HfsQuery) plain = hfs_query_parse ("countries", NULL);

  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (hfs_dimension_get (i)->filter != NULL && g_rand_int_range (random, 0, 6) == 0)
      {
        g_string_append_printf (text, "&%s=", hfs_dimension_get (i)->filter);
        for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
          {
            g_autofree char *key = dup_random_key (random, twins, i, plain);

            g_string_append_printf (text, "%s%s", key, n > 1 ? "," : "");
          }
      }
}

/* Any query that the design allows; the words of its filters are mostly ones that a model has. */
HfsQuery *
random_query (GRand    *random,
              Twins    *twins,
              gboolean  may_compare)
{
  static const char * const measures[] = { "downloads", "models", "likes", "downloads-all-time" };
  static const char * const needles[] = { "llama", "A", "7b", "/", "qwen/", "-1", "xyz", "%C5%82", "bert-base" };
  HfsDimensionId dimension = g_rand_int_range (random, 0, HFS_N_DIMENSIONS);
  HfsDimensionId by = g_rand_int_range (random, 0, HFS_N_DIMENSIONS);
  g_autoptr (GString) text = g_string_new (hfs_dimension_get (dimension)->name);
  g_autoptr (GError) error = NULL;
  HfsQuery *query;

  g_string_append_printf (text, "?measure=%s", PICK (random, measures));
  if (g_rand_int_range (random, 0, 3) == 0)
    g_string_append_printf (text, "&top=%d", g_rand_int_range (random, 1, 12));
  if (g_rand_int_range (random, 0, 3) == 0 && by != dimension && hfs_dimension_get (dimension)->groups &&
      hfs_dimension_get (by)->groups)
    g_string_append_printf (text, "&by=%s", hfs_dimension_get (by)->name);
  if (may_compare && g_rand_int_range (random, 0, 3) == 0)
    g_string_append (text, "&compare=latest");
  if (g_rand_int_range (random, 0, 4) == 0)
    g_string_append (text, "&attribution=atom");
  if (g_rand_int_range (random, 0, 3) == 0)
    g_string_append (text, "&credit=base");
  if (g_rand_int_range (random, 0, 4) == 0)
    g_string_append (text, "&unknown=exclude");
  if (g_rand_int_range (random, 0, 8) == 0)
    g_string_append_printf (text, "&search=%s", PICK (random, needles));
  add_filters (random, twins, text);
  query = hfs_query_parse (text->str, &error);
  g_assert_no_error (error);
  return query;
}
