/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-schedule.h"

#define WEEK (7 * 24 * 60 * 60)

/* After a refresh that went wrong, the next one is tried after so many seconds. */
#define PAUSE (6 * 60 * 60)

/* How often it is looked whether a refresh is due, in seconds; a computer that slept is up to date soon after. */
#define INTERVAL (15 * 60)

/**
 * HfsSchedule:
 *
 * Decides when the next weekly refresh is due: a week after the last snapshot, on a network
 * that is there and costs nothing. It is off until it is switched on. It does not refresh by itself.
 *
 * Use it in the thread of its main loop.
 */
struct _HfsSchedule
{
  GObject parent_instance;

  GNetworkMonitor *monitor;  /* (owned) */
  gboolean enabled;
  gint64 last;               /* when the last snapshot was fetched, in seconds since 1970; 0 for never */
  gint64 not_before;         /* after a failure */
  gboolean is_under_way;
  guint timer;
};

enum
{
  PROP_ENABLED = 1,
  N_PROPS,
};

enum
{
  DUE,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsSchedule, hfs_schedule, G_TYPE_OBJECT)

static gboolean
check_now (gpointer user_data)
{
  hfs_schedule_check (user_data, g_get_real_time () / G_USEC_PER_SEC);
  return G_SOURCE_CONTINUE;
}

static void
network_changed_cb (GNetworkMonitor *monitor,
                    gboolean         is_available,
                    HfsSchedule     *self)
{
  check_now (self);
}

static void
set_enabled (HfsSchedule *self,
             gboolean     enabled)
{
  if (self->enabled == enabled)
    return;
  self->enabled = enabled;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (enabled)
    self->timer = g_timeout_add_seconds (INTERVAL, check_now, self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENABLED]);
  if (enabled)
    check_now (self);
}

static void
hfs_schedule_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_ENABLED)
    g_value_set_boolean (value, HFS_SCHEDULE (object)->enabled);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hfs_schedule_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_ENABLED)
    set_enabled (HFS_SCHEDULE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hfs_schedule_dispose (GObject *object)
{
  HfsSchedule *self = HFS_SCHEDULE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (hfs_schedule_parent_class)->dispose (object);
}

static void
hfs_schedule_class_init (HfsScheduleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hfs_schedule_get_property;
  object_class->set_property = hfs_schedule_set_property;
  object_class->dispose = hfs_schedule_dispose;

  /**
   * HfsSchedule:enabled:
   *
   * Whether refreshes fall due at all. Bind it to the key `scheduled-refresh` of the settings.
   */
  props[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * HfsSchedule::due:
   *
   * A refresh should begin now. Call [method@Schedule.end] when it has ended.
   */
  signals[DUE] = g_signal_new ("due", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
hfs_schedule_init (HfsSchedule *self)
{
}

/**
 * hfs_schedule_new:
 * @monitor: usually g_network_monitor_get_default()
 *
 * Returns: (transfer full): a schedule that is switched off
 */
HfsSchedule *
hfs_schedule_new (GNetworkMonitor *monitor)
{
  HfsSchedule *self = g_object_new (HFS_TYPE_SCHEDULE, NULL);

  self->monitor = g_object_ref (monitor);
  g_signal_connect_object (monitor, "network-changed", G_CALLBACK (network_changed_cb), self, 0);
  return self;
}

/**
 * hfs_schedule_set_last:
 * @last: when the last snapshot was fetched, in seconds since 1970; 0 for never
 *
 * Tells from when on the week counts. One in the future, from a clock that was set back since,
 * counts as never.
 */
void
hfs_schedule_set_last (HfsSchedule *self,
                       gint64       last)
{
  self->last = last;
}

/**
 * hfs_schedule_check:
 * @now: seconds since 1970
 *
 * Looks whether a refresh is due, and emits [signal@Schedule::due] if it is.
 *
 * Returns: whether it is due
 */
gboolean
hfs_schedule_check (HfsSchedule *self,
                    gint64       now)
{
  gboolean is_recent = self->last <= now && now - self->last < WEEK;
  gboolean is_pausing = now < self->not_before && self->not_before - now <= PAUSE;

  if (!self->enabled || self->is_under_way || is_recent || is_pausing ||
      !g_network_monitor_get_network_available (self->monitor) || g_network_monitor_get_network_metered (self->monitor))
    return FALSE;
  self->is_under_way = TRUE;
  g_signal_emit (self, signals[DUE], 0);
  return TRUE;
}

/**
 * hfs_schedule_end:
 * @was_good: whether there is a new snapshot
 * @now: seconds since 1970
 *
 * Tells that the refresh has ended. After one that went wrong there is a pause of six hours.
 */
void
hfs_schedule_end (HfsSchedule *self,
                  gboolean     was_good,
                  gint64       now)
{
  self->is_under_way = FALSE;
  if (was_good)
    self->last = now;
  self->not_before = was_good ? 0 : now + PAUSE;
}
