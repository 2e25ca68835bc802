/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer-folder.h"

#include "hfs-export.h"
#include "hfs-sentence.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

/* Everything about one answer in one folder: pictures, table, a text for people and one for programs. */

#define SOFTWARE "HF State"

static void
file_free (HfsAnswerFile *file)
{
  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/* Takes @name and @bytes. */
static void
add_file (GPtrArray *files,
          char      *name,
          GBytes    *bytes)
{
  HfsAnswerFile *file = g_new0 (HfsAnswerFile, 1);

  file->name = name;
  file->bytes = bytes;
  g_ptr_array_add (files, file);
}

static void
add_text (GPtrArray  *files,
          const char *name,
          char       *text)
{
  add_file (files, g_strdup (name), g_bytes_new_take (text, strlen (text)));
}

static gboolean
add_answer (GPtrArray                *files,
            HfsEngine                *engine,
            HfsQuery                 *query,
            HfsExportFormat           format,
            const HfsPictureOptions  *options,
            GError                  **error)
{
  GBytes *bytes = hfs_export (engine, query, format, options, error);

  if (bytes != NULL)
    add_file (files, g_strconcat ("answer.", hfs_export_format_get_key (format), NULL), bytes);
  return bytes != NULL;
}

static void
add_paragraph (GString    *text,
               const char *heading,
               char       *paragraph)
{
  if (paragraph != NULL && *paragraph != '\0')
    g_string_append_printf (text, "\n%s\n%s\n", heading, paragraph);
  g_free (paragraph);
}

/* What a person who finds the folder later has to know. */
static char *
dup_readme (HfsResult    *result,
            HfsChartKind  kind)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = hfs_result_dup_title (result);
  g_autofree char *summary = hfs_result_dup_summary (result);
  g_autofree char *uri = hfs_picture_dup_uri (result);
  const char *licence = hfs_result_get_snapshot (result)->licence;

  g_string_append_printf (text, "%s\n\n%s\n", title, summary);
  add_paragraph (text, _("Of what"), hfs_result_dup_scope (result));
  add_paragraph (text, _("How it is counted"), hfs_result_dup_definition (result));
  add_paragraph (text, _("What the data cover"), hfs_result_dup_coverage (result));
  add_paragraph (text, _("Keep in mind"), hfs_result_dup_caveat (result));
  add_paragraph (text, _("Source"), hfs_result_dup_source (result));
  add_paragraph (text, _("Licence of the data"), g_strdup (licence));
  add_paragraph (text, _("The picture in words"), hfs_chart_kind_dup_alt_text (kind, result));
  add_paragraph (text, _("The files"),
                 g_strdup (_("The picture is answer.png and answer.svg. The table with all rows is answer.csv. What was asked of "
                             "which data is in metadata.json, with a check sum of each file.")));
  add_paragraph (text, _("The same view again"), g_strdup_printf ("hf-state '%s'", uri));
  return g_string_free (text, FALSE);
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_snapshot (JsonBuilder           *builder,
              const HfsSnapshotInfo *snapshot)
{
  json_builder_set_member_name (builder, "snapshot");
  json_builder_begin_object (builder);
  add_member (builder, "id", snapshot->id);
  add_member (builder, "date", snapshot->date);
  add_member (builder, "source", snapshot->source);
  json_builder_set_member_name (builder, "models");
  json_builder_add_int_value (builder, snapshot->n_models);
  json_builder_set_member_name (builder, "complete");
  json_builder_add_boolean_value (builder, snapshot->complete);
  if (snapshot->licence != NULL)
    add_member (builder, "licence", snapshot->licence);
  json_builder_end_object (builder);
}

static void
add_sums (JsonBuilder *builder,
          GPtrArray   *files)
{
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    {
      const HfsAnswerFile *file = g_ptr_array_index (files, i);
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

      json_builder_begin_object (builder);
      add_member (builder, "name", file->name);
      json_builder_set_member_name (builder, "bytes");
      json_builder_add_int_value (builder, (gint64) g_bytes_get_size (file->bytes));
      add_member (builder, "sha256", sum);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Of the same answer the same text, so no time of the export is in it. */
static char *
dup_metadata (HfsResult    *result,
              HfsChartKind  kind,
              gboolean      log,
              GPtrArray    *files)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *title = hfs_result_dup_title (result);
  g_autofree char *summary = hfs_result_dup_summary (result);
  g_autofree char *uri = hfs_picture_dup_uri (result);

  json_builder_begin_object (builder);
  add_member (builder, "software", SOFTWARE);
  add_member (builder, "query", uri + strlen (HFS_QUERY_SCHEME));
  add_member (builder, "title", title);
  add_member (builder, "summary", summary);
  add_member (builder, "chart", hfs_chart_kind_get_key (kind));
  json_builder_set_member_name (builder, "log");
  json_builder_add_boolean_value (builder, log);
  add_snapshot (builder, hfs_result_get_snapshot (result));
  add_sums (builder, files);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}

/**
 * hfs_answer_folder_create_files:
 * @options: how the pictures are made
 *
 * Answers @query and makes all the files that tell of the answer: PNG, SVG, CSV, a text, and metadata with a check sum of
 * each. The same answer gives the same files. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (nullable) (element-type HfsAnswerFile): the files, or %NULL with @error set
 */
GPtrArray *
hfs_answer_folder_create_files (HfsEngine                *engine,
                                HfsQuery                 *query,
                                const HfsPictureOptions  *options,
                                GError                  **error)
{
  static const HfsExportFormat formats[] = { HFS_EXPORT_PNG, HFS_EXPORT_SVG, HFS_EXPORT_CSV };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  g_autoptr (HfsQuery) fitted = hfs_export_fit_query (query);
  g_autoptr (HfsResult) result = hfs_engine_run (engine, fitted, error);
  HfsChartKind kind;

  if (result == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (!add_answer (files, engine, query, formats[i], options, error))
      return NULL;
  kind = hfs_chart_kind_settle (options->kind, result);
  add_text (files, "README.txt", dup_readme (result, kind));
  add_text (files, "metadata.json", dup_metadata (result, kind, options->log && hfs_chart_kind_has_log (kind), files));
  return g_steal_pointer (&files);
}

static void
remove_folder (GPtrArray  *files,
               const char *path)
{
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_build_filename (path, ((HfsAnswerFile *) g_ptr_array_index (files, i))->name, NULL);

      g_unlink (name);
    }
  g_rmdir (path);
}

static gboolean
fail (const char  *path,
      int          reason,
      GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (reason == ENOTEMPTY || reason == EEXIST || reason == ENOTDIR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("“%s” is there already. Choose another name for the folder."), shown);
  else
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (reason),
                 _("The folder “%1$s” cannot be written: %2$s. Choose another place."), shown, g_strerror (reason));
  return FALSE;
}

static int
write_files (GPtrArray  *files,
             const char *path)
{
  for (guint i = 0; i < files->len; i++)
    {
      const HfsAnswerFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_build_filename (path, file->name, NULL);
      gsize size;
      const char *data = g_bytes_get_data (file->bytes, &size);

      errno = 0;
      if (!g_file_set_contents_full (name, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0644, NULL))
        return errno != 0 ? errno : EIO;
    }
  return 0;
}

/**
 * hfs_answer_folder_write:
 * @files: (element-type HfsAnswerFile): what goes into the folder
 * @path: the folder; it must not be there yet, unless it is empty
 *
 * Writes the whole folder or nothing: it is made under another name beside its place and then renamed.
 *
 * Returns: whether it is there; if not, @error of %G_IO_ERROR says why in a sentence
 */
gboolean
hfs_answer_folder_write (GPtrArray   *files,
                         const char  *path,
                         GError     **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *making = g_build_filename (parent, ".hf-state-XXXXXX", NULL);
  int reason;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return fail (path, EEXIST, error);
  if (g_mkdtemp_full (making, 0755) == NULL)
    return fail (path, errno, error);
  reason = write_files (files, making);
  if (reason == 0 && g_rename (making, path) != 0)
    reason = errno;
  if (reason == 0)
    return TRUE;
  remove_folder (files, making);
  return fail (path, reason, error);
}
