/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout.h"
#include "hfs-chart-mark.h"
#include "hfs-chart-view.h"
#include "hfs-sentence.h"

#include "views-fixture.h"

typedef struct
{
  HfsEngine *engine;
  HfsResult *result;
  GtkWidget *window;
  GtkWidget *chart;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  query)
{
  fixture->engine = views_fixture_new_engine ();
  fixture->result = views_fixture_run (fixture->engine, query);
  fixture->chart = hfs_chart_view_new ();
  hfs_chart_view_set_result (HFS_CHART_VIEW (fixture->chart), fixture->result);
  fixture->window = views_fixture_show (fixture->chart, 800, 600);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  query)
{
  GtkWidget *chart = g_object_ref (fixture->chart);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (chart);
  g_assert_finalize_object (fixture->result);
  g_assert_finalize_object (fixture->engine);
}

static HfsChartMark *
get_mark (Fixture *fixture,
          guint    index)
{
  GtkWidget *child = gtk_widget_get_first_child (fixture->chart);

  while (index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return HFS_CHART_MARK (child);
}

static guint
count_marks (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->chart); child; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
assert_focus (Fixture *fixture,
              guint    index)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (get_mark (fixture, index)));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  query)
{
  PangoContext *context = gtk_widget_get_pango_context (fixture->chart);
  g_autoptr (HfsChartLayout) layout = hfs_chart_layout_new (fixture->result, context, 800, FALSE);
  g_autofree char *title = hfs_result_dup_title (fixture->result);

  g_assert_cmpuint (count_marks (fixture), >, 1);
  g_assert_cmpuint (count_marks (fixture), ==, hfs_chart_layout_get_n_marks (layout));
  gtk_test_accessible_assert_role (fixture->chart, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  for (guint i = 0; i < count_marks (fixture); i++)
    {
      const char *spoken = hfs_chart_layout_get_mark (layout, i)->spoken;

      gtk_test_accessible_assert_role (get_mark (fixture, i), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (get_mark (fixture, i), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
    }
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  query)
{
  guint last = count_marks (fixture) - 1;

  g_assert_true (gtk_widget_child_focus (fixture->chart, GTK_DIR_TAB_FORWARD));
  assert_focus (fixture, 0);
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_Down));
  assert_focus (fixture, 1);
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_Right));
  assert_focus (fixture, 2);
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_Up));
  assert_focus (fixture, 1);
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_End));
  assert_focus (fixture, last);
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_Down));
  assert_focus (fixture, last);
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_Home));
  assert_focus (fixture, 0);
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_Page_Down));
  assert_focus (fixture, MIN (10, last));
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_bracketright));
  assert_focus (fixture, 0);
}

static void
test_one_stop (Fixture       *fixture,
               gconstpointer  query)
{
  g_assert_true (gtk_widget_child_focus (fixture->chart, GTK_DIR_TAB_FORWARD));
  views_fixture_press (fixture->chart, GDK_KEY_Down);
  g_assert_false (gtk_widget_child_focus (fixture->chart, GTK_DIR_TAB_FORWARD));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (fixture->chart, GTK_DIR_TAB_BACKWARD));
  assert_focus (fixture, 1);
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  query)
{
  gtk_widget_set_direction (fixture->chart, GTK_TEXT_DIR_RTL);
  g_assert_true (gtk_widget_child_focus (fixture->chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_Left));
  assert_focus (fixture, 1);
}

static void
test_rows_and_series (Fixture       *fixture,
                      gconstpointer  query)
{
  PangoContext *context = gtk_widget_get_pango_context (fixture->chart);
  g_autoptr (HfsChartLayout) layout = hfs_chart_layout_new (fixture->result, context, 800, FALSE);
  GtkWidget *focus;
  guint place = 0;

  g_assert_true (gtk_widget_child_focus (fixture->chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (views_fixture_press (fixture->chart, GDK_KEY_Down));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  while (GTK_WIDGET (get_mark (fixture, place)) != focus)
    place++;
  g_assert_cmpuint (hfs_chart_layout_get_mark (layout, place)->row, ==, 1);
  g_assert_cmpuint (place, >, 1);
}

static void
test_height_for_width (Fixture       *fixture,
                       gconstpointer  query)
{
  int minimum, natural, narrow_height, wide_height;

  gtk_widget_measure (fixture->chart, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  gtk_widget_measure (fixture->chart, GTK_ORIENTATION_VERTICAL, 300, &narrow_height, NULL, NULL, NULL);
  gtk_widget_measure (fixture->chart, GTK_ORIENTATION_VERTICAL, 800, &wide_height, NULL, NULL, NULL);
  g_assert_cmpint (narrow_height, >, wide_height);
}

static void
test_changes_marks (Fixture       *fixture,
                    gconstpointer  query)
{
  g_autoptr (HfsResult) other = views_fixture_run (fixture->engine, "sizes");

  hfs_chart_view_set_result (HFS_CHART_VIEW (fixture->chart), other);
  g_assert_cmpuint (count_marks (fixture), ==, hfs_result_get_n_rows (other));
  g_assert_nonnull (strstr (hfs_chart_mark_get_spoken (get_mark (fixture, 0)), hfs_result_get_row (other, 0)->label));
  g_assert_true (hfs_chart_view_get_result (HFS_CHART_VIEW (fixture->chart)) == other);
  hfs_chart_view_set_result (HFS_CHART_VIEW (fixture->chart), NULL);
  g_assert_cmpuint (count_marks (fixture), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const char plain[] = "countries?share=1&top=12";
  static const char divided[] = "countries?share=1&top=5&by=developer-types";

  views_fixture_init (&argc, &argv);
  g_test_add ("/views/chart/marks-say-what-the-layout-says", Fixture, plain, set_up, test_names, tear_down);
  g_test_add ("/views/chart/keys-go-from-mark-to-mark", Fixture, plain, set_up, test_keys, tear_down);
  g_test_add ("/views/chart/is-one-stop-for-tab", Fixture, plain, set_up, test_one_stop, tear_down);
  g_test_add ("/views/chart/left-is-forward-from-right-to-left", Fixture, plain, set_up, test_right_to_left, tear_down);
  g_test_add ("/views/chart/down-goes-to-the-next-row", Fixture, divided, set_up, test_rows_and_series, tear_down);
  g_test_add ("/views/chart/is-higher-when-narrow", Fixture, plain, set_up, test_height_for_width, tear_down);
  g_test_add ("/views/chart/another-result-has-other-marks", Fixture, plain, set_up, test_changes_marks, tear_down);
  return g_test_run ();
}
