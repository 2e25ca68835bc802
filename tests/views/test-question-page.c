/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-change-note.h"
#include "hfs-chart-view.h"
#include "hfs-controls.h"
#include "hfs-filter-pills.h"
#include "hfs-question-page.h"
#include "hfs-result-table.h"
#include "hfs-sentence.h"

#include "views-fixture.h"

#include <string.h>

typedef struct
{
  HfsEngine *engine;
  GtkWidget *window;
  HfsQuestionPage *page;
} Fixture;

static void
ask (Fixture    *fixture,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse (text, &error);

  g_assert_no_error (error);
  hfs_question_page_set_query (fixture->page, query);
  views_fixture_wait_for (fixture->page, "answered");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  query)
{
  g_autoptr (HfsQuery) parsed = hfs_query_parse (query, NULL);

  fixture->engine = views_fixture_new_engine ();
  fixture->page = HFS_QUESTION_PAGE (hfs_question_page_new ());
  fixture->window = views_fixture_show (GTK_WIDGET (fixture->page), 860, 700);
  hfs_question_page_set_query (fixture->page, parsed);
  hfs_question_page_set_engine (fixture->page, fixture->engine);
  views_fixture_wait_for (fixture->page, "answered");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  query)
{
  GtkWidget *page = g_object_ref (GTK_WIDGET (fixture->page));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (page);
  views_fixture_end_engine (fixture->engine);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type)
{
  return views_fixture_find (GTK_WIDGET (fixture->page), type);
}

/* Whether a visible label on the page says @text. */
static gboolean
says (GtkWidget  *root,
      const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
test_shows_answer (Fixture       *fixture,
                   gconstpointer  query)
{
  HfsResult *result = hfs_question_page_get_result (fixture->page);
  g_autofree char *title = hfs_result_dup_title (result);
  g_autofree char *summary = hfs_result_dup_summary (result);
  g_autofree char *scope = hfs_result_dup_scope (result);

  g_assert_true (says (GTK_WIDGET (fixture->page), title));
  g_assert_true (says (GTK_WIDGET (fixture->page), summary));
  g_assert_true (says (GTK_WIDGET (fixture->page), scope));
  g_assert_true (hfs_chart_view_get_result (HFS_CHART_VIEW (find (fixture, HFS_TYPE_CHART_VIEW))) == result);
  g_assert_true (gtk_widget_get_mapped (find (fixture, HFS_TYPE_CHART_VIEW)));
}

static void
test_table_has_all_rows (Fixture       *fixture,
                         gconstpointer  query)
{
  guint pictured = hfs_result_get_n_rows (hfs_question_page_get_result (fixture->page));
  HfsResultTable *table;

  hfs_question_page_show_table (fixture->page, TRUE);
  views_fixture_wait_for (fixture->page, "answered");
  table = HFS_RESULT_TABLE (find (fixture, HFS_TYPE_RESULT_TABLE));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table)));
  g_assert_true (hfs_result_table_get_result (table) == hfs_question_page_get_result (fixture->page));
  g_assert_cmpuint (hfs_result_get_n_rows (hfs_result_table_get_result (table)), >, pictured);
}

static void
test_control_asks (Fixture       *fixture,
                   gconstpointer  query)
{
  GtkDropDown *measure = GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN));

  gtk_drop_down_set_selected (measure, HFS_MEASURE_MODELS);
  g_assert_cmpint (hfs_query_get_measure (hfs_question_page_get_query (fixture->page)), ==, HFS_MEASURE_MODELS);
  views_fixture_wait_for (fixture->page, "answered");
  g_assert_cmpint (hfs_query_get_measure (hfs_result_get_query (hfs_question_page_get_result (fixture->page))), ==,
                   HFS_MEASURE_MODELS);
}

static void
test_controls_follow (Fixture       *fixture,
                      gconstpointer  query)
{
  GtkDropDown *measure = GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN));

  ask (fixture, "countries?measure=likes&compare=2022-07-02");
  g_assert_cmpuint (gtk_drop_down_get_selected (measure), ==, HFS_MEASURE_LIKES);
}

static void
test_newest_wins (Fixture       *fixture,
                  gconstpointer  query)
{
  g_autoptr (HfsQuery) slow = hfs_query_parse ("publishers?snapshot=2022-07-02", NULL);
  g_autoptr (HfsQuery) fast = hfs_query_parse ("sizes", NULL);

  hfs_question_page_set_query (fixture->page, slow);
  hfs_question_page_set_query (fixture->page, fast);
  for (guint i = 0; i < 100; i++)
    {
      g_usleep (5000);
      views_fixture_settle ();
    }
  g_assert_cmpint (hfs_query_get_dimension (hfs_result_get_query (hfs_question_page_get_result (fixture->page))), ==,
                   HFS_DIMENSION_SIZES);
}

static void
test_failure_stays_usable (Fixture       *fixture,
                           gconstpointer  query)
{
  ask (fixture, "countries?snapshot=2001-01-01");
  g_assert_null (hfs_question_page_get_result (fixture->page));
  g_assert_true (says (GTK_WIDGET (fixture->page), "This question has no answer yet"));
  g_assert_true (gtk_widget_get_mapped (find (fixture, HFS_TYPE_CONTROLS)));
  ask (fixture, "countries");
  g_assert_nonnull (hfs_question_page_get_result (fixture->page));
  g_assert_false (says (GTK_WIDGET (fixture->page), "This question has no answer yet"));
}

