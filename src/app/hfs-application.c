/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-application.h"

#include "hfs-config.h"

#include "hfs-engine-users.h"
#include "hfs-open-store.h"
#include "hfs-picture.h"
#include "hfs-preferences.h"
#include "hfs-weekly-refresh.h"
#include "hfs-window-pages.h"

#include <glib/gi18n.h>

/* A picture that we wrote is far smaller. */
#define MAX_PICTURE_BYTES (64 * 1024 * 1024)

/**
 * HfsApplication:
 *
 * Opens the window: plainly, at a question (`hf-state:QUERY`), or at the view that an exported picture carries.
 *
 * There is one instance for each user; a second start hands over to it. The engine is made in a thread while GTK starts,
 * which takes several times as long, so that the first window begins with it.
 */
struct _HfsApplication
{
  AdwApplication parent_instance;

  HfsEngine *engine;          /* (owned) (nullable): none before the application has started */
  GCancellable *cancellable;  /* (owned) */
  HfsWeeklyRefresh *weekly;   /* (owned) (nullable): once the store is open */
  gboolean store_asked;       /* the user's own snapshots are being opened, or are open */
};

G_DEFINE_FINAL_TYPE (HfsApplication, hfs_application, ADW_TYPE_APPLICATION)

/* The window, also while a dialog of it is active. */
static HfsWindow *
find_window (HfsApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (HFS_IS_WINDOW (item->data))
      return item->data;
  return NULL;
}

/* Without the user's own snapshots the program still answers from the bundled ones. */
static void
store_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (HfsApplication) self = data;
  HfsArchive *archive = HFS_ARCHIVE (source);
  HfsWindow *window = find_window (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsStore) store = hfs_open_store_finish (archive, result, &error);
  g_autoptr (GPtrArray) own = store ? hfs_store_list_snapshots (store, &error) : NULL;
  const char *notice = error ? error->message : hfs_store_get_notice (store);

  /* What cannot be read now says so with the snapshots. */
  if (store != NULL)
    hfs_engine_read_users (self->engine, NULL);
  if (own != NULL && own->len > 0)
    hfs_archive_changed (archive);
  if (store != NULL && !g_cancellable_is_cancelled (self->cancellable))
    self->weekly = hfs_weekly_refresh_new (G_APPLICATION (self), self->engine, g_network_monitor_get_default ());
  if (notice != NULL && window != NULL)
    hfs_window_show_message (window, notice);
}

/* The first picture is on the screen, so nothing waits for the store any more. */
static void
first_frame_cb (GdkFrameClock  *clock,
                HfsApplication *self)
{
  if (self->store_asked)
    return;
  self->store_asked = TRUE;
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  hfs_open_store_async (hfs_engine_get_archive (self->engine), NULL, store_opened_cb, g_object_ref (self));
}

static void
window_realized_cb (GtkWidget      *window,
                    HfsApplication *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  if (!self->store_asked)
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (first_frame_cb), self, 0);
}

static HfsWindow *
ensure_window (HfsApplication *self)
{
  GtkWindow *window = GTK_WINDOW (find_window (self));

  if (window != NULL)
    return HFS_WINDOW (window);
  window = GTK_WINDOW (hfs_window_new (GTK_APPLICATION (self)));
  g_signal_connect_object (window, "realize", G_CALLBACK (window_realized_cb), self, 0);
  hfs_window_set_engine (HFS_WINDOW (window), self->engine);
  return HFS_WINDOW (window);
}

static gpointer
make_engine (gpointer data)
{
  g_autoptr (GError) error = NULL;
  HfsEngine *engine = hfs_engine_new_bundled (&error);

  /* The bundled data are part of the program: without them nothing can be right. */
  if (engine == NULL)
    g_error ("%s", error->message);
  /* The window says what is wrong with the reader's own decisions, if anything is. */
  hfs_engine_read_overrides (engine, NULL);
  return engine;
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  GtkApplication *application = data;
  const char *developers[] = { "HF State developers", NULL };
  const char *sources[] = {
    "Hugging Face Hub https://huggingface.co",
    "State of Open Source on Hugging Face: Spring 2026 https://huggingface.co/blog/huggingface/state-of-os-hf-spring-2026",
    "ATOM Project https://atomproject.ai",
    "huggingfaceR https://github.com/farach/huggingfaceR",
    "iso-codes https://salsa.debian.org/iso-codes-team/iso-codes",
    NULL,
  };
  GtkWidget *about = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                                   "transient-for", gtk_application_get_active_window (application),
                                   "modal", TRUE,
                                   "application-name", _("HF State"),
                                   "application-icon", HFS_APP_ID,
                                   "developer-name", _("The HF State developers"),
                                   "version", HFS_VERSION,
                                   "comments", _("Questions about open models, answered from data that you can check."),
                                   "license-type", GTK_LICENSE_GPL_3_0,
                                   "developers", developers,
                                   /* Translators: your names, a line each. */
                                   "translator-credits", _("translator-credits"),
                                   NULL);

  adw_about_window_add_credit_section (ADW_ABOUT_WINDOW (about), _("Data from"), sources);
  gtk_window_present (GTK_WINDOW (about));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  HfsApplication *self = data;
  GtkWindow *parent = gtk_application_get_active_window (data);

  /* Once is enough. */
  if (!HFS_IS_PREFERENCES (parent))
    gtk_window_present (GTK_WINDOW (hfs_preferences_new (parent, hfs_engine_get_archive (self->engine))));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_application_quit (data);
}

