/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-tags.h"

#include "hfs-config.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The tasks of the Hub, as huggingface.js lists them (packages/tasks/src/pipelines.ts). */
static const char * const tasks[] = {
  "any-to-any", "audio-classification", "audio-text-to-text", "audio-to-audio", "automatic-speech-recognition",
  "depth-estimation", "document-question-answering", "feature-extraction", "fill-mask", "graph-ml",
  "image-classification", "image-feature-extraction", "image-segmentation", "image-text-to-image",
  "image-text-to-text", "image-text-to-video", "image-to-3d", "image-to-image", "image-to-text", "image-to-video",
  "keypoint-detection", "mask-generation", "multiple-choice", "object-detection", "question-answering",
  "reinforcement-learning", "robotics", "sentence-similarity", "summarization", "table-question-answering",
  "table-to-text", "tabular-classification", "tabular-regression", "tabular-to-text", "text-classification",
  "text-generation", "text-ranking", "text-retrieval", "text-to-3d", "text-to-audio", "text-to-image",
  "text-to-speech", "text-to-video", "time-series-forecasting", "token-classification", "translation",
  "unconditional-image-generation", "video-classification", "video-text-to-text", "video-to-video",
  "visual-document-retrieval", "visual-question-answering", "voice-activity-detection",
  "zero-shot-classification", "zero-shot-image-classification", "zero-shot-object-detection", NULL,
};

/* Libraries that the Hub names by a tag alike; what is a file format besides, such as onnx, is not among them. */
static const char * const libraries[] = {
  "adapter-transformers", "allennlp", "asteroid", "bertopic", "diffusers", "espnet", "fairseq", "fastai", "fasttext",
  "flair", "keras", "keras-hub", "mlx", "ml-agents", "nemo", "open_clip", "paddlenlp", "peft", "pyannote-audio",
  "sentence-transformers", "setfit", "sklearn", "spacy", "span-marker", "speechbrain", "stable-baselines3", "stanza",
  "tensorflowtts", "timm", "transformers", "transformers.js", "ultralytics", NULL,
};

/* Codes with three letters that ISO 639-2 does not have and models are made for; all of ISO 639-3 would take
 * method names for languages: moe, tts, vit and others are codes there. */
static const char * const more_languages[] = {
  "apc", "ary", "arz", "azb", "bho", "ckb", "cmn", "hak", "hne", "lzh", "mag", "nan", "pnb", "wuu", "yue", NULL,
};

/* Codes of ISO 639-2 that are words of another meaning among the tags of models. */
static const char * const no_languages[] = {
  "ace", "art", "bat", "bin", "cop", "dim", "gem", "gon", "lam", "mis", "sam", "sel", "sog", "und", "zxx", NULL,
};

static void
add_language (JsonArray *array,
              guint      index,
              JsonNode  *node,
              gpointer   user_data)
{
  GHashTable *codes = user_data;
  JsonObject *entry = json_node_get_object (node);
  const char *three = json_object_get_string_member_with_default (entry, "alpha_3", "");
  const char *old = json_object_get_string_member_with_default (entry, "bibliographic", NULL);
  const char *two = json_object_get_string_member_with_default (entry, "alpha_2", NULL);

  if (strlen (three) != 3 || g_strv_contains (no_languages, three))
    return;
  g_hash_table_insert (codes, g_strdup (three), (gpointer) g_intern_string (two ? two : three));
  if (old != NULL)
    g_hash_table_insert (codes, g_strdup (old), (gpointer) g_intern_string (two ? two : three));
  if (two != NULL)
    g_hash_table_insert (codes, g_strdup (two), (gpointer) g_intern_string (two));
}

/* The languages of Debian's iso-codes, read once: each code to the shortest one of its language. */
static GHashTable *
get_languages (void)
{
  static GHashTable *languages;

  if (g_once_init_enter (&languages))
    {
      GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autoptr (GError) error = NULL;

      if (json_parser_load_from_mapped_file (parser, HFS_ISO_CODES_DIR "/iso_639-2.json", &error))
        json_array_foreach_element (
          json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "639-2"),
          add_language, codes);
      else
        g_warning ("The list of languages cannot be read: %s", error->message);
      for (guint i = 0; more_languages[i] != NULL; i++)
        g_hash_table_insert (codes, g_strdup (more_languages[i]), (gpointer) g_intern_string (more_languages[i]));
      g_hash_table_insert (codes, g_strdup ("multilingual"), (gpointer) g_intern_string ("mul"));
      g_once_init_leave (&languages, codes);
    }
  return languages;
}

/**
 * hfs_hub_tag_get_language:
 * @tag: a tag of a model
 *
 * Tells languages from other short tags, by ISO 639-1 and 639-2. `eng`, `en` and `fre`,
 * `fr` are one.
 *
 * Returns: (transfer none) (nullable): the code, with two letters where there is one, the same pointer
 *   for the same language; %NULL for another tag
 */
const char *
hfs_hub_tag_get_language (const char *tag)
{
  return g_hash_table_lookup (get_languages (), tag);
}

/**
 * hfs_hub_tag_is_task:
 *
 * Returns: whether @tag is a task of the Hub
 */
gboolean
hfs_hub_tag_is_task (const char *tag)
{
  return g_strv_contains (tasks, tag);
}

/**
 * hfs_hub_tag_is_library:
 *
 * Returns: whether @tag is a library that the Hub knows
 */
gboolean
hfs_hub_tag_is_library (const char *tag)
{
  return g_strv_contains (libraries, tag);
}
