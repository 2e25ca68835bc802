/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-view.h"
#include "hfs-country-page.h"
#include "hfs-page.h"
#include "hfs-remark-list.h"
#include "hfs-remark-panel.h"
#include "hfs-result-table.h"

#include "views-fixture.h"

#include <string.h>

typedef struct
{
  HfsEngine *engine;
  GtkWidget *list;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  query)
{
  g_autoptr (HfsQuery) parsed = hfs_query_parse (query, NULL);
  GtkWidget *scroller;

  fixture->engine = views_fixture_new_engine ();
  fixture->list = hfs_remark_list_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->list);
  fixture->window = views_fixture_show (scroller, 900, 700);
  hfs_remark_list_ask (HFS_REMARK_LIST (fixture->list), fixture->engine, hfs_dimension_get (hfs_query_get_dimension (parsed))->name,
                       parsed);
  views_fixture_wait_for (fixture->list, "changed");
  views_fixture_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  query)
{
  GtkWidget *list = g_object_ref (fixture->list);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (list);
  views_fixture_end_engine (fixture->engine);
}

static void
test_slider (Fixture       *fixture,
             gconstpointer  query)
{
  GtkRange *scale = GTK_RANGE (views_fixture_find (fixture->list, GTK_TYPE_SCALE));
  GtkLabel *step = GTK_LABEL (views_fixture_find_class (fixture->list, "step"));

  g_assert_true (g_str_has_prefix (gtk_label_get_text (step), "The first 10 of 529 models have "));
  gtk_range_set_value (scale, 0);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (step), "The first 1 of 529 models has 12.3"));
  gtk_range_set_value (scale, 1000);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (step), "The first 529 of 529 models have 100.0"));
}

static GtkWidget *
find_labelled (GtkWidget  *root,
               const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_table (Fixture       *fixture,
            gconstpointer  query)
{
  GtkWidget *chart = views_fixture_find (fixture->list, HFS_TYPE_CHART_VIEW);
  HfsResult *result = hfs_chart_view_get_result (HFS_CHART_VIEW (chart));
  GtkWidget *table;

  g_assert_null (views_fixture_find (fixture->list, HFS_TYPE_RESULT_TABLE));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_labelled (fixture->list, "Table")), TRUE);
  table = views_fixture_find (fixture->list, HFS_TYPE_RESULT_TABLE);
  g_assert_true (hfs_result_table_get_result (HFS_RESULT_TABLE (table)) == result);
  g_assert_true (gtk_widget_get_child_visible (table));
  g_assert_false (gtk_widget_get_child_visible (chart));
}

static void
place_cb (GSimpleAction *action,
          GVariant      *parameter,
          char         **place)
{
  g_free (*place);
  *place = g_variant_dup_string (parameter, NULL);
}

static void
test_leads_on (Fixture       *fixture,
               gconstpointer  query)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open-place", G_VARIANT_TYPE_STRING);
  g_autofree char *place = NULL;
  GtkWidget *row = views_fixture_find (views_fixture_find (fixture->list, ADW_TYPE_EXPANDER_ROW), ADW_TYPE_ACTION_ROW);

  g_signal_connect (action, "activate", G_CALLBACK (place_cb), &place);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  while (row != NULL && g_object_get_data (G_OBJECT (row), "place") == NULL)
    row = gtk_widget_get_next_sibling (row);
  if (row == NULL)
    row = views_fixture_find_class (fixture->list, "nested") ? views_fixture_find (views_fixture_find_class (fixture->list, "nested"), ADW_TYPE_ACTION_ROW) : NULL;
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_true (g_str_has_prefix (place, "publisher?id="));
}

static void
test_newest_wins (Fixture       *fixture,
                  gconstpointer  query)
{
  g_autoptr (HfsQuery) other = hfs_query_parse ("sizes", NULL);
  g_autoptr (HfsQuery) last = hfs_query_parse ("concentration", NULL);

  hfs_remark_list_ask (HFS_REMARK_LIST (fixture->list), fixture->engine, "sizes", other);
  hfs_remark_list_ask (HFS_REMARK_LIST (fixture->list), fixture->engine, "concentration", last);
  views_fixture_wait_for (fixture->list, "changed");
  g_assert_cmpstr (hfs_remark_panel_get_id (HFS_REMARK_PANEL (views_fixture_find (fixture->list, HFS_TYPE_REMARK_PANEL))), ==, "top");
  hfs_remark_list_clear (HFS_REMARK_LIST (fixture->list));
  g_assert_null (views_fixture_find (fixture->list, HFS_TYPE_REMARK_PANEL));
}

static void
test_country (void)
{
  HfsEngine *engine = views_fixture_new_engine ();
  GtkWidget *page = g_object_ref (hfs_country_page_new ());
  GtkWidget *window = views_fixture_show (page, 900, 700);
  GtkDropDown *chooser = GTK_DROP_DOWN (views_fixture_find (page, GTK_TYPE_DROP_DOWN));
  GtkLabel *answer;
  g_autofree char *place = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;

  hfs_page_set_engine (HFS_PAGE (page), engine);
  views_fixture_wait_for (page, "answered");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (chooser)), >, 30);
  g_assert_true (hfs_page_go_to (HFS_PAGE (page), "country?country=CH", &error));
  g_assert_no_error (error);
  views_fixture_wait_for (page, "answered");
  place = hfs_page_dup_place (HFS_PAGE (page));
  g_assert_cmpstr (place, ==, "country?measure=downloads&country=CH");
  answer = GTK_LABEL (views_fixture_find_class (page, "answer"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (answer), "Switzerland has place 11 among the countries"));
  hfs_page_set_presenting (HFS_PAGE (page), TRUE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chooser)));
  hfs_page_set_presenting (HFS_PAGE (page), FALSE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chooser)));
  gtk_drop_down_set_selected (chooser, 0);
  g_assert_cmpstr (hfs_country_page_get_country (HFS_COUNTRY_PAGE (page)), !=, "CH");
  other = hfs_page_dup_place (HFS_PAGE (page));
  g_assert_cmpstr (place, !=, other);
  g_assert_false (hfs_page_go_to (HFS_PAGE (page), "country?country=CH,KR", &error));
  g_assert_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (hfs_page_go_to (HFS_PAGE (page), "country?nonsense=1", &error));
  g_assert_nonnull (error);
  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (page);
  views_fixture_end_engine (engine);
}

int
main (int   argc,
      char *argv[])
{
  views_fixture_init (&argc, &argv);
  g_test_add ("/views/remarks/slider-tells-what-the-first-models-have", Fixture, "concentration", set_up, test_slider, tear_down);
  g_test_add ("/views/remarks/chart-has-a-table", Fixture, "countries", set_up, test_table, tear_down);
  g_test_add ("/views/remarks/rows-lead-to-publishers", Fixture, "developer-types", set_up, test_leads_on, tear_down);
  g_test_add ("/views/remarks/the-newest-question-wins", Fixture, "countries", set_up, test_newest_wins, tear_down);
  g_test_add_func ("/views/country/goes-to-places-and-refuses-others", test_country);
  return g_test_run ();
}
