/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-help.h"

#define SHORTCUTS "/org/example/HfState/ui/help-overlay.ui"

/* GTK would make them together with the window if the resource had the name that GTK looks for. */
static void
show_help_overlay_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SHORTCUTS);

      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

/**
 * hfs_window_install_help:
 * @widget_class: the class of [class@Window]
 *
 * Adds the action `win.show-help-overlay`. The list of shortcuts is made when somebody first asks for it: that takes
 * as long as half of the window.
 */
void
hfs_window_install_help (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_help_overlay_action);
}
