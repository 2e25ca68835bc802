/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

#include <adwaita.h>

G_BEGIN_DECLS

void        views_fixture_init       (int            *argc,
                                      char         ***argv);
HfsEngine  *views_fixture_new_engine (void);
void        views_fixture_end_engine (HfsEngine      *engine);
HfsResult  *views_fixture_run        (HfsEngine      *engine,
                                      const char     *query);
GtkWidget  *views_fixture_show       (GtkWidget      *child,
                                      int             width,
                                      int             height);
void        views_fixture_wait_for   (gpointer        object,
                                      const char     *signal);
void        views_fixture_settle     (void);
void        views_fixture_let_go     (GtkWidget      *widget);
gboolean    views_fixture_press      (GtkWidget      *widget,
                                      guint           keyval);
GtkWidget  *views_fixture_find       (GtkWidget      *root,
                                      GType           type);
GtkWidget  *views_fixture_find_class (GtkWidget      *root,
                                      const char     *css_class);
GtkWidget  *views_fixture_find_label (GtkWidget      *root,
                                      const char     *text);

G_END_DECLS
