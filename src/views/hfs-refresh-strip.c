/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-refresh-strip.h"

#include "hfs-config.h"

#include "hfs-accessible-name.h"
#include "hfs-open-store.h"
#include "hfs-refresh.h"
#include "hfs-token.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * HfsRefreshStrip:
 *
 * Fetches the most downloaded models from the Hub and shows how far it is, below the header bar. If it fails, the
 * strip stays and says what to do; what was there is not touched.
 */
struct _HfsRefreshStrip
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkStack *stack;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkWidget *cancel_button;
  GtkLabel *failure_label;
  GtkLabel *details_label;
  GtkWidget *dismiss_button;
  GtkWidget *again_button;
  GtkWidget *without_button;
  GtkToggleButton *details_button;

  HfsArchive *archive;        /* (owned) (nullable): of the last run */
  HfsRefresh *refresh;        /* (owned) (nullable): of the last run */
  HfsHubClient *client;       /* (owned) (nullable): of the last run */
  GCancellable *cancellable;  /* (owned) (nullable): while it runs */
  gboolean goes_without;      /* a token, though there is one: the Hub refused it */
};

typedef enum
{
  PROP_RUNNING = 1,
} HfsRefreshStripProperty;

static GParamSpec *properties[PROP_RUNNING + 1];

enum
{
  FETCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsRefreshStrip, hfs_refresh_strip, GTK_TYPE_WIDGET)

static void
stop (HfsRefreshStrip *self)
{
  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
hide (HfsRefreshStrip *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/* What helps those who look after the Hub or the network. */
static char *
dup_details (HfsRefreshStrip *self)
{
  const char *request = self->client ? hfs_hub_client_get_request_id (self->client) : NULL;

  if (self->client == NULL)
    return g_strdup (_("No request was sent."));
  if (request == NULL)
    /* Translators: %s is an address. */
    return g_strdup_printf (_("Address of the Hub: %s"), hfs_hub_client_get_endpoint (self->client));
  /* Translators: %1$s is an address, %2$s a number that the Hub gave the request. */
  return g_strdup_printf (_("Address of the Hub: %1$s. Its number for the last request: %2$s"),
                          hfs_hub_client_get_endpoint (self->client), request);
}

static void
show_failure (HfsRefreshStrip *self,
              const GError    *error)
{
  g_autofree char *details = dup_details (self);

  gtk_label_set_text (self->failure_label, error->message);
  gtk_label_set_text (self->details_label, details);
  gtk_toggle_button_set_active (self->details_button, FALSE);
  gtk_widget_set_visible (self->without_button, g_error_matches (error, HFS_HUB_ERROR, HFS_HUB_ERROR_TOKEN));
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
end (HfsRefreshStrip *self,
     const GError    *error)
{
  stop (self);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hide (self);
  else
    show_failure (self, error);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  HfsSnapshot *snapshot = hfs_archive_load (source, ((HfsSnapshotInfo *) data)->id, &error);

  if (snapshot != NULL)
    g_task_return_pointer (task, snapshot, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HfsRefreshStrip) self = data;
  const HfsSnapshotInfo *info = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSnapshot) snapshot = g_task_propagate_pointer (G_TASK (result), &error);

  /* The archive outlives the strip, and has to know in any case; the snapshot is held until those who ask have begun. */
  hfs_archive_changed (HFS_ARCHIVE (source));
  if (self->revealer == NULL)
    return;
  end (self, error);
  if (snapshot != NULL)
    g_signal_emit (self, signals[FETCHED], 0, info);
}

/* Opening a whole Hub for the first time takes seconds. The answers from before stay until it is done. */
static void
load (HfsRefreshStrip *self,
      HfsSnapshotInfo *info)
{
  g_autoptr (GTask) task = g_task_new (self->archive, NULL, loaded_cb, g_object_ref (self));

  if (self->revealer != NULL)
    {
      gtk_label_set_text (self->progress_label, _("Getting the answers ready…"));
      gtk_progress_bar_set_fraction (self->progress_bar, 1);
    }
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, info, (GDestroyNotify) hfs_snapshot_info_free);
  g_task_run_in_thread (task, load_thread);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (HfsRefreshStrip) self = data;
  g_autoptr (GError) error = NULL;
  HfsSnapshotInfo *info = hfs_refresh_run_finish (HFS_REFRESH (source), result, &error);

  if (info != NULL)
    load (self, info);
  else if (self->revealer != NULL)
    end (self, error);
}

static void
progress_cb (HfsRefreshStrip *self)
{
  gint64 expected = hfs_refresh_get_expected (self->refresh);
  const char *message = hfs_refresh_get_message (self->refresh);

  gtk_label_set_text (self->progress_label, message ? message : "");
  if (expected > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) hfs_refresh_get_fetched (self->refresh) / (double) expected);
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

/* How many models the reader wants. */
static gint64
get_depth (void)
{
  g_autoptr (GSettings) settings = g_settings_new (HFS_APP_ID);

  return g_settings_get_enum (settings, "depth");
}

static void
run (HfsRefreshStrip *self,
     HfsStore        *store)
{
  self->refresh = hfs_refresh_new (store, self->client);
  g_signal_connect_object (self->refresh, "notify::message", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->refresh, "notify::fetched", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  hfs_refresh_run_async (self->refresh, get_depth (), self->cancellable, run_cb, g_object_ref (self));
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HfsRefreshStrip) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsStore) store = NULL;

  if (!hfs_token_sign_finish (result, &error))
    {
      if (self->revealer != NULL)
        end (self, error);
      return;
    }
  store = hfs_archive_get_store (self->archive);
  if (self->revealer != NULL)
    run (self, store);
}

