/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-appearance.h"
#include "hfs-chart-layout.h"

G_BEGIN_DECLS

void hfs_chart_paint (HfsChartLayout *layout,
                      cairo_t        *cr,
                      HfsAppearance   appearance,
                      int             active,
                      int             selected);
void hfs_chart_paint_band (HfsChartLayout *layout,
                           cairo_t        *cr,
                           HfsAppearance   appearance,
                           int             active);
void hfs_chart_paint_edge (HfsChartLayout *layout,
                           cairo_t        *cr,
                           HfsAppearance   appearance,
                           int             active);

G_END_DECLS
