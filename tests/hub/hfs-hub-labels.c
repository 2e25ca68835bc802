/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-labels.h"

#include "hfs-hub-json.h"

typedef struct
{
  const char *name;
  const char *library;
  const char *architecture;
} Task;

static const Task tasks[] = {
  { "text-generation", "transformers", "llama" },
  { "text-generation", "transformers", "qwen3" },
  { "text-generation", "peft", "mistral" },
  { "text-to-image", "diffusers", NULL },
  { "text-classification", "transformers", "bert" },
  { "sentence-similarity", "sentence-transformers", "bert" },
  { "fill-mask", "transformers", "roberta" },
  { "automatic-speech-recognition", "transformers", "whisper" },
  { "image-classification", "timm", NULL },
  { "image-text-to-text", "transformers", "gemma3" },
  { "reinforcement-learning", "stable-baselines3", NULL },
  { "token-classification", "transformers", "bert" },
  { NULL, NULL, NULL },
  { NULL, "transformers", NULL },
};

static const char *const languages[] = { "en", "zh", "fr", "de", "ja", "ko", "ar", "pt" };
static const char *const licenses[]
    = { "apache-2.0", "mit", "llama3.1", "other", "cc-by-nc-4.0", "gemma", "openrail" };
static const char *const relations[] = { "", "adapter", "finetune", "quantized", "merge" };

static const Task *
get_task (const HfsHubRow *row)
{
  return &tasks[row->task % G_N_ELEMENTS (tasks)];
}

static void
append_base_tags (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  for (guint i = 0; i < row->n_bases; i++)
    {
      HfsHubRow base;

      hfs_hub_rows_get (rows, row->bases[i], &base);
      g_string_append (json, ",\"base_model:");
      g_string_append (json, base.id);
      g_string_append (json, "\",\"base_model:");
      g_string_append (json, relations[row->relation]);
      g_string_append_c (json, ':');
      g_string_append (json, base.id);
      g_string_append_c (json, '"');
    }
}

/**
 * hfs_hub_row_get_task:
 * @row: a row
 *
 * Returns: (nullable): its pipeline tag
 */
const char *
hfs_hub_row_get_task (const HfsHubRow *row)
{
  if (row->bare || row->oddity == HFS_HUB_ODDITY_NO_PIPELINE || row->oddity == HFS_HUB_ODDITY_NULLS)
    return NULL;
  return get_task (row)->name;
}

/**
 * hfs_hub_row_get_library:
 * @row: a row
 *
 * Returns: (nullable): its library
 */
const char *
hfs_hub_row_get_library (const HfsHubRow *row)
{
  if (row->oddity == HFS_HUB_ODDITY_NO_LIBRARY || row->oddity == HFS_HUB_ODDITY_NULLS)
    return NULL;
  return row->is_gguf ? "gguf" : get_task (row)->library;
}

/**
 * hfs_hub_row_get_architecture:
 * @row: a row
 *
 * Returns: (nullable): the family of its network
 */
const char *
hfs_hub_row_get_architecture (const HfsHubRow *row)
{
  return get_task (row)->architecture;
}

/**
 * hfs_hub_row_get_license:
 * @row: a row
 *
 * Returns: its licence
 */
const char *
hfs_hub_row_get_license (const HfsHubRow *row)
{
  return licenses[hfs_hub_row_draw (row, 24, G_N_ELEMENTS (licenses))];
}

/**
 * hfs_hub_append_bases:
 * @json: where to write
 * @rows: the set @row is from, for the names of base models
 * @row: a row with base models
 *
 * Writes the row's base models and how it came from them, as a JSON object.
 */
void
hfs_hub_append_bases (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  g_string_append (json, "{\"relation\":");
  hfs_hub_append_plain (json, relations[row->relation]);
  g_string_append (json, ",\"models\":[");
  for (guint i = 0; i < row->n_bases; i++)
    {
      HfsHubRow base;

      hfs_hub_rows_get (rows, row->bases[i], &base);
      g_string_append (json, i == 0 ? "{\"_id\":" : ",{\"_id\":");
      hfs_hub_append_plain (json, base.object_id);
      g_string_append (json, ",\"id\":");
      hfs_hub_append_plain (json, base.id);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
}

/**
 * hfs_hub_append_tags:
 * @json: where to write
 * @rows: the set @row is from, for the names of base models
 * @row: a row
 *
 * Writes the row's tags as a JSON array.
 */
void
hfs_hub_append_tags (GString *json, HfsHubRows *rows, const HfsHubRow *row)
{
  const char *words[]
      = { hfs_hub_row_get_library (row), row->is_gguf ? NULL : "safetensors", get_task (row)->architecture,
          hfs_hub_row_get_task (row), languages[hfs_hub_row_draw (row, 23, G_N_ELEMENTS (languages))] };

  if (row->bare || row->oddity == HFS_HUB_ODDITY_NO_TAGS)
    {
      g_string_append (json, "[]");
      return;
    }
  g_string_append_c (json, '[');
  if (row->oddity != HFS_HUB_ODDITY_ONLY_REGION)
    {
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (words[i] != NULL)
          {
            hfs_hub_append_plain (json, words[i]);
            g_string_append_c (json, ',');
          }
      g_string_append (json, "\"license:");
      g_string_append (json, hfs_hub_row_get_license (row));
      g_string_append_c (json, '"');
      append_base_tags (json, rows, row);
      if (row->oddity == HFS_HUB_ODDITY_NON_ASCII_TAGS)
        g_string_append (json, ",\"日本語\",\"español\",\"русский\",\"caf\\u00e9\",\"\\ud83d\\udce6\",\"<b>&amp;\"");
      g_string_append_c (json, ',');
    }
  hfs_hub_append_plain (
      json, hfs_hub_row_draw (row, 26, 20) == 0 && row->oddity == HFS_HUB_ODDITY_NONE ? "region:eu" : "region:us");
  g_string_append_c (json, ']');
}
