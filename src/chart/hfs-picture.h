/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-appearance.h"
#include "hfs-chart-error.h"
#include "hfs-chart-look.h"

G_BEGIN_DECLS

/**
 * HfsPictureOptions:
 * @width: in pixels
 * @height: in pixels; 0 for as high as it needs
 * @scale: how many pixels of the file stand for one of the width; only a PNG has pixels
 * @appearance: the look
 * @rtl: whether it reads leftwards
 * @kind: which kind of chart; one that does not suit the result gives way to the usual one
 * @log: whether the scale of values is logarithmic, where the kind can have such a scale
 * @distributions: (nullable): as in [struct@ChartOptions]; hfs_export() finds them itself
 *
 * How a picture is made.
 */
typedef struct
{
  int width;
  int height;
  double scale;
  HfsAppearance appearance;
  gboolean rtl;
  HfsChartKind kind;
  gboolean log;
  GPtrArray *distributions;
} HfsPictureOptions;

#define HFS_PICTURE_OPTIONS_INIT { 1600, 1000, 1.0, HFS_APPEARANCE_LIGHT, FALSE, HFS_CHART_USUAL, FALSE, NULL }

typedef enum
{
  HFS_PICTURE_PNG,
  HFS_PICTURE_SVG,
  HFS_PICTURE_PDF,
} HfsPictureFormat;

GBytes   *hfs_picture_render     (HfsResult                *result,
                                  HfsPictureFormat          format,
                                  const HfsPictureOptions  *options,
                                  GError                  **error);
HfsQuery *hfs_picture_read_query (GBytes                   *png,
                                  GError                  **error);
char     *hfs_picture_dup_uri    (HfsResult                *result);
void      hfs_picture_read_look  (GBytes                   *png,
                                  HfsChartLook             *look);

G_END_DECLS
