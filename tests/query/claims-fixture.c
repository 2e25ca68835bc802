/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claims-fixture.h"

#include "hfs-bundle.h"
#include "hfs-store-run.h"

/* Accounts that recipes speak of, so that none of them finds nothing. */
static const char * const accounts[] = {
  "Qwen", "google", "meta-llama", "deepseek-ai", "facebook", "moonshotai", "MiniMaxAI", "zai-org", "nvidia", "microsoft",
  "ibm-granite", "baidu", "ByteDance", "tencent", "amd", "allenai", "sentence-transformers", "google-bert", "BAAI",
  "Alibaba-NLP", "alibaba-pai", "alibaba-damo", "ByteDance-Seed", "google-t5", "google-research", "FacebookAI",
  "meta-models", "TheBloke", "bartowski", "mistralai", "Helsinki-NLP", "nobody-knows",
};

/**
 * claims_fixture_set_up:
 *
 * Reads what comes with the program.
 */
void
claims_fixture_set_up (ClaimsFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  model_fixture_set_up (&fixture->model, NULL);
  fixture->editions = hfs_editions_load (&error);
  g_assert_no_error (error);
  fixture->publishers = hfs_bundle_load_publishers (&error);
  g_assert_no_error (error);
}

/**
 * claims_fixture_tear_down:
 *
 * Removes all.
 */
void
claims_fixture_tear_down (ClaimsFixture *fixture,
                          gconstpointer  data)
{
  g_ptr_array_unref (fixture->editions);
  g_object_unref (fixture->publishers);
  model_fixture_tear_down (&fixture->model, NULL);
}

/**
 * claims_fixture_bundled:
 *
 * Returns: (transfer full): an engine over the bundled snapshots
 */
HfsEngine *
claims_fixture_bundled (ClaimsFixture *fixture)
{
  g_autoptr (HfsArchive) archive = hfs_archive_new (NULL, fixture->model.sizes);

  return hfs_engine_new (archive, fixture->publishers);
}

/**
 * claims_fixture_with:
 *
 * Returns: (transfer full): an engine over the bundled snapshots and a complete one of today that holds @rows
 */
HfsEngine *
claims_fixture_with (ClaimsFixture     *fixture,
                     const HfsModelRow *rows,
                     guint              n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsStore) store = model_fixture_open (&fixture->model);
  g_autoptr (HfsStoreRun) run = hfs_store_run_begin (store, "http://hub.example", 0, NULL, &error);
  g_autoptr (HfsSnapshotInfo) info = NULL;
  g_autoptr (HfsArchive) archive = hfs_archive_new (store, fixture->model.sizes);
  HfsStorePage page = { rows, n_rows, NULL, TRUE, 1, 0 };

  g_assert_no_error (error);
  hfs_store_run_add (run, &page, &error);
  g_assert_no_error (error);
  info = hfs_store_run_commit (run, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (info->complete);
  return hfs_engine_new (archive, fixture->publishers);
}

/* Draws that look random and are the same each time. */
static guint
draw (guint64 *state,
      guint    below)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) (*state >> 33) % below;
}

static void
name_model (HfsModelRow *row,
            guint        i,
            guint64     *state,
            GPtrArray   *owned)
{
  const char *account = accounts[draw (state, G_N_ELEMENTS (accounts))];

  row->id = i == 0 ? g_strdup ("sentence-transformers/all-MiniLM-L6-v2")
            : i == 3 ? g_strdup ("deepseek-ai/DeepSeek-R1")
            : g_strdup_printf ("%s/%s-%u", account, i % 3 ? "Model" : "OLMo-Granite-Nemotron", i);
  row->hub_id = g_strdup_printf ("64%022x", i);
  g_ptr_array_add (owned, (gpointer) row->id);
  g_ptr_array_add (owned, (gpointer) row->hub_id);
}

/**
 * claims_fixture_hub:
 * @owned: (element-type gpointer): takes what the rows point to
 *
 * Makes a small Hub: accounts that recipes speak of, every size and task, copies of copies, models that say nothing.
 *
 * Returns: (transfer none) (array length=n_rows): the rows, owned by @owned
 */
HfsModelRow *
claims_fixture_hub (guint      n_rows,
                    GPtrArray *owned)
{
  static const char * const tasks[] = { "text-generation", "fill-mask", "image-classification", "automatic-speech-recognition", NULL, "text-generation", "text-generation" };
  static const char * const libraries[] = { "transformers", "gguf", "gguf", NULL, "diffusers" };
  static const char * const licenses[] = { "apache-2.0", "mit", "other", NULL };
  static const gint64 sizes[] = { 0, 22000000, 330000000, 7000000000, 14000000000, 72000000000, 400000000000, 1000000 };
  HfsModelRow *rows = g_new0 (HfsModelRow, n_rows);

  guint64 state = 2026;

  g_ptr_array_add (owned, rows);
  for (guint i = 0; i < n_rows; i++)
    {
      HfsModelRow row = HFS_MODEL_ROW_INIT;

      name_model (&row, i, &state, owned);
      row.downloads = (gint64) draw (&state, 10000) * (draw (&state, 10) == 0 ? 1000 : 1);
      row.downloads_all_time = draw (&state, 8) == 0 ? draw (&state, 400) : row.downloads * (3 + draw (&state, 5));
      row.likes = draw (&state, 5000);
      row.created_at = G_GINT64_CONSTANT (1672531200) + (gint64) i * 86400 * 2; /* from 2023 on */
      row.safetensors = sizes[draw (&state, G_N_ELEMENTS (sizes))];
      row.task = tasks[draw (&state, G_N_ELEMENTS (tasks))];
      row.library = libraries[draw (&state, G_N_ELEMENTS (libraries))];
      row.license = licenses[draw (&state, G_N_ELEMENTS (licenses))];
      if (i > 40 && draw (&state, 3) == 0)
        {
          row.base_model = rows[draw (&state, i)].id;
          row.relation = draw (&state, 2) ? HFS_RELATION_QUANTIZED : HFS_RELATION_FINETUNE;
        }
      rows[i] = row;
    }
  return rows;
}

/**
 * claims_fixture_claim:
 * @name: `EDITION/CLAIM`
 *
 * Returns: (transfer none): a claim that has to be there
 */
HfsClaim *
claims_fixture_claim (ClaimsFixture *fixture,
                      const char    *name)
{
  HfsClaim *claim = hfs_editions_find_claim (fixture->editions, name);

  if (claim == NULL)
    g_error ("There is no claim %s", name);
  return claim;
}
