/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-weekly-refresh.h"

#include "hfs-config.h"
#include "hfs-engine-users.h"
#include "hfs-format.h"
#include "hfs-refresh.h"
#include "hfs-retention.h"
#include "hfs-schedule.h"
#include "hfs-token.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * HfsWeeklyRefresh:
 *
 * Fetches the most downloaded models when [class@Schedule] says that it is time, notifies the user, keeps as many
 * snapshots as the settings want, and looks up who the publishers are. What goes wrong is tried again later, without a word.
 */
struct _HfsWeeklyRefresh
{
  GObject parent_instance;

  GApplication *application; /* (unowned): it owns this object */
  HfsEngine *engine;         /* (owned) */
  HfsArchive *archive;       /* (unowned): that of the engine */
  HfsStore *store;           /* (owned) */
  HfsSchedule *schedule;     /* (owned) */
  GSettings *settings;       /* (owned) */
  HfsHubClient *client;      /* (owned) (nullable): while one is under way */
  HfsRefresh *refresh;       /* (owned) (nullable): the same */
  GCancellable *cancellable; /* (owned) */
};

enum
{
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsWeeklyRefresh, hfs_weekly_refresh, G_TYPE_OBJECT)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
end (HfsWeeklyRefresh *self,
     gboolean          was_good)
{
  g_clear_object (&self->refresh);
  g_clear_object (&self->client);
  hfs_schedule_end (self->schedule, was_good, get_now ());
}

static void
notify (HfsWeeklyRefresh      *self,
        const HfsSnapshotInfo *info)
{
  g_autoptr (GNotification) notification = g_notification_new (_("New data from the Hub"));
  g_autofree char *count = hfs_format_integer (info->n_models);
  g_autofree char *date = hfs_format_date (info->date);
  g_autofree char *body = g_strdup_printf (ngettext ("The %1$s most downloaded model, as of %2$s, is there to explore.",
                                                     "The %1$s most downloaded models, as of %2$s, are there to explore.",
                                                     (gulong) info->n_models), count, date);

  g_notification_set_body (notification, body);
  g_application_send_notification (self->application, "weekly-refresh", notification);
}

/* So that the first question of the reader does not have to wait for a whole Hub. */
static void
open_newest (HfsWeeklyRefresh *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshot) snapshot = hfs_archive_load (self->archive, HFS_SNAPSHOT_LATEST, &error);

  if (snapshot == NULL)
    g_info ("The new snapshot cannot be opened: %s", error->message);
}

/* The next time goes on where the Hub had enough of it. */
static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HfsWeeklyRefresh) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hfs_engine_look_up_finish (HFS_ENGINE (source), result, NULL, &error))
    g_info ("The look-up goes on next time: %s", error->message);
  if (!g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, signals[ENDED], 0);
}

static void
retain_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  HfsWeeklyRefresh *self = source;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) removed = hfs_retention_apply (GPOINTER_TO_UINT (data), self->store, &error);

  if (removed == NULL)
    g_info ("All snapshots stay for now: %s", error->message);
  open_newest (self);
  g_task_return_boolean (task, TRUE);
}

static void
retained_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HfsHubClient) client = user_data;
  HfsWeeklyRefresh *self = HFS_WEEKLY_REFRESH (source);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  hfs_archive_changed (self->archive);
  hfs_engine_look_up_async (self->engine, client, HFS_LOOK_UP_BUDGET, self->cancellable, looked_up_cb, g_object_ref (self));
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (HfsWeeklyRefresh) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshotInfo) info = hfs_refresh_run_finish (HFS_REFRESH (source), result, &error);
  g_autoptr (GTask) task = NULL;
  HfsHubClient *client;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  client = g_object_ref (self->client);
  end (self, info != NULL);
  if (info == NULL)
    {
      g_info ("The weekly refresh is tried again later: %s", error->message);
      g_object_unref (client);
      g_signal_emit (self, signals[ENDED], 0);
      return;
    }
  notify (self, info);
  task = g_task_new (self, NULL, retained_cb, client);
  g_task_set_task_data (task, GUINT_TO_POINTER (g_settings_get_enum (self->settings, "retention")), NULL);
  g_task_run_in_thread (task, retain_thread);
}

