/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-changes-page.h"
#include "hfs-changes-save.h"
#include "hfs-snapshot-choice.h"
#include "snapshots-fixture.h"

#include <string.h>

typedef struct
{
  SnapshotsFixture snapshots;
  GListModel *questions;
  HfsClaimsDesk *desk;
  GtkWidget *window;
  HfsChangesPage *page;
} Fixture;

/* The page as a reader finds it, who has as many snapshots as the test gave. */
static void
show (Fixture *fixture)
{
  hfs_claims_desk_update (fixture->desk, fixture->snapshots.engine);
  fixture->page = HFS_CHANGES_PAGE (hfs_changes_page_new (fixture->desk));
  g_object_ref_sink (fixture->page);
  views_fixture_wait_for (fixture->page, "notify::changes");
  fixture->window = views_fixture_show (GTK_WIDGET (fixture->page), 900, 700);
  g_object_unref (fixture->page);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  snapshots_fixture_set_up (&fixture->snapshots);
  fixture->questions = G_LIST_MODEL (g_list_store_new (G_TYPE_OBJECT));
  fixture->desk = hfs_claims_desk_new (fixture->questions);
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

static void
add_two (Fixture *fixture)
{
  snapshots_fixture_add (&fixture->snapshots, "2026-09-01", "id,downloads\ngoogle/old,900\nQwen/rises,100\nQwen/falls,300\n");
  snapshots_fixture_add (&fixture->snapshots, "2026-09-08", "id,downloads\ngoogle/old,900\nQwen/rises,500\nQwen/falls,200\n");
  snapshots_fixture_as_fetched (&fixture->snapshots);
}

static gboolean
has_text (GtkWidget  *root,
          const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return gtk_widget_get_visible (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

static void
test_says_what_changed (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *page;

  add_two (fixture);
  show (fixture);
  page = GTK_WIDGET (fixture->page);
  g_assert_true (has_text (page, "The 3 most downloaded models, 1 September 2026 and 8 September 2026."));
  g_assert_true (has_text (page, "Qwen/rises rose from 100 to 500 downloads."));
  g_assert_true (has_text (page, "Qwen/falls fell from 300 to 200 downloads."));
  g_assert_true (has_text (page, "China: from 30.8\u00a0% to 43.8\u00a0% of the downloads."));
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (views_fixture_find (page, GTK_TYPE_COLUMN_VIEW),
                                                                        GTK_TYPE_STACK)), "table");
  views_fixture_settle ();
  g_assert_true (has_text (page, "Downloads (8 September 2026)"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (
                      views_fixture_find (page, GTK_TYPE_COLUMN_VIEW))))), ==, hfs_changes_get_n (hfs_changes_page_get_changes (fixture->page)));
}

static void
test_compares_what_the_reader_chooses (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *from;

  add_two (fixture);
  show (fixture);
  from = views_fixture_find (GTK_WIDGET (fixture->page), HFS_TYPE_SNAPSHOT_CHOICE);
  hfs_snapshot_choice_choose (HFS_SNAPSHOT_CHOICE (from), "hub-whole-2022-07-02");
  g_assert_cmpstr (hfs_snapshot_choice_get_id (HFS_SNAPSHOT_CHOICE (from)), ==, "hub-whole-2022-07-02");
  g_signal_emit_by_name (from, "chosen");
  views_fixture_wait_for (fixture->page, "notify::changes");
  g_assert_cmpstr (hfs_changes_get_before (hfs_changes_page_get_changes (fixture->page))->date, ==, "2022-07-02");
  hfs_snapshot_choice_choose (HFS_SNAPSHOT_CHOICE (from), "none such");
  g_assert_null (hfs_snapshot_choice_get_id (HFS_SNAPSHOT_CHOICE (from)));
}

/* A snapshot whose scope nobody knows is like no other. */
static void
test_says_how_to_get_another (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkWidget *from;

  add_two (fixture);
  show (fixture);
  from = views_fixture_find (GTK_WIDGET (fixture->page), HFS_TYPE_SNAPSHOT_CHOICE);
  hfs_snapshot_choice_choose (HFS_SNAPSHOT_CHOICE (gtk_widget_get_next_sibling (from)), "hub-whole-2022-07-02");
  g_signal_emit_by_name (from, "chosen");
  views_fixture_wait_for (fixture->page, "notify::changes");
  g_assert_null (hfs_changes_page_get_changes (fixture->page));
  g_assert_true (has_text (GTK_WIDGET (fixture->page), "After the next refresh there is."));
}

static char *
write_and_read (Fixture    *fixture,
                const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *text = NULL;

  hfs_changes_write (GTK_WINDOW (fixture->window), hfs_changes_page_get_changes (fixture->page), file);
  while (G_OBJECT (file)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_saves_a_table (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *csv = NULL, *json = NULL;

  add_two (fixture);
  show (fixture);
  csv = write_and_read (fixture, "changes.csv");
  g_assert_true (g_str_has_prefix (csv, "kind,key,label,"));
  g_assert_nonnull (strstr (csv, "\r\nrise,Qwen/rises,Qwen/rises,100,500,"));
  json = write_and_read (fixture, "changes.json");
  g_assert_true (g_str_has_prefix (json, "{"));
  g_assert_nonnull (strstr (json, "\"sentence\" : \"Qwen/rises rose from 100 to 500 downloads.\""));
}

int
main (int    argc,
      char **argv)
{
  snapshots_fixture_run (&argc, &argv);
#define ADD(path, func) g_test_add ("/views/changes/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("says-what-changed", test_says_what_changed);
  ADD ("compares-what-the-reader-chooses", test_compares_what_the_reader_chooses);
  ADD ("says-how-to-get-another", test_says_how_to_get_another);
  ADD ("saves-a-table", test_saves_a_table);
  return snapshots_fixture_end ();
}
