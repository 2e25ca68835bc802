/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-saved-views.h"

#include "hfs-accessible-name.h"
#include "hfs-question.h"
#include "hfs-saved-views.h"
#include "hfs-text-label.h"
#include "hfs-window-pages.h"

#include <glib/gi18n.h>

/* What the list of saved views is made of; belongs to its button. */
typedef struct
{
  HfsWindow *window;      /* not owned: it holds the button */
  HfsSavedViews *views;   /* (owned) */
  GtkMenuButton *button;
  /* These are made when the button is first pressed. */
  GtkEntry *name;
  GtkWidget *list;
  GtkWidget *none;
} Desk;

static void
desk_free (gpointer data)
{
  Desk *desk = data;

  g_object_unref (desk->views);
  g_free (desk);
}

static void
update_none (Desk *desk)
{
  gtk_widget_set_visible (desk->none, g_list_model_get_n_items (G_LIST_MODEL (desk->views)) == 0);
  gtk_widget_set_visible (desk->list, g_list_model_get_n_items (G_LIST_MODEL (desk->views)) > 0);
}

static void
save_cb (Desk *desk)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (desk->name))));
  g_autofree char *place = hfs_window_dup_place (desk->window);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (desk->name));
      return;
    }
  if (hfs_saved_views_add (desk->views, name, place, &error))
    message = g_strdup_printf (_("Saved as “%s”"), name);
  else
    /* Translators: %s is why. */
    message = g_strdup_printf (_("The view cannot be saved: %s"), error->message);
  gtk_menu_button_popdown (desk->button);
  hfs_window_show_message (desk->window, message);
}

/* Suggests the name of the page. */
static void
opened_cb (Desk *desk)
{
  GListModel *questions = hfs_window_get_questions (desk->window);
  g_autoptr (HfsQuestion) question = g_list_model_get_item (questions, hfs_questions_find (questions, hfs_window_get_page_id (desk->window)));

  gtk_editable_set_text (GTK_EDITABLE (desk->name), question ? hfs_question_get_title (question) : "");
  gtk_widget_grab_focus (GTK_WIDGET (desk->name));
}

static void
open_row_cb (Desk          *desk,
             GtkListBoxRow *row)
{
  g_autoptr (HfsSavedView) view = g_list_model_get_item (G_LIST_MODEL (desk->views), (guint) gtk_list_box_row_get_index (row));
  g_autoptr (GError) error = NULL;

  gtk_menu_button_popdown (desk->button);
  if (!hfs_window_open_place (desk->window, hfs_saved_view_get_place (view), &error))
    hfs_window_show_message (desk->window, error->message);
}

static void
remove_cb (GtkButton *button,
           Desk      *desk)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (HfsSavedView) view = g_list_model_get_item (G_LIST_MODEL (desk->views), position);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_markup_escape_text (hfs_saved_view_get_name (view), -1);
  g_autofree char *message = NULL;
  AdwToast *toast;

  if (!hfs_saved_views_remove (desk->views, position, &error))
    {
      hfs_window_show_message (desk->window, error->message);
      return;
    }
  message = g_strdup_printf (_("Removed “%s”"), name);
  toast = adw_toast_new (message);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-remove-view");
  hfs_window_add_toast (desk->window, toast);
}

static void
undo_cb (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  if (hfs_saved_views_can_undo (desk->views) && !hfs_saved_views_undo (desk->views, &error))
    hfs_window_show_message (desk->window, error->message);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  Desk *desk = data;
  const char *name = hfs_saved_view_get_name (item);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name), *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the name of a saved view. */
  g_autofree char *spoken = g_strdup_printf (_("Remove the view “%s”"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, spoken);
  hfs_accessible_name (button, spoken);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), desk);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GtkWidget *
new_list (Desk *desk)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "saved-views");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saved views"), -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (desk->views), create_row_cb, desk, NULL);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (open_row_cb), desk);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "max-content-height", 320,
                "child", list, NULL);
  return scroller;
}

static GtkWidget *
new_popover (Desk *desk)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save This View"));

  desk->name = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (desk->name, _("A name for this view"));
  hfs_accessible_name (GTK_WIDGET (desk->name), _("A name for this view"));
  hfs_accessible_name (save, _("Save this view"));
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (desk->name, "activate", G_CALLBACK (save_cb), desk);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), desk);
  desk->list = new_list (desk);
  desk->none = hfs_text_label (_("You have not saved a view yet. A view is a question with all that you chose for it."), "quiet");
  gtk_label_set_max_width_chars (GTK_LABEL (desk->none), 30);
  gtk_box_append (GTK_BOX (box), desk->list);
  gtk_box_append (GTK_BOX (box), desk->none);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (desk->name));
  gtk_box_append (GTK_BOX (box), save);
  gtk_widget_set_size_request (box, 260, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (opened_cb), desk);
  return popover;
}

static void
open_cb (GtkMenuButton *button,
         gpointer       data)
{
  Desk *desk = data;

  if (desk->list != NULL)
    return;
  gtk_menu_button_set_popover (button, new_popover (desk));
  g_signal_connect_swapped (desk->views, "items-changed", G_CALLBACK (update_none), desk);
  update_none (desk);
}

static void
popup_cb (Desk *desk)
{
  gtk_menu_button_popup (desk->button);
}

static void
add_action (Desk       *desk,
            const char *name,
            GCallback   callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_data (action, "activate", callback, desk, NULL, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (desk->window), G_ACTION (action));
}

/**
 * hfs_window_init_saved_views:
 * @header: where the button goes that lists them
 *
 * Lets the reader keep views under a name, and adds the actions `win.save-view` and `win.undo-remove-view`.
 */
void
hfs_window_init_saved_views (HfsWindow    *self,
                             AdwHeaderBar *header)
{
  g_autofree char *path = hfs_saved_views_dup_default_path ();
  g_autoptr (GError) error = NULL;
  Desk *desk = g_new0 (Desk, 1);

  desk->window = self;
  desk->views = hfs_saved_views_new (path);
  desk->button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "user-bookmarks-symbolic", "tooltip-text", _("Saved views"), NULL);
  /* The desk lives as long as its button, which the window holds until its end. */
  g_object_set_data_full (G_OBJECT (self), "hfs-saved-views", desk, desk_free);
  gtk_menu_button_set_create_popup_func (desk->button, open_cb, desk, NULL);
  hfs_accessible_name (GTK_WIDGET (desk->button), _("Saved views"));
  adw_header_bar_pack_end (header, GTK_WIDGET (desk->button));
  add_action (desk, "save-view", G_CALLBACK (popup_cb));
  add_action (desk, "undo-remove-view", G_CALLBACK (undo_cb));
  if (!hfs_saved_views_load (desk->views, &error))
    g_warning ("%s", error->message);
}
