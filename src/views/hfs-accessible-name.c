/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-accessible-name.h"

/**
 * hfs_accessible_name:
 * @widget: a control
 * @name: what a screen reader says for it
 *
 * Names a control. A button with a mnemonic is else named twice in GTK 4.8, once with the underscore of the
 * mnemonic: by its property and by its label.
 */
void
hfs_accessible_name (GtkWidget  *widget,
                     const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
