/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-data.h"

#include "hfs-config.h"

#include "hfs-changes.h"
#include "hfs-engine-users.h"
#include "hfs-format.h"
#include "hfs-open-store.h"
#include "hfs-question.h"
#include "hfs-snapshots-edit.h"
#include "hfs-token.h"

#include <glib/gi18n.h>

/* A look-up on its way: whether somebody waits to hear how it went. */
typedef struct
{
  HfsWindow *window;     /* (owned) */
  HfsHubClient *client;  /* (owned) (nullable) */
  GCancellable *cancellable;  /* (owned): ends it with the window */
  gboolean is_asked_for;
} LookUp;

static HfsArchive *
get_archive (HfsWindow *self)
{
  HfsEngine *engine = hfs_window_get_engine (self);

  return engine ? hfs_engine_get_archive (engine) : NULL;
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (HfsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = hfs_snapshots_edit_finish (result, &error);

  if (ids == NULL)
    hfs_window_show_message (self, error->message);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  hfs_snapshots_restore_async (get_archive (HFS_WINDOW (widget)), ids, NULL, restored_cb, g_object_ref (widget));
}

/* Snapshots went, and the reader can take that back. */
static void
removed_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autofree char *text = hfs_snapshots_dup_removed ((guint) g_variant_n_children (parameter));
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.restore-snapshots");
  adw_toast_set_action_target_value (toast, parameter);
  hfs_window_add_toast (HFS_WINDOW (widget), toast);
}

static void
retained_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (HfsWindow) self = data;
  g_auto (GStrv) ids = hfs_snapshots_edit_finish (result, NULL);

  if (ids != NULL && *ids != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.snapshots-removed", "^as", ids);
}

static void
look_up_free (LookUp *look_up)
{
  g_object_unref (look_up->window);
  g_clear_object (&look_up->client);
  g_clear_object (&look_up->cancellable);
  g_free (look_up);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LookUp, look_up_free)

static void
tell_counts (HfsWindow              *self,
             const HfsAccountCounts *counts)
{
  g_autofree char *users = hfs_format_integer (counts->users);
  g_autofree char *organizations = hfs_format_integer (counts->organizations);
  /* Translators: both are numbers. */
  g_autofree char *text = g_strdup_printf (_("Looked up: persons %1$s, organisations %2$s"), users, organizations);

  hfs_window_show_message (self, text);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (LookUp) look_up = data;
  g_autoptr (GError) error = NULL;
  HfsAccountCounts counts;
  gboolean good = hfs_engine_look_up_finish (HFS_ENGINE (source), result, &counts, &error);

  gtk_widget_action_set_enabled (GTK_WIDGET (look_up->window), "win.look-up", TRUE);
  if (!look_up->is_asked_for)
    g_info ("Looked up: %u, then %s", counts.users + counts.organizations + counts.none, error ? error->message : "all");
  else if (good)
    tell_counts (look_up->window, &counts);
  else
    hfs_window_show_message (look_up->window, error->message);
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (LookUp) look_up = data;
  HfsEngine *engine = hfs_window_get_engine (look_up->window);
  LookUp *kept;

  if (!hfs_token_sign_finish (result, NULL) || engine == NULL)
    return;
  kept = g_steal_pointer (&look_up);
  hfs_engine_look_up_async (engine, kept->client, HFS_LOOK_UP_BUDGET, kept->cancellable, looked_up_cb, kept);
}

static void
store_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (LookUp) look_up = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsStore) store = hfs_open_store_finish (HFS_ARCHIVE (source), result, &error);

  if (store != NULL)
    look_up->client = hfs_hub_client_new (NULL, NULL, &error);
  if (look_up->client != NULL)
    {
      LookUp *kept = g_steal_pointer (&look_up);

      hfs_token_sign_async (kept->client, kept->cancellable, signed_cb, kept);
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (look_up->window), "win.look-up", TRUE);
  if (look_up->is_asked_for)
    hfs_window_show_message (look_up->window, error->message);
}

static void
look_up (HfsWindow *self,
         gboolean   is_asked_for)
{
  LookUp *look_up = g_new0 (LookUp, 1);

  look_up->window = g_object_ref (self);
  look_up->is_asked_for = is_asked_for;
  look_up->cancellable = g_cancellable_new ();
  g_signal_connect_object (self, "destroy", G_CALLBACK (g_cancellable_cancel), look_up->cancellable, G_CONNECT_SWAPPED);
  /* One at a time: another would ask the same. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.look-up", FALSE);
  hfs_open_store_async (get_archive (self), look_up->cancellable, store_opened_cb, look_up);
}

static void
look_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  if (get_archive (HFS_WINDOW (widget)) != NULL)
    look_up (HFS_WINDOW (widget), TRUE);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (HfsWindow) self = data;
  g_autoptr (HfsChanges) changes = hfs_changes_load_finish (result, NULL);
  g_autofree char *brief = changes ? hfs_changes_dup_brief (changes) : NULL;
  GListModel *questions = hfs_window_get_questions (self);
  g_autoptr (HfsQuestion) question = questions ? g_list_model_get_item (questions, hfs_questions_find (questions, "changes")) : NULL;

  if (question == NULL)
    return;
  /* As long as there is nothing to compare with, nothing is said. */
  hfs_question_set_answer (question, brief ? brief : "");
}

/* The list of questions says the largest change, wherever it is shown. */
static void
compare (HfsWindow *self)
{
  HfsEngine *engine = hfs_window_get_engine (self);

  if (engine != NULL)
    hfs_changes_load_async (engine, HFS_SNAPSHOT_LATEST, NULL, NULL, compared_cb, g_object_ref (self));
}

/**
 * hfs_window_init_data:
 *
 * Lets the list of questions follow what changed.
 */
void
hfs_window_init_data (HfsWindow *self)
{
  g_signal_connect_object (hfs_window_get_desk (self), "updated", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
}

/**
 * hfs_window_install_data:
 * @widget_class: the class of [class@Window]
 *
 * Adds the actions about the snapshots and the look-up of publishers.
 */
void
hfs_window_install_data (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.snapshots-removed", "as", removed_action);
  gtk_widget_class_install_action (widget_class, "win.restore-snapshots", "as", restore_action);
  gtk_widget_class_install_action (widget_class, "win.look-up", NULL, look_up_action);
}

/**
 * hfs_window_look_after:
 *
 * Does what follows a refresh: keeps as many snapshots as the settings want, and looks up who the publishers are.
 */
void
hfs_window_look_after (HfsWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (HFS_APP_ID);
  HfsRetention retention = g_settings_get_enum (settings, "retention");

  if (retention != HFS_RETENTION_ALL)
    hfs_snapshots_retain_async (get_archive (self), retention, NULL, retained_cb, g_object_ref (self));
  look_up (self, FALSE);
}
