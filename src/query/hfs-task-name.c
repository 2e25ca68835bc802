/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-task-name.h"

#include <glib/gi18n-lib.h>

/* The tasks of the Hub in words, and those that it once had. */
static const struct
{
  const char *task;
  const char *name;
} names[] = {
  /* Translators: what a model is for, inside a sentence. At the beginning of a line the first letter is made large. */
  { "any-to-any", N_("anything to anything") },
  { "audio-classification", N_("audio classification") },
  { "audio-text-to-text", N_("audio and text to text") },
  { "audio-to-audio", N_("audio to audio") },
  { "automatic-speech-recognition", N_("speech recognition") },
  { "conversational", N_("conversation") },
  { "depth-estimation", N_("depth estimation") },
  { "document-question-answering", N_("questions about documents") },
  { "feature-extraction", N_("feature extraction") },
  { "fill-mask", N_("filling in missing words") },
  { "graph-ml", N_("networks and graphs") },
  { "image-classification", N_("image classification") },
  { "image-feature-extraction", N_("image feature extraction") },
  { "image-segmentation", N_("image segmentation") },
  { "image-text-to-image", N_("image and text to image") },
  { "image-text-to-text", N_("image and text to text") },
  { "image-text-to-video", N_("image and text to video") },
  { "image-to-3d", N_("image to 3D") },
  { "image-to-image", N_("image to image") },
  { "image-to-text", N_("image to text") },
  { "image-to-video", N_("image to video") },
  { "keypoint-detection", N_("keypoint detection") },
  { "mask-generation", N_("cutting out objects") },
  { "multiple-choice", N_("multiple choice") },
  { "object-detection", N_("object detection") },
  { "question-answering", N_("question answering") },
  { "reinforcement-learning", N_("reinforcement learning") },
  { "robotics", N_("robotics") },
  { "sentence-similarity", N_("sentence similarity") },
  { "summarization", N_("summarising") },
  { "table-question-answering", N_("questions about tables") },
  { "table-to-text", N_("table to text") },
  { "tabular-classification", N_("table classification") },
  { "tabular-regression", N_("estimating numbers from tables") },
  { "tabular-to-text", N_("table data to text") },
  { "text-classification", N_("text classification") },
  { "text-generation", N_("text generation") },
  { "text-ranking", N_("text ranking") },
  { "text-retrieval", N_("text search") },
  { "text-to-3d", N_("text to 3D") },
  { "text-to-audio", N_("text to audio") },
  { "text-to-image", N_("text to image") },
  { "text-to-speech", N_("text to speech") },
  { "text-to-video", N_("text to video") },
  { "text2text-generation", N_("text to text") },
  { "time-series-forecasting", N_("time series forecasting") },
  { "token-classification", N_("word classification") },
  { "translation", N_("translation") },
  { "unconditional-image-generation", N_("image generation without a prompt") },
  { "video-classification", N_("video classification") },
  { "video-text-to-text", N_("video and text to text") },
  { "video-to-video", N_("video to video") },
  { "visual-document-retrieval", N_("search in pictures of documents") },
  { "visual-question-answering", N_("questions about images") },
  { "voice-activity-detection", N_("finding speech in audio") },
  { "zero-shot-classification", N_("text classification into new classes") },
  { "zero-shot-image-classification", N_("image classification into new classes") },
  { "zero-shot-object-detection", N_("detection of new objects") },
};

static const char *
find_name (const char *task)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].task, task))
      return _(names[i].name);
  return NULL;
}

/**
 * hfs_task_dup_name:
 * @task: as the Hub writes it, such as `fill-mask`
 *
 * Returns: (transfer full): what it is called inside a sentence, in the reader's language; @task itself when it is not known
 */
char *
hfs_task_dup_name (const char *task)
{
  const char *name = find_name (task);

  return g_strdup (name ? name : task);
}

/**
 * hfs_task_dup_label:
 * @task: as the Hub writes it, such as `fill-mask`
 *
 * Returns: (transfer full): its name with a large first letter; @task itself when it is not known
 */
char *
hfs_task_dup_label (const char *task)
{
  const char *name = find_name (task);
  char first[7] = "";

  if (name == NULL)
    return g_strdup (task);
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (name)), first);
  return g_strconcat (first, g_utf8_next_char (name), NULL);
}
