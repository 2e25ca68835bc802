/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-tags.h"

#include "hfs-languages.h"

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

static const struct
{
  const char *name;
  HfsRelation relation;
} relations[] = {
  { "finetune", HFS_RELATION_FINETUNE },
  { "adapter", HFS_RELATION_ADAPTER },
  { "quantized", HFS_RELATION_QUANTIZED },
  { "merge", HFS_RELATION_MERGE },
};

/**
 * hfs_hub_is_model_id:
 *
 * Returns: whether @id is one word, or two with a slash between, and nothing that could be a path or a formula of one
 */
gboolean
hfs_hub_is_model_id (const char *id)
{
  const char *slash = strchr (id, '/');

  return *id != '\0' && *id != '/' && strchr (id, ' ') == NULL &&
    (slash == NULL || (slash[1] != '\0' && strchr (slash + 1, '/') == NULL));
}

/**
 * hfs_hub_relation_from_text:
 * @length: of @text, which may go on behind it
 *
 * Returns: how the Hub says that a model is made from its base model, %HFS_RELATION_NONE if that is no such word
 */
HfsRelation
hfs_hub_relation_from_text (const char *text,
                            gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (strlen (relations[i].name) == length && strncmp (relations[i].name, text, length) == 0)
      return relations[i].relation;
  return HFS_RELATION_NONE;
}

/* `base_model:ORG/NAME` or `base_model:RELATION:ORG/NAME`; a tag with a relation tells more. */
static void
read_base_tag (const char   *text,
               HfsModelRow  *row)
{
  const char *colon = strchr (text, ':');
  const char *id = colon ? colon + 1 : text;
  HfsRelation relation = colon ? hfs_hub_relation_from_text (text, colon - text) : HFS_RELATION_NONE;

  if (!hfs_hub_is_model_id (id) ||
      (row->base_model != NULL && (relation == HFS_RELATION_NONE || row->relation != HFS_RELATION_NONE)))
    return;
  row->base_model = id;
  row->relation = relation;
}

static void
read_tag (const char   *tag,
          HfsModelRow  *row,
          GPtrArray    *languages)
{
  const char *language;

  if (g_str_has_prefix (tag, "license:"))
    {
      if (row->license == NULL && tag[8] != '\0')
        row->license = tag + 8;
    }
  else if (g_str_has_prefix (tag, "base_model:"))
    read_base_tag (tag + 11, row);
  else if (strchr (tag, ':') == NULL)
    {
      language = hfs_language_from_tag (tag);
      if (language != NULL && !g_ptr_array_find (languages, language, NULL))
        g_ptr_array_add (languages, (gpointer) language);
      else if (row->task == NULL && g_strv_contains (tasks, tag))
        row->task = tag;
      else if (row->library == NULL && g_strv_contains (libraries, tag))
        row->library = tag;
    }
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * hfs_hub_tags_apply:
 * @tags: (element-type utf8): of a model; they must outlive @row
 * @lists: (element-type gpointer): takes the list that @row points to
 *
 * Takes from the tags what no field of its own has said.
 */
void
hfs_hub_tags_apply (GPtrArray   *tags,
                    HfsModelRow *row,
                    GPtrArray   *lists)
{
  g_autoptr (GPtrArray) languages = NULL;

  if (tags->len == 0)
    return;
  languages = g_ptr_array_new ();
  for (guint i = 0; i < tags->len; i++)
    read_tag (g_ptr_array_index (tags, i), row, languages);
  if (languages->len == 0)
    return;
  g_ptr_array_sort (languages, compare_words);
  g_ptr_array_add (languages, NULL);
  row->languages = (const char * const *) languages->pdata;
  g_ptr_array_add (lists, g_ptr_array_steal (languages, NULL));
}
