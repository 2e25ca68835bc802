/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bar-row.h"
#include "hfs-explore-chart.h"
#include "hfs-explore-page.h"
#include "hfs-page.h"

#include "views-fixture.h"

#include <string.h>

typedef struct
{
  HfsEngine *engine;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
go (Fixture    *fixture,
    const char *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hfs_page_go_to (HFS_PAGE (fixture->page), place, &error));
  g_assert_no_error (error);
  views_fixture_wait_for (fixture->page, "answered");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->engine = views_fixture_new_engine ();
  fixture->page = hfs_explore_page_new ();
  fixture->window = views_fixture_show (fixture->page, 900, 800);
  hfs_page_set_engine (HFS_PAGE (fixture->page), fixture->engine);
  views_fixture_wait_for (fixture->page, "answered");
  go (fixture, "explore?snapshot=2026-08-22");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref (fixture->page);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (page);
  views_fixture_end_engine (fixture->engine);
}

static const char *
get_sentence (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (views_fixture_find_class (fixture->page, "answer")));
}

/* The list of the first chart, that of countries. */
static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (views_fixture_find (views_fixture_find (fixture->page, HFS_TYPE_EXPLORE_CHART), GTK_TYPE_LIST_BOX));
}

/* The bars with a mark beside their names. */
static guint
count_chosen (GtkListBox *list)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    n += gtk_widget_has_css_class (GTK_WIDGET (row), "chosen");
  return n;
}

/* Presses a key on a bar as the display would. */
static gboolean
press (GtkListBox      *list,
       int              bar,
       guint            keyval,
       GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (list));
  gboolean handled = FALSE;

  if (bar >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, bar)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &handled);
    }
  return handled;
}

static void
test_begins_with_all (Fixture       *fixture,
                      gconstpointer  data)
{
  g_assert_cmpstr (get_sentence (fixture), ==, "All models: 2.10 billion downloads in 30 days.");
  g_assert_cmpuint (count_chosen (get_list (fixture)), ==, 0);
  g_assert_nonnull (hfs_page_get_result (HFS_PAGE (fixture->page)));
}

static void
test_selects_by_key (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *place = NULL;

  g_assert_true (press (get_list (fixture), 1, GDK_KEY_Return, 0));
  views_fixture_wait_for (fixture->page, "answered");
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "Models from China: 501"));
  g_assert_cmpuint (count_chosen (get_list (fixture)), ==, 1);
  place = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_assert_nonnull (strstr (place, "country=CN"));

  g_assert_true (press (get_list (fixture), 0, GDK_KEY_space, GDK_CONTROL_MASK));
  views_fixture_wait_for (fixture->page, "answered");
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "Models from China or the United States: "));

  g_assert_true (press (get_list (fixture), 0, GDK_KEY_Escape, 0));
  views_fixture_wait_for (fixture->page, "answered");
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "All models: "));
  g_assert_false (press (get_list (fixture), 0, GDK_KEY_Escape, 0));
}

static void
test_selects_a_range_by_key (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_true (press (get_list (fixture), 0, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (press (get_list (fixture), -1, GDK_KEY_Down, GDK_SHIFT_MASK));
  views_fixture_wait_for (fixture->page, "answered");
  g_assert_cmpuint (count_chosen (get_list (fixture)), ==, 3);
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "Models from the United States or China or Germany: "));
}

/* Enter on what is selected alone takes it back. */
static void
test_a_second_time_takes_back (Fixture       *fixture,
                               gconstpointer  data)
{
  press (get_list (fixture), 0, GDK_KEY_Return, 0);
  views_fixture_wait_for (fixture->page, "answered");
  press (get_list (fixture), 0, GDK_KEY_Return, 0);
  views_fixture_wait_for (fixture->page, "answered");
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "All models: "));
}

/* A selection narrows the other charts and not its own. */
static void
test_the_others_follow (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *charts = gtk_widget_get_ancestor (GTK_WIDGET (get_list (fixture)), GTK_TYPE_FLOW_BOX);
  GtkFlowBoxChild *second = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (charts), 1);
  HfsExploreChart *types = HFS_EXPLORE_CHART (gtk_flow_box_child_get_child (second));
  HfsExploreChart *countries = HFS_EXPLORE_CHART (views_fixture_find (fixture->page, HFS_TYPE_EXPLORE_CHART));
  gint64 all = hfs_result_get_total (hfs_explore_chart_get_result (countries)), of_china;

  go (fixture, "explore?snapshot=2026-08-22&country=CN");
  of_china = hfs_result_find_row (hfs_explore_chart_get_result (countries), "CN")->value;
  g_assert_cmpint (hfs_result_get_total (hfs_explore_chart_get_result (countries)), ==, all);
  g_assert_cmpint (hfs_result_get_total (hfs_explore_chart_get_result (types)), ==, of_china);
}

static void
test_a_place_brings_it_back (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL, *sentence = NULL;

  go (fixture, "explore?charts=tasks,countries,sizes,years&snapshot=2026-08-22&country=CN&year=2024..2025");
  before = hfs_page_dup_place (HFS_PAGE (fixture->page));
  sentence = g_strdup (get_sentence (fixture));
  go (fixture, "explore");
  go (fixture, before);
  after = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (sentence, ==, get_sentence (fixture));
}

static void
test_a_bad_place_leaves_it (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *before = hfs_page_dup_place (HFS_PAGE (fixture->page)), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hfs_page_go_to (HFS_PAGE (fixture->page), "explore?charts=moons", &error));
  g_assert_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NAME);
  after = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_assert_cmpstr (before, ==, after);
}

/* A snapshot that is not there: the page says so, and what comes next is shown. */
static void
test_says_what_fails (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *failure = views_fixture_find_class (fixture->page, "failure");
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_assert_true (hfs_page_go_to (HFS_PAGE (fixture->page), "explore?snapshot=2001-01-01", NULL));
  while (!gtk_widget_get_mapped (failure) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_widget_get_mapped (failure));
  go (fixture, "explore");
  views_fixture_settle ();
  g_assert_false (gtk_widget_get_child_visible (failure));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  views_fixture_init (&argc, &argv);
  ADD ("/views/explore-page/begins-with-all", test_begins_with_all);
  ADD ("/views/explore-page/selects-by-key", test_selects_by_key);
  ADD ("/views/explore-page/selects-a-range-by-key", test_selects_a_range_by_key);
  ADD ("/views/explore-page/a-second-time-takes-back", test_a_second_time_takes_back);
  ADD ("/views/explore-page/the-others-follow", test_the_others_follow);
  ADD ("/views/explore-page/a-place-brings-it-back", test_a_place_brings_it_back);
  ADD ("/views/explore-page/a-bad-place-leaves-it", test_a_bad_place_leaves_it);
  ADD ("/views/explore-page/says-what-fails", test_says_what_fails);
  return g_test_run ();
}
