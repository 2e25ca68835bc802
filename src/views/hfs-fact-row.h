/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hfs_fact_list_new (const char *name);
GtkWidget *hfs_fact_row_new  (const char *title,
                              const char *text,
                              GtkWidget  *end);
GtkWidget *hfs_fact_button   (const char *icon,
                              const char *name,
                              const char *action,
                              const char *target);

G_END_DECLS
