/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout-private.h"

G_BEGIN_DECLS

/* One entry of the line that says what the shapes of a chart stand for. */
typedef struct
{
  HfsShapeKind kind;
  HfsFill fill;
  HfsTone tone;
  const char *label;
  HfsTone edge; /* around a solid shape, where its tone alone would be lost; HFS_TONE_BACKGROUND for none */
} HfsLegendEntry;

double hfs_chart_legend_add (HfsChartLayout       *chart,
                             const HfsLegendEntry *entries,
                             guint                 n_entries,
                             double                width);

G_END_DECLS
