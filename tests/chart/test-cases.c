/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"

#include "hfs-chart-layout-private.h"
#include "hfs-result-private.h"

#include <math.h>
#include <string.h>

/* What holds for every kind of chart. */

#define FONT_SIZE 15.0

static const double widths[] = { 240, 360, 480, 860, 1600 };

typedef void (*Check) (const ChartCase *chart_case, HfsChartLayout *layout);

/* Calls @check with every case at every width in both directions. */
static void
for_each_layout (Check check)
{
  for (guint i = 0; i < n_chart_cases; i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      for (guint rtl = 0; rtl < 2; rtl++)
        {
          g_autoptr (HfsChartLayout) layout = chart_case_lay_out (&chart_cases[i], FONT_SIZE, widths[j], 0, rtl);

          g_test_message ("%s, %g px%s", chart_cases[i].name, widths[j], rtl ? ", leftwards" : "");
          check (&chart_cases[i], layout);
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
  g_assert_cmpfloat (box->x, >=, -0.51);
  g_assert_cmpfloat (box->y, >=, -0.51);
  g_assert_cmpfloat (box->x + box->width, <=, hfs_chart_layout_get_width (layout) + 0.51);
  g_assert_cmpfloat (box->y + box->height, <=, hfs_chart_layout_get_height (layout) + 0.51);
}

static void
check_texts (const ChartCase *chart_case,
             HfsChartLayout  *layout)
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

/* Whether a stroke goes through the box: tried at points less than a pixel apart. */
static gboolean
line_crosses (const HfsShape          *shape,
              const GArray            *corners,
              const cairo_rectangle_t *box)
{
  for (guint i = shape->first_corner + 1; i < shape->first_corner + shape->n_corners; i++)
    {
      const HfsCorner *a = &g_array_index (corners, HfsCorner, i - 1), *b = &g_array_index (corners, HfsCorner, i);
      double steps = ceil (hypot (b->x - a->x, b->y - a->y)) + 1;

      for (double step = 0; step <= steps && !b->begins; step++)
        {
          double x = a->x + (b->x - a->x) * step / steps, y = a->y + (b->y - a->y) * step / steps;

          if (x > box->x + 0.5 && x < box->x + box->width - 0.5 && y > box->y + 0.5 && y < box->y + box->height - 0.5)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
covers (const HfsShape          *shape,
        const GArray            *corners,
        const cairo_rectangle_t *box)
{
  if (shape->kind == HFS_SHAPE_LINE)
    return line_crosses (shape, corners, box);
  if (shape->kind == HFS_SHAPE_AREA)
    return hfs_shape_holds (shape, corners, box->x + box->width / 2, box->y + box->height / 2);
  return overlap (&shape->box, box);
}

static void
check_shapes (const ChartCase *chart_case,
              HfsChartLayout  *layout)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, i);

      assert_inside (&shape->box, layout);
      g_assert_cmpint (shape->mark, <, (int) layout->marks->len);
      for (guint j = 0; j < layout->texts->len; j++)
        {
          const HfsChartText *text = &g_array_index (layout->texts, HfsChartText, j);

          /* What stands on a ground of its own stands inside its part. */
          if (text->ground == HFS_TONE_BACKGROUND && covers (shape, layout->corners, &text->box))
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
check_areas (const ChartCase *chart_case,
             HfsChartLayout  *layout)
{
  g_assert_cmpuint (hfs_chart_layout_get_n_marks (layout), >, 0);
  for (guint i = 0; i < hfs_chart_layout_get_n_marks (layout); i++)
    {
      const cairo_rectangle_t *area = &hfs_chart_layout_get_mark (layout, i)->area;

      assert_inside (area, layout);
      for (guint j = i + 1; j < hfs_chart_layout_get_n_marks (layout); j++)
        g_assert_false (overlap (area, &hfs_chart_layout_get_mark (layout, j)->area));
      g_assert_cmpint (hfs_chart_layout_find_mark (layout, area->x + area->width / 2, area->y + area->height / 2), ==, (int) i);
    }
  g_assert_cmpint (hfs_chart_layout_find_mark (layout, -1, -1), ==, -1);
}

static void
test_each_mark_can_be_pointed_at (void)
{
  for_each_layout (check_areas);
}

static void
check_words (const ChartCase *chart_case,
             HfsChartLayout  *layout)
{
  for (guint i = 0; i < hfs_chart_layout_get_n_marks (layout); i++)
    {
      const HfsMark *mark = hfs_chart_layout_get_mark (layout, i);

      g_assert_nonnull (strstr (mark->spoken, mark->value));
      g_assert_cmpuint (strlen (mark->label), >, 0);
    }
}

static void
test_each_mark_can_be_heard (void)
{
  for_each_layout (check_words);
}

/* A result of which all values are set to @value. */
static HfsResult *
create_even (const ChartCase *chart_case,
             gint64           value)
{
  HfsResult *result = chart_case->create (chart_case->query);

  result->total = result->denominator = result->before_denominator = 0;
  for (guint i = 0; i < result->rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);

      row->value = row->before = row->models = value;
      result->denominator = result->total += value;
      for (guint j = 0; row->series != NULL && j < result->series->len; j++)
        row->series[j] = j == 0 ? value : 0;
    }
  for (guint i = 0; i < result->rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);

      row->share = row->before_share = result->total > 0 ? (double) row->value / result->total : 0;
    }
  return result;
}

static HfsChartLayout *
lay_out_result (const ChartCase *chart_case,
                HfsResult       *result)
{
  g_autoptr (FixtureContext) context = chart_fixture_create_context (FONT_SIZE);
  g_autoptr (GPtrArray) distributions = chart_fixture_distribute (result);
  HfsChartOptions options = { chart_case->kind, 860, 0, FALSE, chart_case->log, distributions };

  return hfs_chart_layout_new_with_options (result, context, &options);
}

static void
check_all (const ChartCase *chart_case,
           HfsChartLayout  *layout)
{
  check_texts (chart_case, layout);
  check_shapes (chart_case, layout);
  if (layout->marks->len > 0)
    check_areas (chart_case, layout);
  for (guint i = 0; i < layout->shapes->len; i++)
    g_assert_true (isfinite (g_array_index (layout->shapes, HfsShape, i).box.x) &&
                   isfinite (g_array_index (layout->shapes, HfsShape, i).box.width));
}

static void
test_zeros_and_equals (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    for (gint64 value = 0; value <= 1; value++)
      {
        g_autoptr (HfsResult) result = create_even (&chart_cases[i], value);
        g_autoptr (HfsChartLayout) layout = lay_out_result (&chart_cases[i], result);

        g_test_message ("%s, all %d", chart_cases[i].name, (int) value);
        check_all (&chart_cases[i], layout);
      }
}

static void
test_one_row (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsResult) result = create_even (&chart_cases[i], 7);
      g_autoptr (HfsChartLayout) layout = NULL;

      g_test_message ("%s", chart_cases[i].name);
      g_ptr_array_set_size (result->rows, 1);
      result->total = result->denominator = 7;
      layout = lay_out_result (&chart_cases[i], result);
      check_all (&chart_cases[i], layout);
    }
}

static void
test_nothing_says_so (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsResult) result = chart_cases[i].create (chart_cases[i].query);
      g_autoptr (HfsChartLayout) layout = NULL;

      g_ptr_array_set_size (result->rows, 0);
      result->total = result->denominator = 0;
      layout = lay_out_result (&chart_cases[i], result);
      g_assert_cmpuint (hfs_chart_layout_get_n_marks (layout), ==, 0);
      g_assert_cmpuint (layout->texts->len, ==, 1);
    }
}

