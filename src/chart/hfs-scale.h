/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsScale:
 * @least: the value at @start
 * @most: the value at @end
 * @start: position of @least, in pixels
 * @end: position of @most, in pixels; before @start on a scale that runs backwards
 *
 * How values become positions; linear.
 */
typedef struct
{
  double least;
  double most;
  double start;
  double end;
} HfsScale;

double  hfs_scale_get_position (const HfsScale *self,
                                double          value);
GArray *hfs_scale_dup_ticks    (const HfsScale *self,
                                guint           at_most);
char   *hfs_tick_format_share  (double          value,
                                double          step);
char   *hfs_tick_format_amount (double          value,
                                double          step,
                                double          most);

G_END_DECLS
