/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-facets.h"

G_BEGIN_DECLS

/**
 * HfsSample:
 * @facets: the snapshot and how its models fall into rows
 * @n_rows: how many models it holds
 * @mask: (nullable): 1 for each that the filters let through; %NULL lets all through
 * @counts: what is counted of each; without data models are counted
 *
 * The models that a query is about, one by one, for numbers that need more than sums of groups.
 */
typedef struct
{
  HfsFacets *facets;
  guint n_rows;
  guint8 *mask;
  HfsColumn counts;
} HfsSample;

HfsSample *hfs_sample_new           (HfsEngine          *engine,
                                     HfsQuery           *query,
                                     GError            **error);
void       hfs_sample_free          (HfsSample          *sample);

HfsSnapshot *hfs_sample_get_snapshot (HfsSample         *sample);

gboolean   hfs_sample_has           (HfsSample          *sample,
                                     guint               row);
gint64     hfs_sample_value         (HfsSample          *sample,
                                     guint               row);
GArray    *hfs_sample_sort_values   (HfsSample          *sample,
                                     const char * const *size_classes);
GArray    *hfs_sample_rank_rows     (HfsSample          *sample,
                                     const gint64       *values);
gint64     hfs_sample_count_derived (HfsSample          *sample,
                                     HfsPublishers      *publishers,
                                     const char * const *accounts);
gboolean   hfs_sample_states_bases  (HfsSample          *sample);
double     hfs_sample_mean_size     (HfsSample          *sample,
                                     double             *known,
                                     double             *total);
double     hfs_sample_median_size   (HfsSample          *sample,
                                     double             *known,
                                     double             *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsSample, hfs_sample_free)

G_END_DECLS
