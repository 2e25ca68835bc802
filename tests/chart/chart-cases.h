/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-fixture.h"

#include "hfs-appearance.h"
#include "hfs-chart-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Each kind of chart with a result that it suits, for tests, reference pictures and measurements. */

typedef struct
{
  const char *name;
  HfsResult *(*create) (const char *query);
  const char *query;
  HfsChartKind kind;
  gboolean log;
} ChartCase;

extern const ChartCase chart_cases[];
extern const guint n_chart_cases;

HfsChartLayout  *chart_case_lay_out (const ChartCase *self,
                                     double           font_size,
                                     double           width,
                                     double           height,
                                     gboolean         rtl);
cairo_surface_t *chart_case_paint   (HfsChartLayout  *layout,
                                     HfsAppearance    appearance,
                                     double           scale);

G_END_DECLS
