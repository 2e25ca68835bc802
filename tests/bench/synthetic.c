/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "synthetic.h"

#include "hfs-csv.h"
#include "hfs-data-resources.h"

#include <math.h>

#define SEED 20260317

struct _Synthetic
{
  GObject parent_instance;

  GRand *random;        /* (owned) */
  GPtrArray *accounts;  /* (owned) (element-type utf8): those that are classified */
  guint n_models;
  guint n_done;
  HfsModelRow row;
  char id[128];
  char base[128];
  const char *languages[4];
};

G_DEFINE_FINAL_TYPE (Synthetic, synthetic, G_TYPE_OBJECT)

static const char * const tasks[] = {
  "text-generation", "text-classification", "text-to-image", "automatic-speech-recognition", "image-classification",
  "token-classification", "fill-mask", "sentence-similarity", "reinforcement-learning", "feature-extraction",
  "question-answering", "translation", "summarization", "object-detection", "image-text-to-text", "robotics",
  "text-to-speech", "any-to-any", "zero-shot-classification", "time-series-forecasting",
};
static const char * const libraries[] = {
  "transformers", "diffusers", "peft", "sentence-transformers", "stable-baselines3", "gguf", "timm", "mlx", "lerobot",
  "setfit", "spacy", "keras", "ml-agents", "onnx",
};
static const char * const licenses[] = {
  "apache-2.0", "mit", "other", "openrail", "llama3.1", "cc-by-nc-4.0", "creativeml-openrail-m", "gemma", "cc-by-4.0", "unknown",
};
static const char * const languages[] = {
  "en", "zh", "de", "fr", "es", "ja", "ko", "ru", "pt", "it", "ar", "hi", "pl", "nl", "tr", "vi", "id", "uk", "fa", "sv",
};
static const char * const stems[] = {
  "Llama-3.1-8B-Instruct", "Qwen2.5-7B", "mistral-7b-v0.3", "bert-base-finetuned", "distilbert-emotion", "gemma-2-2b-it", "whisper-small",
  "wav2vec2-large-xlsr", "vit-base-patch16", "ppo-LunarLander-v2", "lora-sdxl-style", "t5-small-summary", "Mixtral-8x7B", "act_policy",
};

#define PICK(self, words) words[(guint) (pow (g_rand_double ((self)->random), 3) * G_N_ELEMENTS (words))]

static void
synthetic_finalize (GObject *object)
{
  Synthetic *self = HFS_SYNTHETIC (object);

  g_rand_free (self->random);
  g_ptr_array_unref (self->accounts);

  G_OBJECT_CLASS (synthetic_parent_class)->finalize (object);
}

static void
synthetic_class_init (SyntheticClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = synthetic_finalize;
}

static void
synthetic_init (Synthetic *self)
{
  g_autoptr (GBytes) csv = g_resource_lookup_data (hfs_data_get_resource (), "/org/example/HfState/data/publishers/publishers.csv",
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (csv, NULL);

  self->random = g_rand_new_with_seed (SEED);
  self->accounts = g_ptr_array_new_with_free_func (g_free);
  while (hfs_csv_reader_next (reader, NULL))
    g_ptr_array_add (self->accounts, g_strdup (hfs_csv_reader_get_field (reader, 0)));
}

Synthetic *
synthetic_new (guint n_models)
{
  Synthetic *self = g_object_new (TYPE_SYNTHETIC, NULL);

  self->n_models = n_models;
  return self;
}

/* Classified accounts have the most used models; of the others most have one or two. */
static void
write_id (Synthetic *self,
          char      *id,
          gsize      size,
          guint      number)
{
  double luck = g_rand_double (self->random), place = (double) number / self->n_models;
  const char *stem = PICK (self, stems);

  if (luck > 0.15 + 0.8 * sqrt (place))
    g_snprintf (id, size, "%s/%s-%u", (char *) self->accounts->pdata[(guint) (pow (g_rand_double (self->random), 2) * self->accounts->len)],
                stem, number);
  else
    g_snprintf (id, size, "user-%u/%s-%u", (guint) (pow (g_rand_double (self->random), 1.6) * self->n_models / 4), stem, number);
}

static void
choose_words (Synthetic *self)
{
  GRand *random = self->random;
  guint n_languages = 0;

  self->row.task = g_rand_double (random) < 0.55 ? PICK (self, tasks) : NULL;
  self->row.library = g_rand_double (random) < 0.7 ? PICK (self, libraries) : NULL;
  self->row.license = g_rand_double (random) < 0.4 ? PICK (self, licenses) : NULL;
  while (n_languages < 3 && g_rand_double (random) < 0.25)
    {
      self->languages[n_languages] = PICK (self, languages);
      n_languages += n_languages == 0 || self->languages[n_languages] != self->languages[n_languages - 1];
    }
  self->languages[n_languages] = NULL;
  self->row.languages = n_languages > 0 ? self->languages : NULL;
}

static void
choose_base (Synthetic *self)
{
  static const HfsRelation relations[] = { HFS_RELATION_ADAPTER, HFS_RELATION_FINETUNE, HFS_RELATION_QUANTIZED, HFS_RELATION_MERGE };

  self->row.base_model = NULL;
  self->row.relation = HFS_RELATION_NONE;
  if (g_rand_double (self->random) >= 0.28)
    return;
  g_snprintf (self->base, sizeof self->base, "%s/%s",
              (char *) self->accounts->pdata[(guint) (pow (g_rand_double (self->random), 6) * self->accounts->len)], PICK (self, stems));
  self->row.base_model = self->base;
  self->row.relation = PICK (self, relations);
}

/* The next model, good until the one after it; NULL when there are no more. */
const HfsModelRow *
synthetic_next (Synthetic *self)
{
  double place = (double) (self->n_done + 1) / self->n_models;

  if (self->n_done == self->n_models)
    return NULL;
  self->row = (HfsModelRow) HFS_MODEL_ROW_INIT;
  write_id (self, self->id, sizeof self->id, self->n_done);
  self->row.id = self->id;
  self->row.downloads = place < 0.69 ? (gint64) (2.6e8 * pow (self->n_done + 1, -1.05) + 3 * (0.69 - place)) : 0;
  self->row.downloads_all_time = self->row.downloads * g_rand_int_range (self->random, 3, 40) + g_rand_int_range (self->random, 0, 30);
  self->row.likes = (gint64) (self->row.downloads / 20000.0 + pow (g_rand_double (self->random), 20) * 400);
  self->row.created_at = 1646263700 + (gint64) (sqrt (g_rand_double (self->random)) * 141e6);
  self->row.safetensors = g_rand_double (self->random) < 0.3 ? (gint64) exp (g_rand_double_range (self->random, 15, 25.5)) : 0;
  choose_words (self);
  choose_base (self);
  self->n_done++;
  return &self->row;
}