static void
test_text_can_be_twice_as_large (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsChartLayout) wide = chart_case_lay_out (&chart_cases[i], 2 * FONT_SIZE, 860, 0, FALSE);
      g_autoptr (HfsChartLayout) narrow = chart_case_lay_out (&chart_cases[i], 2 * FONT_SIZE, 360, 0, FALSE);

      g_test_message ("%s", chart_cases[i].name);
      check_all (&chart_cases[i], wide);
      check_all (&chart_cases[i], narrow);
    }
}

/* A window 360 pixels wide, with its margins, at twice the usual text size. */
static void
test_narrow_and_twice_as_large (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        g_autoptr (HfsChartLayout) layout = chart_case_lay_out (&chart_cases[i], 2 * FONT_SIZE, 328, 0, rtl);

        g_test_message ("%s%s", chart_cases[i].name, rtl ? ", leftwards" : "");
        check_texts (&chart_cases[i], layout);
      }
}

static void
test_height_is_filled (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsChartLayout) loose = chart_case_lay_out (&chart_cases[i], FONT_SIZE, 1200, 760, FALSE);
      g_autoptr (HfsChartLayout) tight = chart_case_lay_out (&chart_cases[i], FONT_SIZE, 1200, 50, FALSE);

      g_test_message ("%s", chart_cases[i].name);
      g_assert_cmpfloat (hfs_chart_layout_get_height (loose), <=, 760);
      g_assert_cmpfloat (hfs_chart_layout_get_height (loose), >, 400);
      g_assert_cmpfloat (hfs_chart_layout_get_height (tight), >, 50);
      check_all (&chart_cases[i], loose);
      check_all (&chart_cases[i], tight);
    }
}