static void
store_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (HfsRefreshStrip) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsStore) store = hfs_open_store_finish (HFS_ARCHIVE (source), result, &error);

  if (self->revealer == NULL)
    return;
  g_clear_object (&self->client);
  if (store != NULL)
    self->client = hfs_hub_client_new (NULL, NULL, &error);
  if (self->client == NULL)
    {
      end (self, error);
      return;
    }
  if (self->goes_without)
    {
      hfs_hub_client_set_token (self->client, NULL);
      run (self, store);
    }
  else
    hfs_token_sign_async (self->client, self->cancellable, signed_cb, g_object_ref (self));
}

static void
begin (HfsRefreshStrip *self,
       HfsArchive      *archive)
{
  if (self->cancellable != NULL)
    return;
  g_set_object (&self->archive, archive);
  g_clear_object (&self->refresh);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (self->progress_label, _("Connecting…"));
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  hfs_open_store_async (archive, self->cancellable, store_opened_cb, g_object_ref (self));
}

static void
dismiss_cb (HfsRefreshStrip *self)
{
  if (self->cancellable == NULL)
    hide (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  dismiss_cb (HFS_REFRESH_STRIP (widget));
  return TRUE;
}

static void
again_cb (HfsRefreshStrip *self)
{
  g_autoptr (HfsArchive) archive = g_object_ref (self->archive);

  begin (self, archive);
}

/* The token stays where it is; this once it is not sent. */
static void
without_cb (HfsRefreshStrip *self)
{
  self->goes_without = TRUE;
  again_cb (self);
}

static void
hfs_refresh_strip_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((HfsRefreshStripProperty) id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, hfs_refresh_strip_get_running (HFS_REFRESH_STRIP (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_refresh_strip_dispose (GObject *object)
{
  HfsRefreshStrip *self = HFS_REFRESH_STRIP (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HFS_TYPE_REFRESH_STRIP);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_refresh_strip_parent_class)->dispose (object);
}

static void
hfs_refresh_strip_finalize (GObject *object)
{
  HfsRefreshStrip *self = HFS_REFRESH_STRIP (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->refresh);
  g_clear_object (&self->client);
  g_clear_object (&self->archive);

  G_OBJECT_CLASS (hfs_refresh_strip_parent_class)->finalize (object);
}

static void
hfs_refresh_strip_class_init (HfsRefreshStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hfs_refresh_strip_get_property;
  object_class->dispose = hfs_refresh_strip_dispose;
  object_class->finalize = hfs_refresh_strip_finalize;

  /**
   * HfsRefreshStrip:running:
   *
   * Whether data are being fetched.
   */
  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * HfsRefreshStrip::fetched:
   * @info: the new snapshot
   *
   * There is a new snapshot, and the archive has told of it.
   */
  signals[FETCHED] = g_signal_new ("fetched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, HFS_TYPE_SNAPSHOT_INFO);

  g_type_ensure (HFS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/HfState/ui/hfs-refresh-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, revealer);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, stack);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, failure_label);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, details_label);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, dismiss_button);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, again_button);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, without_button);
  gtk_widget_class_bind_template_child (widget_class, HfsRefreshStrip, details_button);
  gtk_widget_class_bind_template_callback (widget_class, hfs_refresh_strip_cancel);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
hfs_refresh_strip_init (HfsRefreshStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hfs_accessible_name (self->cancel_button, _("Stop fetching"));
  hfs_accessible_name (self->again_button, _("Try again"));
  hfs_accessible_name (self->without_button, _("Go on without the token"));
  hfs_accessible_name (GTK_WIDGET (self->details_button), C_("accessible name", "Details"));
}

/**
 * hfs_refresh_strip_new:
 *
 * Returns: (transfer floating): a strip that shows nothing yet
 */
GtkWidget *
hfs_refresh_strip_new (void)
{
  return g_object_new (HFS_TYPE_REFRESH_STRIP, NULL);
}

/**
 * hfs_refresh_strip_start:
 * @archive: gets the new snapshot
 *
 * Begins to fetch, unless it is already under way.
 */
void
hfs_refresh_strip_start (HfsRefreshStrip *self,
                         HfsArchive      *archive)
{
  if (self->cancellable == NULL)
    self->goes_without = FALSE;
  begin (self, archive);
}

/**
 * hfs_refresh_strip_cancel:
 *
 * Stops fetching. What was fetched waits for the next time; what was there is not touched.
 */
void
hfs_refresh_strip_cancel (HfsRefreshStrip *self)
{
  g_cancellable_cancel (self->cancellable);
}

/**
 * hfs_refresh_strip_get_running:
 *
 * Returns: whether data are being fetched
 */
gboolean
hfs_refresh_strip_get_running (HfsRefreshStrip *self)
{
  return self->cancellable != NULL;
}
