/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-view.h"
#include "hfs-result-table.h"
#include "hfs-row-menu.h"

#include "views-fixture.h"

/* The target of the item that has this action, and whose label begins so. */
static char *
dup_target (GMenuModel *menu,
            const char *action,
            const char *label)
{
  for (int i = 0; menu != NULL && i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *its_action = NULL;
      g_autofree char *its_label = NULL;
      char *target = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &its_action);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &its_label);
      if (g_strcmp0 (its_action, action) == 0 && g_str_has_prefix (its_label, label) &&
          g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &target))
        return target;
    }
  return NULL;
}

static GMenuModel *
menu_of (HfsEngine  *engine,
         const char *query,
         const char *key)
{
  g_autoptr (HfsResult) result = views_fixture_run (engine, query);

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (g_str_equal (hfs_result_get_row (result, i)->key, key))
      return hfs_row_menu_new (result, hfs_result_get_row (result, i));
  g_assert_not_reached ();
}

static void
test_a_publisher_can_be_classified (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (GMenuModel) publisher = menu_of (engine, "publishers?country=CN", "Qwen");
  g_autoptr (GMenuModel) model = menu_of (engine, "models?publisher=Qwen", "Qwen/Qwen3-0.6B");
  g_autofree char *account = dup_target (publisher, "win.classify", "_Classify Qwen");
  g_autofree char *owner = dup_target (model, "win.classify", "_Classify Qwen");
  g_autofree char *models = dup_target (publisher, "win.open-place", "Show Its _Models");

  g_assert_cmpstr (account, ==, "Qwen");
  g_assert_cmpstr (owner, ==, "Qwen");
  g_assert_cmpstr (models, ==, "models?measure=downloads&country=CN&publisher=Qwen");
}

static void
test_a_country_leads_to_its_publishers (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (GMenuModel) menu = menu_of (engine, "countries?share=1&size=1b-10b&top=5", "CN");
  g_autofree char *publishers = dup_target (menu, "win.open-place", "Show Its _Publishers");
  g_autofree char *classify = dup_target (menu, "win.classify", "");
  g_autofree char *page = dup_target (menu, "win.open-place", "About This _Country");
  g_autoptr (GMenuModel) unclear = menu_of (engine, "countries?share=1", "unstated");

  g_assert_cmpstr (publishers, ==, "publishers?measure=downloads&share=1&country=CN&size=1b-10b");
  g_assert_cmpstr (page, ==, "country?country=CN");
  g_assert_null (dup_target (unclear, "win.open-place", "About This _Country"));
  g_assert_null (classify);
}

static void
test_a_sum_of_rows_leads_nowhere (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();

  g_assert_null (menu_of (engine, "publishers?top=3", "other"));
  g_assert_null (menu_of (engine, "concentration", "top-1"));
}

static void
test_the_focused_mark_opens_its_menu (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (HfsResult) result = views_fixture_run (engine, "publishers?top=5");
  GtkWidget *chart = hfs_chart_view_new ();
  GtkWidget *window;

  hfs_chart_view_set_result (HFS_CHART_VIEW (chart), result);
  window = views_fixture_show (chart, 800, 500);
  views_fixture_settle ();
  gtk_widget_grab_focus (chart);
  g_assert_null (views_fixture_find (chart, GTK_TYPE_POPOVER_MENU));
  g_assert_true (views_fixture_press (chart, GDK_KEY_Menu));
  g_assert_nonnull (views_fixture_find (chart, GTK_TYPE_POPOVER_MENU));
  gtk_popover_popdown (GTK_POPOVER (views_fixture_find (chart, GTK_TYPE_POPOVER_MENU)));
  views_fixture_settle ();
  g_assert_null (views_fixture_find (chart, GTK_TYPE_POPOVER_MENU));

  /* The focus is back at the mark. */
  g_assert_true (gtk_widget_get_focus_child (chart) != NULL);

  /* One that is open goes with its chart. */
  g_assert_true (views_fixture_press (chart, GDK_KEY_Menu));
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_menus (GtkWidget *root)
{
  guint n = gtk_widget_has_css_class (root, "row-menu") && gtk_widget_get_visible (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_menus (child);
  return n;
}

static void
test_each_row_of_the_table_has_a_button (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (HfsResult) result = views_fixture_run (engine, "publishers?top=5");
  g_autoptr (HfsResult) steps = views_fixture_run (engine, "concentration");
  GtkWidget *table = hfs_result_table_new ();
  GtkWidget *window;
  guint n_others = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    n_others += hfs_result_get_row (result, i)->kind == HFS_ROW_OTHER;
  hfs_result_table_set_result (HFS_RESULT_TABLE (table), result);
  window = views_fixture_show (table, 1100, 700);
  views_fixture_settle ();
  /* The sum of the others leads nowhere. */
  g_assert_cmpuint (n_others, ==, 1);
  g_assert_cmpuint (count_menus (table), ==, hfs_result_get_n_rows (result) - n_others);
  hfs_result_table_set_result (HFS_RESULT_TABLE (table), steps);
  views_fixture_settle ();
  g_assert_cmpuint (count_menus (table), ==, 0);
  g_object_ref (table);
  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (table);
}

int
main (int   argc,
      char *argv[])
{
  views_fixture_init (&argc, &argv);
  g_test_add_func ("/views/row-menu/a-publisher-can-be-classified", test_a_publisher_can_be_classified);
  g_test_add_func ("/views/row-menu/a-country-leads-to-its-publishers", test_a_country_leads_to_its_publishers);
  g_test_add_func ("/views/row-menu/a-sum-of-rows-leads-nowhere", test_a_sum_of_rows_leads_nowhere);
  g_test_add_func ("/views/row-menu/the-focused-mark-opens-its-menu", test_the_focused_mark_opens_its_menu);
  g_test_add_func ("/views/row-menu/each-row-of-the-table-has-a-button", test_each_row_of_the_table_has_a_button);
  return g_test_run ();
}
