/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-refresh-strip.h"

#include "hfs-test-hub.h"
#include "views-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_MODELS 2500

typedef struct
{
  HfsTestHub *hub;
  HfsEngine *engine;
  HfsArchive *archive;
  GtkWidget *window;
  HfsRefreshStrip *strip;
  guint n_before;
  guint n_fetched;
  guint n_changed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static guint
count_snapshots (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = hfs_archive_list (fixture->archive, &error);

  g_assert_no_error (error);
  return infos->len;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->hub = hfs_test_hub_new (N_MODELS, 1);
  g_setenv ("HF_ENDPOINT", hfs_test_hub_get_uri (fixture->hub), TRUE);
  fixture->engine = views_fixture_new_engine ();
  fixture->archive = hfs_engine_get_archive (fixture->engine);
  fixture->n_before = count_snapshots (fixture);
  fixture->strip = HFS_REFRESH_STRIP (hfs_refresh_strip_new ());
  fixture->window = views_fixture_show (GTK_WIDGET (fixture->strip), 600, 200);
  g_signal_connect_swapped (fixture->strip, "fetched", G_CALLBACK (count_cb), &fixture->n_fetched);
  g_signal_connect_swapped (fixture->archive, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
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
  GtkWidget *strip = g_object_ref (GTK_WIDGET (fixture->strip));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (strip);
  views_fixture_end_engine (fixture->engine);
  hfs_test_hub_stop (fixture->hub);
  g_object_unref (fixture->hub);
  remove_store ();
}

static gboolean
is_revealed (Fixture *fixture)
{
  GtkWidget *revealer = views_fixture_find (GTK_WIDGET (fixture->strip), GTK_TYPE_REVEALER);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (views_fixture_find (GTK_WIDGET (fixture->strip), GTK_TYPE_STACK)));
}

static void
run (Fixture *fixture)
{
  hfs_refresh_strip_start (fixture->strip, fixture->archive);
  g_assert_true (hfs_refresh_strip_get_running (fixture->strip));
  g_assert_true (is_revealed (fixture));
  g_assert_cmpstr (get_page (fixture), ==, "progress");
  views_fixture_wait_for (fixture->strip, "notify::running");
  g_assert_false (hfs_refresh_strip_get_running (fixture->strip));
}

static void
test_fetches (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HfsSnapshotInfo) info = NULL;

  run (fixture);
  g_assert_false (is_revealed (fixture));
  g_assert_cmpuint (fixture->n_fetched, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (count_snapshots (fixture), ==, fixture->n_before + 1);
  info = hfs_archive_find (fixture->archive, HFS_SNAPSHOT_LATEST, NULL);
  g_assert_cmpint (info->n_models, ==, N_MODELS);
  g_assert_false (info->bundled);
}

static void
test_says_what_failed (Fixture       *fixture,
                       gconstpointer  data)
{
  hfs_test_hub_inject (fixture->hub, 1, 0, HFS_TEST_HUB_FAULT_HTML);
  run (fixture);
  g_assert_true (is_revealed (fixture));
  g_assert_cmpstr (get_page (fixture), ==, "failure");
  g_assert_cmpuint (fixture->n_fetched, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpuint (count_snapshots (fixture), ==, fixture->n_before);

  hfs_test_hub_clear_faults (fixture->hub);
  run (fixture);
  g_assert_cmpuint (fixture->n_fetched, ==, 1);
  g_assert_false (is_revealed (fixture));
}

static void
test_stops (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 began;

  hfs_test_hub_inject (fixture->hub, 1, 0, HFS_TEST_HUB_FAULT_HANG);
  hfs_refresh_strip_start (fixture->strip, fixture->archive);
  for (guint i = 0; i < 60; i++)
    {
      views_fixture_settle ();
      g_usleep (5000);
    }
  began = g_get_monotonic_time ();
  hfs_refresh_strip_cancel (fixture->strip);
  if (hfs_refresh_strip_get_running (fixture->strip))
    views_fixture_wait_for (fixture->strip, "notify::running");
  g_assert_cmpint (g_get_monotonic_time () - began, <, G_USEC_PER_SEC);
  g_assert_false (is_revealed (fixture));
  g_assert_cmpuint (count_snapshots (fixture), ==, fixture->n_before);
}

static void
test_one_at_a_time (Fixture       *fixture,
                    gconstpointer  data)
{
  hfs_refresh_strip_start (fixture->strip, fixture->archive);
  hfs_refresh_strip_start (fixture->strip, fixture->archive);
  views_fixture_wait_for (fixture->strip, "notify::running");
  views_fixture_settle ();
  g_assert_cmpuint (fixture->n_fetched, ==, 1);
  g_assert_cmpuint (count_snapshots (fixture), ==, fixture->n_before + 1);
}

/* The button that a reader sees, by its label. */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
sent_a_token (Fixture *fixture)
{
  g_autoptr (GPtrArray) requests = hfs_test_hub_get_requests (fixture->hub);

  for (guint i = 0; i < requests->len; i++)
    if (((HfsTestHubRequest *) g_ptr_array_index (requests, i))->authorization != NULL)
      return TRUE;
  return FALSE;
}

static void
test_goes_on_without_the_token (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *strip = GTK_WIDGET (fixture->strip);

  g_setenv ("HF_TOKEN", "hf_refused", TRUE);
  hfs_test_hub_inject (fixture->hub, 0, 1, HFS_TEST_HUB_FAULT_BAD_TOKEN);
  run (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "failure");
  g_assert_true (gtk_widget_get_visible (find_button (strip, "_Go On without It")));
  g_assert_true (sent_a_token (fixture));

  hfs_test_hub_clear_requests (fixture->hub);
  g_signal_emit_by_name (find_button (strip, "_Go On without It"), "clicked");
  views_fixture_wait_for (fixture->strip, "notify::running");
  g_assert_cmpuint (fixture->n_fetched, ==, 1);
  g_assert_false (sent_a_token (fixture));

  /* Only this once. */
  hfs_test_hub_clear_requests (fixture->hub);
  run (fixture);
  g_unsetenv ("HF_TOKEN");
  g_assert_true (sent_a_token (fixture));
}

/* What helps those who look after the Hub: asked for, not forced upon readers. */
static void
test_tells_the_number_of_the_request (Fixture       *fixture,
                                      gconstpointer  data)
{
  GtkWidget *strip = GTK_WIDGET (fixture->strip), *label;
  GtkWidget *details = find_button (strip, "_Details");

  hfs_test_hub_inject (fixture->hub, 0, 0, HFS_TEST_HUB_FAULT_HTML);
  run (fixture);
  label = views_fixture_find_class (strip, "quiet");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "Address of the Hub: http://127.0.0.1:"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "Its number for the last request: Root=1-"));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_parent (label))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (details), TRUE);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_parent (label))));
}

