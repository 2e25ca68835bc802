/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-publishers.h"
#include "hfs-query.h"
#include "hfs-snapshot.h"

G_BEGIN_DECLS

/**
 * HfsFacet:
 * @codes: (array): a number below the length of @keys for each row of the snapshot
 * @keys: (element-type utf8): the keys of the rows of a result
 *
 * How the models of a snapshot fall into the rows of one dimension. Read only.
 */
typedef struct
{
  guint *codes;
  GPtrArray *keys;
} HfsFacet;

#define HFS_TYPE_FACETS (hfs_facets_get_type ())
G_DECLARE_FINAL_TYPE (HfsFacets, hfs_facets, HFS, FACETS, GObject)

HfsFacets      *hfs_facets_new          (HfsSnapshot    *snapshot,
                                         HfsPublishers  *publishers);

HfsSnapshot    *hfs_facets_get_snapshot (HfsFacets      *self);
const HfsFacet *hfs_facets_get          (HfsFacets      *self,
                                         HfsDimensionId  dimension,
                                         HfsAttribution  attribution,
                                         HfsCredit       credit);
int             hfs_facet_find          (const HfsFacet *facet,
                                         const char     *key);

G_END_DECLS
