/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

/**
 * HfsChartKind:
 * @HFS_CHART_USUAL: the first of [func@chart_kinds_for], when the reader has not chosen
 * @HFS_CHART_BARS: one bar a row
 * @HFS_CHART_COMPARE: two dots a row, then and now
 * @HFS_CHART_STACK: bars divided into series
 * @HFS_CHART_MULTIPLES: a small chart of bars for each series
 * @HFS_CHART_CONCENTRATION: a Lorenz curve beside a picture of dots
 * @HFS_CHART_MAP: countries on a map, with bars beside them
 * @HFS_CHART_TREEMAP: rectangles as large as the values
 * @HFS_CHART_LINES: lines over time
 * @HFS_CHART_AREA: how a whole is divided over time
 * @HFS_CHART_SPREAD: how what is counted is spread over the models of each row; needs hfs_engine_distribute()
 * @HFS_CHART_PARAMETERS: how large the models of each row are, in the same way
 * @HFS_CHART_RANGE: a value and how far it could rise
 *
 * The ways in which a result can be drawn. The table is no kind: it is there for every result.
 */
typedef enum
{
  HFS_CHART_USUAL,
  HFS_CHART_BARS,
  HFS_CHART_COMPARE,
  HFS_CHART_STACK,
  HFS_CHART_MULTIPLES,
  HFS_CHART_CONCENTRATION,
  HFS_CHART_MAP,
  HFS_CHART_TREEMAP,
  HFS_CHART_LINES,
  HFS_CHART_AREA,
  HFS_CHART_SPREAD,
  HFS_CHART_PARAMETERS,
  HFS_CHART_RANGE,
  HFS_N_CHART_KINDS,
} HfsChartKind;

guint        hfs_chart_kinds_for        (HfsResult    *result,
                                         HfsChartKind *kinds);
HfsChartKind hfs_chart_kind_get_default (HfsResult    *result);
HfsChartKind hfs_chart_kind_settle      (HfsChartKind  kind,
                                         HfsResult    *result);
gboolean     hfs_chart_kind_has_log     (HfsChartKind  kind);
gboolean     hfs_chart_kind_is_spread   (HfsChartKind  kind);
gboolean     hfs_chart_kind_is_over_time (HfsChartKind kind);
const char  *hfs_chart_kind_get_key     (HfsChartKind  kind);
gboolean     hfs_chart_kind_from_key    (const char   *key,
                                         HfsChartKind *kind);
const char  *hfs_chart_kind_get_label   (HfsChartKind  kind);
char        *hfs_chart_kind_dup_alt_text (HfsChartKind kind,
                                         HfsResult    *result);

G_END_DECLS
