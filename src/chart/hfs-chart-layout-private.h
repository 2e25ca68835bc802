/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout.h"
#include "hfs-scale.h"
#include "hfs-text-block.h"

G_BEGIN_DECLS

/* What a layout consists of besides its marks. The kinds lay out from left to right;
 * [ctor@ChartLayout.new] mirrors the whole for a page that reads leftwards. */

typedef enum
{
  HFS_SHAPE_BAR,     /* rounded at its end */
  HFS_SHAPE_SEGMENT, /* part of a bar, or the link between two dots */
  HFS_SHAPE_DOT,
  HFS_SHAPE_AREA,    /* closed rings of points; where they overlap, an even number of them is outside */
  HFS_SHAPE_LINE,    /* open strokes through points */
} HfsShapeKind;

/* A corner of an area or a line. */
typedef struct
{
  double x;
  double y;
  gboolean begins; /* a new ring or stroke */
} HfsCorner;

typedef struct
{
  HfsShapeKind kind;
  HfsFill fill;
  HfsTone tone;
  cairo_rectangle_t box;
  int mark; /* that it belongs to, or -1 */
  guint first_corner; /* of an area or a line */
  guint n_corners;
  double stroke; /* width of a line, or of the edge of a filled area or segment, in pixels */
  double dash;   /* length of a dash and of the gap behind it, in pixels; 0 for none */
  HfsTone edge;  /* of a filled area or segment */
  guint like;    /* from 1: a mark that it stands out with though it belongs to several; 0 for none */
} HfsShape;

typedef struct
{
  PangoLayout *block; /* (owned) */
  cairo_rectangle_t box;
  HfsTone tone;
  HfsTone ground; /* what it stands on; the background, or the tone of a shape */
} HfsChartText;

typedef struct
{
  double x;
  double top;
  double bottom;
  HfsTone tone;
} HfsRule;

struct _HfsChartLayout
{
  GObject parent_instance;

  HfsResult *result;     /* (owned) */
  PangoContext *context; /* (owned) */
  GPtrArray *distributions; /* (owned) (nullable) (element-type HfsDistribution): one a row */
  GArray *marks;         /* (owned) (element-type HfsMark) */
  GArray *shapes;        /* (owned) (element-type HfsShape) */
  GArray *corners;       /* (owned) (element-type HfsCorner) */
  GArray *texts;         /* (owned) (element-type HfsChartText) */
  GArray *rules;         /* (owned) (element-type HfsRule) */
  double width;
  double height;
  double fit;            /* the height to fill where that is possible, 0 for the usual one */
  double em;             /* font size in pixels */
  HfsChartKind kind;
  gboolean log;          /* whether the scale of values is logarithmic */
  gboolean mirrored;
  double text_opacity;   /* 1 but for a layout on its way from another */
};

/* One function a kind: fills the layout and sets its height. */
void hfs_area_layout_arrange          (HfsChartLayout *self);
void hfs_bars_layout_arrange          (HfsChartLayout *self);
void hfs_compare_layout_arrange       (HfsChartLayout *self);
void hfs_concentration_layout_arrange (HfsChartLayout *self);
void hfs_lines_layout_arrange         (HfsChartLayout *self);
void hfs_map_layout_arrange           (HfsChartLayout *self);
void hfs_multiples_layout_arrange     (HfsChartLayout *self);
void hfs_range_layout_arrange         (HfsChartLayout *self);
void hfs_spread_layout_arrange        (HfsChartLayout *self);
void hfs_stack_layout_arrange         (HfsChartLayout *self);
void hfs_treemap_layout_arrange       (HfsChartLayout *self);

HfsChartLayout   *hfs_chart_layout_new_part      (HfsChartLayout     *self,
                                                  double              width,
                                                  double              fit);
void              hfs_chart_layout_merge         (HfsChartLayout     *self,
                                                  HfsChartLayout     *part,
                                                  double              x,
                                                  double              y);
void              hfs_chart_layout_add_corner    (HfsChartLayout     *self,
                                                  double              x,
                                                  double              y,
                                                  gboolean            begins);
void              hfs_chart_layout_add_path      (HfsChartLayout     *self,
                                                  HfsShape           *shape,
                                                  guint               first_corner);
double            hfs_chart_layout_add_note      (HfsChartLayout     *self,
                                                  const char         *text,
                                                  double              y);

gboolean          hfs_shape_has_edge             (const HfsShape     *self);
gboolean          hfs_shape_holds                (const HfsShape     *self,
                                                  const GArray       *corners,
                                                  double              x,
                                                  double              y);
guint             hfs_chart_layout_add_mark      (HfsChartLayout     *self,
                                                  const HfsMark      *mark);
void              hfs_chart_layout_add_shape     (HfsChartLayout     *self,
                                                  const HfsShape     *shape);
PangoLayout      *hfs_chart_layout_set_text      (HfsChartLayout     *self,
                                                  const char         *text,
                                                  double              size,
                                                  gboolean            bold,
                                                  double              width);
void              hfs_chart_layout_add_text      (HfsChartLayout     *self,
                                                  PangoLayout        *block,
                                                  double              x,
                                                  double              y,
                                                  HfsTone             tone);
void              hfs_chart_layout_add_rule      (HfsChartLayout     *self,
                                                  const HfsRule      *rule);
void              hfs_chart_layout_add_axis      (HfsChartLayout     *self,
                                                  const HfsScale     *scale,
                                                  double              top,
                                                  double              bottom);
double            hfs_chart_layout_get_row_height (HfsChartLayout    *self,
                                                  double              usual,
                                                  double              least,
                                                  double              taken);
gboolean          hfs_chart_layout_is_narrow     (HfsChartLayout     *self);
double            hfs_chart_layout_get_amount    (HfsChartLayout     *self,
                                                  const HfsResultRow *row);
HfsMarkEmphasis   hfs_chart_layout_get_emphasis  (HfsChartLayout     *self,
                                                  const HfsResultRow *row);

G_END_DECLS
