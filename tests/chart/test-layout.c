/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "hfs-chart-layout-private.h"
#include "hfs-result-private.h"

#include <math.h>
#include <string.h>

#define FONT_SIZE 15.0

typedef HfsResult *(*Create) (const char *query);

/* Each kind of chart with amounts and with shares. */
static const struct
{
  Create create;
  const char *query;
} kinds[] = {
  { chart_fixture_countries, "countries" },
  { chart_fixture_countries, "countries?share=1" },
  { chart_fixture_then_and_now, "countries?compare=then" },
  { chart_fixture_then_and_now, "countries?share=1&compare=then" },
  { chart_fixture_divided, "countries?by=developer-types" },
  { chart_fixture_divided, "countries?share=1&by=developer-types" },
};

static const double widths[] = { 240, 360, 480, 860, 1600 };

static HfsChartLayout *
lay_out (HfsResult *result,
         double     width,
         gboolean   rtl)
{
  g_autoptr (FixtureContext) context = chart_fixture_create_context (FONT_SIZE);

  if (rtl)
    pango_context_set_base_dir (context, PANGO_DIRECTION_RTL);
  return hfs_chart_layout_new (result, context, width, rtl);
}

/* Calls @check with every kind at every width in both directions. */
static void
for_each_layout (void (*check) (HfsResult *result, HfsChartLayout *layout))
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      for (guint rtl = 0; rtl < 2; rtl++)
        {
          g_autoptr (HfsResult) result = kinds[i].create (kinds[i].query);
          g_autoptr (HfsChartLayout) layout = lay_out (result, widths[j], rtl);

          g_test_message ("%s, %g px%s", kinds[i].query, widths[j], rtl ? ", leftwards" : "");
          check (result, layout);
        }
}

static gboolean
overlap (const cairo_rectangle_t *a,
         const cairo_rectangle_t *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > 0.01 &&
         MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > 0.01;
}

static void
assert_inside (const cairo_rectangle_t *box,
               HfsChartLayout          *layout)
{
  g_assert_cmpfloat (box->x, >=, -0.01);
  g_assert_cmpfloat (box->y, >=, -0.01);
  g_assert_cmpfloat (box->x + box->width, <=, hfs_chart_layout_get_width (layout) + 0.01);
  g_assert_cmpfloat (box->y + box->height, <=, hfs_chart_layout_get_height (layout) + 0.01);
}

static void
check_texts (HfsResult      *result,
             HfsChartLayout *layout)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const HfsChartText *text = &g_array_index (layout->texts, HfsChartText, i);

      assert_inside (&text->box, layout);
      for (guint j = i + 1; j < layout->texts->len; j++)
        {
          const HfsChartText *other = &g_array_index (layout->texts, HfsChartText, j);

          if (overlap (&text->box, &other->box))
            g_error ("“%s” runs into “%s”", pango_layout_get_text (text->block), pango_layout_get_text (other->block));
        }
    }
}

static void
test_texts_do_not_overlap (void)
{
  for_each_layout (check_texts);
}

static void
check_shapes (HfsResult      *result,
              HfsChartLayout *layout)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, i);

      assert_inside (&shape->box, layout);
      for (guint j = 0; j < layout->texts->len; j++)
        {
          const HfsChartText *text = &g_array_index (layout->texts, HfsChartText, j);

          /* A share may stand inside its own part. */
          if (text->ground == HFS_TONE_BACKGROUND && overlap (&shape->box, &text->box))
            g_error ("a shape covers “%s”", pango_layout_get_text (text->block));
        }
    }
}

static void
test_shapes_cover_no_text (void)
{
  for_each_layout (check_shapes);
}

static void
check_rules (HfsResult      *result,
             HfsChartLayout *layout)
{
  double grid[8];
  guint n_grid = 0;

  for (guint i = 0; i < layout->rules->len; i++)
    {
      const HfsRule *rule = &g_array_index (layout->rules, HfsRule, i);
      cairo_rectangle_t box = { rule->x, rule->top, 1, rule->bottom - rule->top };
      gboolean known = FALSE;

      for (guint j = 0; j < layout->texts->len; j++)
        g_assert_false (overlap (&box, &g_array_index (layout->texts, HfsChartText, j).box));
      for (guint j = 0; j < n_grid; j++)
        known |= grid[j] == rule->x;
      if (rule->tone == HFS_TONE_GRID && !known)
        grid[n_grid++] = rule->x;
    }
  g_assert_cmpuint (n_grid, <=, 3);
  g_assert_cmpuint (layout->rules->len, >, 0);
}

