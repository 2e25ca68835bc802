/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-preferences-data.h"
#include "hfs-preferences-token.h"
#include "hfs-preferences.h"
#include "hfs-test-hub.h"
#include "hfs-test-keyring.h"
#include "snapshots-fixture.h"

#include <string.h>

#define TOKEN "hf_secretOfTheTest"

/* The tests share a keyring, as a process has one bus. */
static void
set_up (SnapshotsFixture *fixture,
        gconstpointer     data)
{
  snapshots_fixture_set_up (fixture);
}

static void
tear_down (SnapshotsFixture *fixture,
           gconstpointer     data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.example.HfState");

  g_settings_reset (settings, "retention");
  g_settings_reset (settings, "scheduled-refresh");
  g_settings_reset (settings, "depth");
  snapshots_fixture_tear_down (fixture);
}

static GtkWidget *
find_named (GtkWidget  *root,
            GType       type,
            const char *title)
{
  g_autofree char *text = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_object_get (root, GTK_IS_BUTTON (root) ? "label" : "title", &text, NULL);
      if (g_strcmp0 (text, title) == 0)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
close_page (GtkWidget *page,
            GtkWidget *window)
{
  g_object_ref (page);
  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (page);
}

static void
test_choices_are_settings (SnapshotsFixture *fixture,
                           gconstpointer     data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.example.HfState");
  GtkWidget *page = hfs_preferences_data_new (fixture->archive);
  GtkWidget *window = views_fixture_show (page, 560, 640);
  GtkWidget *depth = find_named (page, ADW_TYPE_COMBO_ROW, "How much to fetch");
  GtkWidget *weekly = views_fixture_find (page, GTK_TYPE_SWITCH);

  g_assert_false (g_settings_get_boolean (settings, "scheduled-refresh"));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (weekly)));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (depth)), ==, 1);
  gtk_switch_set_active (GTK_SWITCH (weekly), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "scheduled-refresh"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (depth), 2);
  g_assert_cmpint (g_settings_get_enum (settings, "depth"), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (depth), 0);
  g_assert_cmpint (g_settings_get_enum (settings, "depth"), ==, 1000);
  close_page (page, window);
}

static void
keep_ids (char    ***kept,
          GStrv      ids,
          gpointer   page)
{
  *kept = g_strdupv (ids);
}

static void
test_says_what_would_go (SnapshotsFixture *fixture,
                         gconstpointer     data)
{
  GtkWidget *page, *window, *row, *retention;
  g_auto (GStrv) removed = NULL;

  snapshots_fixture_add (fixture, "2026-09-01", "id,downloads\na/b,5\n");
  snapshots_fixture_add (fixture, "2026-09-02", "id,downloads\na/b,6\n");
  snapshots_fixture_add (fixture, "2026-09-10", "id,downloads\na/b,7\n");
  snapshots_fixture_as_fetched (fixture);
  page = hfs_preferences_data_new (fixture->archive);
  window = views_fixture_show (page, 560, 640);
  g_signal_connect_swapped (page, "removed", G_CALLBACK (keep_ids), &removed);
  retention = find_named (page, ADW_TYPE_COMBO_ROW, "Keep");

  g_assert_null (find_named (page, ADW_TYPE_ACTION_ROW, "1 snapshot is more than that"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (retention), 1);
  row = find_named (page, ADW_TYPE_ACTION_ROW, "1 snapshot is more than that");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "1 September 2026");
  adw_combo_row_set_selected (ADW_COMBO_ROW (retention), 2);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "1 September 2026, 2 September 2026");
  /* Choosing alone removes nothing. */
  g_assert_cmpuint (snapshots_fixture_count (fixture), ==, 3);

  g_signal_emit_by_name (find_named (page, GTK_TYPE_BUTTON, "_Remove"), "clicked");
  views_fixture_wait_for (page, "removed");
  g_assert_cmpuint (g_strv_length (removed), ==, 2);
  g_assert_cmpuint (snapshots_fixture_count (fixture), ==, 1);
  g_assert_false (gtk_widget_get_visible (row));
  close_page (page, window);
}

static void
test_removal_can_be_undone (SnapshotsFixture *fixture,
                            gconstpointer     data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.example.HfState");
  GtkWidget *window, *page;

  snapshots_fixture_add (fixture, "2026-09-01", "id,downloads\na/b,5\n");
  snapshots_fixture_add (fixture, "2026-09-02", "id,downloads\na/b,6\n");
  snapshots_fixture_as_fetched (fixture);
  g_settings_set_string (settings, "retention", "weekly");
  window = hfs_preferences_new (NULL, fixture->archive);
  gtk_window_present (GTK_WINDOW (window));
  page = views_fixture_find (window, HFS_TYPE_PREFERENCES_DATA);
  g_signal_emit_by_name (find_named (page, GTK_TYPE_BUTTON, "_Remove"), "clicked");
  views_fixture_wait_for (page, "removed");
  g_assert_cmpuint (snapshots_fixture_count (fixture), ==, 1);
  views_fixture_settle ();
  g_signal_emit_by_name (find_named (window, GTK_TYPE_BUTTON, "_Undo"), "clicked");
  views_fixture_wait_for (fixture->archive, "changed");
  g_assert_cmpuint (snapshots_fixture_count (fixture), ==, 2);
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (window);
}

