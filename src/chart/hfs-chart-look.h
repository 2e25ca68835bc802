/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-kind.h"

G_BEGIN_DECLS

/**
 * HfsChartLook:
 * @kind: the kind of chart that the reader has chosen; it gives way to the usual one where it does not suit
 * @log: whether each step of the scale is ten times the last, where the kind can have such a scale
 * @table: whether the answer is shown as a table, and not as a chart
 *
 * How an answer is shown: what a view is besides its query. It changes no number.
 */
typedef struct
{
  HfsChartKind kind;
  gboolean log;
  gboolean table;
} HfsChartLook;

#define HFS_CHART_LOOK_INIT { HFS_CHART_USUAL, FALSE, FALSE }

gboolean   hfs_chart_look_equal   (const HfsChartLook  *self,
                                   const HfsChartLook  *other);
char      *hfs_chart_look_to_uri  (const HfsChartLook  *self,
                                   HfsQuery            *query);
HfsQuery  *hfs_chart_look_parse   (const char          *text,
                                   HfsChartLook        *look,
                                   GError             **error);
gboolean   hfs_chart_look_set_kind (HfsChartLook       *self,
                                   const char          *key,
                                   GError             **error);

G_END_DECLS