static void
test_lines_keep_off_texts (void)
{
  for_each_layout (check_rules);
}

static void
check_sums (HfsResult      *result,
            HfsChartLayout *layout)
{
  gboolean shares = hfs_query_get_share (hfs_result_get_query (result));
  g_autofree double *sums = g_new0 (double, hfs_result_get_n_rows (result));

  for (guint i = 0; i < hfs_chart_layout_get_n_marks (layout); i++)
    sums[hfs_chart_layout_get_mark (layout, i)->row] += hfs_chart_layout_get_mark (layout, i)->amount;
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      /* Parts of a row are shares of the row. */
      double expected = !shares ? row->value : hfs_result_get_n_series (result) > 0 ? row->value > 0 : row->share;

      g_assert_cmpfloat_with_epsilon (sums[i], expected, 1e-9);
    }
}

static void
test_amounts_are_those_of_the_result (void)
{
  for_each_layout (check_sums);
}

static void
check_areas (HfsResult      *result,
             HfsChartLayout *layout)
{
  double covered = 0;
  double top = G_MAXDOUBLE, bottom = 0;

  for (guint i = 0; i < hfs_chart_layout_get_n_marks (layout); i++)
    {
      const cairo_rectangle_t *area = &hfs_chart_layout_get_mark (layout, i)->area;

      assert_inside (area, layout);
      covered += area->width * area->height;
      top = MIN (top, area->y);
      bottom = MAX (bottom, area->y + area->height);
      for (guint j = i + 1; j < hfs_chart_layout_get_n_marks (layout); j++)
        g_assert_false (overlap (area, &hfs_chart_layout_get_mark (layout, j)->area));
      g_assert_cmpint (hfs_chart_layout_find_mark (layout, area->x + area->width / 2, area->y + area->height / 2), ==, (int) i);
    }
  g_assert_cmpfloat_with_epsilon (covered, (bottom - top) * hfs_chart_layout_get_width (layout), 0.1);
  g_assert_cmpint (hfs_chart_layout_find_mark (layout, -1, top + 1), ==, -1);
  g_assert_cmpint (hfs_chart_layout_find_mark (layout, 10, hfs_chart_layout_get_height (layout) + 1), ==, -1);
}

static void
test_areas_cover_the_rows (void)
{
  for_each_layout (check_areas);
}

static void
test_bars_are_as_long_as_their_values (void)
{
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries");
  g_autoptr (HfsChartLayout) layout = lay_out (result, 860, FALSE);
  const HfsMark *first = hfs_chart_layout_get_mark (layout, 0);

  g_assert_cmpuint (hfs_chart_layout_get_n_marks (layout), ==, 11);
  for (guint i = 0; i < 4; i++)
    {
      const HfsMark *mark = hfs_chart_layout_get_mark (layout, i);

      g_assert_cmpfloat (mark->bar.x, ==, first->bar.x);
      g_assert_cmpfloat_with_epsilon (mark->bar.width / first->bar.width, mark->amount / first->amount, 1e-6);
    }
  /* One in ten thousand is seen, nothing is not. */
  g_assert_cmpfloat (hfs_chart_layout_get_mark (layout, 6)->bar.width, >=, 1);
  g_assert_cmpfloat (hfs_chart_layout_get_mark (layout, 10)->bar.width, ==, 0);
}

