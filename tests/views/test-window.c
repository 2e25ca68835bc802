/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-angle-switch.h"
#include "hfs-config.h"

#include "hfs-overview-page.h"
#include "hfs-question-page.h"
#include "hfs-question-row.h"
#include "hfs-window-pages.h"

#include "views-fixture.h"

typedef struct
{
  HfsEngine *engine;
  HfsWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  application)
{
  g_autoptr (GSettings) settings = g_settings_new (HFS_APP_ID);

  g_settings_reset (settings, "last-place");
  fixture->engine = views_fixture_new_engine ();
  fixture->window = HFS_WINDOW (hfs_window_new (GTK_APPLICATION ((gpointer) application)));
  hfs_window_set_engine (fixture->window, fixture->engine);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  application)
{
  GtkWidget *window = g_object_ref (GTK_WIDGET (fixture->window));

  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (window);
  views_fixture_end_engine (fixture->engine);
}

static void
open_query (Fixture    *fixture,
            const char *text)
{
  g_autoptr (HfsQuery) query = hfs_query_parse (text, NULL);

  hfs_window_open_query (fixture->window, query);
}

static const char *
get_row_id (GtkListBoxRow *row)
{
  return hfs_question_get_id (hfs_question_row_get_question (HFS_QUESTION_ROW (row)));
}

static void
test_begins_at_overview (Fixture       *fixture,
                         gconstpointer  application)
{
  g_assert_true (HFS_IS_OVERVIEW_PAGE (hfs_window_get_page (fixture->window)));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Overview – HF State");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  application)
{
  GtkListBox *list = GTK_LIST_BOX (views_fixture_find_class (GTK_WIDGET (fixture->window), "questions"));

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      HfsQuestion *question = hfs_question_row_get_question (HFS_QUESTION_ROW (gtk_list_box_get_row_at_index (list, i)));

      if (*hfs_question_get_answer (question) == '\0')
        views_fixture_wait_for (question, "notify::answer");
    }
}

static void
test_opens_query (Fixture       *fixture,
                  gconstpointer  application)
{
  GtkListBox *list = GTK_LIST_BOX (views_fixture_find_class (GTK_WIDGET (fixture->window), "questions"));
  g_autoptr (GSettings) settings = g_settings_new (HFS_APP_ID);
  g_autofree char *last = NULL;

  open_query (fixture, "sizes?measure=likes");
  g_assert_true (HFS_IS_QUESTION_PAGE (hfs_window_get_page (fixture->window)));
  g_assert_cmpstr (get_row_id (gtk_list_box_get_selected_row (list)), ==, "sizes");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Model sizes – HF State");
  last = g_settings_get_string (settings, "last-place");
  g_assert_cmpstr (last, ==, "sizes?measure=likes");
  views_fixture_wait_for (hfs_window_get_page (fixture->window), "answered");
}

/* Every name of the query language leads to a page, and to a line of the list. */
static void
test_lists_every_name (Fixture       *fixture,
                       gconstpointer  application)
{
  GtkListBox *list = GTK_LIST_BOX (views_fixture_find_class (GTK_WIDGET (fixture->window), "questions"));

  for (HfsDimensionId id = 0; id < HFS_N_DIMENSIONS; id++)
    {
      open_query (fixture, hfs_dimension_get (id)->name);
      g_assert_true (HFS_IS_QUESTION_PAGE (hfs_window_get_page (fixture->window)));
      g_assert_cmpint (hfs_query_get_dimension (hfs_question_page_get_query (HFS_QUESTION_PAGE (hfs_window_get_page (fixture->window)))),
                       ==, id);
      g_assert_nonnull (gtk_list_box_get_selected_row (list));
    }
}

static GtkToggleButton *
find_angle (Fixture    *fixture,
            const char *label)
{
  GtkWidget *angles = views_fixture_find (hfs_window_get_page (fixture->window), HFS_TYPE_ANGLE_SWITCH);

  for (GtkWidget *child = gtk_widget_get_first_child (angles); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_button_get_label (GTK_BUTTON (child)), label))
      return GTK_TOGGLE_BUTTON (child);
  g_assert_not_reached ();
}

static void
test_angles (Fixture       *fixture,
             gconstpointer  application)
{
  GtkListBox *list = GTK_LIST_BOX (views_fixture_find_class (GTK_WIDGET (fixture->window), "questions"));
  g_autofree char *place = NULL;

  open_query (fixture, "languages?measure=models&country=CN");
  g_assert_cmpstr (get_row_id (gtk_list_box_get_selected_row (list)), ==, "communities");
  g_assert_true (gtk_toggle_button_get_active (find_angle (fixture, "Languages")));
  gtk_toggle_button_set_active (find_angle (fixture, "Tasks"), TRUE);
  place = hfs_window_dup_place (fixture->window);
  g_assert_cmpstr (place, ==, "tasks?measure=models&country=CN");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-view", NULL));
  g_assert_true (gtk_toggle_button_get_active (find_angle (fixture, "Languages")));
}

