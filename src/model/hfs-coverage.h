/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-snapshot.h"

G_BEGIN_DECLS

/**
 * HfsCoverage:
 * @models: how many models were fetched
 * @all_models: how many the Hub has, 0 when that is not known
 * @models_share: of all models of the Hub; NAN when their number is not known
 * @downloads: downloads of the models that were fetched
 * @least: downloads of the least downloaded of them: no other model can have more
 * @least_share: the share of the Hub's downloads that they have at the very least; NAN when it cannot be known
 *
 * What part of the Hub a snapshot holds.
 */
typedef struct
{
  gint64 models;
  gint64 all_models;
  double models_share;
  gint64 downloads;
  gint64 least;
  double least_share;
} HfsCoverage;

HfsCoverage  hfs_coverage_of           (HfsSnapshot       *snapshot,
                                        gint64             all_models);
char        *hfs_coverage_dup_sentence (const HfsCoverage *self);

G_END_DECLS