/* The Hub asks for a pause: the strip says for how long, and goes on. */
static void
test_counts_down_while_it_waits (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *label = views_fixture_find (GTK_WIDGET (fixture->strip), GTK_TYPE_LABEL);
  gboolean seen = FALSE;

  hfs_test_hub_inject (fixture->hub, 1, 1, HFS_TEST_HUB_FAULT_RATE_JSON);
  hfs_refresh_strip_start (fixture->strip, fixture->archive);
  while (hfs_refresh_strip_get_running (fixture->strip))
    {
      g_main_context_iteration (NULL, TRUE);
      seen |= g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "The Hub asks for a pause. It goes on in 0:0");
    }
  g_assert_true (seen);
  g_assert_cmpuint (fixture->n_fetched, ==, 1);
}

static void
test_offers_to_go_without_only_then (Fixture       *fixture,
                                     gconstpointer  data)
{
  hfs_test_hub_inject (fixture->hub, 0, 0, HFS_TEST_HUB_FAULT_HTML);
  run (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "failure");
  g_assert_false (gtk_widget_get_visible (find_button (GTK_WIDGET (fixture->strip), "_Go On without It")));
}

static void
test_fetches_as_much_as_wanted (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.example.HfState");
  g_autoptr (HfsSnapshotInfo) info = NULL;

  g_settings_set_string (settings, "depth", "quick");
  run (fixture);
  g_settings_reset (settings, "depth");
  info = hfs_archive_find (fixture->archive, HFS_SNAPSHOT_LATEST, NULL);
  g_assert_cmpint (info->n_models, ==, 1000);
}

static void
test_bad_address (Fixture       *fixture,
                  gconstpointer  data)
{
  g_setenv ("HF_ENDPOINT", "nonsense", TRUE);
  run (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "failure");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_unsetenv ("HF_TOKEN");
  views_fixture_init (&argc, &argv);
  g_test_add ("/views/refresh/brings-a-new-snapshot", Fixture, NULL, set_up, test_fetches, tear_down);
  g_test_add ("/views/refresh/says-what-failed-and-can-go-on", Fixture, NULL, set_up, test_says_what_failed, tear_down);
  g_test_add ("/views/refresh/stops-at-once", Fixture, NULL, set_up, test_stops, tear_down);
  g_test_add ("/views/refresh/runs-once-at-a-time", Fixture, NULL, set_up, test_one_at_a_time, tear_down);
  g_test_add ("/views/refresh/refuses-a-bad-address", Fixture, NULL, set_up, test_bad_address, tear_down);
  g_test_add ("/views/refresh/goes-on-without-a-refused-token", Fixture, NULL, set_up, test_goes_on_without_the_token, tear_down);
  g_test_add ("/views/refresh/tells-the-number-of-the-request", Fixture, NULL, set_up, test_tells_the_number_of_the_request, tear_down);
  g_test_add ("/views/refresh/counts-down-while-it-waits", Fixture, NULL, set_up, test_counts_down_while_it_waits, tear_down);
  g_test_add ("/views/refresh/offers-that-for-a-token-only", Fixture, NULL, set_up, test_offers_to_go_without_only_then, tear_down);
  g_test_add ("/views/refresh/fetches-as-much-as-wanted", Fixture, NULL, set_up, test_fetches_as_much_as_wanted, tear_down);
  result = g_test_run ();
  g_rmdir (folder);
  return result;
}
