/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-look.h"
#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_CHART_SWITCH (hfs_chart_switch_get_type ())
G_DECLARE_FINAL_TYPE (HfsChartSwitch, hfs_chart_switch, HFS, CHART_SWITCH, GtkWidget)

GtkWidget    *hfs_chart_switch_new        (void);

void          hfs_chart_switch_set_result (HfsChartSwitch     *self,
                                           HfsResult          *result,
                                           const HfsChartLook *look,
                                           gboolean            has_past);

G_END_DECLS
