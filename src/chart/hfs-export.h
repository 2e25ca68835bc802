/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-picture.h"

G_BEGIN_DECLS

/**
 * HfsExportFormat:
 *
 * The files that an answer can be written to.
 */
typedef enum
{
  HFS_EXPORT_PNG,
  HFS_EXPORT_SVG,
  HFS_EXPORT_PDF,
  HFS_EXPORT_CSV,
  HFS_EXPORT_JSON,
  HFS_N_EXPORT_FORMATS,
} HfsExportFormat;

gboolean    hfs_export_format_from_key   (const char               *key,
                                          HfsExportFormat          *format);
const char *hfs_export_format_get_key    (HfsExportFormat           format);
gboolean    hfs_export_format_is_picture (HfsExportFormat           format);

HfsQuery   *hfs_export_fit_query         (HfsQuery                 *query);
GPtrArray  *hfs_export_distribute        (HfsEngine                *engine,
                                          HfsResult                *result,
                                          HfsChartKind              kind,
                                          GError                  **error);
GBytes     *hfs_export                   (HfsEngine                *engine,
                                          HfsQuery                 *query,
                                          HfsExportFormat           format,
                                          const HfsPictureOptions  *options,
                                          GError                  **error);
GBytes     *hfs_export_result            (HfsResult                *result,
                                          HfsExportFormat           format,
                                          const HfsPictureOptions  *options,
                                          GError                  **error);

G_END_DECLS
