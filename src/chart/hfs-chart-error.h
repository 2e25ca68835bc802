/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsChartError:
 * @HFS_CHART_ERROR_SIZE: a picture cannot be of this size, or the rows do not fit into it
 * @HFS_CHART_ERROR_FORMAT: a file is not the picture that it should be
 * @HFS_CHART_ERROR_NO_QUERY: a picture carries no question
 * @HFS_CHART_ERROR_DRAWING: the picture could not be drawn
 * @HFS_CHART_ERROR_KIND: the answer cannot be drawn as that kind of chart
 *
 * What can go wrong with a picture. Messages are whole sentences for the reader.
 */
typedef enum
{
  HFS_CHART_ERROR_SIZE,
  HFS_CHART_ERROR_FORMAT,
  HFS_CHART_ERROR_NO_QUERY,
  HFS_CHART_ERROR_DRAWING,
  HFS_CHART_ERROR_KIND,
} HfsChartError;

#define HFS_CHART_ERROR (hfs_chart_error_quark ())
GQuark hfs_chart_error_quark (void);

G_END_DECLS