static void
test_pills_take_filters_away (Fixture       *fixture,
                              gconstpointer  query)
{
  GtkWidget *pills = find (fixture, HFS_TYPE_FILTER_PILLS);

  g_assert_false (gtk_widget_get_visible (pills));
  ask (fixture, "countries?share=1&country=CN,FR&developer-type=industry");
  g_assert_true (gtk_widget_get_visible (pills));
  g_signal_emit_by_name (gtk_widget_get_first_child (pills), "clicked");
  g_assert_null (hfs_query_get_filter (hfs_question_page_get_query (fixture->page), HFS_DIMENSION_COUNTRIES));
  g_assert_nonnull (hfs_query_get_filter (hfs_question_page_get_query (fixture->page), HFS_DIMENSION_DEVELOPER_TYPES));
  g_signal_emit_by_name (gtk_widget_get_last_child (pills), "clicked");
  g_assert_null (hfs_query_get_filter (hfs_question_page_get_query (fixture->page), HFS_DIMENSION_DEVELOPER_TYPES));
  g_assert_true (hfs_query_get_share (hfs_question_page_get_query (fixture->page)));
  g_assert_false (gtk_widget_get_visible (pills));
}

static void
test_key_toggles_table (Fixture       *fixture,
                        gconstpointer  query)
{
  GtkWidget *chart = find (fixture, HFS_TYPE_CHART_VIEW);
  GtkWidget *table;

  gtk_widget_grab_focus (chart);
  g_assert_true (views_fixture_press (chart, GDK_KEY_t));
  views_fixture_wait_for (fixture->page, "answered");
  table = find (fixture, HFS_TYPE_RESULT_TABLE);
  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), table));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  query)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 340);
}

static void
test_goes_away_while_waiting (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (HfsQuery) query = hfs_query_parse ("publishers?snapshot=2022-07-02", NULL);
  GtkWidget *page = g_object_ref_sink (hfs_question_page_new ());
  gpointer watched = page;

  hfs_question_page_set_query (HFS_QUESTION_PAGE (page), query);
  hfs_question_page_set_engine (HFS_QUESTION_PAGE (page), engine);
  g_object_add_weak_pointer (G_OBJECT (page), &watched);
  g_object_run_dispose (G_OBJECT (page));
  g_object_unref (page);
  /* The thread that answered lets go of its task, and with it of the engine, a little later. */
  while (watched != NULL || G_OBJECT (engine)->ref_count > 1)
    {
      views_fixture_settle ();
      g_usleep (1000);
    }
}

static void
test_offers_data (Fixture       *fixture,
                  gconstpointer  query)
{
  GtkWidget *offer = views_fixture_find_class (GTK_WIDGET (fixture->page), "suggested-action");

  g_assert_true (gtk_widget_get_mapped (offer));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (offer)), ==, "win.refresh");
  ask (fixture, "countries");
  views_fixture_settle ();
  g_assert_false (gtk_widget_get_mapped (offer));
}

/* What a choice has done is said below the answer, until another choice does nothing to it. */
static void
test_says_what_a_choice_did (Fixture       *fixture,
                             gconstpointer  query)
{
  GtkWidget *note = find (fixture, HFS_TYPE_CHANGE_NOTE);

  g_assert_false (gtk_widget_get_mapped (note));
  ask (fixture, "countries?share=1&unknown=exclude");
  g_assert_true (gtk_widget_get_visible (note));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (note))), "because what is not known is left out"));
  ask (fixture, "countries?unknown=exclude");
  g_assert_false (gtk_widget_get_visible (note));
}

int
main (int    argc,
      char **argv)
{
  static const char query[] = "countries?share=1";

  views_fixture_init (&argc, &argv);
  g_test_add ("/views/page/shows-the-answer", Fixture, query, set_up, test_shows_answer, tear_down);
  g_test_add ("/views/page/table-has-all-rows", Fixture, query, set_up, test_table_has_all_rows, tear_down);
  g_test_add ("/views/page/a-control-asks-a-new-query", Fixture, query, set_up, test_control_asks, tear_down);
  g_test_add ("/views/page/controls-follow-the-query", Fixture, query, set_up, test_controls_follow, tear_down);
  g_test_add ("/views/page/the-newest-answer-wins", Fixture, query, set_up, test_newest_wins, tear_down);
  g_test_add ("/views/page/a-failure-leaves-the-controls", Fixture, query, set_up, test_failure_stays_usable, tear_down);
  g_test_add ("/views/page/pills-take-filters-away", Fixture, query, set_up, test_pills_take_filters_away, tear_down);
  g_test_add ("/views/page/t-shows-the-table", Fixture, query, set_up, test_key_toggles_table, tear_down);
  g_test_add ("/views/page/fits-a-narrow-window", Fixture, query, set_up, test_narrow, tear_down);
  g_test_add_func ("/views/page/can-go-away-while-it-waits", test_goes_away_while_waiting);
  g_test_add ("/views/question-page/offers-data-that-say-it", Fixture, "families", set_up, test_offers_data, tear_down);
  g_test_add ("/views/question-page/says-what-a-choice-did", Fixture, "countries?share=1", set_up, test_says_what_a_choice_did, tear_down);
  return g_test_run ();
}