/* What a picture of 1200 × 675 pixels leaves for the chart, with texts as small as they get. */
static void
test_fit_a_post (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsChartLayout) layout = chart_case_lay_out (&chart_cases[i], 13, 1104, 400, FALSE);

      g_test_message ("%s", chart_cases[i].name);
      g_assert_cmpfloat (hfs_chart_layout_get_height (layout), <=, 400);
    }
}

static void
test_leftwards_is_mirrored (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsChartLayout) right = chart_case_lay_out (&chart_cases[i], FONT_SIZE, 860, 0, FALSE);
      g_autoptr (HfsChartLayout) left = chart_case_lay_out (&chart_cases[i], FONT_SIZE, 860, 0, TRUE);

      g_assert_cmpuint (hfs_chart_layout_get_n_marks (left), ==, hfs_chart_layout_get_n_marks (right));
      for (guint j = 0; j < hfs_chart_layout_get_n_marks (left); j++)
        {
          const cairo_rectangle_t *a = &hfs_chart_layout_get_mark (right, j)->area, *b = &hfs_chart_layout_get_mark (left, j)->area;

          g_assert_cmpfloat_with_epsilon (a->x + a->width, 860 - b->x, 0.01);
        }
    }
}

static const HfsShape *
find_area (HfsChartLayout *layout,
           const char     *label)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, i);

      if (shape->kind == HFS_SHAPE_AREA && shape->mark >= 0 &&
          g_str_equal (hfs_chart_layout_get_mark (layout, shape->mark)->label, label))
        return shape;
    }
  g_error ("%s has no outline", label);
}

static const ChartCase *
find_case (const char *name)
{
  for (guint i = 0; i < n_chart_cases; i++)
    if (g_str_equal (chart_cases[i].name, name))
      return &chart_cases[i];
  g_error ("there is no case %s", name);
}

static void
test_map_keeps_east_and_west (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("map"), FONT_SIZE, 1600, 0, rtl);
      const HfsShape *america = find_area (layout, "United States"), *china = find_area (layout, "China");

      g_assert_cmpfloat (america->box.x + america->box.width, <, china->box.x);
      /* The middle of China belongs to the mark of China. */
      g_assert_cmpint (hfs_chart_layout_find_mark (layout, china->box.x + china->box.width / 2, china->box.y + china->box.height / 2), ==, 1);
    }
}

static void
test_map_has_dots_for_small_countries (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("map"), FONT_SIZE, 480, 0, FALSE);
  guint dots[2] = { 0 };

  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, i);

      if (shape->kind == HFS_SHAPE_DOT)
        {
          dots[0] += g_str_equal (hfs_chart_layout_get_mark (layout, shape->mark)->label, "Switzerland");
          dots[1] += g_str_equal (hfs_chart_layout_get_mark (layout, shape->mark)->label, "United States");
        }
    }
  g_assert_cmpuint (dots[0], >, 0);
  g_assert_cmpuint (dots[1], ==, 0);
}

