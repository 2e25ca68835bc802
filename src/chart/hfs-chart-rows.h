/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout-private.h"

G_BEGIN_DECLS

/* Between a mark and a text beside it, in font sizes. */
#define HFS_ROW_GAP 0.7

/* The rows that the kinds with one line a row share: labels at the left, or above where the chart is narrow. */
typedef struct
{
  HfsChartLayout *chart;
  GPtrArray *labels; /* (owned) (element-type PangoLayout): one a row, or none at all */
  double top;        /* where the first row begins */
  double label_end;
  double start;      /* where bars begin; a kind may move it before it asks for the scale */
  double height;     /* of one row */
  double axis;       /* of the labels below the last row */
  gboolean narrow;
} HfsChartRows;

void              hfs_chart_rows_init             (HfsChartRows   *self,
                                                   HfsChartLayout *chart,
                                                   double          top,
                                                   double          kept);
void              hfs_chart_rows_init_beside      (HfsChartRows   *self,
                                                   HfsChartLayout *chart,
                                                   double          top,
                                                   double          start);
void              hfs_chart_rows_clear            (HfsChartRows   *self);
double            hfs_chart_rows_measure          (HfsChartLayout *chart);
double            hfs_chart_rows_get_least_height (HfsChartLayout *chart);
HfsScale          hfs_chart_rows_find_scale       (HfsChartRows   *self,
                                                   const double   *amounts,
                                                   const double   *beside);
cairo_rectangle_t hfs_chart_rows_get_area         (HfsChartRows   *self,
                                                   guint           index);
cairo_rectangle_t hfs_chart_rows_get_bar          (HfsChartRows   *self,
                                                   guint           index);
void              hfs_chart_rows_add_label        (HfsChartRows   *self,
                                                   guint           index);
double            hfs_chart_rows_add_beside       (HfsChartRows   *self,
                                                   guint           index,
                                                   PangoLayout    *block,
                                                   double          x,
                                                   HfsTone         tone);
void              hfs_chart_rows_finish           (HfsChartRows   *self,
                                                   const HfsScale *scale);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfsChartRows, hfs_chart_rows_clear)

G_END_DECLS
