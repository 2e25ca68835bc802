/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-save-answer.h"

#include "hfs-answer-task.h"

#include <glib/gi18n.h>

/* An answer on its way from a question to a file. */
typedef struct
{
  GtkFileChooserNative *chooser;  /* (owned) */
  HfsEngine *engine;              /* (owned) */
  HfsQuery *query;                /* (owned) */
  GFile *file;                    /* (owned) (nullable): where to, once it is chosen */
  gboolean everything;            /* a folder, and not a file */
  HfsExportFormat format;
  HfsPictureOptions options;
} Save;

static const struct
{
  const char *id;
  const char *label;
  int width;
  int height;
} sizes[] = {
  { "article", N_("Article (1600 × 1000)"), 1600, 1000 },
  { "slide", N_("Slide (1920 × 1080)"), 1920, 1080 },
  { "post", N_("Post (1200 × 675)"), 1200, 675 },
  { "square", N_("Square (1080 × 1080)"), 1080, 1080 },
  { "a4", N_("A4 page (1240 × 1754)"), 1240, 1754 },
  { "page", N_("As on the page (900 wide)"), 900, 0 },
  { "tall", N_("As high as it needs (1600 wide)"), 1600, 0 },
};

static const struct
{
  const char *id;
  const char *label;
  double scale;
} scales[] = {
  { "1", N_("Normal"), 1 },
  { "2", N_("Double, for print"), 2 },
  { "3", N_("Threefold"), 3 },
  { "4", N_("Fourfold, for posters"), 4 },
};

static void
save_free (Save *save)
{
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (save->chooser));
  g_object_unref (save->chooser);
  g_object_unref (save->engine);
  g_object_unref (save->query);
  g_clear_object (&save->file);
  g_free (save);
}

static void
return_write_error (GTask        *task,
                    const GError *error)
{
  Save *save = g_task_get_task_data (task);
  g_autofree char *name = g_file_get_parse_name (save->file);

  /* Translators: %1$s is a file, %2$s what went wrong. */
  g_task_return_new_error (task, error->domain, error->code,
                           _("The file “%1$s” could not be saved: %2$s. Choose another folder or name and save it again."),
                           name, error->message);
}

static void
written_cb (GObject      *source,
            GAsyncResult *async_result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), async_result, NULL, &error))
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    return_write_error (task, error);
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *async_result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  Save *save = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hfs_answer_task_render_finish (async_result, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_file_replace_contents_bytes_async (save->file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, g_task_get_cancellable (task),
                                       written_cb, g_object_ref (task));
}

static void
read_choices (Save *save)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (save->chooser);
  const char *size = gtk_file_chooser_get_choice (chooser, "size");
  const char *scale = gtk_file_chooser_get_choice (chooser, "scale");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_strcmp0 (size, sizes[i].id) == 0)
      {
        save->options.width = sizes[i].width;
        save->options.height = sizes[i].height;
      }
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_strcmp0 (scale, scales[i].id) == 0)
      save->options.scale = scales[i].scale;
}

/* The ending says the format; a name without one becomes a PNG. */
static gboolean
read_format (Save  *save,
             GFile *chosen)
{
  g_autofree char *name = g_file_get_basename (chosen);
  const char *dot = strrchr (name, '.');
  g_autofree char *ending = g_ascii_strdown (dot ? dot + 1 : "", -1);
  g_autofree char *with_ending = NULL;
  g_autoptr (GFile) parent = NULL;

  if (dot != NULL)
    {
      save->file = g_object_ref (chosen);
      return hfs_export_format_from_key (ending, &save->format);
    }
  parent = g_file_get_parent (chosen);
  with_ending = g_strconcat (name, ".", hfs_export_format_get_key (HFS_EXPORT_PNG), NULL);
  save->format = HFS_EXPORT_PNG;
  save->file = g_file_get_child (parent, with_ending);
  return TRUE;
}

static void
folder_written_cb (GObject      *source,
                   GAsyncResult *async_result,
                   gpointer      data)
{
  g_autoptr (GTask) task = data;
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;

  if (hfs_answer_task_folder_finish (async_result, &error))
    g_task_return_pointer (task, g_object_ref (save->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  g_autoptr (GTask) task = data;
  Save *save = g_task_get_task_data (task);
  g_autoptr (GFile) chosen = NULL;

  gtk_native_dialog_hide (dialog);
  chosen = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  if (chosen == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("No file was chosen."));
      return;
    }
  if (save->everything)
    {
      save->file = g_object_ref (chosen);
      hfs_answer_task_folder_async (save->engine, save->query, &save->options, chosen, g_task_get_cancellable (task),
                                    folder_written_cb, g_object_ref (task));
      return;
    }
  if (!read_format (save, chosen))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _("An answer can be saved as .png, .svg, .pdf, .csv or .json. Choose a name that ends in one of them."));
      return;
    }
  read_choices (save);
  hfs_answer_task_render_async (save->engine, save->query, save->format, &save->options, g_task_get_cancellable (task),
                                rendered_cb, g_object_ref (task));
}

