/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_CHART_MARK (hfs_chart_mark_get_type ())
G_DECLARE_FINAL_TYPE (HfsChartMark, hfs_chart_mark, HFS, CHART_MARK, GtkWidget)

GtkWidget  *hfs_chart_mark_new        (void);

const char *hfs_chart_mark_get_spoken (HfsChartMark *self);
void        hfs_chart_mark_set_spoken (HfsChartMark *self,
                                       const char   *spoken);

G_END_DECLS
