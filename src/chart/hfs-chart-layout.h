/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-kind.h"
#include "hfs-mark.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define HFS_TYPE_CHART_LAYOUT (hfs_chart_layout_get_type ())
G_DECLARE_FINAL_TYPE (HfsChartLayout, hfs_chart_layout, HFS, CHART_LAYOUT, GObject)

/**
 * HfsChartOptions:
 * @kind: which kind of chart; one of [func@chart_kinds_for]
 * @width: in pixels
 * @height: the height to fill, in pixels; 0 for as high as it needs
 * @rtl: whether the page reads leftwards
 * @log: whether each step of the scale multiplies the value; only for kinds of [func@chart_kind_has_log]
 * @distributions: (nullable) (element-type HfsDistribution): what hfs_engine_distribute() finds for the query of the result,
 *   one a row; only for kinds of [func@chart_kind_is_spread], which give way to the usual kind without it
 *
 * How a result is laid out.
 */
typedef struct
{
  HfsChartKind kind;
  double width;
  double height;
  gboolean rtl;
  gboolean log;
  GPtrArray *distributions;
} HfsChartOptions;

HfsChartLayout *hfs_chart_layout_new         (HfsResult      *result,
                                              PangoContext   *context,
                                              double          width,
                                              gboolean        rtl);
HfsChartLayout *hfs_chart_layout_new_to_fit  (HfsResult      *result,
                                              PangoContext   *context,
                                              double          width,
                                              double          height,
                                              gboolean        rtl);
HfsChartLayout *hfs_chart_layout_new_with_options (HfsResult             *result,
                                                   PangoContext          *context,
                                                   const HfsChartOptions *options);

HfsChartLayout *hfs_chart_layout_new_between (HfsChartLayout *from,
                                              HfsChartLayout *to,
                                              double          progress);

HfsChartKind    hfs_chart_layout_get_kind    (HfsChartLayout *self);
gboolean        hfs_chart_layout_get_log     (HfsChartLayout *self);
double          hfs_chart_layout_get_width   (HfsChartLayout *self);
double          hfs_chart_layout_get_height  (HfsChartLayout *self);
guint           hfs_chart_layout_get_n_marks (HfsChartLayout *self);
const HfsMark  *hfs_chart_layout_get_mark    (HfsChartLayout *self,
                                              guint           index);
void            hfs_chart_layout_get_band_extents (HfsChartLayout    *self,
                                                   guint              index,
                                                   cairo_rectangle_t *extents);
gboolean        hfs_chart_layout_get_edge_extents (HfsChartLayout    *self,
                                                   guint              index,
                                                   cairo_rectangle_t *extents);
char           *hfs_chart_layout_dup_mark_key (HfsChartLayout *self,
                                              guint           index);
gboolean        hfs_chart_layout_are_alike   (HfsChartLayout *self,
                                              guint           one,
                                              guint           other);
int             hfs_chart_layout_find_mark   (HfsChartLayout *self,
                                              double          x,
                                              double          y);

G_END_DECLS