static void
test_leftwards_is_mirrored (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (HfsResult) result = kinds[i].create (kinds[i].query);
      g_autoptr (HfsChartLayout) right = lay_out (result, 860, FALSE);
      g_autoptr (HfsChartLayout) left = lay_out (result, 860, TRUE);

      g_assert_cmpuint (hfs_chart_layout_get_n_marks (left), ==, hfs_chart_layout_get_n_marks (right));
      for (guint j = 0; j < hfs_chart_layout_get_n_marks (left); j++)
        {
          const HfsMark *a = hfs_chart_layout_get_mark (right, j);
          const HfsMark *b = hfs_chart_layout_get_mark (left, j);

          g_assert_cmpfloat_with_epsilon (b->bar.x, 860 - a->bar.x - a->bar.width, 1e-6);
          g_assert_cmpfloat_with_epsilon (b->area.x, 860 - a->area.x - a->area.width, 1e-6);
          g_assert_cmpfloat (b->bar.y, ==, a->bar.y);
          g_assert_cmpstr (b->spoken, ==, a->spoken);
        }
    }
}

static void
test_narrow_has_labels_above (void)
{
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries");
  g_autoptr (HfsChartLayout) narrow = lay_out (result, 360, FALSE);
  g_autoptr (HfsChartLayout) wide = lay_out (result, 860, FALSE);

  g_assert_cmpfloat (hfs_chart_layout_get_mark (narrow, 0)->bar.x, ==, 0);
  g_assert_cmpfloat (hfs_chart_layout_get_mark (wide, 0)->bar.x, >, 100);
  for (guint i = 0; i < narrow->texts->len; i++)
    {
      const HfsChartText *text = &g_array_index (narrow->texts, HfsChartText, i);

      if (g_str_equal (pango_layout_get_text (text->block), "China"))
        g_assert_cmpfloat (text->box.y + text->box.height, <=, hfs_chart_layout_get_mark (narrow, 1)->bar.y);
    }
}

static void
test_labels_are_whole_in_marks (void)
{
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries");
  g_autoptr (HfsChartLayout) layout = lay_out (result, 860, FALSE);
  gboolean cut = FALSE;

  g_assert_cmpstr (hfs_chart_layout_get_mark (layout, 4)->label, ==, hfs_result_get_row (result, 4)->label);
  for (guint i = 0; i < layout->texts->len; i++)
    cut |= pango_layout_is_ellipsized (g_array_index (layout->texts, HfsChartText, i).block);
  g_assert_true (cut);
}

static void
test_marks_can_be_heard (void)
{
  static const struct
  {
    Create create;
    const char *query;
    guint mark;
    const char *spoken;
  } cases[] = {
    { chart_fixture_countries, "countries", 0, "United States, 3,600, 1 of 11" },
    { chart_fixture_countries, "countries", 10, "International, 0, 11 of 11" },
    { chart_fixture_then_and_now, "countries?compare=then", 0, "United States, 3,600, was 5,000, 1 of 11" },
    { chart_fixture_then_and_now, "countries?compare=then", 1, "China, 2,500, was 300, rank 2, was 4, 2 of 11" },
    { chart_fixture_then_and_now, "countries?compare=then", 5, "Netherlands, 40, was 0, 6 of 11" },
    { chart_fixture_divided, "countries?by=developer-types", 1, "United States, Individuals: 1,080, row 1 of 11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfsResult) result = cases[i].create (cases[i].query);
      g_autoptr (HfsChartLayout) layout = lay_out (result, 860, FALSE);

      g_assert_cmpstr (hfs_chart_layout_get_mark (layout, cases[i].mark)->spoken, ==, cases[i].spoken);
    }
}

static void
test_named_rows_stand_out (void)
{
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries");
  g_autoptr (HfsChartLayout) layout = lay_out (result, 860, FALSE);
  static const HfsMarkEmphasis expected[] = {
    HFS_MARK_STRONG, HFS_MARK_STRONG, HFS_MARK_STRONG, HFS_MARK_RECEDING, HFS_MARK_RECEDING, HFS_MARK_RECEDING,
    HFS_MARK_RECEDING, HFS_MARK_OTHER, HFS_MARK_UNCLEAR, HFS_MARK_UNCLEAR, HFS_MARK_UNCLEAR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (hfs_chart_layout_get_mark (layout, i)->emphasis, ==, expected[i]);
}

static void
test_then_and_now_on_one_scale (void)
{
  g_autoptr (HfsResult) result = chart_fixture_then_and_now ("countries?compare=then");
  g_autoptr (HfsChartLayout) layout = lay_out (result, 860, FALSE);
  double start = g_array_index (layout->rules, HfsRule, layout->rules->len - 1).x;
  const cairo_rectangle_t *ring = NULL, *dot = NULL;

  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, i);

      if (shape->mark == 0 && shape->kind == HFS_SHAPE_DOT)
        *(shape->fill == HFS_FILL_OUTLINED ? &ring : &dot) = &shape->box;
    }
  g_assert_nonnull (ring);
  g_assert_nonnull (dot);
  g_assert_cmpfloat_with_epsilon ((ring->x + ring->width / 2 - start) / (dot->x + dot->width / 2 - start), 5000.0 / 3600, 0.01);
}

