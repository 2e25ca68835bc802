/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-fact-row.h"

#include "hfs-accessible-name.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * hfs_fact_list_new:
 * @name: what a screen reader says
 *
 * Returns: (transfer floating): a list for facts
 */
GtkWidget *
hfs_fact_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/**
 * hfs_fact_row_new:
 * @title: what it is about
 * @text: what is said of it
 * @end: (nullable): what leads on
 *
 * Returns: (transfer floating): one fact
 */
GtkWidget *
hfs_fact_row_new (const char *title,
                  const char *text,
                  GtkWidget  *end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = hfs_text_label (text, NULL);
  /* Translators: what a screen reader says for a row: what it is about, then what is said of it. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), title, text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), hfs_text_label (title, "term"));
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (box), texts);
  if (end != NULL)
    {
      gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), end);
    }
  gtk_widget_add_css_class (box, "fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/**
 * hfs_fact_button:
 * @icon: name of an icon
 * @name: what it does, for its tooltip and screen readers
 * @action: name of an action with a text as its parameter
 * @target: the text
 *
 * Returns: (transfer floating): a button that leads on from a fact
 */
GtkWidget *
hfs_fact_button (const char *icon,
                 const char *name,
                 const char *action,
                 const char *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  hfs_accessible_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}
