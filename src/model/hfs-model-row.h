/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HFS_COUNT_ABSENT      G_GINT64_CONSTANT (-1)
#define HFS_TIME_ABSENT       G_MININT64

/* The lowest creation time that the Hub states, 2022-03-02T23:29:04Z and :05Z: it began to store
 * them then, and every older repository carries it (huggingface_hub, hf_api.py, "created_at"). */
#define HFS_TIME_BACKFILL_END G_GINT64_CONSTANT (1646263746)

/**
 * HfsRelation:
 * @HFS_RELATION_NONE: an original model, or one that does not say
 *
 * How a model is made from its base model, as the Hub names it.
 */
typedef enum
{
  HFS_RELATION_NONE,
  HFS_RELATION_FINETUNE,
  HFS_RELATION_ADAPTER,
  HFS_RELATION_QUANTIZED,
  HFS_RELATION_MERGE,
} HfsRelation;

/**
 * HfsModelRow:
 * @hub_id: (nullable): the 24 hexadecimal digits of `_id`, stable across renames
 * @id: `owner/name`, or a legacy name without owner
 * @downloads: of 30 days, or %HFS_COUNT_ABSENT
 * @downloads_all_time: cumulative, or %HFS_COUNT_ABSENT
 * @likes: or %HFS_COUNT_ABSENT
 * @created_at: seconds since 1970 UTC, or %HFS_TIME_ABSENT
 * @safetensors: parameters counted in the safetensors files, 0 when not stated
 * @gguf: parameters that the GGUF header states, 0 when not stated
 * @stated: parameters that an imported file states, 0 when it does not
 * @languages: (nullable) (array zero-terminated=1): language codes
 * @base_model: (nullable): id of the (first) base model
 *
 * One model as a source states it, before anything is derived. All pointers are borrowed.
 */
typedef struct
{
  const char *hub_id;
  const char *id;
  gint64 downloads;
  gint64 downloads_all_time;
  gint64 likes;
  gint64 created_at;
  gint64 safetensors;
  gint64 gguf;
  gint64 stated;
  const char *task;
  const char *library;
  const char *license;
  const char * const *languages;
  const char *base_model;
  HfsRelation relation;
} HfsModelRow;

#define HFS_MODEL_ROW_INIT { .downloads = HFS_COUNT_ABSENT, .downloads_all_time = HFS_COUNT_ABSENT, \
                             .likes = HFS_COUNT_ABSENT, .created_at = HFS_TIME_ABSENT }

G_END_DECLS
