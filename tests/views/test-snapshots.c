/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshots-import.h"
#include "hfs-snapshots-list.h"
#include "snapshots-fixture.h"

#include <string.h>

typedef struct
{
  SnapshotsFixture snapshots;
  GListModel *questions;
  HfsClaimsDesk *desk;
  GtkWidget *window;
  HfsSnapshotsPage *page;
  guint n_listed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
wait_for_list (Fixture *fixture)
{
  while (fixture->n_listed == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture->n_listed = 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  snapshots_fixture_set_up (&fixture->snapshots);
  fixture->questions = G_LIST_MODEL (g_list_store_new (G_TYPE_OBJECT));
  fixture->desk = hfs_claims_desk_new (fixture->questions);
  hfs_claims_desk_update (fixture->desk, fixture->snapshots.engine);
  snapshots_fixture_add (&fixture->snapshots, "2026-09-01", "id,downloads\na/b,500\na/c,40\n");
  fixture->page = HFS_SNAPSHOTS_PAGE (hfs_snapshots_page_new (fixture->desk));
  g_signal_connect_swapped (fixture->page, "listed", G_CALLBACK (count_cb), &fixture->n_listed);
  fixture->window = views_fixture_show (GTK_WIDGET (fixture->page), 700, 600);
  wait_for_list (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref (GTK_WIDGET (fixture->page));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (page);
  g_object_run_dispose (G_OBJECT (fixture->desk));
  g_object_unref (fixture->desk);
  g_object_unref (fixture->questions);
  snapshots_fixture_tear_down (&fixture->snapshots);
}

static AdwActionRow *
get_row (Fixture *fixture,
         int      index)
{
  GtkWidget *list = views_fixture_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_BOX);

  return ADW_ACTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index));
}

static const char *
get_trouble (Fixture *fixture)
{
  GtkWidget *label = views_fixture_find_class (GTK_WIDGET (fixture->page), "caveat");

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

static void
test_lists_what_there_is (Fixture       *fixture,
                          gconstpointer  data)
{
  const char *text;

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (fixture, 0))), ==, "1 September 2026");
  text = adw_action_row_get_subtitle (get_row (fixture, 0));
  g_assert_nonnull (strstr (text, "2 models, partial"));
  g_assert_nonnull (strstr (text, "The file “import.csv”"));
  g_assert_nonnull (strstr (text, "on this computer"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (fixture, 1))), ==, "22 August 2026");
  text = adw_action_row_get_subtitle (get_row (fixture, 1));
  g_assert_nonnull (strstr (text, "Came with the program"));
  g_assert_nonnull (strstr (text, "No model that is not among these has more than 1,509,206 downloads."));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (fixture, 2))), ==, "7 August 2026");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (get_row (fixture, 3)), "55,524 models, complete"));
  g_assert_null (get_row (fixture, 4));
}

/* What a complete snapshot of years ago says of the size of the Hub is nothing. */
static void
test_compares_with_a_hub_of_that_time (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_assert_null (strstr (adw_action_row_get_subtitle (get_row (fixture, 1)), "of the Hub’s models"));
}

static void
test_removes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HfsSnapshotInfo) info = hfs_archive_find (fixture->snapshots.archive, HFS_SNAPSHOT_LATEST, NULL);

  g_assert_true (g_str_has_prefix (info->id, "import-"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "snapshots.remove", "s", info->id));
  views_fixture_wait_for (fixture->snapshots.archive, "changed");
  g_assert_cmpuint (snapshots_fixture_count (&fixture->snapshots), ==, 0);
  hfs_claims_desk_update (fixture->desk, fixture->snapshots.engine);
  wait_for_list (fixture);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (fixture, 0))), ==, "22 August 2026");
}

static void
import (Fixture    *fixture,
        const char *date,
        const char *content)
{
  g_autoptr (GFile) file = snapshots_fixture_write (content);
  GtkWidget *dialog = hfs_snapshots_date_dialog_new (fixture->page, file);
  GtkWidget *entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));

  if (date != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), date);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "import");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_imports (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HfsSnapshotInfo) info = NULL;

  import (fixture, " 2026-10-01 ", "id,downloads\nx/y,1\nx/z,2\nx/w,3\n");
  views_fixture_wait_for (fixture->snapshots.archive, "changed");
  info = hfs_archive_find (fixture->snapshots.archive, HFS_SNAPSHOT_LATEST, NULL);
  g_assert_cmpstr (info->date, ==, "2026-10-01");
  g_assert_cmpint (info->n_models, ==, 3);
  g_assert_null (get_trouble (fixture));
  views_fixture_settle ();
}

static void
test_says_which_line_is_wrong (Fixture       *fixture,
                               gconstpointer  data)
{
  import (fixture, "2026-10-01", "id,downloads\nx/y,1\nx/z,many\n");
  wait_for_list (fixture);
  g_assert_nonnull (strstr (get_trouble (fixture), "3"));
  g_assert_nonnull (strstr (get_trouble (fixture), "many"));
  import (fixture, "yesterday", "id,downloads\nx/y,1\n");
  wait_for_list (fixture);
  g_assert_nonnull (strstr (get_trouble (fixture), "yesterday"));
  g_assert_cmpuint (snapshots_fixture_count (&fixture->snapshots), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  snapshots_fixture_run (&argc, &argv);
#define ADD(path, func) g_test_add ("/views/snapshots/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("lists-what-there-is", test_lists_what_there_is);
  ADD ("compares-with-a-hub-of-that-time", test_compares_with_a_hub_of_that_time);
  ADD ("removes", test_removes);
  ADD ("imports", test_imports);
  ADD ("says-which-line-is-wrong", test_says_which_line_is_wrong);
  return snapshots_fixture_end ();
}
