/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-pane.h"
#include "hfs-chart-switch.h"
#include "hfs-chart-view.h"
#include "hfs-page.h"
#include "hfs-question-page.h"

#include "views-fixture.h"

/* A page of a question, since choosing a chart can ask another question. */
typedef struct
{
  HfsEngine *engine;
  GtkWidget *window;
  HfsQuestionPage *page;
  HfsChartView *chart;
  GtkDropDown *kinds;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  text)
{
  HfsChartLook look;
  g_autoptr (HfsQuery) query = hfs_chart_look_parse (text, &look, NULL);

  fixture->engine = views_fixture_new_engine ();
  fixture->page = HFS_QUESTION_PAGE (hfs_question_page_new ());
  fixture->window = views_fixture_show (GTK_WIDGET (fixture->page), 860, 900);
  hfs_question_page_set_view (fixture->page, query, &look);
  hfs_question_page_set_engine (fixture->page, fixture->engine);
  views_fixture_wait_for (fixture->page, "answered");
  fixture->chart = HFS_CHART_VIEW (views_fixture_find (GTK_WIDGET (fixture->page), HFS_TYPE_CHART_VIEW));
  fixture->kinds = GTK_DROP_DOWN (views_fixture_find (views_fixture_find (GTK_WIDGET (fixture->page), HFS_TYPE_CHART_SWITCH),
                                                      GTK_TYPE_DROP_DOWN));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  text)
{
  GtkWidget *page = g_object_ref (GTK_WIDGET (fixture->page));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (page);
  views_fixture_end_engine (fixture->engine);
}

/* Chooses a kind of chart by what the list calls it. */
static void
choose (Fixture    *fixture,
        const char *label)
{
  GtkStringList *labels = GTK_STRING_LIST (gtk_drop_down_get_model (fixture->kinds));
  guint place = 0;

  while (g_strcmp0 (gtk_string_list_get_string (labels, place), label) != 0)
    g_assert_cmpuint (++place, <, g_list_model_get_n_items (G_LIST_MODEL (labels)));
  gtk_drop_down_set_selected (fixture->kinds, place);
  views_fixture_wait_for (fixture->page, "answered");
}

static void
assert_link (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *link = hfs_page_dup_place (HFS_PAGE (fixture->page));

  g_assert_cmpstr (link, ==, expected);
}

static void
assert_kind (Fixture      *fixture,
             HfsChartKind  kind)
{
  g_assert_cmpint (hfs_chart_layout_get_kind (hfs_chart_view_get_layout (fixture->chart)), ==, kind);
}

static void
test_draws_what_is_chosen (Fixture       *fixture,
                           gconstpointer  text)
{
  assert_kind (fixture, HFS_CHART_BARS);
  choose (fixture, "Map");
  assert_kind (fixture, HFS_CHART_MAP);
  assert_link (fixture, "countries?measure=downloads&share=1&chart=map");
  choose (fixture, "Model sizes");
  assert_kind (fixture, HFS_CHART_PARAMETERS);
  choose (fixture, "Bars");
  assert_kind (fixture, HFS_CHART_BARS);
}

static void
test_lines_ask_for_the_past (Fixture       *fixture,
                             gconstpointer  text)
{
  choose (fixture, "Lines");
  assert_kind (fixture, HFS_CHART_LINES);
  g_assert_true (hfs_query_get_over_time (hfs_question_page_get_query (fixture->page)));
  choose (fixture, "Map");
  assert_kind (fixture, HFS_CHART_MAP);
  g_assert_false (hfs_query_get_over_time (hfs_question_page_get_query (fixture->page)));
}

static void
test_scale_can_multiply (Fixture       *fixture,
                         gconstpointer  text)
{
  GtkWidget *log = views_fixture_find (views_fixture_find (GTK_WIDGET (fixture->page), HFS_TYPE_CHART_SWITCH), GTK_TYPE_CHECK_BUTTON);

  g_assert_true (gtk_widget_get_mapped (log));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (log), TRUE);
  views_fixture_wait_for (fixture->page, "answered");
  g_assert_true (hfs_chart_layout_get_log (hfs_chart_view_get_layout (fixture->chart)));
  choose (fixture, "Areas");
  g_assert_false (gtk_widget_get_mapped (log));
}

