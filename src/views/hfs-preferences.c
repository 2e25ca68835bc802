/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-preferences.h"

#include "hfs-preferences-data.h"
#include "hfs-preferences-token.h"
#include "hfs-snapshots-edit.h"

#include <glib/gi18n.h>

/**
 * HfsPreferences:
 *
 * The preferences: what is fetched and kept, and the user's token for the Hub. Each choice counts at once.
 */
struct _HfsPreferences
{
  AdwPreferencesWindow parent_instance;

  HfsArchive *archive;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsPreferences, hfs_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
say (HfsPreferences *self,
     const char     *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (markup));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (HfsPreferences) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = hfs_snapshots_edit_finish (result, &error);

  if (ids == NULL)
    say (self, error->message);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  hfs_snapshots_restore_async (HFS_PREFERENCES (widget)->archive, ids, NULL, restored_cb, g_object_ref (widget));
}

static void
removed_cb (HfsPreferences     *self,
            const char * const *ids)
{
  g_autofree char *text = hfs_snapshots_dup_removed (g_strv_length ((char **) ids));
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "preferences.restore-snapshots");
  adw_toast_set_action_target_value (toast, g_variant_new_strv (ids, -1));
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

static void
hfs_preferences_dispose (GObject *object)
{
  g_clear_object (&HFS_PREFERENCES (object)->archive);

  G_OBJECT_CLASS (hfs_preferences_parent_class)->dispose (object);
}

static void
hfs_preferences_class_init (HfsPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_preferences_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "preferences.restore-snapshots", "as", restore_action);
}

static void
hfs_preferences_init (HfsPreferences *self)
{
  g_object_set (self, "search-enabled", FALSE, "title", _("Preferences"), "default-width", 560, "default-height", 640,
                "width-request", 340, NULL);
}

/**
 * hfs_preferences_new:
 * @parent: (nullable): the window that it belongs to
 * @archive: the snapshots
 *
 * Returns: (transfer none): the window of the preferences
 */
GtkWidget *
hfs_preferences_new (GtkWindow  *parent,
                     HfsArchive *archive)
{
  HfsPreferences *self = g_object_new (HFS_TYPE_PREFERENCES, "transient-for", parent, "modal", parent != NULL, NULL);
  GtkWidget *data = hfs_preferences_data_new (archive), *token = hfs_preferences_token_new ();

  self->archive = g_object_ref (archive);
  g_signal_connect_object (data, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (data, "trouble", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (data));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (token));
  return GTK_WIDGET (self);
}
