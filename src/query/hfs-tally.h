/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-recipe.h"

G_BEGIN_DECLS

/**
 * HfsTallyStatistic:
 * @HFS_TALLY_VALUE: what the groups have on the date
 * @HFS_TALLY_GAIN: how much more they have on the second date than on the first
 * @HFS_TALLY_GROWTH: what they have on the second date, divided by what they have on the first
 * @HFS_TALLY_GAIN_RATIO: the gain from the second to the third date, divided by that from the first to the second
 * @HFS_TALLY_RATIO: what the groups have on the date, divided by what the groups against have
 *
 * How one number is made from a series.
 */
typedef enum
{
  HFS_TALLY_VALUE,
  HFS_TALLY_GAIN,
  HFS_TALLY_GROWTH,
  HFS_TALLY_GAIN_RATIO,
  HFS_TALLY_RATIO,
  HFS_N_TALLY_STATISTICS,
} HfsTallyStatistic;

/**
 * HfsTally:
 * @series: id of a series
 * @statistic: how the number is made
 * @groups: (array zero-terminated=1): names of groups, summed
 * @against: (array zero-terminated=1): names of the groups that they are compared with
 * @dates: (array zero-terminated=1): as many as the statistic needs, running forward
 * @same_population: whether the series counts the same things as the source
 * @comparison: when the claim agrees
 * @tolerance: in the unit of the published figure
 * @differences: (element-type HfsDifference): what the source does otherwise
 *
 * How a claim is tested by counts that others published, where snapshots cannot tell.
 */
typedef struct
{
  char *series;
  HfsTallyStatistic statistic;
  char **groups;
  char **against;
  char **dates;
  gboolean same_population;
  HfsComparison comparison;
  double tolerance;
  GPtrArray *differences;
} HfsTally;

/**
 * HfsTallied:
 * @tally: (transfer none): how it is made
 * @value: the number
 * @unit: what is counted, in the reader's language
 * @population: of what, in the reader's language
 * @part: what a quotient or a difference is made of
 * @whole: the same; 0 where the number is a plain value
 * @date: the date of the last value that it is made of, `YYYY-MM-DD`
 * @source: who published that value, in the reader's language
 * @uri: where a reader can see the series
 *
 * One number from a series, and what it is made of.
 */
typedef struct
{
  const HfsTally *tally;
  double value;
  char *unit;
  char *population;
  double part;
  double whole;
  char *date;
  char *source;
  char *uri;
} HfsTallied;

extern const HfsSchemaMember hfs_tally_schema[];

HfsTally   *hfs_tally_new_from_json     (JsonObject        *json,
                                         const char        *place,
                                         GError           **error);
void        hfs_tally_free              (HfsTally          *tally);

HfsTallied *hfs_tallied_new             (const HfsTally    *tally,
                                         GError           **error);
void        hfs_tallied_free            (HfsTallied        *tallied);
char       *hfs_tallied_dup_value       (const HfsTallied  *tallied);
char       *hfs_tallied_dup_arithmetic  (const HfsTallied  *tallied);

const char *hfs_tally_statistic_get_key (HfsTallyStatistic  statistic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsTally, hfs_tally_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsTallied, hfs_tallied_free)

G_END_DECLS