static void
test_link_brings_the_chart (Fixture       *fixture,
                            gconstpointer  text)
{
  assert_kind (fixture, HFS_CHART_TREEMAP);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (fixture->kinds)), ==, "Areas");
}

static void
test_enter_selects (Fixture       *fixture,
                    gconstpointer  text)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);

  g_assert_null (hfs_chart_view_get_selected (fixture->chart));
  g_assert_true (gtk_widget_grab_focus (chart));
  g_assert_true (views_fixture_press (chart, GDK_KEY_Down));
  g_assert_true (views_fixture_press (chart, GDK_KEY_Return));
  g_assert_cmpuint (hfs_chart_view_get_selected (fixture->chart)->row, ==, 1);
  gtk_test_accessible_assert_state (gtk_widget_get_focus_child (chart), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  choose (fixture, "Areas");
  g_assert_cmpuint (hfs_chart_view_get_selected (fixture->chart)->row, ==, 1);
  g_assert_true (views_fixture_press (chart, GDK_KEY_Escape));
  g_assert_null (hfs_chart_view_get_selected (fixture->chart));
  g_assert_false (views_fixture_press (chart, GDK_KEY_Escape));
}

static void
test_description_is_read (Fixture       *fixture,
                          gconstpointer  text)
{
  GtkWidget *pane = views_fixture_find (GTK_WIDGET (fixture->page), HFS_TYPE_CHART_PANE), *focus;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->chart)));
  g_assert_true (views_fixture_press (GTK_WIDGET (fixture->chart), GDK_KEY_d));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_LABEL (focus));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (focus)), "Bar chart. "));
  g_assert_true (views_fixture_press (pane, GDK_KEY_Escape));
  g_assert_false (gtk_widget_get_visible (focus));
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (fixture->chart)) != NULL);
}

/* A visible label that begins with a text. */
static gboolean
says (GtkWidget  *root,
      const char *begins)
{
  GtkWidget *label = views_fixture_find_label (root, begins);

  return label != NULL && gtk_widget_get_visible (label);
}

/* Without a module that plays, which meson.build sees to, the reader is told why all is quiet. */
static void
test_silence_is_explained (Fixture       *fixture,
                           gconstpointer  text)
{
  GtkWidget *pane = views_fixture_find (GTK_WIDGET (fixture->page), HFS_TYPE_CHART_PANE);

  g_assert_false (says (pane, "No sound"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.play", NULL));
  g_assert_true (says (pane, "No sound"));
  choose (fixture, "Map");
  g_assert_false (says (pane, "No sound"));
}

int
main (int    argc,
      char **argv)
{
  static const char plain[] = "countries?share=1";

  views_fixture_init (&argc, &argv);
  g_test_add ("/views/chart-pane/draws-what-is-chosen", Fixture, plain, set_up, test_draws_what_is_chosen, tear_down);
  g_test_add ("/views/chart-pane/lines-ask-for-the-past", Fixture, plain, set_up, test_lines_ask_for_the_past, tear_down);
  g_test_add ("/views/chart-pane/scale-can-multiply", Fixture, plain, set_up, test_scale_can_multiply, tear_down);
  g_test_add ("/views/chart-pane/link-brings-the-chart", Fixture, "tasks?chart=treemap", set_up, test_link_brings_the_chart, tear_down);
  g_test_add ("/views/chart-pane/enter-selects", Fixture, plain, set_up, test_enter_selects, tear_down);
  g_test_add ("/views/chart-pane/description-is-read", Fixture, plain, set_up, test_description_is_read, tear_down);
  g_test_add ("/views/chart-pane/silence-is-explained", Fixture, plain, set_up, test_silence_is_explained, tear_down);
  return g_test_run ();
}
