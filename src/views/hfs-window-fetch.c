/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-fetch.h"

#include "hfs-accessible-name.h"
#include "hfs-format.h"
#include "hfs-window-data.h"

#include <glib/gi18n.h>

static void
refresh_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  HfsWindow *self = HFS_WINDOW (widget);

  if (hfs_window_get_engine (self) != NULL)
    hfs_refresh_strip_start (hfs_window_get_strip (self), hfs_engine_get_archive (hfs_window_get_engine (self)));
}

static void
cancel_refresh_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  hfs_refresh_strip_cancel (hfs_window_get_strip (HFS_WINDOW (widget)));
}

/* While data are fetched the button stops it. */
static void
running_cb (GtkButton       *button,
            GParamSpec      *pspec,
            HfsRefreshStrip *strip)
{
  gboolean running = hfs_refresh_strip_get_running (strip);
  const char *name = running ? _("Stop fetching") : _("Fetch today’s data from the Hub");

  gtk_button_set_icon_name (button, running ? "process-stop-symbolic" : "view-refresh-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), running ? "win.cancel-refresh" : "win.refresh");
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
  hfs_accessible_name (GTK_WIDGET (button), name);
  gtk_widget_action_set_enabled (gtk_widget_get_ancestor (GTK_WIDGET (button), HFS_TYPE_WINDOW), "win.refresh", !running);
}

static void
fetched_cb (HfsWindow             *self,
            const HfsSnapshotInfo *info)
{
  g_autofree char *models = hfs_format_integer (info->n_models);
  /* Translators: %s is a number. */
  g_autofree char *text = g_strdup_printf (ngettext ("Fetched %s model: all answers are new",
                                                     "Fetched %s models: all answers are new", (gulong) info->n_models), models);

  hfs_window_show_message (self, text);
  hfs_window_look_after (self);
}

/**
 * hfs_window_install_fetch:
 * @widget_class: the class of the window
 *
 * Adds the actions that fetch data from the Hub and stop that.
 */
void
hfs_window_install_fetch (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-refresh", NULL, cancel_refresh_action);
}

/**
 * hfs_window_init_fetch:
 * @strip: what fetches, and shows how far it is
 * @button: starts and stops it
 *
 * Lets the window follow what is fetched.
 */
void
hfs_window_init_fetch (HfsWindow       *self,
                       HfsRefreshStrip *strip,
                       GtkButton       *button)
{
  g_signal_connect_object (strip, "notify::running", G_CALLBACK (running_cb), button, G_CONNECT_SWAPPED);
  g_signal_connect_object (strip, "fetched", G_CALLBACK (fetched_cb), self, G_CONNECT_SWAPPED);
  running_cb (button, NULL, strip);
}

/**
 * hfs_window_dup_freshness:
 *
 * Returns: (transfer full) (nullable): of when the newest data are, and where they come from
 */
char *
hfs_window_dup_freshness (HfsWindow *self)
{
  HfsArchive *archive = hfs_engine_get_archive (hfs_window_get_engine (self));
  g_autoptr (HfsSnapshotInfo) info = hfs_archive_find (archive, HFS_SNAPSHOT_LATEST, NULL);
  g_autofree char *date = info ? hfs_format_date (info->date) : NULL;

  if (info == NULL)
    return NULL;
  if (info->bundled)
    /* Translators: how fresh the data are; %s is a date. */
    return g_strdup_printf (_("Data of %s, which came with the program"), date);
  /* Translators: how fresh the data are: a date, then where they come from, in a line of its own. */
  return g_strdup_printf (_("Data of %1$s\n%2$s"), date, info->source);
}
