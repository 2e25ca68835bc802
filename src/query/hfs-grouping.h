/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-facets.h"

G_BEGIN_DECLS

/**
 * HfsPopulation:
 * @facets: the snapshot and how its models fall into rows
 * @n_rows: how many of the most downloaded models are looked at
 * @mask: (nullable): 1 for each of them that the filters let through; %NULL lets all through
 * @counts: what is counted of each; without data models are counted
 *
 * The models that a query is about, in one snapshot.
 */
typedef struct
{
  HfsFacets *facets;
  guint n_rows;
  guint8 *mask;
  HfsColumn counts;
} HfsPopulation;

/**
 * HfsSums:
 * @values: (array): the sum of values in each group
 * @models: (array): the number of models in each group
 *
 * What falls into each group of a facet.
 */
typedef struct
{
  gint64 *values;
  gint64 *models;
} HfsSums;

/**
 * hfs_population_has:
 *
 * Returns: whether the filters let @row through
 */
static inline gboolean
hfs_population_has (const HfsPopulation *self,
                    guint                row)
{
  return self->mask == NULL || self->mask[row];
}

/**
 * hfs_population_value:
 *
 * Returns: what is counted of @row
 */
static inline gint64
hfs_population_value (const HfsPopulation *self,
                      guint                row)
{
  return self->counts.data ? hfs_column_get (self->counts, row) : 1;
}

guint     hfs_population_count    (const HfsPopulation *self);
gint64   *hfs_population_collect  (const HfsPopulation *self,
                                   guint               *n_values);

HfsSums  *hfs_grouping_sum        (const HfsPopulation *population,
                                   HfsColumn            codes,
                                   guint                n_groups);
gint64   *hfs_grouping_cross      (const HfsPopulation *population,
                                   HfsColumn            codes,
                                   const int           *row_of_code,
                                   guint                n_rows,
                                   HfsColumn            by_codes,
                                   const int           *column_of_code,
                                   guint                n_columns);
HfsSums  *hfs_grouping_sum_pairs  (const HfsPopulation *population,
                                   HfsColumn            codes,
                                   guint                n_groups,
                                   HfsColumn            by_codes,
                                   guint                n_by);
HfsSums  *hfs_sums_fold           (const HfsSums       *self,
                                   guint                n_groups,
                                   guint                n_by,
                                   gboolean             by_columns);
void      hfs_sums_free           (HfsSums             *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsSums, hfs_sums_free)

G_END_DECLS
