/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-tags.h"

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
