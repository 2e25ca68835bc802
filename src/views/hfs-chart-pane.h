/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-look.h"
#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_CHART_PANE (hfs_chart_pane_get_type ())
G_DECLARE_FINAL_TYPE (HfsChartPane, hfs_chart_pane, HFS, CHART_PANE, GtkWidget)

GtkWidget *hfs_chart_pane_new        (void);

void       hfs_chart_pane_set_result (HfsChartPane       *self,
                                      HfsResult          *result,
                                      const HfsChartLook *look,
                                      GPtrArray          *distributions);
void       hfs_chart_pane_play       (HfsChartPane       *self);
void       hfs_chart_pane_set_has_past (HfsChartPane     *self,
                                        gboolean          has_past);
void       hfs_chart_pane_set_presenting (HfsChartPane   *self,
                                        gboolean          presenting);

G_END_DECLS