static void
test_links (Fixture       *fixture,
            gconstpointer  application)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hfs_window_open_place (fixture->window, "hf-state:differences", NULL));
  g_assert_cmpstr (hfs_window_get_page_id (fixture->window), ==, "differences");
  g_assert_true (hfs_window_open_place (fixture->window, "hf-state:snapshots", NULL));
  g_assert_cmpstr (hfs_window_get_page_id (fixture->window), ==, "snapshots");
  g_assert_true (hfs_window_open_place (fixture->window, "hf-state:licenses?measure=likes&chart=table", NULL));
  g_assert_cmpstr (hfs_window_get_page_id (fixture->window), ==, "communities");
  g_assert_true (hfs_question_page_get_shows_table (HFS_QUESTION_PAGE (hfs_window_get_page (fixture->window))));
  g_assert_false (hfs_window_open_place (fixture->window, "hf-state:planets", &error));
  g_assert_nonnull (strstr (error->message, "planets"));
  g_assert_cmpstr (hfs_window_get_page_id (fixture->window), ==, "communities");
}

static void
test_pages_keep_their_query (Fixture       *fixture,
                             gconstpointer  application)
{
  HfsQuestionPage *page;

  open_query (fixture, "countries?measure=likes");
  page = HFS_QUESTION_PAGE (hfs_window_get_page (fixture->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.next-question", NULL));
  g_assert_true (hfs_window_get_page (fixture->window) != GTK_WIDGET (page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.previous-question", NULL));
  g_assert_true (hfs_window_get_page (fixture->window) == GTK_WIDGET (page));
  g_assert_cmpint (hfs_query_get_measure (hfs_question_page_get_query (page)), ==, HFS_MEASURE_LIKES);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *action)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_export_needs_an_answer (Fixture       *fixture,
                             gconstpointer  application)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->window), "win.export");

  g_assert_false (gtk_widget_is_sensitive (button));
  open_query (fixture, "countries");
  views_fixture_wait_for (hfs_window_get_page (fixture->window), "answered");
  g_assert_true (gtk_widget_is_sensitive (button));
  open_query (fixture, "countries?snapshot=2001-01-01");
  views_fixture_wait_for (hfs_window_get_page (fixture->window), "answered");
  g_assert_false (gtk_widget_is_sensitive (button));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  application)
{
  int minimum;

  open_query (fixture, "countries?share=1&compare=2022-07-02");
  views_fixture_wait_for (hfs_window_get_page (fixture->window), "answered");
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
assert_shows (Fixture    *fixture,
              const char *text,
              gboolean    table)
{
  GtkWidget *page = hfs_window_get_page (fixture->window);
  g_autofree char *shown = hfs_query_to_string (hfs_question_page_get_query (HFS_QUESTION_PAGE (page)));

  g_assert_cmpstr (shown, ==, text);
  g_assert_cmpint (hfs_question_page_get_shows_table (HFS_QUESTION_PAGE (page)), ==, table);
}

static void
test_history (Fixture       *fixture,
              gconstpointer  application)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_false (hfs_history_can_go (hfs_window_get_history (fixture->window), HFS_HISTORY_UNDO));
  open_query (fixture, "countries?measure=downloads");
  hfs_question_page_show_table (HFS_QUESTION_PAGE (hfs_window_get_page (fixture->window)), TRUE);
  open_query (fixture, "countries?measure=likes");
  hfs_window_open_question (fixture->window, "sizes");
  g_assert_true (gtk_widget_activate_action (window, "win.go-back", NULL));
  assert_shows (fixture, "countries?measure=likes", TRUE);
  g_assert_true (gtk_widget_activate_action (window, "win.undo-view", NULL));
  assert_shows (fixture, "countries?measure=downloads", TRUE);
  g_assert_true (gtk_widget_activate_action (window, "win.undo-view", NULL));
  assert_shows (fixture, "countries?measure=downloads", FALSE);
  g_assert_true (gtk_widget_activate_action (window, "win.redo-view", NULL));
  assert_shows (fixture, "countries?measure=downloads", TRUE);
  g_assert_true (gtk_widget_activate_action (window, "win.go-back", NULL));
  g_assert_true (HFS_IS_OVERVIEW_PAGE (hfs_window_get_page (fixture->window)));
  g_assert_true (gtk_widget_activate_action (window, "win.go-forward", NULL));
  assert_shows (fixture, "countries?measure=likes", TRUE);
}

static void
test_last_place_that_is_none (Fixture       *fixture,
                              gconstpointer  application)
{
  g_autoptr (GSettings) settings = g_settings_new (HFS_APP_ID);

  g_settings_set_string (settings, "last-place", "nonsense?measure=x");
  hfs_window_open_last (fixture->window);
  g_assert_true (HFS_IS_OVERVIEW_PAGE (hfs_window_get_page (fixture->window)));
  g_settings_set_string (settings, "last-place", "tasks?measure=models");
  hfs_window_open_last (fixture->window);
  g_assert_true (HFS_IS_QUESTION_PAGE (hfs_window_get_page (fixture->window)));
}

static void
test_comes_with_its_answer (Fixture       *fixture,
                            gconstpointer  application)
{
  GtkWidget *window = g_object_ref (hfs_window_new (GTK_APPLICATION ((gpointer) application)));
  HfsQuestionPage *page;

  hfs_window_set_engine (HFS_WINDOW (window), fixture->engine);
  hfs_window_open_question (HFS_WINDOW (window), "countries");
  hfs_window_present (HFS_WINDOW (window));
  page = HFS_QUESTION_PAGE (hfs_window_get_page (HFS_WINDOW (window)));
  g_assert_true (hfs_question_page_is_asking (page));
  g_assert_false (gtk_widget_get_visible (window));
  views_fixture_wait_for (page, "answered");
  g_assert_false (hfs_question_page_is_asking (page));
  g_assert_nonnull (hfs_question_page_get_result (page));
  g_assert_true (gtk_widget_get_visible (window));
  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (window);
}

static void
test_waits_for_nothing_else (Fixture       *fixture,
                             gconstpointer  application)
{
  GtkWidget *window = g_object_ref (hfs_window_new (GTK_APPLICATION ((gpointer) application)));

  hfs_window_open_question (HFS_WINDOW (window), "countries");
  hfs_window_present (HFS_WINDOW (window));
  g_assert_true (gtk_widget_get_visible (window));
  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (window);
}

static void
test_shortcuts (Fixture       *fixture,
                gconstpointer  application)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (fixture->window);
  /* GTK 4.8 warns of labels of its own in the list, however it is made. */
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);
  GtkShortcutsWindow *shortcuts;

  g_assert_null (gtk_application_window_get_help_overlay (window));
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL));
      shortcuts = gtk_application_window_get_help_overlay (window);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (shortcuts)));
      g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (shortcuts)) == GTK_WINDOW (window));
      gtk_window_close (GTK_WINDOW (shortcuts));
    }
  g_log_set_always_fatal (fatal);
}

