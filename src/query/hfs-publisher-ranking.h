/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-grouping.h"

G_BEGIN_DECLS

/**
 * HfsPublisherRanking:
 * @facet: (borrowed): the accounts
 * @sums: of each account
 * @decisions: (array) (element-type HfsPublisher): what is known of each account, %NULL where nothing is
 * @order: (array length=n_accounts): codes of the accounts that have models, the largest value first
 *
 * All publishers of a snapshot in the order of a measure. Immutable; counted in references.
 */
typedef struct
{
  HfsFacets *facets;
  HfsPublishers *publishers;
  const HfsFacet *facet;
  HfsSums *sums;
  const HfsPublisher **decisions;
  guint32 *order;
  guint n_accounts;
} HfsPublisherRanking;

HfsPublisherRanking *hfs_publisher_ranking_new    (HfsFacets            *facets,
                                                   HfsQuery             *query,
                                                   GError              **error);
HfsPublisherRanking *hfs_publisher_ranking_ref    (HfsPublisherRanking  *self);
void                 hfs_publisher_ranking_unref  (HfsPublisherRanking  *self);
const char          *hfs_publisher_ranking_get_account (const HfsPublisherRanking *self,
                                                   guint                 place);
guint32             *hfs_publisher_ranking_search (HfsPublisherRanking  *self,
                                                   const char           *text,
                                                   guint                *n_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsPublisherRanking, hfs_publisher_ranking_unref)

G_END_DECLS
