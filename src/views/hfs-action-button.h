/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hfs_action_button_new (const char *label,
                                  const char *name,
                                  const char *action,
                                  const char *target);
GtkWidget *hfs_action_button_add (GtkWidget  *box,
                                  const char *label,
                                  const char *name,
                                  const char *action,
                                  const char *target);

G_END_DECLS
