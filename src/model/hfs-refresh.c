/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-refresh-private.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>

/* No Hub has as many models; a list that goes on behind is one without end. */
#define MAX_MODELS 20000000

/**
 * HfsRefresh:
 *
 * Fetches the most downloaded models of a Hub into a new snapshot of the store.
 *
 * Pages are read and stored in worker threads, the next one being fetched while the last
 * is stored. What was in the store stays whatever happens, and a refresh that is broken off
 * goes on, within a day, where it stopped. Use it in one thread with a main loop; once
 * one run has ended another may begin.
 */
struct _HfsRefresh
{
  GObject parent_instance;

  HfsStore *store;            /* (owned) */
  HfsHubClient *client;       /* (owned) */
  gint64 most;                /* models; a longer list is one without end */

  gint64 fetched;
  gint64 expected;
  gint64 skipped;
  gint64 waiting_until;
  HfsHubWait wait_reason;
  char *message;              /* (owned) (nullable) */
  GSource *ticks;             /* (owned) (nullable): renews the message during a wait */
  gboolean is_running;
};

enum
{
  PROP_FETCHED = 1,
  PROP_EXPECTED,
  PROP_SKIPPED,
  PROP_WAITING_UNTIL,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HfsRefresh, hfs_refresh, G_TYPE_OBJECT)

static char *
describe_wait (HfsRefresh *self)
{
  gint64 left = MAX (self->waiting_until - g_get_monotonic_time () + G_USEC_PER_SEC - 1, 0) / G_USEC_PER_SEC;

  if (self->wait_reason == HFS_HUB_WAIT_QUOTA)
    return g_strdup_printf (_("The Hub asks for a pause. It goes on in %d:%02d minutes."), (int) (left / 60),
                            (int) (left % 60));
  return g_strdup_printf (ngettext ("The Hub did not answer properly. Trying again in %d second.",
                                    "The Hub did not answer properly. Trying again in %d seconds.", (int) left),
                          (int) left);
}

static char *
describe_progress (HfsRefresh *self)
{
  g_autofree char *fetched = hfs_format_integer (self->fetched), *expected = hfs_format_integer (self->expected);

  if (self->expected > 0)
    /* Translators: how far it is; both are numbers. */
    return g_strdup_printf (ngettext ("%1$s of %2$s model fetched", "%1$s of %2$s models fetched", (gulong) self->expected),
                            fetched, expected);
  /* Translators: how far it is; %s is a number. */
  return g_strdup_printf (ngettext ("%s model fetched", "%s models fetched", (gulong) self->fetched), fetched);
}

static void
set_message (HfsRefresh *self,
             char       *message)
{
  g_autofree char *owned = message;

  if (g_strcmp0 (self->message, owned) == 0)
    return;
  g_free (self->message);
  self->message = g_steal_pointer (&owned);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MESSAGE]);
}

