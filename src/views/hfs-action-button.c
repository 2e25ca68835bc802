/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-action-button.h"

#include "hfs-accessible-name.h"

/**
 * hfs_action_button_new:
 * @label: what it says, with a mnemonic
 * @name: what a screen reader says for it
 * @action: what it does
 * @target: (nullable): to what, for an action that takes a text
 *
 * Returns: (transfer floating): a button for an action
 */
GtkWidget *
hfs_action_button_new (const char *label,
                       const char *name,
                       const char *action,
                       const char *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  hfs_accessible_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

/**
 * hfs_action_button_add:
 * @box: a [class@Gtk.Box] whose last child it becomes
 *
 * Returns: (transfer none): a button as [func@action_button_new] makes it
 */
GtkWidget *
hfs_action_button_add (GtkWidget  *box,
                       const char *label,
                       const char *name,
                       const char *action,
                       const char *target)
{
  GtkWidget *button = hfs_action_button_new (label, name, action, target);

  gtk_box_append (GTK_BOX (box), button);
  return button;
}