static const char *
get_status (GtkWidget *page)
{
  return hfs_preferences_token_get_status (HFS_PREFERENCES_TOKEN (page));
}

static void
wait_for_status (GtkWidget  *page,
                 const char *part)
{
  while (strstr (get_status (page), part) == NULL)
    views_fixture_wait_for (page, "notify::status");
}

static void
test_keeps_a_token (SnapshotsFixture *fixture,
                    gconstpointer     data)
{
  HfsTestKeyring *keyring = (HfsTestKeyring *) data;
  g_autoptr (HfsTestHub) hub = hfs_test_hub_new (100, 1);
  GtkWidget *page, *window, *entry;

  g_setenv ("HF_ENDPOINT", hfs_test_hub_get_uri (hub), TRUE);
  page = hfs_preferences_token_new ();
  window = views_fixture_show (page, 560, 640);
  entry = views_fixture_find (page, ADW_TYPE_PASSWORD_ENTRY_ROW);
  wait_for_status (page, "There is no token");
  g_assert_false (gtk_widget_get_sensitive (find_named (page, GTK_TYPE_BUTTON, "_Remove")));

  gtk_editable_set_text (GTK_EDITABLE (entry), "  " TOKEN "\n");
  g_signal_emit_by_name (entry, "apply");
  wait_for_status (page, "A token is in the keyring");
  g_assert_cmpstr (hfs_test_keyring_get_secret (keyring, hfs_test_hub_get_uri (hub)), ==, TOKEN);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  g_signal_emit_by_name (find_named (page, GTK_TYPE_BUTTON, "_Test"), "clicked");
  wait_for_status (page, "it is that of maker-1");
  hfs_test_hub_inject (hub, 0, 1, HFS_TEST_HUB_FAULT_BAD_TOKEN);
  g_signal_emit_by_name (find_named (page, GTK_TYPE_BUTTON, "_Test"), "clicked");
  wait_for_status (page, "refuses your token");
  g_assert_null (strstr (get_status (page), TOKEN));

  g_signal_emit_by_name (find_named (page, GTK_TYPE_BUTTON, "_Remove"), "clicked");
  wait_for_status (page, "There is no token");
  g_assert_cmpuint (hfs_test_keyring_get_n (keyring), ==, 0);
  close_page (page, window);
  g_unsetenv ("HF_ENDPOINT");
  hfs_test_hub_stop (hub);
}

static void
test_says_that_there_is_no_keyring (SnapshotsFixture *fixture,
                                    gconstpointer     data)
{
  HfsTestKeyring *keyring = (HfsTestKeyring *) data;
  GtkWidget *page, *window;

  hfs_test_keyring_set_absent (keyring, TRUE);
  page = hfs_preferences_token_new ();
  window = views_fixture_show (page, 560, 640);
  wait_for_status (page, "There is no keyring");
  g_assert_nonnull (strstr (get_status (page), "HF_TOKEN"));
  g_assert_false (gtk_widget_get_sensitive (views_fixture_find (page, ADW_TYPE_PASSWORD_ENTRY_ROW)));
  close_page (page, window);
  hfs_test_keyring_set_absent (keyring, FALSE);
}

static void
test_says_that_the_environment_wins (SnapshotsFixture *fixture,
                                     gconstpointer     data)
{
  GtkWidget *page, *window;

  g_setenv ("HF_TOKEN", TOKEN, TRUE);
  page = hfs_preferences_token_new ();
  window = views_fixture_show (page, 560, 640);
  g_assert_nonnull (strstr (get_status (page), "HF_TOKEN is set"));
  g_assert_true (gtk_widget_get_sensitive (find_named (page, GTK_TYPE_BUTTON, "_Test")));
  g_assert_false (gtk_widget_get_sensitive (find_named (page, GTK_TYPE_BUTTON, "_Remove")));
  g_unsetenv ("HF_TOKEN");
  close_page (page, window);
}

int
main (int    argc,
      char **argv)
{
  HfsTestKeyring *keyring = hfs_test_keyring_new ();
  int result;

  snapshots_fixture_run (&argc, &argv);
#define ADD(path, func) g_test_add ("/views/preferences/" path, SnapshotsFixture, keyring, set_up, func, tear_down)
  ADD ("choices-are-settings", test_choices_are_settings);
  ADD ("says-what-would-go-before-it-goes", test_says_what_would_go);
  ADD ("removal-can-be-undone", test_removal_can_be_undone);
  ADD ("keeps-tests-and-removes-a-token", test_keeps_a_token);
  ADD ("says-that-there-is-no-keyring", test_says_that_there_is_no_keyring);
  ADD ("says-that-the-environment-wins", test_says_that_the_environment_wins);
  result = snapshots_fixture_end ();
  hfs_test_keyring_free (keyring);
  return result;
}