static void
test_shares_fill_the_bar (void)
{
  g_autoptr (HfsResult) result = chart_fixture_divided ("countries?share=1&by=developer-types");
  g_autoptr (HfsChartLayout) layout = lay_out (result, 860, FALSE);
  double start = hfs_chart_layout_get_mark (layout, 0)->bar.x;
  double end = 0;

  for (guint i = 0; i < hfs_chart_layout_get_n_marks (layout); i++)
    {
      const HfsMark *mark = hfs_chart_layout_get_mark (layout, i);
      gboolean last = i + 1 == hfs_chart_layout_get_n_marks (layout) || hfs_chart_layout_get_mark (layout, i + 1)->row != mark->row;

      if (end == 0 && last)
        end = mark->bar.x + mark->bar.width;
      if (mark->series == 0)
        g_assert_cmpfloat (mark->bar.x, ==, start);
      if (last && mark->series != HFS_NO_SERIES)
        g_assert_cmpfloat_with_epsilon (mark->bar.x + mark->bar.width, end, 1e-6);
    }
}

static void
test_nothing_says_so (void)
{
  g_autoptr (HfsResult) result = chart_fixture_create ("countries", NULL, 0);
  g_autoptr (HfsChartLayout) layout = lay_out (result, 360, FALSE);

  g_assert_cmpuint (hfs_chart_layout_get_n_marks (layout), ==, 0);
  g_assert_cmpuint (layout->texts->len, ==, 1);
  g_assert_cmpfloat (hfs_chart_layout_get_height (layout), >, FONT_SIZE);
  check_texts (result, layout);
}

static void
test_one_row (void)
{
  static const FixtureRow row = { HFS_ROW_CLEAR, "US", "United States", 7, 0 };
  g_autoptr (HfsResult) result = chart_fixture_create ("countries?share=1", &row, 1);
  g_autoptr (HfsChartLayout) layout = lay_out (result, 860, FALSE);
  const HfsMark *mark = hfs_chart_layout_get_mark (layout, 0);

  g_assert_cmpuint (hfs_chart_layout_get_n_marks (layout), ==, 1);
  g_assert_cmpfloat (mark->bar.width, >, 860 * 0.6);
  check_texts (result, layout);
  check_areas (result, layout);
}

static void
test_zeros_have_no_bars (void)
{
  static const FixtureRow rows[] = { { HFS_ROW_CLEAR, "US", "United States" }, { HFS_ROW_UNCLEAR, "unknown", "Not classified yet" } };
  static const char * const queries[] = { "countries", "countries?share=1" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (HfsResult) result = chart_fixture_create (queries[i], rows, G_N_ELEMENTS (rows));
      g_autoptr (HfsChartLayout) layout = lay_out (result, 860, FALSE);

      g_assert_cmpuint (hfs_chart_layout_get_n_marks (layout), ==, 2);
      g_assert_cmpuint (layout->shapes->len, ==, 0);
      check_texts (result, layout);
      check_areas (result, layout);
      check_rules (result, layout);
    }
}

static void
test_larger_text_needs_more_room (void)
{
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries");
  g_autoptr (FixtureContext) usual = chart_fixture_create_context (FONT_SIZE);
  g_autoptr (FixtureContext) twice = chart_fixture_create_context (2 * FONT_SIZE);
  g_autoptr (HfsChartLayout) first = hfs_chart_layout_new (result, usual, 860, FALSE);
  g_autoptr (HfsChartLayout) second = hfs_chart_layout_new (result, twice, 860, FALSE);

  g_assert_cmpfloat (hfs_chart_layout_get_height (second), >=, 1.8 * hfs_chart_layout_get_height (first));
  check_texts (result, second);
}