/* The lists for the chooser end in NULL. */
static void
add_choices (GtkFileChooser *chooser)
{
  const char *size_ids[G_N_ELEMENTS (sizes) + 1] = { NULL }, *size_labels[G_N_ELEMENTS (sizes) + 1] = { NULL };
  const char *scale_ids[G_N_ELEMENTS (scales) + 1] = { NULL }, *scale_labels[G_N_ELEMENTS (scales) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      size_ids[i] = sizes[i].id;
      size_labels[i] = _(sizes[i].label);
    }
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      scale_ids[i] = scales[i].id;
      scale_labels[i] = _(scales[i].label);
    }
  gtk_file_chooser_add_choice (chooser, "size", _("Size"), size_ids, size_labels);
  gtk_file_chooser_set_choice (chooser, "size", sizes[0].id);
  gtk_file_chooser_add_choice (chooser, "scale", _("Sharpness"), scale_ids, scale_labels);
  gtk_file_chooser_set_choice (chooser, "scale", scales[0].id);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            gboolean        pictures)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; i < HFS_N_EXPORT_FORMATS; i++)
    if (hfs_export_format_is_picture (i) == pictures)
      gtk_file_filter_add_suffix (filter, hfs_export_format_get_key (i));
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * hfs_save_answer_dup_name:
 * @query: what the file shows
 * @archive: the snapshots that it can be of
 *
 * Returns: (transfer full): a name for a file or a folder that says what is in it, such as `countries-downloads-2026-08-22`
 */
char *
hfs_save_answer_dup_name (HfsQuery   *query,
                          HfsArchive *archive)
{
  const char *name = hfs_dimension_get (hfs_query_get_dimension (query))->name;
  const char *measure = hfs_measure_get_key (hfs_query_get_measure (query));
  g_autoptr (HfsSnapshotInfo) info = hfs_archive_find (archive, hfs_query_get_snapshot (query), NULL);

  if (info == NULL)
    return g_strdup_printf ("%s-%s", name, measure);
  return g_strdup_printf ("%s-%s-%s", name, measure, info->date);
}

/* Takes @task. */
static void
choose (GTask              *task,
        GtkWindow          *parent,
        HfsEngine          *engine,
        HfsQuery           *query,
        const HfsChartLook *look,
        gboolean            everything)
{
  Save *save = g_new0 (Save, 1);
  const char *title = everything ? _("Export Everything to a New Folder") : _("Save the Answer");
  g_autofree char *name = hfs_save_answer_dup_name (query, hfs_engine_get_archive (engine));
  g_autofree char *file_name = everything ? g_strdup (name) : g_strconcat (name, ".png", NULL);

  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  save->chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  save->engine = g_object_ref (engine);
  save->query = g_object_ref (query);
  save->everything = everything;
  save->options = (HfsPictureOptions) HFS_PICTURE_OPTIONS_INIT;
  save->options.kind = look->kind;
  save->options.log = look->log;
  save->options.rtl = gtk_widget_get_direction (GTK_WIDGET (parent)) == GTK_TEXT_DIR_RTL;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (save->chooser), file_name);
  if (!everything)
    {
      add_filter (GTK_FILE_CHOOSER (save->chooser), _("Pictures (PNG, SVG, PDF)"), TRUE);
      add_filter (GTK_FILE_CHOOSER (save->chooser), _("Tables (CSV, JSON)"), FALSE);
      add_choices (GTK_FILE_CHOOSER (save->chooser));
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (save->chooser), TRUE);
  g_signal_connect (save->chooser, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (save->chooser));
}

/**
 * hfs_save_answer_async:
 * @parent: the window that asks
 * @engine: what answers
 * @query: what the file shows
 * @look: how a picture shows it
 *
 * Lets the reader choose a file and saves the answer there, as a picture or a table by the ending of the name. Pictures
 * are light whatever the theme. The file is written whole or not at all.
 */
void
hfs_save_answer_async (GtkWindow           *parent,
                       HfsEngine           *engine,
                       HfsQuery            *query,
                       const HfsChartLook  *look,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  choose (g_task_new (parent, cancellable, callback, user_data), parent, engine, query, look, FALSE);
}

/**
 * hfs_save_answer_folder_async:
 * @parent: the window that asks
 * @engine: what answers
 * @query: what the folder shows
 * @look: how the pictures show it
 *
 * Lets the reader name a new folder and saves everything about the answer there; finish with hfs_save_answer_finish().
 */
void
hfs_save_answer_folder_async (GtkWindow           *parent,
                              HfsEngine           *engine,
                              HfsQuery            *query,
                              const HfsChartLook  *look,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  choose (g_task_new (parent, cancellable, callback, user_data), parent, engine, query, look, TRUE);
}

/**
 * hfs_save_answer_finish:
 *
 * Returns: (transfer full) (nullable): the file or the folder, or %NULL with @error set: %G_IO_ERROR_CANCELLED when the
 *   reader chose none, else with a sentence that says what to do
 */
GFile *
hfs_save_answer_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
