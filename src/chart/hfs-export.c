/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-export.h"

#include "hfs-distribution.h"
#include "hfs-result-file.h"

#include <string.h>

static const char * const keys[HFS_N_EXPORT_FORMATS] = { "png", "svg", "pdf", "csv", "json" };

/**
 * hfs_export_format_from_key:
 * @key: a format as file names end in it, in any case
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
hfs_export_format_from_key (const char      *key,
                            HfsExportFormat *format)
{
  for (guint i = 0; i < HFS_N_EXPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (key, keys[i]) == 0)
      return *format = i, TRUE;
  return FALSE;
}

/**
 * hfs_export_format_get_key:
 *
 * Returns: (transfer none): the ending of file names
 */
const char *
hfs_export_format_get_key (HfsExportFormat format)
{
  return keys[format];
}

/**
 * hfs_export_format_is_picture:
 *
 * Returns: whether the format is drawn
 */
gboolean
hfs_export_format_is_picture (HfsExportFormat format)
{
  return format <= HFS_EXPORT_PDF;
}

/**
 * hfs_export_fit_query:
 * @query: a query that a picture is to be made of
 *
 * A picture has room for so many rows; where the query does not say how many it wants, the
 * others are summed in one row.
 *
 * Returns: (transfer full): the query to run
 */
HfsQuery *
hfs_export_fit_query (HfsQuery *query)
{
  guint rows = hfs_dimension_get (hfs_query_get_dimension (query))->picture_rows;
  g_autofree char *top = g_strdup_printf ("%u", rows);

  if (rows == 0 || hfs_query_get_top (query) > 0)
    return g_object_ref (query);
  return hfs_query_with (query, "top", top, NULL);
}

/**
 * hfs_export_result:
 * @options: size, scale and look of a picture
 *
 * Returns: (transfer full) (nullable): the file that shows @result, or %NULL with @error set
 */
GBytes *
hfs_export_result (HfsResult                *result,
                   HfsExportFormat           format,
                   const HfsPictureOptions  *options,
                   GError                  **error)
{
  static const HfsPictureFormat pictures[] = {
    [HFS_EXPORT_PNG] = HFS_PICTURE_PNG,
    [HFS_EXPORT_SVG] = HFS_PICTURE_SVG,
    [HFS_EXPORT_PDF] = HFS_PICTURE_PDF,
  };
  char *text;

  if (hfs_export_format_is_picture (format))
    return hfs_picture_render (result, pictures[format], options, error);
  text = format == HFS_EXPORT_CSV ? hfs_result_to_csv (result) : hfs_result_to_json (result);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * hfs_export_distribute:
 * @kind: one that hfs_chart_kind_is_spread()
 *
 * Finds what a chart of single models shows. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (nullable) (element-type HfsDistribution): one a row of @result, or %NULL with @error set
 */
GPtrArray *
hfs_export_distribute (HfsEngine     *engine,
                       HfsResult     *result,
                       HfsChartKind   kind,
                       GError       **error)
{
  return hfs_engine_distribute (engine, hfs_result_get_query (result),
                                kind == HFS_CHART_PARAMETERS ? HFS_DISTRIBUTION_PARAMETERS : HFS_DISTRIBUTION_VALUES, error);
}

/**
 * hfs_export:
 * @options: size, scale and look of a picture
 *
 * Answers @query and writes the answer. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set
 */
GBytes *
hfs_export (HfsEngine                *engine,
            HfsQuery                 *query,
            HfsExportFormat           format,
            const HfsPictureOptions  *options,
            GError                  **error)
{
  g_autoptr (HfsQuery) fitted = hfs_export_format_is_picture (format) ? hfs_export_fit_query (query) : g_object_ref (query);
  g_autoptr (HfsResult) result = hfs_engine_run (engine, fitted, error);
  g_autoptr (GPtrArray) distributions = NULL;
  HfsPictureOptions with_spread = *options;
  HfsChartKind kind;

  if (result == NULL)
    return NULL;
  kind = hfs_chart_kind_settle (options->kind, result);
  if (hfs_export_format_is_picture (format) && hfs_chart_kind_is_spread (kind))
    {
      distributions = hfs_export_distribute (engine, result, kind, error);
      if (distributions == NULL)
        return NULL;
      with_spread.distributions = distributions;
    }
  return hfs_export_result (result, format, &with_spread, error);
}
