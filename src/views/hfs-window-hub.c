/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-hub.h"

#include "hfs-hub-address.h"
#include "hfs-window.h"

#include <glib/gi18n.h>

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    return;
  /* Translators: %s is why. */
  message = g_strdup_printf (_("The page cannot be opened: %s"), error->message);
  hfs_window_show_message (HFS_WINDOW (source), message);
}

/* The page of an account or a model on the Hub that is configured. */
static void
open_hub_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_uri_escape_string (g_variant_get_string (parameter, NULL), "/", FALSE);
  const char *configured = g_getenv ("HF_ENDPOINT");
  g_autofree char *endpoint =
    hfs_hub_address_check_endpoint (configured != NULL && *configured != '\0' ? configured : HFS_HUB_DEFAULT_ENDPOINT, &error);
  g_autofree char *uri = endpoint ? g_strdup_printf ("%s/%s", endpoint, path) : NULL;

  if (uri != NULL)
    gtk_show_uri_full (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME, NULL, shown_cb, NULL);
  else
    hfs_window_show_message (HFS_WINDOW (widget), error->message);
}

/* A page that our table of publishers names as evidence. */
static void
open_evidence_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  const char *uri = g_variant_get_string (parameter, NULL);

  if (g_str_has_prefix (uri, "https://") || g_str_has_prefix (uri, "http://"))
    gtk_show_uri_full (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME, NULL, shown_cb, NULL);
  else
    hfs_window_show_message (HFS_WINDOW (widget), _("This is no address of a page."));
}

/**
 * hfs_window_install_hub:
 * @widget_class: the class of [class@Window]
 *
 * Adds the actions that open pages in the reader's browser. Nothing is opened unasked.
 */
void
hfs_window_install_hub (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-hub", "s", open_hub_action);
  gtk_widget_class_install_action (widget_class, "win.open-evidence", "s", open_evidence_action);
}
