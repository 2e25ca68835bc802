/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-recipe.h"

G_BEGIN_DECLS

/**
 * HfsFinding:
 * @value: the number; a share is 1 for all
 * @part: what a share or a ratio is made of
 * @whole: what @part is divided by; 0 where nothing is divided
 * @n_models: how many models were looked at
 * @query: the question as it was asked, of a snapshot that is named
 * @snapshot: what it was asked of
 * @stands_in: whether the downloads of 30 days stand in for those of all time, which the snapshot does not state
 *
 * One number of ours, and what it is made of.
 */
typedef struct
{
  double value;
  double part;
  double whole;
  gint64 n_models;
  HfsQuery *query;
  HfsSnapshotInfo *snapshot;
  gboolean stands_in;
} HfsFinding;

HfsFinding *hfs_finding_new           (HfsEngine        *engine,
                                       const HfsRecipe  *recipe,
                                       GError          **error);
HfsFinding *hfs_finding_new_for_query (HfsEngine        *engine,
                                       const HfsRecipe  *recipe,
                                       HfsQuery         *query,
                                       GError          **error);
void        hfs_finding_free          (HfsFinding       *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsFinding, hfs_finding_free)

G_END_DECLS
