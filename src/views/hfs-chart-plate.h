/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-appearance.h"
#include "hfs-chart-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the picture on a plate follows from. */
typedef struct
{
  HfsChartLayout *layout;
  int width;              /* in units of the size */
  int height;
  int factor;             /* pixels for each of them */
  HfsAppearance appearance;
  int selected;           /* mark, or -1 */
} HfsChartImpression;

/* The picture of a chart without an active mark, drawn once. All zero holds nothing. */
typedef struct
{
  HfsChartImpression of;  /* its layout is owned */
  GskRenderNode *node;    /* (owned) (nullable) */
} HfsChartPlate;

GskRenderNode *hfs_chart_plate_print (HfsChartPlate            *self,
                                      const HfsChartImpression *of);
void           hfs_chart_plate_clear (HfsChartPlate            *self);

G_END_DECLS
