/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-kind.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * HfsMarkEmphasis:
 * @HFS_MARK_STRONG: the answer's sentence names it
 * @HFS_MARK_RECEDING: it answers, but is not named
 * @HFS_MARK_OTHER: the sum of what is not shown apart
 * @HFS_MARK_UNCLEAR: it is no answer
 * @HFS_MARK_SERIES: one part of a row, told apart by its colour
 *
 * How a mark stands out.
 */
typedef enum
{
  HFS_MARK_STRONG,
  HFS_MARK_RECEDING,
  HFS_MARK_OTHER,
  HFS_MARK_UNCLEAR,
  HFS_MARK_SERIES,
} HfsMarkEmphasis;

/* What stands for a mark that is no part of a series. */
#define HFS_NO_SERIES G_MAXUINT

/**
 * HfsMark:
 * @bar: what is drawn, in pixels
 * @area: what reacts to the pointer and is framed when focused; areas do not overlap
 * @row: number of the row in the result
 * @series: number of the series in the result, or %HFS_NO_SERIES
 * @emphasis: how it stands out
 * @amount: what its length stands for: a share where the query asks for shares, else the amount
 * @label: what it stands for, never cut
 * @value: its value in words
 * @spoken: label, value and place in one line
 *
 * One thing in a chart that a reader can point at, walk to or hear.
 */
typedef struct
{
  cairo_rectangle_t bar;
  cairo_rectangle_t area;
  guint row;
  guint series;
  HfsMarkEmphasis emphasis;
  double amount;
  char *label;
  char *value;
  char *spoken;
} HfsMark;

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
