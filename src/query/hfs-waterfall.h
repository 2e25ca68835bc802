/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-edition.h"
#include "hfs-finding.h"

G_BEGIN_DECLS

/**
 * HfsWaterfallStep:
 * @rule: what is counted otherwise than in the step before
 * @text: one sentence on what is counted now
 * @recipe: (nullable): how the number is made, %NULL when public data cannot tell
 * @finding: (nullable): the number
 * @lack: (nullable): a sentence on why there is no number
 * @change: the number less that of the last step that has one; NAN for the first of them and where there is none
 *
 * One step on the way from one way to count to another.
 */
typedef struct
{
  HfsRule rule;
  const char *text;
  const HfsRecipe *recipe;
  HfsFinding *finding;
  char *lack;
  double change;
} HfsWaterfallStep;

#define HFS_TYPE_WATERFALL (hfs_waterfall_get_type ())
G_DECLARE_FINAL_TYPE (HfsWaterfall, hfs_waterfall, HFS, WATERFALL, GObject)

GPtrArray    *hfs_waterfalls_new        (GBytes                 *json,
                                         GError                **error);
GPtrArray    *hfs_waterfalls_load       (GError                **error);

const char   *hfs_waterfall_get_id      (HfsWaterfall           *self);
const char   *hfs_waterfall_get_title   (HfsWaterfall           *self);
const char   *hfs_waterfall_get_text    (HfsWaterfall           *self);
guint         hfs_waterfall_get_n_claims (HfsWaterfall          *self);
const char   *hfs_waterfall_get_claim   (HfsWaterfall           *self,
                                         guint                   index);
guint         hfs_waterfall_get_n_steps (HfsWaterfall           *self);

GPtrArray    *hfs_waterfall_compute     (HfsWaterfall           *self,
                                         HfsEngine              *engine);
char         *hfs_waterfall_step_dup_sentence (const HfsWaterfallStep *step);

G_END_DECLS
