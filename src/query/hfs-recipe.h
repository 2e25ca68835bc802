/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"
#include "hfs-schema.h"

G_BEGIN_DECLS

/**
 * HfsStatistic:
 * @HFS_STATISTIC_SHARE: what the rows have of the whole
 * @HFS_STATISTIC_VALUE: what the rows have; without rows, what all have
 * @HFS_STATISTIC_MODELS: how many models the rows have; without rows, how many there are
 * @HFS_STATISTIC_RATIO: what the rows have, divided by what the rows against have
 * @HFS_STATISTIC_RANK: the place of the row by its value, from 1
 * @HFS_STATISTIC_SHARE_BELOW: the share of models whose value is below the limit
 * @HFS_STATISTIC_SHARE_LARGER: the share of the value that models with more parameters than the limit have
 * @HFS_STATISTIC_TOP_SHARE: the share of the value that the first models have: a number of them, or per cent
 * @HFS_STATISTIC_TOP_MEDIAN_RATIO: the median value of the first models in the rows, divided by that in the rows against
 * @HFS_STATISTIC_MEAN_SIZE: the mean number of parameters, weighted by value, of models whose size is known
 * @HFS_STATISTIC_MEDIAN_SIZE: the median of the same
 * @HFS_STATISTIC_OVERLAP: how many models are among the first both by downloads and by likes
 * @HFS_STATISTIC_DERIVATIVES: how many models are made from models of the rows, which are publishers
 * @HFS_STATISTIC_DERIVATIVES_RATIO: the same, divided by that of the rows against
 * @HFS_STATISTIC_PUBLISHERS_SHARE: what the rows have of the whole of the first publishers
 *
 * How one number is made from a snapshot.
 */
typedef enum
{
  HFS_STATISTIC_SHARE,
  HFS_STATISTIC_VALUE,
  HFS_STATISTIC_MODELS,
  HFS_STATISTIC_RATIO,
  HFS_STATISTIC_RANK,
  HFS_STATISTIC_SHARE_BELOW,
  HFS_STATISTIC_SHARE_LARGER,
  HFS_STATISTIC_TOP_SHARE,
  HFS_STATISTIC_TOP_MEDIAN_RATIO,
  HFS_STATISTIC_MEAN_SIZE,
  HFS_STATISTIC_MEDIAN_SIZE,
  HFS_STATISTIC_OVERLAP,
  HFS_STATISTIC_DERIVATIVES,
  HFS_STATISTIC_DERIVATIVES_RATIO,
  HFS_STATISTIC_PUBLISHERS_SHARE,
  HFS_N_STATISTICS,
} HfsStatistic;

/**
 * HfsComparison:
 * @HFS_COMPARISON_EQUALS: as published, give or take the tolerance
 * @HFS_COMPARISON_AT_LEAST: as published or more
 * @HFS_COMPARISON_AT_MOST: as published or less
 * @HFS_COMPARISON_GREATER: the rows have more than the rows against
 *
 * When a claim agrees with a number of ours.
 */
typedef enum
{
  HFS_COMPARISON_EQUALS,
  HFS_COMPARISON_AT_LEAST,
  HFS_COMPARISON_AT_MOST,
  HFS_COMPARISON_GREATER,
  HFS_N_COMPARISONS,
} HfsComparison;

/**
 * HfsRule:
 * @HFS_RULE_WINDOW: which time is counted
 * @HFS_RULE_POPULATION: which models are counted
 * @HFS_RULE_CREDIT: whom a copy counts for
 * @HFS_RULE_CLASSIFICATION: who says which country, type or size something has
 * @HFS_RULE_COUNTING: how it is counted
 *
 * What two numbers about the same thing can differ in.
 */
typedef enum
{
  HFS_RULE_WINDOW,
  HFS_RULE_POPULATION,
  HFS_RULE_CREDIT,
  HFS_RULE_CLASSIFICATION,
  HFS_RULE_COUNTING,
  HFS_N_RULES,
} HfsRule;

/**
 * HfsDifference:
 * @rule: what is done otherwise
 * @text: one sentence on how
 *
 * A rule of the source that no data of ours can follow.
 */
typedef struct
{
  HfsRule rule;
  char *text;
} HfsDifference;

/**
 * HfsRecipe:
 * @query: the question
 * @needs_complete: it is asked of the newest snapshot with every model, and not of the newest one
 * @statistic: how the number is made
 * @rows: (array zero-terminated=1): keys of the rows
 * @against: (array zero-terminated=1): keys of the rows that they are compared with
 * @limit: of statistics that have one
 * @count: how many of the first, 0 for none
 * @percent: how many per cent of the models, 0 for none
 * @comparison: when the claim agrees
 * @tolerance: in the unit of the published figure
 * @earlier: whether the earlier number of a change is tested, and not the later one
 * @differences: (element-type HfsDifference): what the source does otherwise
 *
 * How a claim is tested.
 */
typedef struct
{
  HfsQuery *query;
  gboolean needs_complete;
  HfsStatistic statistic;
  char **rows;
  char **against;
  double limit;
  guint count;
  double percent;
  HfsComparison comparison;
  double tolerance;
  gboolean earlier;
  GPtrArray *differences;
} HfsRecipe;

extern const HfsSchemaMember hfs_recipe_schema[];
extern const HfsSchemaMember hfs_difference_schema[];
extern const char * const hfs_comparison_keys[];
extern const char * const hfs_rule_keys[];

char      **hfs_recipe_dup_texts     (JsonObject   *json,
                                      const char   *member);
GPtrArray  *hfs_differences_new_from_json (JsonObject *json);

HfsRecipe  *hfs_recipe_new_from_json (JsonObject   *json,
                                      const char   *place,
                                      GError      **error);
void        hfs_recipe_free          (HfsRecipe    *recipe);

gboolean    hfs_statistic_is_share   (HfsStatistic  statistic);
const char *hfs_statistic_get_key    (HfsStatistic  statistic);
const char *hfs_rule_get_key         (HfsRule       rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsRecipe, hfs_recipe_free)

G_END_DECLS