static void
test_treemap_is_as_large_as_its_values (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("treemap"), FONT_SIZE, 860, 0, FALSE);
  double per_unit = 0;
  guint n = 0;

  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *cell = &g_array_index (layout->shapes, HfsShape, i);
      double gap = cell->stroke, amount;

      if (!hfs_shape_has_edge (cell))
        continue;
      /* The cell of the first row is the largest; the others are as much smaller as their values. */
      amount = hfs_chart_layout_get_mark (layout, (guint) cell->mark)->amount;
      if (n++ == 0)
        per_unit = (cell->box.width + gap) * (cell->box.height + gap) / amount;
      g_assert_cmpfloat_with_epsilon ((cell->box.width + gap) * (cell->box.height + gap) / amount, per_unit, 1e-6);
    }
  g_assert_cmpuint (n, ==, 10);
  g_assert_cmpfloat_with_epsilon (per_unit * 10000, 860 * floor (860 * 0.55), 1);
}

static void
test_treemap_has_a_bar_for_each_row (void)
{
  g_autoptr (HfsChartLayout) below = chart_case_lay_out (find_case ("treemap"), FONT_SIZE, 860, 0, FALSE);
  g_autoptr (HfsChartLayout) beside = chart_case_lay_out (find_case ("treemap"), FONT_SIZE, 1600, 0, FALSE);
  const HfsShape *cell = &g_array_index (below->shapes, HfsShape, 0);

  g_assert_cmpuint (hfs_chart_layout_get_n_marks (below), ==, 11);
  g_assert_cmpfloat (hfs_chart_layout_get_mark (below, 0)->bar.y, >, cell->box.y + cell->box.height);
  g_assert_cmpfloat (hfs_chart_layout_get_mark (beside, 0)->bar.x, >, 1600 * 0.5);
  g_assert_cmpint (hfs_chart_layout_find_mark (below, cell->box.x + 5, cell->box.y + 5), ==, cell->mark);
}

static void
test_dots_show_the_shares (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("curve"), FONT_SIZE, 860, 0, FALSE);
  guint full = 0, partial = 0, empty = 0;
  double size = 0;

  /* Dots of the panels belong to the first row: 200 of 2 million have half. */
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, i);

      if (shape->kind != HFS_SHAPE_DOT || shape->mark != 0)
        continue;
      if (shape->fill == HFS_FILL_OUTLINED)
        size = shape->box.width;
      empty += shape->fill == HFS_FILL_OUTLINED;
      full += shape->fill == HFS_FILL_SOLID && shape->box.width == size;
      partial += shape->fill == HFS_FILL_SOLID && shape->box.width < size / 4;
    }
  g_assert_cmpuint (full, ==, 50);
  g_assert_cmpuint (empty, ==, 150);
  g_assert_cmpuint (partial, ==, 1);
}

static void
test_ranges_end_where_all_unknown_would (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("range"), FONT_SIZE, 860, 0, FALSE);

  /* 800 not stated and 600 not classified. */
  g_assert_cmpstr (hfs_chart_layout_get_mark (layout, 1)->value, ==, "2,500 to 3,900");
  g_assert_cmpstr (hfs_chart_layout_get_mark (layout, 9)->value, ==, "600");
  g_assert_cmpfloat_with_epsilon (hfs_chart_layout_get_mark (layout, 0)->bar.width / hfs_chart_layout_get_mark (layout, 1)->bar.width,
                                  5000.0 / 3900, 1e-6);
}

/* What is known to have no single country cannot turn out to be of another row. */
static void
test_ranges_leave_international_out (void)
{
  static const FixtureRow rows[] = {
    { HFS_ROW_CLEAR, "US", "United States", 60, 0 },
    { HFS_ROW_UNCLEAR, "unknown", "Not classified yet", 30, 0 },
    { HFS_ROW_UNCLEAR, "international", "International", 10, 0 },
  };
  g_autoptr (HfsResult) result = chart_fixture_create ("countries", rows, G_N_ELEMENTS (rows));
  g_autoptr (HfsChartLayout) layout = lay_out_result (find_case ("range"), result);

  g_assert_cmpstr (hfs_chart_layout_get_mark (layout, 0)->value, ==, "60 to 90");
  g_assert_cmpstr (hfs_chart_layout_get_mark (layout, 2)->value, ==, "10");
}

