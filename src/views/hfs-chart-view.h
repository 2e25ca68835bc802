/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout.h"
#include "hfs-chart-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_CHART_VIEW (hfs_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (HfsChartView, hfs_chart_view, HFS, CHART_VIEW, GtkWidget)

GtkWidget *hfs_chart_view_new        (void);

HfsResult *hfs_chart_view_get_result (HfsChartView *self);
void       hfs_chart_view_set_result (HfsChartView *self,
                                      HfsResult    *result);
void       hfs_chart_view_set_drawing (HfsChartView       *self,
                                       HfsResult          *result,
                                       const HfsChartLook *look,
                                       GPtrArray          *distributions);

HfsChartLayout *hfs_chart_view_get_layout      (HfsChartView *self);
const HfsMark  *hfs_chart_view_get_selected    (HfsChartView *self);
void            hfs_chart_view_select_none     (HfsChartView *self);
char           *hfs_chart_view_dup_description (HfsChartView *self);
GBytes         *hfs_chart_view_render          (HfsChartView  *self,
                                                GError       **error);

G_END_DECLS
