/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-export-command.h"

#include "hfs-answer-folder.h"
#include "hfs-export.h"
#include "hfs-picture.h"
#include "hfs-terminal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Larger pictures are slips: they would not fit into memory. */
#define MAX_SIDE  20000
#define MAX_PIXELS 400e6

static gboolean
fail_with (const char *format,
           const char *value)
{
  g_autofree char *sentence = g_strdup_printf (format, value);

  return hfs_terminal_fail (sentence);
}

static gboolean
parse_size (const char        *text,
            HfsPictureOptions *picture)
{
  guint64 width, height;
  g_auto (GStrv) parts = g_strsplit (text, "x", -1);

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 200, MAX_SIDE, &width, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 200, MAX_SIDE, &height, NULL))
    return fail_with (_("“%s” is not a size. Write the width and the height, each from 200 to 20000, such as 1600x1000."), text);
  picture->width = (int) width;
  picture->height = (int) height;
  return TRUE;
}

static gboolean
parse_scale (const char        *text,
             HfsPictureOptions *picture)
{
  char *end;
  double scale = g_ascii_strtod (text, &end);

  if (*text == '\0' || *end != '\0' || !(scale >= 1 && scale <= 4))
    return fail_with (_("“%s” is not a scale. Write a number from 1 to 4."), text);
  picture->scale = scale;
  return TRUE;
}

static gboolean
parse_picture (HfsOptions        *options,
               HfsPictureOptions *picture)
{
  if (options->size != NULL && !parse_size (options->size, picture))
    return FALSE;
  if (options->scale != NULL && !parse_scale (options->scale, picture))
    return FALSE;
  if (options->appearance != NULL && !hfs_appearance_from_key (options->appearance, &picture->appearance))
    return fail_with (_("“%s” is not an appearance. It can be: light, dark, high-contrast."), options->appearance);
  if ((double) picture->width * picture->height * picture->scale * picture->scale > MAX_PIXELS)
    return hfs_terminal_fail (_("The picture would be too large. Choose a smaller size or scale."));
  return TRUE;
}

/* The format by --format, or else by the ending of the file. */
static gboolean
find_format (HfsOptions      *options,
             HfsExportFormat *format)
{
  const char *dot = strrchr (options->output, '.');
  const char *name = options->format ? options->format : dot ? dot + 1 : "";

  if (hfs_export_format_from_key (name, format))
    return TRUE;
  if (options->format == NULL && *name == '\0')
    return hfs_terminal_fail (_("Say the format with --format: png, svg, pdf, csv, json or bundle."));
  return fail_with (_("“%s” is not a format. There are: png, svg, pdf, csv, json, bundle."), name);
}

/* What the options say comes before what the query says. */
static gboolean
choose_chart (HfsOptions        *options,
              HfsChartLook      *look,
              HfsPictureOptions *picture,
              GError           **error)
{
  if (options->chart != NULL && !hfs_chart_look_set_kind (look, options->chart, error))
    return FALSE;
  if (look->table)
    {
      g_set_error_literal (error, HFS_CHART_ERROR, HFS_CHART_ERROR_KIND, _("A table is no chart. Write it to a .csv or .json file."));
      return FALSE;
    }
  picture->kind = look->kind;
  picture->log = look->log || options->log;
  return TRUE;
}

/* A window gives way to the usual chart, but who names one here wants that or nothing. */
static gboolean
check_kind (HfsEngine               *engine,
            HfsQuery                *query,
            const HfsPictureOptions *picture,
            GError                 **error)
{
  g_autoptr (HfsQuery) fitted = hfs_export_fit_query (query);
  g_autoptr (HfsResult) result = hfs_engine_run (engine, fitted, error);
  HfsChartKind kinds[HFS_N_CHART_KINDS];
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_kinds;

  if (result == NULL)
    return FALSE;
  n_kinds = hfs_chart_kinds_for (result, kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (kinds[i] == picture->kind)
        return TRUE;
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", hfs_chart_kind_get_key (kinds[i]));
    }
  g_set_error (error, HFS_CHART_ERROR, HFS_CHART_ERROR_KIND, _("This answer cannot be drawn as “%s”. It can be drawn as: %s."),
               hfs_chart_kind_get_key (picture->kind), list->str);
  return FALSE;
}

/* A folder with everything is asked for by its name or by the format. */
static gboolean
is_folder (HfsOptions *options)
{
  return options->format ? g_ascii_strcasecmp (options->format, "bundle") == 0 : g_str_has_suffix (options->output, G_DIR_SEPARATOR_S);
}

static int
write_folder (HfsOptions               *options,
              HfsEngine                *engine,
              HfsQuery                 *query,
              const HfsPictureOptions  *picture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (options->output);
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GPtrArray) files = hfs_answer_folder_create_files (engine, query, picture, &error);

  if (files == NULL || !hfs_answer_folder_write (files, path, &error))
    return hfs_terminal_fail (error->message), HFS_EXIT_FAILED;
  return HFS_EXIT_DONE;
}

/**
 * hfs_export_command_run:
 *
 * Writes the answer to a query to a file or to standard output.
 *
 * Returns: the exit code of the program
 */
int
hfs_export_command_run (HfsOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = NULL;
  g_autoptr (HfsEngine) engine = NULL;
  g_autoptr (GBytes) bytes = NULL;
  HfsPictureOptions picture = HFS_PICTURE_OPTIONS_INIT;
  HfsChartLook look;
  HfsExportFormat format = HFS_EXPORT_PNG;

  if (options->output == NULL || *options->output == '\0')
    return hfs_terminal_fail (_("Say where to write with --output=FILE, or --output=- for standard output.")), HFS_EXIT_USAGE;
  if (is_folder (options) && g_str_equal (options->output, "-"))
    return hfs_terminal_fail (_("A folder cannot be written to standard output. Name it with --output=FOLDER/.")), HFS_EXIT_USAGE;
  if ((!is_folder (options) && !find_format (options, &format)) || !parse_picture (options, &picture))
    return HFS_EXIT_USAGE;
  query = hfs_chart_look_parse (options->export, &look, &error);
  if (query == NULL || !choose_chart (options, &look, &picture, &error))
    return hfs_terminal_fail (error->message), HFS_EXIT_USAGE;

  engine = hfs_engine_new_for_user (&error);
  if (engine != NULL && picture.kind != HFS_CHART_USUAL && hfs_export_format_is_picture (format) &&
      !check_kind (engine, query, &picture, &error))
    return hfs_terminal_fail (error->message), error->domain == HFS_CHART_ERROR ? HFS_EXIT_USAGE : HFS_EXIT_FAILED;
  if (engine != NULL && is_folder (options))
    return write_folder (options, engine, query, &picture);
  bytes = engine ? hfs_export (engine, query, format, &picture, &error) : NULL;
  if (bytes == NULL)
    return hfs_terminal_fail (error->message), HFS_EXIT_FAILED;
  return hfs_terminal_write (options->output, bytes);
}
