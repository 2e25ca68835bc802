/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-claims.h"

#include "hfs-window.h"

static void
open_query_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse (g_variant_get_string (parameter, NULL), &error);

  if (query != NULL)
    hfs_window_open_query (HFS_WINDOW (widget), query);
  else
    hfs_window_show_message (HFS_WINDOW (widget), error->message);
}

static void
claims_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  hfs_window_open_question (HFS_WINDOW (widget), "claims");
}

/**
 * hfs_window_install_claims:
 * @widget_class: the class of [class@Window]
 *
 * Adds the actions that lead to the claims, and from them to the charts behind them.
 */
void
hfs_window_install_claims (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-query", "s", open_query_action);
  gtk_widget_class_install_action (widget_class, "win.claims", NULL, claims_action);
}
