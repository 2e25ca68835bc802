/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-stage.h"

G_BEGIN_DECLS

#define HFS_TYPE_CHART_MARK_LAYOUT (hfs_chart_mark_layout_get_type ())
G_DECLARE_FINAL_TYPE (HfsChartMarkLayout, hfs_chart_mark_layout, HFS, CHART_MARK_LAYOUT, GtkLayoutManager)

/* The width that a chart has before it is given one, in pixels. */
#define HFS_CHART_NATURAL_WIDTH 720

GtkLayoutManager *hfs_chart_mark_layout_new (HfsChartStage *stage);

G_END_DECLS
