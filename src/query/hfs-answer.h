/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-grouping.h"
#include "hfs-result.h"

G_BEGIN_DECLS

/* Each fills a result that has its query and snapshots set from one population, or from two to compare. */

void hfs_answer_groups        (HfsResult           *result,
                               HfsPublishers       *publishers,
                               const HfsPopulation *now,
                               const HfsPopulation *before);
void hfs_answer_models        (HfsResult           *result,
                               HfsPublishers       *publishers,
                               const HfsPopulation *now,
                               const HfsPopulation *before);
void hfs_answer_concentration (HfsResult           *result,
                               const HfsPopulation *now,
                               const HfsPopulation *before);

/**
 * HfsTally:
 * @key: (borrowed): key of the row
 * @code: its code in the facet, or the row of the snapshot; -1 when it is only in the snapshot compared with
 *
 * A row of a result before it is known whether it will be one: there can be as many as models.
 */
typedef struct
{
  const char *key;
  HfsRowKind kind;
  int code;
  gint64 value;
  gint64 models;
  gint64 before;
  guint rank;
  guint before_rank;
} HfsTally;

/* Shared by them, and by what answers from sums of its own. */
GArray *hfs_answer_tally      (HfsQuery            *query,
                               HfsDimensionId       dimension,
                               const HfsFacet      *facet,
                               const HfsSums       *sums,
                               const HfsFacet      *old_facet,
                               const HfsSums       *old_sums);
void    hfs_answer_finish     (HfsResult           *result,
                               GArray              *tallies);
void    hfs_answer_add_facts  (HfsResult           *result,
                               HfsPublishers       *publishers);

G_END_DECLS
