/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-lineage.h"
#include "hfs-publishers.h"
#include "hfs-query.h"
#include "hfs-snapshot.h"

G_BEGIN_DECLS

/**
 * HfsFacet:
 * @codes: a number below the length of @keys for each row of the snapshot
 * @keys: (element-type utf8): the keys of the rows of a result; an empty one has no models
 * @text: (nullable): holds those keys that are in no dictionary
 * @made: (nullable): holds the codes when they are no column of the snapshot
 *
 * How the models of a snapshot fall into the rows of one dimension. Read only.
 */
typedef struct
{
  HfsColumn codes;
  GPtrArray *keys;
  GStringChunk *text;
  gpointer made;
} HfsFacet;

#define HFS_TYPE_FACETS (hfs_facets_get_type ())
G_DECLARE_FINAL_TYPE (HfsFacets, hfs_facets, HFS, FACETS, GObject)

HfsFacets      *hfs_facets_new            (HfsSnapshot    *snapshot,
                                           HfsPublishers  *publishers);

HfsSnapshot    *hfs_facets_get_snapshot   (HfsFacets      *self);
HfsPublishers  *hfs_facets_get_publishers (HfsFacets      *self);
HfsLineage     *hfs_facets_get_lineage    (HfsFacets      *self);
const HfsFacet *hfs_facets_get            (HfsFacets      *self,
                                           HfsDimensionId  dimension,
                                           HfsAttribution  attribution,
                                           HfsCredit       credit);
const HfsFacet *hfs_facets_get_doubtful   (HfsFacets      *self,
                                           HfsAttribution  attribution,
                                           HfsCredit       credit);
const HfsFacet *hfs_facets_get_for        (HfsFacets      *self,
                                           HfsDimensionId  dimension,
                                           HfsQuery       *query);
int             hfs_facet_find            (const HfsFacet *facet,
                                           const char     *key);

G_END_DECLS
