/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-store-accounts.h"
#include "hfs-test-hub.h"
#include "hfs-test-keyring.h"
#include "hfs-weekly-refresh.h"
#include "test-monitor.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define APP_ID "org.example.HfState"
#define N_MODELS 400
#define DEADLINE_S 30

/* As a desktop shows notifications. */
static const char notifications[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "  <method name='Notify'>"
  "    <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "    <arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
  "    <arg type='u' direction='out'/>"
  "  </method>"
  "</interface></node>";

typedef struct
{
  GApplication *application; /* (unowned): one for all, as are the others above */
  GPtrArray *shown;          /* (element-type utf8): title and text of each notification */
} Desktop;

typedef struct
{
  Desktop *desktop;          /* (unowned) */
  HfsTestHub *hub;
  HfsEngine *engine;
  HfsStore *store;
  GSettings *settings;
  TestMonitor *monitor;
  HfsWeeklyRefresh *weekly;
  guint n_ended;
} Fixture;

static void
notify_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               data)
{
  Desktop *desktop = data;
  const char *title, *text;

  g_variant_get_child (parameters, 3, "&s", &title);
  g_variant_get_child (parameters, 4, "&s", &text);
  g_ptr_array_add (desktop->shown, g_strdup_printf ("%s: %s", title, text));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 1));
}

static const GDBusInterfaceVTable vtable = { .method_call = notify_cb };

static void
set_up_desktop (Desktop *desktop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (notifications, NULL);
  g_autoptr (GVariant) answer = NULL;

  g_assert_no_error (error);
  g_dbus_connection_register_object (connection, "/org/freedesktop/Notifications", info->interfaces[0], &vtable, desktop, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                        "RequestName", g_variant_new ("(su)", "org.freedesktop.Notifications", 0), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  desktop->application = g_application_new (APP_ID, G_APPLICATION_DEFAULT_FLAGS);
  g_application_register (desktop->application, NULL, &error);
  g_assert_no_error (error);
  desktop->shown = g_ptr_array_new_with_free_func (g_free);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = hfs_store_dup_default_path ();
  g_autoptr (GError) error = NULL;

  fixture->desktop = (Desktop *) data;
  g_ptr_array_set_size (fixture->desktop->shown, 0);
  fixture->hub = hfs_test_hub_new (N_MODELS, 1);
  g_setenv ("HF_ENDPOINT", hfs_test_hub_get_uri (fixture->hub), TRUE);
  fixture->engine = hfs_engine_new_bundled (&error);
  g_assert_no_error (error);
  fixture->store = hfs_store_open (path, &error);
  g_assert_no_error (error);
  hfs_archive_set_store (hfs_engine_get_archive (fixture->engine), fixture->store);
  fixture->settings = g_settings_new (APP_ID);
  fixture->monitor = g_object_new (TEST_TYPE_MONITOR, NULL);
  fixture->weekly = hfs_weekly_refresh_new (fixture->desktop->application, fixture->engine, G_NETWORK_MONITOR (fixture->monitor));
  g_signal_connect_swapped (fixture->weekly, "ended", G_CALLBACK (count_cb), &fixture->n_ended);
}

static void
remove_store (void)
{
  g_autofree char *path = hfs_store_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_remove (file);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_settings_reset (fixture->settings, "scheduled-refresh");
  g_settings_reset (fixture->settings, "retention");
  g_assert_finalize_object (fixture->weekly);
  g_object_unref (fixture->monitor);
  g_object_unref (fixture->settings);
  g_clear_object (&fixture->engine);
  g_clear_object (&fixture->store);
  hfs_test_hub_stop (fixture->hub);
  g_object_unref (fixture->hub);
  remove_store ();
}

static gboolean
too_late_cb (gpointer data)
{
  g_error ("It never ended");
  return G_SOURCE_REMOVE;
}

static void
wait_for_end (Fixture *fixture)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_S, too_late_cb, NULL);

  while (fixture->n_ended == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture->n_ended = 0;
  g_source_remove (deadline);
}

