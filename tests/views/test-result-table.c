/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-format.h"
#include "hfs-result-file.h"
#include "hfs-result-table.h"
#include "hfs-row-item.h"

#include "views-fixture.h"

typedef struct
{
  HfsEngine *engine;
  HfsResult *result;
  GtkWidget *window;
  GtkWidget *table;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  query)
{
  fixture->engine = views_fixture_new_engine ();
  fixture->result = views_fixture_run (fixture->engine, query);
  fixture->table = hfs_result_table_new ();
  hfs_result_table_set_result (HFS_RESULT_TABLE (fixture->table), fixture->result);
  fixture->window = views_fixture_show (fixture->table, 900, 700);
  views_fixture_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  query)
{
  GtkWidget *table = g_object_ref (fixture->table);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (table);
  g_object_unref (fixture->result);
  g_object_unref (fixture->engine);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (hfs_result_table_get_model (HFS_RESULT_TABLE (fixture->table)));
}

static void
sort_by (Fixture     *fixture,
         guint        column,
         GtkSortType  direction)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (views_fixture_find (fixture->table, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (gtk_column_view_get_columns (view), column);

  gtk_column_view_sort_by_column (view, view_column, direction);
  views_fixture_settle ();
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  GtkWidget *found = GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  query)
{
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, hfs_result_get_n_rows (fixture->result));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HfsRowItem) item = g_list_model_get_item (get_rows (fixture), i);
      const HfsResultRow *row = hfs_result_get_row (fixture->result, i);
      g_autofree char *value = hfs_format_integer (row->value);
      g_autofree char *share = hfs_format_share (row->share);

      g_assert_true (hfs_row_item_get_row (item) == row);
      g_assert_nonnull (find_label (fixture->table, row->label));
      g_assert_nonnull (find_label (fixture->table, value));
      g_assert_nonnull (find_label (fixture->table, share));
    }
}

static void
test_sorts (Fixture       *fixture,
            gconstpointer  query)
{
  guint n = g_list_model_get_n_items (get_rows (fixture));
  gint64 last_value = -1;
  g_autofree char *last_label = NULL;

  /* The second column has the menu of each row. */
  sort_by (fixture, 2, GTK_SORT_ASCENDING);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HfsRowItem) item = g_list_model_get_item (get_rows (fixture), i);

      g_assert_cmpint (hfs_row_item_get_row (item)->value, >=, last_value);
      last_value = hfs_row_item_get_row (item)->value;
    }
  sort_by (fixture, 0, GTK_SORT_DESCENDING);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HfsRowItem) item = g_list_model_get_item (get_rows (fixture), i);

      if (last_label != NULL)
        g_assert_cmpint (g_utf8_collate (last_label, hfs_row_item_get_row (item)->label), >=, 0);
      g_free (last_label);
      last_label = g_strdup (hfs_row_item_get_row (item)->label);
    }
}

static void
test_names (Fixture       *fixture,
            gconstpointer  query)
{
  const HfsResultRow *row = hfs_result_get_row (fixture->result, 0);
  GtkWidget *label = find_label (fixture->table, row->label);
  g_autofree char *share = hfs_format_share (row->share);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", row->label, share);

  g_assert_nonnull (label);
  /* The row of its cell. */
  gtk_test_accessible_assert_property (gtk_widget_get_parent (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  return shown && gtk_widget_get_has_tooltip (widget);
}

static void
test_tooltips (Fixture       *fixture,
               gconstpointer  query)
{
  GtkWidget *name = find_label (fixture->table, hfs_result_get_row (fixture->result, 0)->label);

  g_assert_false (has_tooltip (name));
  gtk_label_set_text (GTK_LABEL (name), "South Georgia and the South Sandwich Islands, and all that lies a long way from them, "
                                        "which is more than any table has room for");
  views_fixture_settle ();
  g_assert_true (has_tooltip (name));
  g_assert_true (has_tooltip (views_fixture_find (fixture->table, GTK_TYPE_MENU_BUTTON)));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_assert_nonnull (*text);
}

static void
test_copies (Fixture       *fixture,
             gconstpointer  query)
{
  g_autofree char *csv = hfs_result_to_csv (fixture->result);
  g_autofree char *text = NULL;

  g_assert_true (views_fixture_press (fixture->table, GDK_KEY_c));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->table), NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, csv);
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  query)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (views_fixture_find (fixture->table, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (HfsResult) divided = views_fixture_run (fixture->engine, "countries?top=3&by=developer-types");
  guint plain = g_list_model_get_n_items (gtk_column_view_get_columns (view));

  hfs_result_table_set_result (HFS_RESULT_TABLE (fixture->table), divided);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view)), ==,
                    plain + hfs_result_get_n_series (divided));
}

int
main (int    argc,
      char **argv)
{
  static const char query[] = "countries?share=1";

  views_fixture_init (&argc, &argv);
  g_test_add ("/views/table/has-the-rows-of-the-result", Fixture, query, set_up, test_rows, tear_down);
  g_test_add ("/views/table/sorts-by-each-column", Fixture, query, set_up, test_sorts, tear_down);
  g_test_add ("/views/table/names-its-rows-for-screen-readers", Fixture, query, set_up, test_names, tear_down);
  g_test_add ("/views/table/tells-in-a-tooltip-what-is-cut-short", Fixture, query, set_up, test_tooltips, tear_down);
  g_test_add ("/views/table/copies-as-csv", Fixture, query, set_up, test_copies, tear_down);
  g_test_add ("/views/table/has-a-column-for-each-series", Fixture, query, set_up, test_columns, tear_down);
  return g_test_run ();
}
