/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

/**
 * HfsPeriod:
 * @label: what readers see, such as `2025`
 * @time: where it is on the axis of time, in days
 * @partial: whether it was not over when the snapshot was taken
 * @row: number of its row in the result, -1 when the rows are no periods
 *
 * A point in time, or a stretch of it.
 */
typedef struct
{
  char *label;
  double time;
  gboolean partial;
  int row;
} HfsPeriod;

/**
 * HfsCourse:
 * @kind: whether it is an answer
 * @key: what stands for it
 * @label: what readers see
 * @row: number of its row in the result, -1 when its values are of several rows
 * @series: number of its series in the result, -1 when the result has none
 * @values: (array): one a period; NAN where there is none
 *
 * How one thing went over time.
 */
typedef struct
{
  HfsRowKind kind;
  char *key;
  char *label;
  int row;
  int series;
  double *values;
} HfsCourse;

#define HFS_TYPE_TIMELINE (hfs_timeline_get_type ())
G_DECLARE_FINAL_TYPE (HfsTimeline, hfs_timeline, HFS, TIMELINE, GObject)

HfsTimeline     *hfs_timeline_new_for_result (HfsResult        *result);

guint            hfs_timeline_get_n_periods  (HfsTimeline      *self);
const HfsPeriod *hfs_timeline_get_period     (HfsTimeline      *self,
                                              guint             index);
guint            hfs_timeline_get_n_courses  (HfsTimeline      *self);
const HfsCourse *hfs_timeline_get_course     (HfsTimeline      *self,
                                              guint             index);
double           hfs_timeline_get_left_out   (HfsTimeline      *self);

G_END_DECLS
