/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsLorenzPoint:
 * @models: share of the models, the most used first; 1 is all
 * @value: the share of the total that they have
 *
 * A point of a Lorenz curve drawn from the top.
 */
typedef struct
{
  double models;
  double value;
} HfsLorenzPoint;

/* All take values from 0, largest first as hfs_statistics_sort() leaves them. */

void            hfs_statistics_sort              (gint64       *values,
                                                  guint         n_values);
gint64          hfs_statistics_sum               (const gint64 *values,
                                                  guint         n_values);
double          hfs_statistics_mean              (const gint64 *values,
                                                  guint         n_values);
double          hfs_statistics_quantile          (const gint64 *values,
                                                  guint         n_values,
                                                  double        part);
double          hfs_statistics_median            (const gint64 *values,
                                                  guint         n_values);
double          hfs_statistics_top_share         (const gint64 *values,
                                                  guint         n_values,
                                                  guint         top);
double          hfs_statistics_gini              (const gint64 *values,
                                                  guint         n_values);
double          hfs_statistics_hhi               (const gint64 *values,
                                                  guint         n_values);
HfsLorenzPoint *hfs_statistics_lorenz            (const gint64 *values,
                                                  guint         n_values,
                                                  guint         n_points);

/* Values with a weight each, in any order. */

double          hfs_statistics_weighted_mean     (const gint64 *values,
                                                  const gint64 *weights,
                                                  guint         n_values);
double          hfs_statistics_weighted_quantile (const gint64 *values,
                                                  const gint64 *weights,
                                                  guint         n_values,
                                                  double        part);

G_END_DECLS
