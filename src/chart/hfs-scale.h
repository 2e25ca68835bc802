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
 * @log: whether the same distance always multiplies the value by the same number; @least is above 0 then
 *
 * How values become positions.
 */
typedef struct
{
  double least;
  double most;
  double start;
  double end;
  gboolean log;
} HfsScale;

HfsScale    hfs_scale_new_for       (double          least,
                                     double          most,
                                     gboolean        log);
double      hfs_scale_get_position  (const HfsScale *self,
                                     double          value);
GArray     *hfs_scale_dup_ticks     (const HfsScale *self,
                                     guint           at_most);
char       *hfs_scale_dup_tick_text (const HfsScale *self,
                                     const GArray   *ticks,
                                     guint           index,
                                     gboolean        shares);
const char *hfs_scale_get_log_note  (void);
char   *hfs_tick_format_share  (double          value,
                                double          step);
char   *hfs_tick_format_amount (double          value,
                                double          step,
                                double          most);

G_END_DECLS
