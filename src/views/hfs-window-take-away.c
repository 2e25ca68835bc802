/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-take-away.h"

#include "hfs-question-page.h"
#include "hfs-save-answer.h"
#include "hfs-window-pages.h"

#include <glib/gi18n.h>

static void
copy_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);
  GtkWidget *page = hfs_window_get_page (self);

  if (HFS_IS_QUESTION_PAGE (page) && hfs_question_page_copy_table (HFS_QUESTION_PAGE (page)))
    hfs_window_show_message (self, _("The table is on the clipboard"));
}

static void
copy_link_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);
  g_autofree char *place = hfs_window_dup_place (self);
  g_autofree char *link = g_strconcat (HFS_QUERY_SCHEME, place, NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
  hfs_window_show_message (self, _("The link is on the clipboard"));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *async_result,
             gpointer      data)
{
  HfsWindow *self = HFS_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = hfs_save_answer_finish (async_result, &error);
  g_autoptr (GFile) folder = file ? g_file_get_parent (file) : NULL;
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name ? g_filename_display_name (name) : NULL;
  g_autofree char *uri = folder ? g_file_get_uri (folder) : NULL;
  g_autofree char *text = NULL, *markup = NULL;
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      hfs_window_show_message (self, error->message);
      return;
    }
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_("Saved as “%s”"), shown);
  /* A toast's title is markup. */
  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Open Folder"));
  adw_toast_set_action_name (toast, "win.open-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  hfs_window_add_toast (self, toast);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);
  GtkWidget *page = hfs_window_get_page (self);
  HfsChartLook look;

  if (!HFS_IS_QUESTION_PAGE (page) || hfs_window_get_engine (self) == NULL)
    return;
  hfs_question_page_get_look (HFS_QUESTION_PAGE (page), &look);
  hfs_save_answer_async (GTK_WINDOW (self), hfs_window_get_engine (self),
                         hfs_question_page_get_query (HFS_QUESTION_PAGE (page)), &look, NULL, exported_cb, NULL);
}

static void
folder_shown_cb (GObject      *source,
                 GAsyncResult *async_result,
                 gpointer      data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), async_result, &error))
    hfs_window_show_message (HFS_WINDOW (source), _("There is no program that can show the folder"));
}

static void
open_folder_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gtk_show_uri_full (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME, NULL, folder_shown_cb, NULL);
}

/**
 * hfs_window_install_take_away:
 * @widget_class: the class of [class@Window]
 *
 * Adds the actions that take what the window shows elsewhere: to a file or to the clipboard.
 */
void
hfs_window_install_take_away (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "win.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.open-folder", "s", open_folder_action);
}
