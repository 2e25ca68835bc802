/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-take-away.h"

#include "hfs-accessible-name.h"
#include "hfs-asking.h"
#include "hfs-export.h"
#include "hfs-late-menu.h"
#include "hfs-print-preview.h"
#include "hfs-save-answer.h"
#include "hfs-window-pages.h"
#include "hfs-window-copy.h"

#include <glib/gi18n.h>

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
  HfsChartLook look;
  HfsQuery *query = hfs_window_get_query (self, &look);

  if (query == NULL)
    return;
  if (g_str_equal (name, "win.export-everything"))
    hfs_save_answer_folder_async (GTK_WINDOW (self), hfs_window_get_engine (self), query, &look, NULL, exported_cb, NULL);
  else
    hfs_save_answer_async (GTK_WINDOW (self), hfs_window_get_engine (self), query, &look, NULL, exported_cb, NULL);
}

static void
preview_cb (GObject      *source,
            GAsyncResult *async_result,
            gpointer      data)
{
  g_autoptr (HfsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) distributions = NULL;
  g_autoptr (HfsResult) result = hfs_asking_run_finish (async_result, &distributions, &error);
  HfsChartLook look = HFS_CHART_LOOK_INIT;
  GtkWidget *preview = NULL;

  hfs_window_get_query (self, &look);
  if (result != NULL)
    preview = hfs_print_preview_new (result, &look, distributions, &error);
  if (preview == NULL)
    {
      hfs_window_show_message (self, error->message);
      return;
    }
  gtk_window_set_transient_for (GTK_WINDOW (preview), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (preview));
}

/* Paper has room for as many rows as a picture, also where the table with all is shown. */
static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);
  HfsChartLook look;
  HfsQuery *query = hfs_window_get_query (self, &look);
  g_autoptr (HfsQuery) fitted = query ? hfs_export_fit_query (query) : NULL;

  if (fitted == NULL)
    return;
  look.table = FALSE;
  hfs_asking_run_async (hfs_window_get_engine (self), fitted, &look, NULL, preview_cb, g_object_ref (self));
}

static void
play_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (hfs_window_get_page (HFS_WINDOW (widget)), "page.play", NULL);
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
 * Adds the actions that take what the window shows elsewhere: to a file, to paper or to the clipboard.
 */
void
hfs_window_install_take_away (GtkWidgetClass *widget_class)
{
  hfs_window_install_copy (widget_class);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-everything", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.play-chart", NULL, play_action);
  gtk_widget_class_install_action (widget_class, "win.open-folder", "s", open_folder_action);
}

/**
 * hfs_window_init_take_away:
 * @button: the button in the header bar
 * @menu: the other ways
 *
 * Gives the button its menu, and names its parts, which GTK 4.8 names after their classes.
 */
void
hfs_window_init_take_away (AdwSplitButton *button,
                           GMenuModel     *menu)
{
  GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (button));

  for (; part != NULL; part = gtk_widget_get_next_sibling (part))
    if (GTK_IS_MENU_BUTTON (part))
      {
        hfs_late_menu (GTK_MENU_BUTTON (part), menu);
        hfs_accessible_name (part, _("Other ways to take it away"));
        hfs_accessible_name (gtk_widget_get_first_child (part), _("Other ways to take it away"));
      }
    else if (GTK_IS_BUTTON (part))
      hfs_accessible_name (part, _("Save as a picture"));
}

/**
 * hfs_window_update_take_away:
 * @has_result: whether an answer is shown
 *
 * Enables the actions that have something to take away.
 */
void
hfs_window_update_take_away (HfsWindow *self,
                             gboolean   has_result)
{
  static const char * const actions[] = { "win.export", "win.export-everything", "win.print", "win.play-chart" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], has_result);
  hfs_window_update_copy (self, has_result);
}