static const GActionEntry actions[] = {
  { "about", about_action, NULL, NULL, NULL },
  { "preferences", preferences_action, NULL, NULL, NULL },
  { "quit", quit_action, NULL, NULL, NULL },
};

static const struct
{
  const char *action;
  const char *accels[4];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "win.refresh", { "F5", "<Control>r" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.copy-picture", { "<Control><Shift>p" } },
  { "win.copy-table", { "<Control><Shift>c" } },
  { "win.copy-link", { "<Control>l" } },
  { "win.next-question", { "<Control>Page_Down" } },
  { "win.previous-question", { "<Control>Page_Up" } },
  { "win.back", { "<Alt>Up" } },
  { "win.go-back", { "<Alt>Left", "Back" } },
  { "win.go-forward", { "<Alt>Right", "Forward" } },
  { "win.undo-view", { "<Control>z" } },
  { "win.redo-view", { "<Control><Shift>z", "<Control>y" } },
  { "win.claims", { "<Alt>0" } },
  { "win.present", { "F11" } },
  { "win.save-view", { "<Control>d" } },
};

static void
set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].accels);
  for (int i = 0; i < 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.question(%d)", i);
      g_autofree char *accel = g_strdup_printf ("<Alt>%d", i + 1);
      const char *list[] = { accel, NULL };

      gtk_application_set_accels_for_action (application, action, list);
    }
}

static void
open_uri (HfsApplication *self,
          const char     *uri)
{
  HfsWindow *window = ensure_window (self);
  g_autoptr (GError) error = NULL;

  if (!hfs_window_open_place (window, uri, &error))
    hfs_window_show_message (window, error->message);
}

static void
picture_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (HfsApplication) self = data;
  HfsWindow *window = ensure_window (self);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HfsQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));
  g_autofree char *message = NULL, *link = NULL;
  HfsChartLook look;

  bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  if (bytes != NULL)
    query = hfs_picture_read_query (bytes, &error);
  if (query != NULL)
    {
      hfs_picture_read_look (bytes, &look);
      link = hfs_chart_look_to_uri (&look, query);
      hfs_window_open_place (window, link, NULL);
      return;
    }
  /* Translators: %1$s is a file, %2$s what is wrong with it. */
  message = g_strdup_printf (_("“%1$s” cannot be opened: %2$s"), name, error->message);
  hfs_window_show_message (window, message);
}

static void
picture_measured_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (HfsApplication) self = data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  g_autofree char *name = NULL, *message = NULL;

  if (info == NULL || g_file_info_get_size (info) <= MAX_PICTURE_BYTES)
    {
      g_file_load_bytes_async (G_FILE (source), self->cancellable, picture_loaded_cb, g_object_ref (self));
      return;
    }
  name = g_file_get_parse_name (G_FILE (source));
  /* Translators: %s is a file. */
  message = g_strdup_printf (_("“%s” is too large to be a picture from HF State."), name);
  hfs_window_show_message (ensure_window (self), message);
}

static void
hfs_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  HfsApplication *self = HFS_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (g_str_has_prefix (uri, HFS_QUERY_SCHEME))
        open_uri (self, uri);
      else
        g_file_query_info_async (files[i], G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                                 self->cancellable, picture_measured_cb, g_object_ref (self));
    }
  hfs_window_present (ensure_window (self));
}

static void
hfs_application_activate (GApplication *application)
{
  HfsApplication *self = HFS_APPLICATION (application);
  gboolean first = find_window (self) == NULL;
  HfsWindow *window = ensure_window (self);

  if (first)
    hfs_window_open_last (window);
  hfs_window_present (window);
}

static void
hfs_application_startup (GApplication *application)
{
  HfsApplication *self = HFS_APPLICATION (application);
  /* GTK takes its time to start; the data are read meanwhile. */
  GThread *thread = g_thread_new ("engine", make_engine, NULL);

  G_APPLICATION_CLASS (hfs_application_parent_class)->startup (application);
  g_set_application_name (_("HF State"));
  gtk_window_set_default_icon_name (HFS_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accels (GTK_APPLICATION (self));
  self->engine = g_thread_join (thread);
}

static void
hfs_application_shutdown (GApplication *application)
{
  g_cancellable_cancel (HFS_APPLICATION (application)->cancellable);
  g_clear_object (&HFS_APPLICATION (application)->weekly);

  G_APPLICATION_CLASS (hfs_application_parent_class)->shutdown (application);
}

static void
hfs_application_finalize (GObject *object)
{
  HfsApplication *self = HFS_APPLICATION (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (hfs_application_parent_class)->finalize (object);
}

static void
hfs_application_class_init (HfsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hfs_application_finalize;
  application_class->startup = hfs_application_startup;
  application_class->activate = hfs_application_activate;
  application_class->open = hfs_application_open;
  application_class->shutdown = hfs_application_shutdown;
}

static void
hfs_application_init (HfsApplication *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * hfs_application_new:
 *
 * Returns: (transfer full): the application; run it with g_application_run()
 */
HfsApplication *
hfs_application_new (void)
{
  g_set_prgname ("hf-state");
  return g_object_new (HFS_TYPE_APPLICATION,
                       "application-id", HFS_APP_ID,
                       "resource-base-path", "/org/example/HfState",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
