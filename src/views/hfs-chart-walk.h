/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HfsChartMove:
 * @HFS_CHART_MOVE_ROW: to the row above or below, in the same series where there is one
 * @HFS_CHART_MOVE_MARK: to the mark at the left or at the right
 * @HFS_CHART_MOVE_PAGE: ten marks on
 * @HFS_CHART_MOVE_ENDS: to the first or the last mark
 * @HFS_CHART_MOVE_LEAST_MOST: to the mark with the least or the most
 *
 * Ways to walk through a chart.
 */
typedef enum
{
  HFS_CHART_MOVE_ROW,
  HFS_CHART_MOVE_MARK,
  HFS_CHART_MOVE_PAGE,
  HFS_CHART_MOVE_ENDS,
  HFS_CHART_MOVE_LEAST_MOST,
} HfsChartMove;

int  hfs_chart_walk      (HfsChartLayout  *layout,
                          HfsChartMove     move,
                          int              step,
                          int              from,
                          gboolean         rtl);
void hfs_chart_walk_bind (GtkWidgetClass  *widget_class,
                          GtkShortcutFunc  callback);

G_END_DECLS