/* Opens the menu of each button below @widget. */
static guint
open_menus (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_is_sensitive (widget))
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      g_assert_nonnull (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)));
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)))));
      gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += open_menus (child);
  return n;
}

static void
test_menus (Fixture       *fixture,
            gconstpointer  application)
{
  /* The main menu, other ways to take it away, and saved views. */
  g_assert_cmpuint (open_menus (GTK_WIDGET (fixture->window)), ==, 3);
  g_assert_cmpuint (open_menus (GTK_WIDGET (fixture->window)), ==, 3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-view", NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  views_fixture_init (&argc, &argv);
  application = GTK_APPLICATION (adw_application_new ("org.example.HfState.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add ("/views/window/begins-at-the-overview", Fixture, application, set_up, test_begins_at_overview, tear_down);
  g_test_add ("/views/window/puts-an-answer-under-each-question", Fixture, application, set_up, test_answers, tear_down);
  g_test_add ("/views/window/opens-a-query", Fixture, application, set_up, test_opens_query, tear_down);
  g_test_add ("/views/window/lists-every-name", Fixture, application, set_up, test_lists_every_name, tear_down);
  g_test_add ("/views/window/pages-keep-their-query", Fixture, application, set_up, test_pages_keep_their_query, tear_down);
  g_test_add ("/views/window/saves-only-what-is-there", Fixture, application, set_up, test_export_needs_an_answer, tear_down);
  g_test_add ("/views/window/goes-back-and-undoes", Fixture, application, set_up, test_history, tear_down);
  g_test_add ("/views/window/fits-360-pixels", Fixture, application, set_up, test_narrow, tear_down);
  g_test_add ("/views/window/sees-a-question-from-several-sides", Fixture, application, set_up, test_angles, tear_down);
  g_test_add ("/views/window/follows-links-to-every-page", Fixture, application, set_up, test_links, tear_down);
  g_test_add ("/views/window/comes-with-its-answer", Fixture, application, set_up, test_comes_with_its_answer, tear_down);
  g_test_add ("/views/window/waits-for-no-answer-that-cannot-come", Fixture, application, set_up, test_waits_for_nothing_else, tear_down);
  g_test_add ("/views/window/opens-its-menus", Fixture, application, set_up, test_menus, tear_down);
  g_test_add ("/views/window/lists-the-shortcuts", Fixture, application, set_up, test_shortcuts, tear_down);
  g_test_add ("/views/window/forgets-a-last-place-that-is-none", Fixture, application, set_up, test_last_place_that_is_none, tear_down);
  return g_test_run ();
}
