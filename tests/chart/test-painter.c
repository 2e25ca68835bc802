/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"

#include "hfs-chart-painter.h"
#include "hfs-palette.h"

#include <string.h>

#define WIDTH 600
#define HEIGHT 200

static HfsChartLayout *
lay_out_one (HfsRowKind kind)
{
  const FixtureRow row = { kind, "key", "Label", 100, 0 };
  g_autoptr (HfsResult) result = chart_fixture_create ("countries", &row, 1);
  g_autoptr (FixtureContext) context = chart_fixture_create_context (15);

  return hfs_chart_layout_new (result, context, WIDTH, FALSE);
}

static cairo_surface_t *
paint_selected (HfsChartLayout *layout,
                HfsAppearance   appearance,
                int             active,
                int             selected)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  HfsColour ground = hfs_palette_get_colour (appearance, HFS_TONE_BACKGROUND);

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  hfs_chart_paint (layout, cr, appearance, active, selected);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_surface_t *
paint (HfsChartLayout *layout,
       HfsAppearance   appearance,
       int             active)
{
  return paint_selected (layout, appearance, active, -1);
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *data = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) data)[x] & 0xffffff;
}

static guint32
to_pixel (HfsAppearance appearance,
          HfsTone       tone)
{
  HfsColour colour = hfs_palette_get_colour (appearance, tone);

  return (guint32) (colour.red * 255 + 0.5) << 16 | (guint32) (colour.green * 255 + 0.5) << 8 | (guint32) (colour.blue * 255 + 0.5);
}

static guint
count_pixels (cairo_surface_t         *surface,
              const cairo_rectangle_t *box,
              guint32                  pixel)
{
  guint n = 0;

  for (int y = box->y; y < box->y + box->height; y++)
    for (int x = box->x; x < box->x + box->width; x++)
      n += get_pixel (surface, x, y) == pixel;
  return n;
}

static void
test_kinds_of_rows_look_different (void)
{
  for (HfsAppearance appearance = 0; appearance < HFS_N_APPEARANCES; appearance++)
    {
      g_autoptr (HfsChartLayout) clear = lay_out_one (HFS_ROW_CLEAR);
      g_autoptr (HfsChartLayout) unclear = lay_out_one (HFS_ROW_UNCLEAR);
      g_autoptr (HfsChartLayout) other = lay_out_one (HFS_ROW_OTHER);
      cairo_surface_t *surfaces[] = { paint (clear, appearance, -1), paint (unclear, appearance, -1), paint (other, appearance, -1) };
      cairo_rectangle_t inner = hfs_chart_layout_get_mark (clear, 0)->bar;
      guint all;

      inner = (cairo_rectangle_t) { (int) inner.x + 10, (int) inner.y + 4, (int) inner.width - 20, (int) inner.height - 8 };
      all = inner.width * inner.height;
      g_assert_cmpuint (count_pixels (surfaces[0], &inner, to_pixel (appearance, HFS_TONE_STRONG)), ==, all);
      g_assert_cmpuint (count_pixels (surfaces[2], &inner, to_pixel (appearance, HFS_TONE_BACKGROUND)), ==, all);
      /* Lines and the ground between them. */
      g_assert_cmpuint (count_pixels (surfaces[1], &inner, to_pixel (appearance, HFS_TONE_UNCLEAR_GROUND)), >, all / 5);
      g_assert_cmpuint (count_pixels (surfaces[1], &inner, to_pixel (appearance, HFS_TONE_UNCLEAR_GROUND)), <, all * 9 / 10);
      g_assert_cmpuint (count_pixels (surfaces[1], &inner, to_pixel (appearance, HFS_TONE_UNCLEAR)), >, 0);
      for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
        cairo_surface_destroy (surfaces[i]);
    }
}

