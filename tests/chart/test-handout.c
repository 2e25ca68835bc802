/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "hfs-handout.h"

#define WIDTH 523
#define HEIGHT 770

static HfsHandout *
create (HfsResult *result,
        gboolean   rtl)
{
  g_autoptr (GError) error = NULL;
  HfsHandout *handout = hfs_handout_new (result, &(HfsChartOptions) { HFS_CHART_USUAL, WIDTH, HEIGHT, rtl, FALSE, NULL }, &error);

  g_assert_no_error (error);
  return handout;
}

/* How many pixels of the lower part of a page are not white. */
static guint
count_ink (HfsHandout *handout,
           guint       page,
           int         from)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  hfs_handout_paint (handout, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = from; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      n += (((const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x] & 0xffffff) != 0xffffff;
  cairo_surface_destroy (surface);
  return n;
}

static HfsResult *
create_result (guint n_rows)
{
  g_autofree FixtureRow *rows = g_new0 (FixtureRow, n_rows);

  for (guint i = 0; i < n_rows; i++)
    rows[i] = (FixtureRow) { HFS_ROW_CLEAR, "US", "A row of the table", 1000 - i, 0 };
  return chart_fixture_create ("countries?share=1", rows, n_rows);
}

static void
test_a_short_answer_takes_one_page (void)
{
  g_autoptr (HfsResult) result = create_result (5);
  g_autoptr (HfsHandout) handout = create (result, FALSE);

  g_assert_cmpuint (hfs_handout_get_n_pages (handout), ==, 1);
  g_assert_cmpuint (count_ink (handout, 0, 0), >, 1000);
}

static void
test_a_long_table_goes_on (void)
{
  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (HfsResult) result = create_result (30);
      g_autoptr (HfsHandout) handout = create (result, rtl);
      guint n_pages = hfs_handout_get_n_pages (handout);

      g_assert_cmpuint (n_pages, ==, 2);
      g_assert_cmpuint (count_ink (handout, 1, 0), >, 1000);
      /* The number of the page stands at the foot of each. */
      for (guint i = 0; i < n_pages; i++)
        g_assert_cmpuint (count_ink (handout, i, HEIGHT - 30), >, 10);
    }
}

/* Every row is on some page: with one row more there is more ink. */
static void
test_no_row_is_lost (void)
{
  guint before = 0;

  for (guint n = 20; n < 32; n += 5)
    {
      g_autoptr (HfsResult) result = create_result (n);
      g_autoptr (HfsHandout) handout = create (result, FALSE);
      guint ink = 0;

      for (guint i = 1; i < hfs_handout_get_n_pages (handout); i++)
        ink += count_ink (handout, i, 0);
      g_assert_cmpuint (ink, >, before + 1000);
      before = ink;
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/handout/a-short-answer-takes-one-page", test_a_short_answer_takes_one_page);
  g_test_add_func ("/chart/handout/a-long-table-goes-on", test_a_long_table_goes_on);
  g_test_add_func ("/chart/handout/no-row-is-lost", test_no_row_is_lost);
  return g_test_run ();
}
