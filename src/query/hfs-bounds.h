/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-verdict.h"

G_BEGIN_DECLS

/**
 * HfsBound:
 * @HFS_BOUND_COUNTED: the unknown stands apart, as it is counted
 * @HFS_BOUND_LEAST: all of the unknown belongs to the strongest rival
 * @HFS_BOUND_PROPORTIONAL: the unknown is spread as the known is; this is also what leaving it out gives
 * @HFS_BOUND_MOST: all of the unknown belongs to the rows
 *
 * What the unknown could be.
 */
typedef enum
{
  HFS_BOUND_COUNTED,
  HFS_BOUND_LEAST,
  HFS_BOUND_PROPORTIONAL,
  HFS_BOUND_MOST,
  HFS_N_BOUNDS,
} HfsBound;

/**
 * HfsBounds:
 * @values: (array): the number in each case; a share is 1 for all
 * @unknown: the share of the whole that is unknown
 *
 * How far a number could be from the truth because publishers, sizes or tasks are unknown.
 */
typedef struct
{
  double values[HFS_N_BOUNDS];
  double unknown;
} HfsBounds;

gboolean  hfs_bounds_of_share     (HfsResult          *result,
                                   const char * const *rows,
                                   HfsBounds          *bounds);
gboolean  hfs_bounds_of_ratio     (HfsResult          *result,
                                   const char * const *rows,
                                   const char * const *against,
                                   HfsBounds          *bounds);
gboolean  hfs_bounds_of_verdict   (HfsVerdict         *verdict,
                                   HfsEngine          *engine,
                                   HfsBounds          *bounds);
guint     hfs_bounds_count        (const HfsBounds    *bounds,
                                   HfsClaim           *claim);
char     *hfs_bounds_dup_sentence (const HfsBounds    *bounds,
                                   HfsClaim           *claim);
char     *hfs_bounds_dup_row_sentence (const HfsBounds *bounds,
                                       const char      *label);

G_END_DECLS