static void
test_points_follow_the_resolution (void)
{
  g_autoptr (FixtureContext) context = chart_fixture_create_context (FONT_SIZE);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 12");

  pango_context_set_font_description (context, font);
  pango_cairo_context_set_resolution (context, 96);
  g_assert_cmpfloat_with_epsilon (hfs_text_block_get_em (context), 16, 1e-6);
  pango_cairo_context_set_resolution (context, 192);
  g_assert_cmpfloat_with_epsilon (hfs_text_block_get_em (context), 32, 1e-6);
}

static void
test_rows_fill_a_height (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (HfsResult) result = kinds[i].create (kinds[i].query);
      g_autoptr (FixtureContext) context = chart_fixture_create_context (FONT_SIZE);
      g_autoptr (HfsChartLayout) tight = hfs_chart_layout_new_to_fit (result, context, 860, 320, FALSE);
      g_autoptr (HfsChartLayout) loose = hfs_chart_layout_new_to_fit (result, context, 860, 700, FALSE);
      g_autoptr (HfsChartLayout) impossible = hfs_chart_layout_new_to_fit (result, context, 860, 50, FALSE);

      g_assert_cmpfloat (hfs_chart_layout_get_height (tight), <=, 320);
      g_assert_cmpfloat (hfs_chart_layout_get_height (loose), <=, 700);
      g_assert_cmpfloat (hfs_chart_layout_get_height (loose), >, 640);
      g_assert_cmpfloat (hfs_chart_layout_get_height (impossible), >, 50);
      check_texts (result, tight);
      check_texts (result, loose);
      check_texts (result, impossible);
    }
}

static void
test_layout_lets_go (void)
{
  HfsResult *result = chart_fixture_divided ("countries?by=developer-types");
  HfsChartLayout *layout = lay_out (result, 860, FALSE);

  g_assert_finalize_object (layout);
  g_assert_finalize_object (result);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/layout/texts-do-not-overlap", test_texts_do_not_overlap);
  g_test_add_func ("/chart/layout/shapes-cover-no-text", test_shapes_cover_no_text);
  g_test_add_func ("/chart/layout/lines-keep-off-texts", test_lines_keep_off_texts);
  g_test_add_func ("/chart/layout/amounts-are-those-of-the-result", test_amounts_are_those_of_the_result);
  g_test_add_func ("/chart/layout/areas-cover-the-rows", test_areas_cover_the_rows);
  g_test_add_func ("/chart/layout/bars-are-as-long-as-their-values", test_bars_are_as_long_as_their_values);
  g_test_add_func ("/chart/layout/leftwards-is-mirrored", test_leftwards_is_mirrored);
  g_test_add_func ("/chart/layout/narrow-has-labels-above", test_narrow_has_labels_above);
  g_test_add_func ("/chart/layout/labels-are-whole-in-marks", test_labels_are_whole_in_marks);
  g_test_add_func ("/chart/layout/marks-can-be-heard", test_marks_can_be_heard);
  g_test_add_func ("/chart/layout/named-rows-stand-out", test_named_rows_stand_out);
  g_test_add_func ("/chart/layout/then-and-now-on-one-scale", test_then_and_now_on_one_scale);
  g_test_add_func ("/chart/layout/shares-fill-the-bar", test_shares_fill_the_bar);
  g_test_add_func ("/chart/layout/nothing-says-so", test_nothing_says_so);
  g_test_add_func ("/chart/layout/one-row", test_one_row);
  g_test_add_func ("/chart/layout/zeros-have-no-bars", test_zeros_have_no_bars);
  g_test_add_func ("/chart/layout/larger-text-needs-more-room", test_larger_text_needs_more_room);
  g_test_add_func ("/chart/layout/points-follow-the-resolution", test_points_follow_the_resolution);
  g_test_add_func ("/chart/layout/rows-fill-a-height", test_rows_fill_a_height);
  g_test_add_func ("/chart/layout/lets-go-of-what-it-holds", test_layout_lets_go);
  return g_test_run ();
}
