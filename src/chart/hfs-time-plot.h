/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout-private.h"
#include "hfs-timeline.h"

G_BEGIN_DECLS

/* What charts over time share: time across, values up, words on what is missing below. */
typedef struct
{
  HfsChartLayout *chart;
  HfsTimeline *timeline;  /* (owned) */
  HfsTone *tones;         /* (owned) (array): one a course */
  cairo_rectangle_t plot;
  HfsScale scale;         /* of values: from the bottom of the plot to its top */
  gboolean shares;        /* of what the course's values are */
  gboolean direct;        /* courses are named at their ends and not in a legend */
} HfsTimePlot;

void     hfs_time_plot_init        (HfsTimePlot    *self,
                                    HfsChartLayout *chart,
                                    double          least,
                                    double          most,
                                    double          end_room);
void     hfs_time_plot_clear       (HfsTimePlot    *self);
double   hfs_time_plot_get_x       (HfsTimePlot    *self,
                                    guint           period);
void     hfs_time_plot_get_column  (HfsTimePlot    *self,
                                    guint           period,
                                    double         *start,
                                    double         *end);
HfsMark  hfs_time_plot_create_mark (HfsTimePlot    *self,
                                    guint           course,
                                    guint           period);
HfsFill  hfs_time_plot_get_fill    (HfsTimePlot    *self,
                                    guint           course);
void     hfs_time_plot_add_grid    (HfsTimePlot    *self);
void     hfs_time_plot_finish      (HfsTimePlot    *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfsTimePlot, hfs_time_plot_clear)

G_END_DECLS
