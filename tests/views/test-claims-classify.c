/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-config.h"

#include "hfs-classify-dialog.h"
#include "hfs-classify-files.h"
#include "hfs-overrides-file.h"
#include "hfs-question-page.h"
#include "hfs-format.h"
#include "hfs-result-file.h"
#include "hfs-sentence.h"
#include "hfs-share-table.h"
#include "hfs-window.h"

#include "views-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* The country of this one weighs much. */
#define PUBLISHER "Qwen"

typedef struct
{
  HfsEngine *engine;
  HfsClassification *classification;
} Fixture;

static void
forget_file (void)
{
  g_autofree char *path = hfs_overrides_dup_default_path ();

  g_remove (path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  forget_file ();
  fixture->engine = views_fixture_new_engine ();
  fixture->classification = hfs_classification_new (fixture->engine);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->classification);
  views_fixture_end_engine (fixture->engine);
}

static gint64
get_value (HfsEngine  *engine,
           const char *query,
           const char *key)
{
  g_autoptr (HfsResult) result = views_fixture_run (engine, query);
  const HfsResultRow *row = hfs_result_find_row (result, key);

  return row ? row->value : 0;
}

/* The reader chooses Germany and types a reason. */
static HfsClassifyDialog *
fill_dialog (HfsClassification *classification,
             const char        *reason)
{
  GtkWidget *dialog = hfs_classify_dialog_new (classification, PUBLISHER);
  GtkDropDown *countries = GTK_DROP_DOWN (views_fixture_find (dialog, GTK_TYPE_DROP_DOWN));
  GListModel *names = gtk_drop_down_get_model (countries);
  GtkWidget *entry = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), "Germany"))
      gtk_drop_down_set_selected (countries, i);
  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (countries))); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child))
      entry = child;
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  return HFS_CLASSIFY_DIALOG (dialog);
}

static void
test_answers_follow (Fixture       *fixture,
                     gconstpointer  data)
{
  HfsClassifyDialog *dialog = fill_dialog (fixture->classification, "Because the test says so");
  gint64 published = get_value (fixture->engine, "countries", "DE");
  gint64 moved = get_value (fixture->engine, "publishers", PUBLISHER);
  g_autoptr (HfsResult) result = NULL;
  g_autofree char *scope = NULL, *json = NULL;

  g_assert_cmpint (moved, >, 0);
  g_assert_cmpint (get_value (fixture->engine, "countries?attribution=mine", "DE"), ==, published);
  g_assert_true (hfs_classify_dialog_save (dialog));
  g_assert_cmpint (get_value (fixture->engine, "countries?attribution=mine", "DE"), ==, published + moved);
  g_assert_cmpint (get_value (fixture->engine, "countries", "DE"), ==, published);
  result = views_fixture_run (fixture->engine, "countries?attribution=mine");
  scope = hfs_result_dup_scope (result);
  json = hfs_result_to_json (result);
  g_assert_nonnull (strstr (scope, "1 change by you"));
  g_assert_nonnull (strstr (json, "\"overrides\" : 1"));
  g_assert_true (hfs_overrides_undo (hfs_classification_get_overrides (fixture->classification)));
  g_assert_cmpint (get_value (fixture->engine, "countries?attribution=mine", "DE"), ==, published);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_needs_reason (Fixture       *fixture,
                   gconstpointer  data)
{
  HfsClassifyDialog *dialog = fill_dialog (fixture->classification, "   ");
  GtkWidget *fault = views_fixture_find_class (GTK_WIDGET (dialog), "fault");

  g_assert_false (hfs_classify_dialog_save (dialog));
  g_assert_cmpuint (hfs_overrides_get_n (hfs_classification_get_overrides (fixture->classification)), ==, 0);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (fault)), "reason"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_is_kept (Fixture       *fixture,
              gconstpointer  data)
{
  HfsClassifyDialog *dialog = fill_dialog (fixture->classification, "Kept on this computer");
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (GError) error = NULL;

  g_assert_true (hfs_classify_dialog_save (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_true (hfs_engine_read_overrides (engine, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hfs_publishers_get_n_overrides (hfs_engine_get_publishers (engine)), ==, 1);
}

static void
test_keeps_faulty_file (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = hfs_overrides_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = g_strconcat (path, ".faulty", NULL);
  g_autofree char *text = NULL;
  g_autoptr (HfsClassification) other = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "publisher,field,value,reason,date\nQwen,country,ATLANTIS,x,2026-01-01\n", -1, NULL));
  other = hfs_classification_new (fixture->engine);
  g_assert_nonnull (hfs_classification_get_trouble (other));
  g_assert_cmpuint (hfs_overrides_get_n (hfs_classification_get_overrides (other)), ==, 0);
  g_assert_true (g_file_get_contents (aside, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "ATLANTIS"));
  g_remove (aside);
}

static void
test_reports_by_line (Fixture       *fixture,
                      gconstpointer  data)
{
  const char csv[] = "publisher,field,value,reason,date\nQwen,country,ATLANTIS,x,2026-01-01\nQwen,country,DE,x,never\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, sizeof csv - 1);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) report = NULL;
  GtkWidget *dialog, *label;

  g_assert_false (hfs_overrides_read_csv (hfs_classification_get_overrides (fixture->classification), bytes, &report, &error));
  g_assert_cmpuint (g_strv_length (report), ==, 2);
  dialog = hfs_classify_new_report (NULL, error->message, (const char * const *) report);
  label = views_fixture_find_class (dialog, "line-fault");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, report[0]);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (label))), ==, report[1]);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What the last column says in the row of this label. */