/* As long as it takes to ask the Hub, if it were asked. */
static void
wait_a_little (void)
{
  for (guint i = 0; i < 40; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static guint
count_requests (Fixture *fixture)
{
  g_autoptr (GPtrArray) requests = hfs_test_hub_get_requests (fixture->hub);

  return requests->len;
}

static guint
count_snapshots (Fixture *fixture)
{
  g_autoptr (GPtrArray) infos = hfs_store_list_snapshots (fixture->store, NULL);

  return infos->len;
}

static void
switch_on (Fixture *fixture)
{
  g_settings_set_boolean (fixture->settings, "scheduled-refresh", TRUE);
}

/* Lets the last refresh be so many days ago. */
static void
move_back (Fixture *fixture,
           int      days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc (), then = g_date_time_add_days (now, -days);
  g_autofree char *id = g_date_time_format (then, "hub-%Y%m%d-%H%M%S"), *date = g_date_time_format (then, "%Y-%m-%d");
  g_autofree char *sql = g_strdup_printf ("UPDATE snapshot SET id = '%s', date = '%s'", id, date);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (hfs_store_get_path (fixture->store), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  hfs_archive_changed (hfs_engine_get_archive (fixture->engine));
}

/* A snapshot like the one that is there, of the same day. */
static void
copy_first (Fixture *fixture)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (hfs_store_get_path (fixture->store), &db), ==, SQLITE_OK);
  sqlite3_exec (db, "CREATE TEMP TABLE copy AS SELECT * FROM snapshot; UPDATE copy SET key = key + 1, id = id || '0', run = run || '0';"
                    " INSERT INTO snapshot SELECT * FROM copy", NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
test_is_off_until_switched_on (Fixture       *fixture,
                               gconstpointer  data)
{
  g_signal_emit_by_name (fixture->monitor, "network-changed", TRUE);
  wait_a_little ();
  g_assert_cmpuint (count_requests (fixture), ==, 0);
}

static void
test_fetches_and_notifies (Fixture       *fixture,
                           gconstpointer  data)
{
  g_auto (GStrv) users = NULL;

  switch_on (fixture);
  wait_for_end (fixture);
  g_assert_cmpuint (count_snapshots (fixture), ==, 1);
  while (fixture->desktop->shown->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->desktop->shown->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (fixture->desktop->shown, 0), "New data from the Hub: The 400 most downloaded models"));
  /* Who publishes them is known a little better now. */
  users = hfs_store_list_accounts (fixture->store, HFS_ACCOUNT_USER, NULL);
  g_assert_cmpuint (g_strv_length (users), >, 0);
  g_assert_cmpint (hfs_publishers_lookup (hfs_engine_get_publishers (fixture->engine), HFS_ATTRIBUTION_PUBLISHED, users[0])->type, ==,
                   HFS_DEVELOPER_INDIVIDUAL);
}

static void
test_waits_for_a_week (Fixture       *fixture,
                       gconstpointer  data)
{
  switch_on (fixture);
  wait_for_end (fixture);
  hfs_test_hub_clear_requests (fixture->hub);
  move_back (fixture, 6);
  g_signal_emit_by_name (fixture->monitor, "network-changed", TRUE);
  wait_a_little ();
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  move_back (fixture, 8);
  g_signal_emit_by_name (fixture->monitor, "network-changed", TRUE);
  wait_for_end (fixture);
  g_assert_cmpuint (count_snapshots (fixture), ==, 2);
}

static void
test_waits_for_an_unmetered_network (Fixture       *fixture,
                                     gconstpointer  data)
{
  fixture->monitor->metered = TRUE;
  switch_on (fixture);
  wait_a_little ();
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  fixture->monitor->metered = FALSE;
  g_signal_emit_by_name (fixture->monitor, "network-changed", TRUE);
  wait_for_end (fixture);
  g_assert_cmpuint (count_snapshots (fixture), ==, 1);
}

static void
test_keeps_as_many_as_wanted (Fixture       *fixture,
                              gconstpointer  data)
{
  switch_on (fixture);
  wait_for_end (fixture);
  /* A second one of last year's day; then today's: of the three the first is followed in its month. */
  move_back (fixture, 400);
  copy_first (fixture);
  g_assert_cmpuint (count_snapshots (fixture), ==, 2);
  g_settings_set_string (fixture->settings, "retention", "monthly");
  g_signal_emit_by_name (fixture->monitor, "network-changed", TRUE);
  wait_for_end (fixture);
  g_assert_cmpuint (count_snapshots (fixture), ==, 2);
}

static void
test_says_nothing_when_it_fails (Fixture       *fixture,
                                 gconstpointer  data)
{
  hfs_test_hub_inject (fixture->hub, 0, 0, HFS_TEST_HUB_FAULT_HTML);
  switch_on (fixture);
  wait_for_end (fixture);
  wait_a_little ();
  g_assert_cmpuint (count_snapshots (fixture), ==, 0);
  g_assert_cmpuint (fixture->desktop->shown->len, ==, 0);
  /* It is not tried again at once. */
  hfs_test_hub_clear_faults (fixture->hub);
  hfs_test_hub_clear_requests (fixture->hub);
  g_signal_emit_by_name (fixture->monitor, "network-changed", TRUE);
  wait_a_little ();
  g_assert_cmpuint (count_requests (fixture), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  HfsTestKeyring *keyring;
  Desktop desktop = { NULL };
  int result;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_unsetenv ("HF_TOKEN");
  g_test_init (&argc, &argv, NULL);
  keyring = hfs_test_keyring_new ();
  set_up_desktop (&desktop);
#define ADD(path, func) g_test_add ("/app/weekly-refresh/" path, Fixture, &desktop, set_up, func, tear_down)
  ADD ("is-off-until-switched-on", test_is_off_until_switched_on);
  ADD ("fetches-and-notifies", test_fetches_and_notifies);
  ADD ("waits-for-a-week", test_waits_for_a_week);
  ADD ("waits-for-an-unmetered-network", test_waits_for_an_unmetered_network);
  ADD ("keeps-as-many-as-wanted", test_keeps_as_many_as_wanted);
  ADD ("says-nothing-when-it-fails", test_says_nothing_when_it_fails);
  result = g_test_run ();
  g_ptr_array_unref (desktop.shown);
  g_object_unref (desktop.application);
  hfs_test_keyring_free (keyring);
  g_rmdir (folder);
  return result;
}
