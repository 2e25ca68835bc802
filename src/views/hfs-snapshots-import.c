/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshots-import.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* From a choice of file to a snapshot: which file, and of which day its counts are. */

static void
date_response_cb (GtkWidget        *dialog,
                  const char       *response,
                  HfsSnapshotsPage *page)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));
  g_autofree char *date = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");

  if (g_str_equal (response, "import"))
    hfs_snapshots_page_import (page, file, date);
}

static char *
dup_modification_day (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time = info ? g_file_info_get_modification_date_time (info) : NULL;

  return time ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}

/**
 * hfs_snapshots_date_dialog_new:
 * @page: imports the file
 * @file: what to import
 *
 * Returns: (transfer none): a dialog that asks of which day the counts of the file are
 */
GtkWidget *
hfs_snapshots_date_dialog_new (HfsSnapshotsPage *page,
                               GFile            *file)
{
  g_autofree char *day = dup_modification_day (file);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "text", day, "activates-default", TRUE, "input-purpose",
                                   GTK_INPUT_PURPOSE_DIGITS, NULL);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                              _("Of which day are the counts?"),
                                              _("Write the year, the month and the day, such as 2026-09-01. "
                                                "The file was last changed on the day that stands here."));

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "import", _("_Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "import");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (date_response_cb), page, 0);
  return dialog;
}

static void
chosen_cb (GtkNativeDialog  *chooser,
           int               response,
           HfsSnapshotsPage *page)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (page)) != NULL)
    gtk_window_present (GTK_WINDOW (hfs_snapshots_date_dialog_new (page, file)));
  g_object_unref (chooser);
}

/**
 * hfs_snapshots_choose_file:
 * @page: imports the file
 *
 * Lets the reader choose a file to import.
 */
void
hfs_snapshots_choose_file (HfsSnapshotsPage *page)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import a file"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables (CSV) and saved pages of the Hub (JSON)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
