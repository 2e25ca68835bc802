/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "hfs-chart-layout-private.h"

static HfsChartLayout *
lay_out (const FixtureRow *rows,
         guint             n_rows,
         gboolean          rtl)
{
  g_autoptr (HfsResult) result = chart_fixture_create ("countries", rows, n_rows);
  g_autoptr (FixtureContext) context = chart_fixture_create_context (15);

  return hfs_chart_layout_new (result, context, 600, rtl);
}

static const HfsShape *
find_shape (HfsChartLayout *layout,
            const char     *key)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, i);

      if (g_str_equal (hfs_result_get_row (layout->result, hfs_chart_layout_get_mark (layout, (guint) shape->mark)->row)->key, key))
        return shape;
    }
  g_assert_not_reached ();
}

static void
assert_boxes (const HfsShape    *shape,
              cairo_rectangle_t  box)
{
  g_assert_cmpfloat_with_epsilon (shape->box.x, box.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (shape->box.y, box.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (shape->box.width, box.width, 1e-6);
  g_assert_cmpfloat_with_epsilon (shape->box.height, box.height, 1e-6);
}

static const FixtureRow old_rows[] = { { HFS_ROW_CLEAR, "US", "United States", 600, 0 }, { HFS_ROW_CLEAR, "CN", "China", 400, 0 } };
static const FixtureRow new_rows[] = { { HFS_ROW_CLEAR, "CN", "China", 700, 0 }, { HFS_ROW_CLEAR, "US", "United States", 500, 0 },
                                       { HFS_ROW_CLEAR, "DE", "Germany", 100, 0 } };

static void
test_bars_move_by_key (void)
{
  g_autoptr (HfsChartLayout) from = lay_out (old_rows, G_N_ELEMENTS (old_rows), FALSE);
  g_autoptr (HfsChartLayout) to = lay_out (new_rows, G_N_ELEMENTS (new_rows), FALSE);
  g_autoptr (HfsChartLayout) first = hfs_chart_layout_new_between (from, to, 0);
  g_autoptr (HfsChartLayout) middle = hfs_chart_layout_new_between (from, to, 0.5);
  g_autoptr (HfsChartLayout) last = hfs_chart_layout_new_between (from, to, 1);
  cairo_rectangle_t start = find_shape (from, "CN")->box, end = find_shape (to, "CN")->box;

  g_assert_cmpfloat (start.y, >, end.y);
  assert_boxes (find_shape (first, "CN"), start);
  assert_boxes (find_shape (middle, "CN"), (cairo_rectangle_t) { (start.x + end.x) / 2, (start.y + end.y) / 2,
                                                                 (start.width + end.width) / 2, (start.height + end.height) / 2 });
  assert_boxes (find_shape (last, "CN"), end);
  g_assert_cmpuint (hfs_chart_layout_get_n_marks (middle), ==, G_N_ELEMENTS (new_rows));
  g_assert_cmpfloat (middle->text_opacity, ==, 0.5);
}

static void
test_new_bars_grow_from_where_they_begin (void)
{
  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (HfsChartLayout) from = lay_out (old_rows, G_N_ELEMENTS (old_rows), rtl);
      g_autoptr (HfsChartLayout) to = lay_out (new_rows, G_N_ELEMENTS (new_rows), rtl);
      g_autoptr (HfsChartLayout) first = hfs_chart_layout_new_between (from, to, 0);
      g_autoptr (HfsChartLayout) from_nothing = hfs_chart_layout_new_between (NULL, to, 0);
      cairo_rectangle_t end = find_shape (to, "DE")->box;
      cairo_rectangle_t start = { rtl ? end.x + end.width : end.x, end.y, 0, end.height };

      assert_boxes (find_shape (first, "DE"), start);
      assert_boxes (find_shape (from_nothing, "DE"), start);
      g_assert_cmpfloat (find_shape (from_nothing, "US")->box.width, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/motion/bars-move-by-key", test_bars_move_by_key);
  g_test_add_func ("/chart/motion/new-bars-grow-from-where-they-begin", test_new_bars_grow_from_where_they_begin);
  return g_test_run ();
}
