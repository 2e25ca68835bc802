/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsTrendStep:
 * @HFS_TREND_AS_IS: every date that any group has a count of
 * @HFS_TREND_QUARTER_SUMS: counts of months, summed over whole quarters of a year
 * @HFS_TREND_QUARTER_ENDS: what was there at the end of each quarter
 * @HFS_TREND_NEW: what each date has more than the one before; the first has none
 *
 * At which dates a trend is looked at.
 */
typedef enum
{
  HFS_TREND_AS_IS,
  HFS_TREND_QUARTER_SUMS,
  HFS_TREND_QUARTER_ENDS,
  HFS_TREND_NEW,
} HfsTrendStep;

/**
 * HfsTrendGroup:
 * @label: whose counts they are
 * @values: (array): one a date; NAN where there is none
 *
 * How one group went.
 */
typedef struct
{
  char *label;
  double *values;
} HfsTrendGroup;

/**
 * HfsTrend:
 * @population: of what the counts are
 * @note: what a reader has to know of them
 * @source: who published them, and under which licence
 * @dates: (array zero-terminated=1): `YYYY-MM-DD`, the earliest first
 * @groups: (element-type HfsTrendGroup): those with the largest last count first
 *
 * Dated counts that others published, ready to be drawn.
 */
typedef struct
{
  char *population;
  char *note;
  char *source;
  char **dates;
  guint n_dates;
  GPtrArray *groups;
} HfsTrend;

HfsTrend            *hfs_trend_load       (const char      *id,
                                           HfsTrendStep     step,
                                           GError         **error);
void                 hfs_trend_free       (HfsTrend        *self);
const HfsTrendGroup *hfs_trend_find       (HfsTrend        *self,
                                           const char      *label);
void                 hfs_trend_add_up     (HfsTrend        *self,
                                           const char      *label);
int                  hfs_trend_get_days   (const char      *from,
                                           const char      *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsTrend, hfs_trend_free)

G_END_DECLS
