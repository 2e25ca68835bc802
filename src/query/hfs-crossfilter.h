/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-explore.h"
#include "hfs-facets.h"

G_BEGIN_DECLS

/**
 * HfsCrossfilter:
 *
 * Linked dimensions, each filtered by what is selected in all the others, but not by its own.
 *
 * Keeps the cells, the combinations of values that models have in these dimensions, and their sums: a new
 * selection costs one pass over the cells, and not over the models.
 */
typedef struct _HfsCrossfilter HfsCrossfilter;

HfsCrossfilter *hfs_crossfilter_new           (const HfsDimensionId  *dimensions,
                                               guint                  n_dimensions);
void            hfs_crossfilter_free          (HfsCrossfilter        *self);

guint           hfs_crossfilter_get_n_links   (HfsCrossfilter        *self);
HfsDimensionId  hfs_crossfilter_get_dimension (HfsCrossfilter        *self,
                                               guint                  index);
GPtrArray      *hfs_crossfilter_answer        (HfsCrossfilter        *self,
                                               HfsFacets             *facets,
                                               HfsQuery              *state,
                                               HfsExploreTotals      *totals,
                                               GError               **error);

G_END_DECLS
