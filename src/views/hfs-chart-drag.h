/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-view.h"

G_BEGIN_DECLS

void hfs_chart_drag_attach (HfsChartView *chart);

G_END_DECLS