static void
test_active_row_has_a_band (void)
{
  g_autoptr (HfsChartLayout) layout = lay_out_one (HFS_ROW_CLEAR);
  cairo_surface_t *quiet = paint (layout, HFS_APPEARANCE_LIGHT, -1);
  cairo_surface_t *active = paint (layout, HFS_APPEARANCE_LIGHT, 0);
  cairo_surface_t *beyond = paint (layout, HFS_APPEARANCE_LIGHT, 7);
  gsize size = cairo_image_surface_get_stride (quiet) * HEIGHT;

  g_assert_cmphex (get_pixel (quiet, WIDTH - 2, 4), ==, to_pixel (HFS_APPEARANCE_LIGHT, HFS_TONE_BACKGROUND));
  g_assert_cmphex (get_pixel (active, WIDTH - 2, 4), ==, to_pixel (HFS_APPEARANCE_LIGHT, HFS_TONE_BAND));
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (quiet), cairo_image_surface_get_data (beyond), size), ==, 0);
  cairo_surface_destroy (quiet);
  cairo_surface_destroy (active);
  cairo_surface_destroy (beyond);
}

/* What is not selected keeps its place and loses its colour; what is keeps both. */
static void
test_others_recede_from_what_is_selected (void)
{
  g_autoptr (HfsResult) result = chart_fixture_countries ("countries");
  g_autoptr (FixtureContext) context = chart_fixture_create_context (10);

  for (HfsAppearance appearance = 0; appearance < HFS_N_APPEARANCES; appearance++)
    {
      g_autoptr (HfsChartLayout) layout = hfs_chart_layout_new_to_fit (result, context, WIDTH, HEIGHT, FALSE);
      const HfsMark *first = hfs_chart_layout_get_mark (layout, 0), *second = hfs_chart_layout_get_mark (layout, 1);
      guint32 strong = to_pixel (appearance, HFS_TONE_STRONG);
      cairo_surface_t *surface = paint_selected (layout, appearance, -1, 1);

      g_assert_cmpint (first->emphasis, ==, HFS_MARK_STRONG);
      g_assert_cmpuint (count_pixels (surface, &first->bar, strong), ==, 0);
      g_assert_cmpuint (count_pixels (surface, &second->bar, strong), >, 50);
      cairo_surface_destroy (surface);
    }
}

static gboolean
holds (const cairo_rectangle_t *box,
       int                      x,
       int                      y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

/* Whoever keeps a picture and paints the active mark below and above it gets what is painted at once, and nothing of it lies
 * outside of the mark's extents. */
static void
test_an_active_mark_changes_its_extents_alone (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsChartLayout) layout = chart_case_lay_out (&chart_cases[i], 10, WIDTH, HEIGHT, FALSE);
      cairo_surface_t *plain = paint (layout, HFS_APPEARANCE_LIGHT, -1), *active = paint (layout, HFS_APPEARANCE_LIGHT, 1);
      cairo_rectangle_t band, edge;
      gboolean has_edge = hfs_chart_layout_get_edge_extents (layout, 1, &edge);
      guint inside = 0;

      hfs_chart_layout_get_band_extents (layout, 1, &band);
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          {
            gboolean is_inside = holds (&band, x, y) || (has_edge && holds (&edge, x, y));
            gboolean differs = get_pixel (plain, x, y) != get_pixel (active, x, y);

            inside += differs;
            g_assert_true (is_inside || !differs);
          }
      if (hfs_chart_layout_get_mark (layout, 1)->bar.y < HEIGHT)
        g_assert_cmpuint (inside, >, 0);
      cairo_surface_destroy (plain);
      cairo_surface_destroy (active);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/painter/kinds-of-rows-look-different", test_kinds_of_rows_look_different);
  g_test_add_func ("/chart/painter/active-row-has-a-band", test_active_row_has_a_band);
  g_test_add_func ("/chart/painter/others-recede-from-what-is-selected", test_others_recede_from_what_is_selected);
  g_test_add_func ("/chart/painter/an-active-mark-changes-its-extents-alone", test_an_active_mark_changes_its_extents_alone);
  return g_test_run ();
}
