/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout.h"

G_BEGIN_DECLS

double  hfs_chart_tones_get_pitch (HfsChartLayout *layout,
                                   guint           index);
GBytes *hfs_chart_tones_new       (HfsChartLayout *layout);

G_END_DECLS
