/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout.h"
#include "hfs-chart-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_CHART_STAGE (hfs_chart_stage_get_type ())
G_DECLARE_FINAL_TYPE (HfsChartStage, hfs_chart_stage, HFS, CHART_STAGE, GObject)

HfsChartStage  *hfs_chart_stage_new         (GtkWidget          *widget);
void            hfs_chart_stage_stop        (HfsChartStage      *self);

HfsResult      *hfs_chart_stage_get_result  (HfsChartStage      *self);
gboolean        hfs_chart_stage_set_drawing (HfsChartStage      *self,
                                             HfsResult          *result,
                                             const HfsChartLook *look,
                                             GPtrArray          *distributions);
HfsChartLayout *hfs_chart_stage_get_layout  (HfsChartStage      *self,
                                             int                 width);
GBytes         *hfs_chart_stage_render      (HfsChartStage      *self,
                                             GError            **error);
gboolean        hfs_chart_stage_is_moving   (HfsChartStage      *self);
void            hfs_chart_stage_snapshot    (HfsChartStage      *self,
                                             GtkSnapshot        *snapshot,
                                             int                 active,
                                             int                 selected);

G_END_DECLS
