/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-facets.h"

G_BEGIN_DECLS

HfsFacet *hfs_facet_make (HfsSnapshot    *snapshot,
                          HfsPublishers  *publishers,
                          HfsLineage     *lineage,
                          HfsDimensionId  dimension,
                          HfsAttribution  attribution,
                          HfsCredit       credit);
void      hfs_facet_free (HfsFacet       *facet);

G_END_DECLS
