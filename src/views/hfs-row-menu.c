/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-row-menu.h"

#include "hfs-remark.h"

#include <glib/gi18n.h>
#include <string.h>

/* The menu of one row of an answer, in the chart as in the table: where to go from it, and to classify its publisher. */

static void
append_query (GMenu      *menu,
              const char *label,
              HfsQuery   *query)
{
  g_autofree char *text = hfs_query_to_string (query);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-place", "s", text);
  g_menu_append_item (menu, item);
}

/* The same models, but only those of the row; %NULL when no filter tells them. */
static HfsQuery *
narrow (HfsQuery           *query,
        const HfsResultRow *row,
        HfsDimensionId      dimension)
{
  const HfsDimension *own = hfs_dimension_get (hfs_query_get_dimension (query));
  g_autoptr (HfsQuery) turned = NULL;

  if (own->filter == NULL || row->kind == HFS_ROW_OTHER)
    return NULL;
  turned = hfs_query_with_name (query, dimension);
  return hfs_query_with (turned, own->filter, row->key, NULL);
}

static void
append_ways (GMenu              *menu,
             HfsQuery           *query,
             const HfsResultRow *row)
{
  g_autoptr (HfsQuery) publishers = narrow (query, row, HFS_DIMENSION_PUBLISHERS);
  g_autoptr (HfsQuery) models = narrow (query, row, HFS_DIMENSION_MODELS);

  if (publishers != NULL && hfs_query_get_dimension (query) != HFS_DIMENSION_PUBLISHERS)
    append_query (menu, _("Show Its _Publishers"), publishers);
  if (models != NULL)
    append_query (menu, _("Show Its _Models"), models);
}

/* Countries, publishers and models have a page each. Two letters are a country; the rest says that there is none. */
static void
append_page (GMenu              *menu,
             HfsDimensionId      dimension,
             const HfsResultRow *row)
{
  static const struct
  {
    HfsDimensionId dimension;
    const char *page;
    const char *label;
  } pages[] = {
    { HFS_DIMENSION_COUNTRIES, "country", N_("About This _Country") },
    { HFS_DIMENSION_PUBLISHERS, "publisher", N_("About This Pu_blisher") },
    { HFS_DIMENSION_MODELS, "model", N_("About This M_odel") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].dimension == dimension && row->kind == HFS_ROW_CLEAR && (i > 0 || strlen (row->key) == 2))
      {
        g_autofree char *place = hfs_remark_dup_place (pages[i].page, row->key);
        g_autoptr (GMenuItem) item = g_menu_item_new (_(pages[i].label), NULL);

        g_menu_item_set_action_and_target (item, "win.open-place", "s", place);
        g_menu_append_item (menu, item);
      }
}

static void
append_classify (GMenu              *menu,
                 HfsDimensionId      dimension,
                 const HfsResultRow *row)
{
  const char *publisher = row->facts ? row->facts->publisher : NULL;
  g_autoptr (GMenuItem) item = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_auto (GStrv) parts = NULL;

  if (row->kind != HFS_ROW_CLEAR || (dimension != HFS_DIMENSION_PUBLISHERS && dimension != HFS_DIMENSION_MODELS))
    return;
  if (publisher == NULL)
    publisher = dimension == HFS_DIMENSION_PUBLISHERS ? row->key : NULL;
  if (publisher == NULL || *publisher == '\0')
    return;
  /* An underline in a name is no mnemonic. */
  parts = g_strsplit (publisher, "_", -1);
  name = g_strjoinv ("__", parts);
  /* Translators: %s is an account of the Hub. */
  label = g_strdup_printf (_("_Classify %s…"), name);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.classify", "s", publisher);
  g_menu_append_item (menu, item);
}

/**
 * hfs_row_menu_new:
 * @row: a row of @result
 *
 * Returns: (transfer full) (nullable): the menu of the row, %NULL when there is nothing to choose
 */
GMenuModel *
hfs_row_menu_new (HfsResult          *result,
                  const HfsResultRow *row)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  HfsQuery *query = hfs_result_get_query (result);

  append_page (menu, hfs_query_get_dimension (query), row);
  append_ways (menu, query, row);
  append_classify (menu, hfs_query_get_dimension (query), row);
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0 ? G_MENU_MODEL (g_steal_pointer (&menu)) : NULL;
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The focus goes back to where it was when the menu opened, unless the choice has put it elsewhere. */
static gboolean
leave_cb (gpointer popover)
{
  GtkWidget *focus = g_object_get_data (popover, "hfs-row-menu-focus");
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *now = root ? gtk_root_get_focus (root) : NULL;
  gboolean is_free = now == NULL || gtk_widget_is_ancestor (now, popover) ||
                     (focus != NULL && gtk_widget_is_ancestor (focus, now));

  unparent_cb (popover);
  if (is_free && focus != NULL && root != NULL && gtk_widget_get_root (focus) == root)
    gtk_widget_grab_focus (focus);
  return G_SOURCE_REMOVE;
}

/* The choice is acted on after the menu has closed, so the menu has to outlive that. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_cb, g_object_ref (popover), g_object_unref);
}

static gboolean
popup (GtkWidget *widget,
       double     x,
       double     y)
{
  HfsRowMenuFind find = (HfsRowMenuFind) g_object_get_data (G_OBJECT (widget), "hfs-row-menu-find");
  HfsResult *result = NULL;
  GdkRectangle area;
  const HfsResultRow *row = find (widget, x, y, &result, &area);
  g_autoptr (GMenuModel) menu = row ? hfs_row_menu_new (result, row) : NULL;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *popover;

  if (menu == NULL)
    return FALSE;
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, widget);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), x < 0);
  if (x >= 0)
    area = (GdkRectangle) { (int) x, (int) y, 1, 1 };
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
  if (focus != NULL)
    g_object_set_data_full (G_OBJECT (popover), "hfs-row-menu-focus", g_object_ref (focus), g_object_unref);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (widget, "destroy", G_CALLBACK (unparent_cb), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            GtkWidget  *widget)
{
  if (popup (widget, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
held_cb (GtkGesture *gesture,
         double      x,
         double      y,
         GtkWidget  *widget)
{
  pressed_cb (gesture, 1, x, y, widget);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  return popup (widget, -1, -1);
}

/**
 * hfs_row_menu_attach:
 * @widget: what shows rows
 * @find: finds the one at a place
 *
 * Gives each row that @widget shows its menu: with the second button, with a long touch, with the Menu key and Shift+F10.
 */
void
hfs_row_menu_attach (GtkWidget      *widget,
                     HfsRowMenuFind  find)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutAction *action = gtk_callback_action_new (menu_key_cb, NULL, NULL);

  g_object_set_data (G_OBJECT (widget), "hfs-row-menu-find", (gpointer) find);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), widget, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (held_cb), widget, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0), g_object_ref (action)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK), action));
  gtk_widget_add_controller (widget, keys);
}