static void
set_number (HfsRefresh *self,
            gint64     *field,
            gint64      value,
            guint       prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
stop_ticks (HfsRefresh *self)
{
  if (self->ticks != NULL)
    g_source_destroy (self->ticks);
  g_clear_pointer (&self->ticks, g_source_unref);
}

static gboolean
tick_cb (gpointer user_data)
{
  HfsRefresh *self = user_data;

  set_message (self, describe_wait (self));
  return G_SOURCE_CONTINUE;
}

static void
waiting_cb (HfsHubClient *client,
            gint64        until,
            guint         reason,
            HfsRefresh   *self)
{
  self->wait_reason = reason;
  self->waiting_until = until;
  set_message (self, until > 0 ? describe_wait (self) : describe_progress (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WAITING_UNTIL]);
  stop_ticks (self);
  if (until == 0)
    return;
  self->ticks = g_timeout_source_new_seconds (1);
  g_source_set_callback (self->ticks, tick_cb, self, NULL);
  g_source_attach (self->ticks, g_main_context_get_thread_default ());
}

static void
hfs_refresh_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  HfsRefresh *self = HFS_REFRESH (object);

  switch (prop_id)
    {
    case PROP_FETCHED:
      g_value_set_int64 (value, self->fetched);
      break;
    case PROP_EXPECTED:
      g_value_set_int64 (value, self->expected);
      break;
    case PROP_SKIPPED:
      g_value_set_int64 (value, self->skipped);
      break;
    case PROP_WAITING_UNTIL:
      g_value_set_int64 (value, self->waiting_until);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hfs_refresh_dispose (GObject *object)
{
  HfsRefresh *self = HFS_REFRESH (object);

  stop_ticks (self);
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (hfs_refresh_parent_class)->dispose (object);
}

static void
hfs_refresh_class_init (HfsRefreshClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = hfs_refresh_get_property;
  object_class->dispose = hfs_refresh_dispose;

  /**
   * HfsRefresh:fetched:
   *
   * How many models are in the staging area.
   */
  props[PROP_FETCHED] = g_param_spec_int64 ("fetched", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * HfsRefresh:expected:
   *
   * How many models are wanted, 0 for all there are.
   */
  props[PROP_EXPECTED] = g_param_spec_int64 ("expected", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * HfsRefresh:skipped:
   *
   * How many rows of the Hub were bad.
   */
  props[PROP_SKIPPED] = g_param_spec_int64 ("skipped", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * HfsRefresh:waiting-until:
   *
   * Monotonic time in microseconds at which a wait ends, 0 while there is none.
   */
  props[PROP_WAITING_UNTIL] = g_param_spec_int64 ("waiting-until", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * HfsRefresh:message:
   *
   * What is going on, for readers; renewed every second of a wait.
   */
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
hfs_refresh_init (HfsRefresh *self)
{
  self->most = MAX_MODELS;
}

/**
 * hfs_refresh_new:
 * @store: where the snapshot goes
 * @client: the Hub
 *
 * Returns: (transfer full): a refresh that has not begun
 */
HfsRefresh *
hfs_refresh_new (HfsStore     *store,
                 HfsHubClient *client)
{
  HfsRefresh *self = g_object_new (HFS_TYPE_REFRESH, NULL);

  self->store = g_object_ref (store);
  self->client = g_object_ref (client);
  g_signal_connect (client, "waiting", G_CALLBACK (waiting_cb), self);
  return self;
}

/**
 * hfs_refresh_set_most:
 * @most: a number of models
 *
 * Changes how many models a list may have before it counts as one without end: 20 million at first.
 */
void
hfs_refresh_set_most (HfsRefresh *self,
                      gint64      most)
{
  self->most = most;
}

/**
 * hfs_refresh_get_client:
 *
 * Returns: (transfer none): the Hub
 */
HfsHubClient *
hfs_refresh_get_client (HfsRefresh *self)
{
  return self->client;
}

/**
 * hfs_refresh_get_fetched:
 *
 * Returns: how many models are fetched
 */
gint64
hfs_refresh_get_fetched (HfsRefresh *self)
{
  return self->fetched;
}

/**
 * hfs_refresh_get_expected:
 *
 * Returns: how many models are wanted, 0 for all there are
 */
gint64
hfs_refresh_get_expected (HfsRefresh *self)
{
  return self->expected;
}

/**
 * hfs_refresh_get_skipped:
 *
 * Returns: how many rows of the Hub were bad
 */
gint64
hfs_refresh_get_skipped (HfsRefresh *self)
{
  return self->skipped;
}

/**
 * hfs_refresh_get_waiting_until:
 *
 * Returns: the monotonic time in microseconds at which the present wait ends, 0 when there is none
 */
gint64
hfs_refresh_get_waiting_until (HfsRefresh *self)
{
  return self->waiting_until;
}

/**
 * hfs_refresh_get_message:
 *
 * Returns: (transfer none) (nullable): what is going on, for readers
 */
const char *
hfs_refresh_get_message (HfsRefresh *self)
{
  return self->message;
}

/* Takes note that a run begins; FALSE if there is one already. */
gboolean
hfs_refresh_begin (HfsRefresh *self,
                   gint64      depth)
{
  g_return_val_if_fail (!self->is_running, FALSE);

  self->is_running = TRUE;
  set_number (self, &self->fetched, 0, PROP_FETCHED);
  set_number (self, &self->skipped, 0, PROP_SKIPPED);
  set_number (self, &self->expected, depth, PROP_EXPECTED);
  set_message (self, g_strdup (_("Connecting…")));
  return TRUE;
}

/* Takes note of what is in the staging area. */
void
hfs_refresh_note_stage (HfsRefresh *self,
                        gint64      fetched,
                        gint64      skipped)
{
  set_number (self, &self->fetched, fetched, PROP_FETCHED);
  set_number (self, &self->skipped, skipped, PROP_SKIPPED);
  if (self->waiting_until == 0)
    set_message (self, describe_progress (self));
}

/* Takes note that all is fetched and becomes a snapshot. */
void
hfs_refresh_note_commit (HfsRefresh *self)
{
  set_message (self, g_strdup (_("Putting the models together…")));
}

/* Takes note that the run has ended, and another may begin. */
void
hfs_refresh_end (HfsRefresh *self)
{
  stop_ticks (self);
  set_number (self, &self->waiting_until, 0, PROP_WAITING_UNTIL);
  self->is_running = FALSE;
}

/* The store that the snapshot goes to. */
HfsStore *
hfs_refresh_get_store (HfsRefresh *self)
{
  return self->store;
}

/* How many models a list may have. */
gint64
hfs_refresh_get_most (HfsRefresh *self)
{
  return self->most;
}
