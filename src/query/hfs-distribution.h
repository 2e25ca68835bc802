/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

G_BEGIN_DECLS

/**
 * HfsDistributionOf:
 * @HFS_DISTRIBUTION_VALUES: what the query counts of each model
 * @HFS_DISTRIBUTION_PARAMETERS: the parameters of each model whose size is known
 * @HFS_DISTRIBUTION_PARAMETERS_WEIGHTED: the same, each as often as what the query counts of the model:
 *   the size of the model that the middle download is of, not of the middle model
 *
 * What is spread out.
 */
typedef enum
{
  HFS_DISTRIBUTION_VALUES,
  HFS_DISTRIBUTION_PARAMETERS,
  HFS_DISTRIBUTION_PARAMETERS_WEIGHTED,
} HfsDistributionOf;

/* The least, a quarter, the median, three quarters and the largest. */
#define HFS_N_QUANTILES 5

/**
 * HfsDistribution:
 * @key: key of the row
 * @label: what readers see
 * @kind: whether it is an answer
 * @models: how many models there are in the group
 * @counted: how many of them have what is spread out: all, or those whose size is known
 * @mean: their mean, weighted where that is asked for; NAN when @counted is 0
 * @quantiles: at 0, 1/4, 1/2, 3/4 and 1; NAN when @counted is 0
 *
 * How a number is spread over the models of one group.
 */
typedef struct
{
  char *key;
  char *label;
  HfsRowKind kind;
  gint64 models;
  gint64 counted;
  double mean;
  double quantiles[HFS_N_QUANTILES];
} HfsDistribution;

GPtrArray *hfs_engine_distribute    (HfsEngine          *engine,
                                     HfsQuery           *query,
                                     HfsDistributionOf   of,
                                     GError            **error);
GPtrArray *hfs_engine_distribute_on (HfsEngine          *engine,
                                     HfsQuery           *query,
                                     HfsSnapshot        *snapshot,
                                     HfsDistributionOf   of,
                                     GError            **error);

G_END_DECLS
