/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-classify-files.h"

#include "hfs-overrides-file.h"
#include "hfs-text-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* A table of decisions that a person made is far smaller. */
#define MAX_BYTES (4 * 1024 * 1024)

static void
show_sentence (GtkWindow  *window,
               const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.say", "s", sentence);
}

/**
 * hfs_classify_new_report:
 * @sentence: what is wrong with a file
 * @faults: (array zero-terminated=1): a sentence for each line at fault
 *
 * Returns: (transfer none): a dialog that shows the faults by line
 */
GtkWidget *
hfs_classify_new_report (GtkWindow          *window,
                         const char         *sentence,
                         const char * const *faults)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _("This file was not imported"), sentence);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (; *faults != NULL; faults++)
    gtk_box_append (GTK_BOX (list), hfs_text_label (*faults, "line-fault"));
  g_object_set (scroller, "child", list, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", 280, NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  return dialog;
}

static GtkFileChooserNative *
new_chooser (GtkWindow            *window,
             const char           *title,
             GtkFileChooserAction  action)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, window, action, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Comma separated values"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

static void
import_bytes (GtkWindow         *window,
              HfsClassification *classification,
              GBytes            *bytes)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) report = NULL;

  if (hfs_overrides_read_csv (hfs_classification_get_overrides (classification), bytes, &report, &error))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.classified", "u", 1u);
  else
    gtk_window_present (GTK_WINDOW (hfs_classify_new_report (window, error->message, (const char * const *) report)));
}

static void
import_response_cb (GtkNativeDialog   *chooser,
                    int                response,
                    HfsClassification *classification)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (chooser);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GFileInfo) info = file ? g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (info != NULL && g_file_info_get_size (info) > MAX_BYTES)
    show_sentence (window, _("This file is too large to be a table of changes."));
  else if (file != NULL)
    {
      bytes = g_file_load_bytes (file, NULL, NULL, &error);
      if (bytes != NULL)
        import_bytes (window, classification, bytes);
      else
        show_sentence (window, error->message);
    }
  g_object_unref (chooser);
}

static void
export_response_cb (GtkNativeDialog   *chooser,
                    int                response,
                    HfsClassification *classification)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (chooser);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *csv = hfs_overrides_to_csv (hfs_classification_get_overrides (classification));
  g_autoptr (GError) error = NULL;

  if (file != NULL)
    {
      gboolean written = g_file_replace_contents (file, csv, strlen (csv), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);

      show_sentence (window, written ? _("Your changes are in the file") : error->message);
    }
  g_object_unref (chooser);
}

/**
 * hfs_classify_import:
 *
 * Lets the reader choose a file of changes. A file with faults is reported line by line and changes nothing.
 */
void
hfs_classify_import (GtkWindow         *window,
                     HfsClassification *classification)
{
  GtkFileChooserNative *chooser = new_chooser (window, _("Import changes"), GTK_FILE_CHOOSER_ACTION_OPEN);

  g_signal_connect_object (chooser, "response", G_CALLBACK (import_response_cb), classification, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * hfs_classify_export:
 *
 * Lets the reader choose where to write the changes.
 */
void
hfs_classify_export (GtkWindow         *window,
                     HfsClassification *classification)
{
  GtkFileChooserNative *chooser = new_chooser (window, _("Export your changes"), GTK_FILE_CHOOSER_ACTION_SAVE);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "my-classification.csv");
  g_signal_connect_object (chooser, "response", G_CALLBACK (export_response_cb), classification, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