static const char *
find_last (GtkWidget  *list,
             const char *label)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    {
      GtkWidget *name = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

      if (g_str_equal (gtk_label_get_text (GTK_LABEL (name)), label))
        return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (gtk_list_box_row_get_child (row))));
    }
  return NULL;
}

/* The last column is the reader's, and only what differs has a row. */
static void
test_shows_what_moves (Fixture       *fixture,
                       gconstpointer  data)
{
  HfsClassifyDialog *dialog = fill_dialog (fixture->classification, "To see what moves");
  g_autoptr (GPtrArray) before = hfs_share_ways_new (fixture->engine, HFS_DIMENSION_COUNTRIES);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (HfsResult) mine = NULL;
  g_autofree char *china = NULL, *germany = NULL;
  GtkWidget *table;

  g_assert_null (hfs_share_table_new (before, "Countries"));
  g_assert_true (hfs_classify_dialog_save (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  mine = views_fixture_run (fixture->engine, "countries?share=1&attribution=mine");
  china = hfs_format_share (hfs_result_find_row (mine, "CN")->share);
  germany = hfs_format_share (hfs_result_find_row (mine, "DE")->share);
  after = hfs_share_ways_new (fixture->engine, HFS_DIMENSION_COUNTRIES);
  table = g_object_ref_sink (hfs_share_table_new (after, "Countries"));
  g_assert_cmpstr (find_last (table, "China"), ==, china);
  g_assert_cmpstr (find_last (table, "Germany"), ==, germany);
  g_assert_null (find_last (table, "United States"));
  g_object_unref (table);
}

static void
test_page_follows (Fixture       *fixture,
                   gconstpointer  application)
{
  GtkWidget *window = g_object_ref (hfs_window_new (GTK_APPLICATION ((gpointer) application)));
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries?share=1", NULL);
  HfsClassification *classification;
  HfsClassifyDialog *dialog;
  GtkWidget *page;

  hfs_window_set_engine (HFS_WINDOW (window), fixture->engine);
  hfs_window_open_query (HFS_WINDOW (window), query);
  gtk_window_present (GTK_WINDOW (window));
  page = hfs_window_get_page (HFS_WINDOW (window));
  while ((classification = hfs_claims_desk_get_classification (hfs_window_get_desk (HFS_WINDOW (window)))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  dialog = fill_dialog (classification, "The page follows");
  g_assert_true (hfs_classify_dialog_save (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_widget_activate_action (window, "win.classified", "u", 1u);
  g_assert_cmpint (hfs_query_get_attribution (hfs_question_page_get_query (HFS_QUESTION_PAGE (page))), ==, HFS_ATTRIBUTION_MINE);
  gtk_widget_activate_action (window, "win.undo-classify", "u", 1u);
  g_assert_cmpuint (hfs_overrides_get_n (hfs_classification_get_overrides (classification)), ==, 0);
  hfs_window_open_question (HFS_WINDOW (window), "classify");
  views_fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (window);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  int status;

  /* The reader's own decisions are left alone. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  views_fixture_init (&argc, &argv);
  application = GTK_APPLICATION (adw_application_new ("org.example.HfState.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add ("/views/classify/answers-follow-and-undo", Fixture, NULL, set_up, test_answers_follow, tear_down);
  g_test_add ("/views/classify/needs-a-reason", Fixture, NULL, set_up, test_needs_reason, tear_down);
  g_test_add ("/views/classify/is-kept", Fixture, NULL, set_up, test_is_kept, tear_down);
  g_test_add ("/views/classify/keeps-a-faulty-file", Fixture, NULL, set_up, test_keeps_faulty_file, tear_down);
  g_test_add ("/views/classify/reports-faults-by-line", Fixture, NULL, set_up, test_reports_by_line, tear_down);
  g_test_add ("/views/classify/shows-what-moves", Fixture, NULL, set_up, test_shows_what_moves, tear_down);
  g_test_add ("/views/classify/the-page-follows", Fixture, application, set_up, test_page_follows, tear_down);
  status = g_test_run ();
  forget_file ();
  return status;
}
