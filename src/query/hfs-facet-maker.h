/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-facets.h"

G_BEGIN_DECLS

/* Not a dimension of queries: the accounts whose place is a decision that could have gone another way, and the empty key. */
#define HFS_FACET_DOUBTFUL HFS_N_DIMENSIONS

HfsFacet *hfs_facet_make (HfsSnapshot    *snapshot,
                          HfsPublishers  *publishers,
                          HfsLineage     *lineage,
                          guint           dimension,
                          HfsAttribution  attribution,
                          HfsCredit       credit);
void      hfs_facet_free (HfsFacet       *facet);

G_END_DECLS
