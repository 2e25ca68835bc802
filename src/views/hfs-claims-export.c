/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-claims-export.h"

#include "hfs-claims-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* The claims on their way to a file. */
typedef struct
{
  GtkFileChooserNative *chooser;  /* (owned) */
  HfsEngine *engine;              /* (owned) */
  GPtrArray *editions;            /* (owned) */
  GFile *file;                    /* (owned) (nullable): where to, once it is chosen */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (export->chooser));
  g_object_unref (export->chooser);
  g_object_unref (export->engine);
  g_ptr_array_unref (export->editions);
  g_clear_object (&export->file);
  g_free (export);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    /* Translators: %1$s is a file, %2$s what went wrong. */
    g_task_return_new_error (task, error->domain, error->code,
                             _("The file “%1$s” could not be saved: %2$s. Choose another folder or name and save it again."),
                             name, error->message);
}

static void
judge_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Export *export = data;
  char *json = hfs_claims_to_json (export->engine, export->editions);

  g_task_return_pointer (task, g_bytes_new_take (json, strlen (json)), (GDestroyNotify) g_bytes_unref);
}

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  GTask *task = data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GBytes) json = g_task_propagate_pointer (G_TASK (result), NULL);

  g_file_replace_contents_bytes_async (export->file, json, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, task);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             gpointer         data)
{
  GTask *task = data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GTask) judging = NULL;

  gtk_native_dialog_hide (chooser);
  export->file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  if (export->file == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("No file was chosen."));
      g_object_unref (task);
      return;
    }
  judging = g_task_new (NULL, NULL, judged_cb, task);
  g_task_set_task_data (judging, export, NULL);
  g_task_run_in_thread (judging, judge_in_thread);
}

/**
 * hfs_claims_export_async:
 * @parent: the window that asks
 * @engine: what the claims are judged by
 * @editions: (element-type HfsEdition): the reports
 *
 * Lets the reader choose a file and saves there every claim with its verdict, as `--claims` writes it. The file is
 * written whole or not at all.
 */
void
hfs_claims_export_async (GtkWindow           *parent,
                         HfsEngine           *engine,
                         GPtrArray           *editions,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Export *export = g_new0 (Export, 1);

  export->engine = g_object_ref (engine);
  export->editions = g_ptr_array_ref (editions);
  export->chooser = gtk_file_chooser_native_new (_("Export the claims"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_task_set_source_tag (task, hfs_claims_export_async);
  g_task_set_task_data (task, export, export_free);
  gtk_file_filter_set_name (filter, _("JSON, for other programs"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (export->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (export->chooser), "claims.json");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (export->chooser), TRUE);
  g_signal_connect (export->chooser, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (export->chooser));
}

/**
 * hfs_claims_export_finish:
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set, %G_IO_ERROR_CANCELLED when none was chosen
 */
GFile *
hfs_claims_export_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
