/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-references.h"

#include <stdlib.h>

/* What a pixel may differ by, of 255, and how many may differ more: other versions of fonts and of cairo round otherwise. */
#define TOLERANCE 40
#define MOST_DIFFERENT 0.002

static gboolean
differs (guint32 a,
         guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > TOLERANCE)
      return TRUE;
  return FALSE;
}

/* Which part of the pixels differs; all of them when the sizes do. */
static double
compare (cairo_surface_t *a,
         cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  double n = 0;

  if (cairo_image_surface_get_width (b) != width || cairo_image_surface_get_height (b) != height)
    return 1;
  for (int y = 0; y < height; y++)
    {
      const guint32 *left = (const guint32 *) (gpointer) (cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a));
      const guint32 *right = (const guint32 *) (gpointer) (cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b));

      for (int x = 0; x < width; x++)
        n += differs (left[x], right[x]);
    }
  return n / ((double) width * height);
}

/* Paints a chart anew and puts it beside the picture that was looked at and accepted. */
static void
test_looks_as_accepted (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *name = chart_reference_dup_name (index);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", "references", file, NULL);
  g_autofree char *painted = g_strconcat (g_get_tmp_dir (), G_DIR_SEPARATOR_S, file, NULL);
  cairo_surface_t *accepted = cairo_image_surface_create_from_png (path);
  cairo_surface_t *now = chart_reference_paint (index);
  double different;

  g_assert_cmpint (cairo_surface_status (accepted), ==, CAIRO_STATUS_SUCCESS);
  different = compare (accepted, now);
  if (different > MOST_DIFFERENT)
    {
      cairo_surface_write_to_png (now, painted);
      g_error ("%.2f %% of the pixels of %s differ; see %s. Accept it with review-references if it is right.", different * 100, path, painted);
    }
  cairo_surface_destroy (accepted);
  cairo_surface_destroy (now);
}

static void
test_a_change_is_seen (void)
{
  cairo_surface_t *light = chart_reference_paint (0);
  cairo_surface_t *dark = chart_reference_paint (1);
  cairo_surface_t *again = chart_reference_paint (0);

  g_assert_cmpfloat (compare (light, dark), >, MOST_DIFFERENT);
  g_assert_cmpfloat (compare (light, again), ==, 0);
  cairo_surface_destroy (light);
  cairo_surface_destroy (dark);
  cairo_surface_destroy (again);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/references/a-change-is-seen", test_a_change_is_seen);
  for (guint i = 0; i < chart_references_count (); i++)
    {
      g_autofree char *name = chart_reference_dup_name (i);
      g_autofree char *path = g_strconcat ("/chart/references/", name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_looks_as_accepted);
    }
  return g_test_run ();
}