static void
test_small_charts_share_a_scale (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("multiples"), FONT_SIZE, 1600, 0, FALSE);
  const HfsMark *first = hfs_chart_layout_get_mark (layout, 0);

  for (guint i = 0; i < hfs_chart_layout_get_n_marks (layout); i++)
    {
      const HfsMark *mark = hfs_chart_layout_get_mark (layout, i);

      if (mark->amount > 50)
        g_assert_cmpfloat_with_epsilon (mark->bar.width / first->bar.width, mark->amount / first->amount, 1e-6);
    }
}

static guint
count_texts (HfsChartLayout *layout,
             const char     *text)
{
  guint n = 0;

  for (guint i = 0; i < layout->texts->len; i++)
    n += g_str_equal (pango_layout_get_text (g_array_index (layout->texts, HfsChartText, i).block), text);
  return n;
}

static void
test_small_charts_name_their_rows_once_a_line (void)
{
  g_autoptr (HfsChartLayout) one = chart_case_lay_out (find_case ("multiples"), FONT_SIZE, 1600, 0, FALSE);
  g_autoptr (HfsChartLayout) two = chart_case_lay_out (find_case ("multiples"), FONT_SIZE, 640, 0, FALSE);
  g_autoptr (HfsChartLayout) narrow = chart_case_lay_out (find_case ("multiples"), FONT_SIZE, 360, 0, FALSE);

  g_assert_cmpuint (count_texts (one, "Germany"), ==, 1);
  g_assert_cmpuint (count_texts (two, "Germany"), ==, 2);
  g_assert_cmpuint (count_texts (narrow, "Germany"), ==, 4);
  g_assert_cmpuint (count_texts (two, "Companies"), ==, 1);
}

static const HfsMark *
find_mark (HfsChartLayout *layout,
           const char     *label)
{
  for (guint i = 0; i < hfs_chart_layout_get_n_marks (layout); i++)
    if (g_str_equal (hfs_chart_layout_get_mark (layout, i)->label, label))
      return hfs_chart_layout_get_mark (layout, i);
  return NULL;
}

static void
test_lines_have_gaps_and_falls (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("lines"), FONT_SIZE, 860, 0, FALSE);
  const HfsMark *before = find_mark (layout, "2025"), *last = find_mark (layout, "2026");
  guint strokes = 0, dashed = 0;

  g_assert_cmpuint (hfs_chart_layout_get_n_marks (layout), ==, 4);
  g_assert_null (find_mark (layout, "2024"));
  /* 2026 has less than 2025: the line falls. */
  g_assert_cmpfloat (last->bar.y, >, before->bar.y);
  g_assert_nonnull (strstr (last->spoken, "not over yet"));
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, i);

      if (shape->kind != HFS_SHAPE_LINE || shape->tone != HFS_TONE_STRONG)
        continue;
      strokes++;
      dashed += shape->dash > 0;
    }
  /* From 2022 to 2023 and from 2025 to 2026, which is not over; nothing over the year that is missing. */
  g_assert_cmpuint (strokes, ==, 2);
  g_assert_cmpuint (dashed, ==, 1);
}

static void
test_years_are_as_far_apart_as_in_time (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("lines"), FONT_SIZE, 860, 0, FALSE);
  double x[] = { find_mark (layout, "2022")->bar.x, find_mark (layout, "2023")->bar.x, find_mark (layout, "2025")->bar.x };

  g_assert_cmpfloat_with_epsilon (x[2] - x[1], 2 * (x[1] - x[0]), 0.01);
}

static void
test_logarithmic_lines_say_so (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("lines-log"), FONT_SIZE, 860, 0, FALSE);
  gboolean said = FALSE;

  for (guint i = 0; i < layout->texts->len; i++)
    said |= strstr (pango_layout_get_text (g_array_index (layout->texts, HfsChartText, i).block), "multiplies") != NULL;
  g_assert_true (said);
}