static void
signed_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HfsWeeklyRefresh) self = user_data;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  hfs_token_sign_finish (result, NULL);
  self->refresh = hfs_refresh_new (self->store, self->client);
  hfs_refresh_run_async (self->refresh, g_settings_get_enum (self->settings, "depth"), self->cancellable, run_cb, g_object_ref (self));
}

static void
due_cb (HfsWeeklyRefresh *self)
{
  g_autoptr (GError) error = NULL;

  self->client = hfs_hub_client_new (NULL, NULL, &error);
  if (self->client == NULL)
    {
      g_info ("The weekly refresh is tried again later: %s", error->message);
      end (self, FALSE);
      return;
    }
  hfs_token_sign_async (self->client, self->cancellable, signed_cb, g_object_ref (self));
}

/* When the newest fetched snapshot was fetched: its id tells. */
static gint64
find_last (GPtrArray *infos)
{
  for (guint i = infos->len; i > 0; i--)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (infos, i - 1);
      int part[6];
      g_autoptr (GDateTime) time = NULL;

      if (sscanf (info->id, "hub-%4d%2d%2d-%2d%2d%2d", &part[0], &part[1], &part[2], &part[3], &part[4], &part[5]) == 6)
        time = g_date_time_new_utc (part[0], part[1], part[2], part[3], part[4], part[5]);
      if (time != NULL)
        return g_date_time_to_unix (time);
    }
  return 0;
}

static void
archive_changed_cb (HfsWeeklyRefresh *self)
{
  g_autoptr (GPtrArray) infos = hfs_store_list_snapshots (self->store, NULL);

  if (infos != NULL)
    hfs_schedule_set_last (self->schedule, find_last (infos));
}

static void
hfs_weekly_refresh_dispose (GObject *object)
{
  HfsWeeklyRefresh *self = HFS_WEEKLY_REFRESH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->schedule);
  g_clear_object (&self->settings);
  g_clear_object (&self->refresh);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (hfs_weekly_refresh_parent_class)->dispose (object);
}

static void
hfs_weekly_refresh_finalize (GObject *object)
{
  g_object_unref (HFS_WEEKLY_REFRESH (object)->cancellable);

  G_OBJECT_CLASS (hfs_weekly_refresh_parent_class)->finalize (object);
}

static void
hfs_weekly_refresh_class_init (HfsWeeklyRefreshClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_weekly_refresh_dispose;
  G_OBJECT_CLASS (klass)->finalize = hfs_weekly_refresh_finalize;

  /**
   * HfsWeeklyRefresh::ended:
   *
   * A refresh has ended, well or not, and so has all that follows it.
   */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
hfs_weekly_refresh_init (HfsWeeklyRefresh *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * hfs_weekly_refresh_new:
 * @application: sends the notifications; it must outlive this object
 * @engine: one whose archive has an open store
 * @monitor: usually g_network_monitor_get_default()
 *
 * Returns: (transfer full): what refreshes weekly as long as the key `scheduled-refresh` of the settings is set
 */
HfsWeeklyRefresh *
hfs_weekly_refresh_new (GApplication    *application,
                        HfsEngine       *engine,
                        GNetworkMonitor *monitor)
{
  HfsWeeklyRefresh *self = g_object_new (HFS_TYPE_WEEKLY_REFRESH, NULL);

  self->application = application;
  self->engine = g_object_ref (engine);
  self->archive = hfs_engine_get_archive (engine);
  self->store = hfs_archive_get_store (self->archive);
  self->settings = g_settings_new (HFS_APP_ID);
  self->schedule = hfs_schedule_new (monitor);
  archive_changed_cb (self);
  g_signal_connect_object (self->archive, "changed", G_CALLBACK (archive_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->schedule, "due", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "scheduled-refresh", self->schedule, "enabled", G_SETTINGS_BIND_GET);
  return self;
}
