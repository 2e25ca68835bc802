/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-late-menu.h"

static void
open_cb (GtkMenuButton *button,
         gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * hfs_late_menu:
 * @button: what opens the menu
 * @menu: what is in it
 *
 * Gives a button its menu when it is first opened. GTK makes four widgets for each line of a menu, and styles them all
 * before the window can be seen.
 */
void
hfs_late_menu (GtkMenuButton *button,
               GMenuModel    *menu)
{
  gtk_menu_button_set_create_popup_func (button, open_cb, g_object_ref (menu), g_object_unref);
}