static void
test_bands_fill_the_whole (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("area"), FONT_SIZE, 860, 0, FALSE);
  double sum = 0;

  for (guint i = 0; i < hfs_chart_layout_get_n_marks (layout); i++)
    if (g_str_has_suffix (hfs_chart_layout_get_mark (layout, i)->label, "2025"))
      sum += hfs_chart_layout_get_mark (layout, i)->amount;
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
}

static void
test_spread_marks_the_median (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (find_case ("spread"), FONT_SIZE, 860, 0, FALSE);
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries");
  g_autoptr (FixtureContext) context = chart_fixture_create_context (FONT_SIZE);
  g_autoptr (HfsChartLayout) without = hfs_chart_layout_new_with_options (result, context, &(HfsChartOptions) { HFS_CHART_SPREAD, 860 });
  guint medians = 0;

  g_assert_cmpstr (hfs_chart_layout_get_mark (layout, 0)->value, ==, "36");
  g_assert_cmpstr (hfs_chart_layout_get_mark (layout, 10)->value, ==, "no models");
  for (guint i = 0; i < layout->shapes->len; i++)
    medians += g_array_index (layout->shapes, HfsShape, i).tone == HFS_TONE_TEXT;
  g_assert_cmpuint (medians, ==, 10);
  /* Without knowing the models there is nothing to spread. */
  g_assert_cmpint (hfs_chart_layout_get_kind (without), ==, HFS_CHART_BARS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/cases/texts-do-not-overlap", test_texts_do_not_overlap);
  g_test_add_func ("/chart/cases/shapes-cover-no-text", test_shapes_cover_no_text);
  g_test_add_func ("/chart/cases/each-mark-can-be-pointed-at", test_each_mark_can_be_pointed_at);
  g_test_add_func ("/chart/cases/each-mark-can-be-heard", test_each_mark_can_be_heard);
  g_test_add_func ("/chart/cases/zeros-and-equals", test_zeros_and_equals);
  g_test_add_func ("/chart/cases/one-row", test_one_row);
  g_test_add_func ("/chart/cases/nothing-says-so", test_nothing_says_so);
  g_test_add_func ("/chart/cases/text-can-be-twice-as-large", test_text_can_be_twice_as_large);
  g_test_add_func ("/chart/cases/narrow-and-twice-as-large", test_narrow_and_twice_as_large);
  g_test_add_func ("/chart/cases/height-is-filled", test_height_is_filled);
  g_test_add_func ("/chart/cases/fit-a-post", test_fit_a_post);
  g_test_add_func ("/chart/cases/leftwards-is-mirrored", test_leftwards_is_mirrored);
  g_test_add_func ("/chart/map/keeps-east-and-west", test_map_keeps_east_and_west);
  g_test_add_func ("/chart/map/has-dots-for-small-countries", test_map_has_dots_for_small_countries);
  g_test_add_func ("/chart/treemap/is-as-large-as-its-values", test_treemap_is_as_large_as_its_values);
  g_test_add_func ("/chart/treemap/has-a-bar-for-each-row", test_treemap_has_a_bar_for_each_row);
  g_test_add_func ("/chart/curve/dots-show-the-shares", test_dots_show_the_shares);
  g_test_add_func ("/chart/range/ends-where-all-unknown-would", test_ranges_end_where_all_unknown_would);
  g_test_add_func ("/chart/range/leaves-international-out", test_ranges_leave_international_out);
  g_test_add_func ("/chart/multiples/share-a-scale", test_small_charts_share_a_scale);
  g_test_add_func ("/chart/multiples/name-their-rows-once-a-line", test_small_charts_name_their_rows_once_a_line);
  g_test_add_func ("/chart/spread/marks-the-median", test_spread_marks_the_median);
  g_test_add_func ("/chart/lines/have-gaps-and-falls", test_lines_have_gaps_and_falls);
  g_test_add_func ("/chart/lines/years-are-as-far-apart-as-in-time", test_years_are_as_far_apart_as_in_time);
  g_test_add_func ("/chart/lines/logarithmic-ones-say-so", test_logarithmic_lines_say_so);
  g_test_add_func ("/chart/area/bands-fill-the-whole", test_bands_fill_the_whole);
  return g_test_run ();
}
