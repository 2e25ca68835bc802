/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-changes-save.h"

#include <glib/gi18n.h>
#include <string.h>

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (G_FILE (source)), *name = g_filename_display_name (base), *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("Saved as “%s”"), name);
  else
    /* Translators: %1$s is a file, %2$s what went wrong. */
    text = g_strdup_printf (_("The file “%1$s” could not be saved: %2$s. Choose another folder or name and save it again."), name,
                            error->message);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.say", "s", text);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             gpointer         data)
{
  g_autoptr (HfsChanges) changes = data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    hfs_changes_write (gtk_native_dialog_get_transient_for (chooser), changes, file);
  g_object_unref (chooser);
}

/**
 * hfs_changes_save:
 * @window: the window that asks, and says how it went
 *
 * Lets the reader choose a file for the changes.
 */
void
hfs_changes_save (GtkWindow  *window,
                  HfsChanges *changes)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save the changes"), window, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = g_strdup_printf ("changes-%s-%s.csv", hfs_changes_get_before (changes)->date,
                                           hfs_changes_get_snapshot (changes)->date);

  gtk_file_filter_set_name (filter, _("Tables (CSV, JSON)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), g_object_ref (changes));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * hfs_changes_write:
 * @window: says how it went
 * @file: one whose name ends in .json becomes JSON, any other CSV
 *
 * Writes the changes, whole or not at all.
 */
void
hfs_changes_write (GtkWindow  *window,
                   HfsChanges *changes,
                   GFile      *file)
{
  g_autofree char *name = g_file_get_basename (file);
  char *text = g_str_has_suffix (name, ".json") ? hfs_changes_to_json (changes) : hfs_changes_to_csv (changes);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, g_object_ref (window));
}
