/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-scale.h"

#include <math.h>

static void
test_ticks_are_round (void)
{
  static const struct
  {
    double least, most;
    guint at_most;
    double first, step;
    guint n;
  } cases[] = {
    { 0, 0.361, 4, 0, 0.1, 4 },
    { 0, 1, 4, 0, 0.5, 3 },
    { 0, 0.99, 4, 0, 0.25, 4 },
    { 0, 0.44, 4, 0, 0.2, 3 },
    { 0, 3, 4, 0, 1, 4 },
    { 0, 839e6, 4, 0, 250e6, 4 },
    { 0, 5.1e9, 4, 0, 2e9, 3 },
    { 0, 0.0007, 4, 0, 0.0002, 4 },
    { -12, 30, 5, -10, 10, 5 },
    { 2021, 2026, 3, 2022, 2, 3 },
    { 0, 7, 1, 0, 10, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfsScale scale = { cases[i].least, cases[i].most, 0, 100 };
      g_autoptr (GArray) ticks = hfs_scale_dup_ticks (&scale, cases[i].at_most);

      g_test_message ("%g to %g", cases[i].least, cases[i].most);
      g_assert_cmpuint (ticks->len, ==, cases[i].n);
      for (guint j = 0; j < ticks->len; j++)
        g_assert_cmpfloat_with_epsilon (g_array_index (ticks, double, j), cases[i].first + j * cases[i].step, cases[i].step * 1e-6);
    }
}

static void
test_no_extent_has_no_ticks (void)
{
  const HfsScale scales[] = { { 0, 0, 10, 90 }, { 5, 5, 10, 90 }, { 3, 1, 10, 90 }, { 0, NAN, 10, 90 }, { 0, INFINITY, 10, 90 } };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GArray) ticks = hfs_scale_dup_ticks (&scales[i], 4);

      g_assert_cmpuint (ticks->len, ==, 0);
    }
  g_assert_cmpfloat (hfs_scale_get_position (&scales[0], 0), ==, 10);
}

static void
test_positions_follow_values (void)
{
  HfsScale forwards = { 0, 50, 100, 600 };
  HfsScale backwards = { 0, 50, 600, 100 };

  g_assert_cmpfloat (hfs_scale_get_position (&forwards, 0), ==, 100);
  g_assert_cmpfloat (hfs_scale_get_position (&forwards, 25), ==, 350);
  g_assert_cmpfloat (hfs_scale_get_position (&forwards, 50), ==, 600);
  g_assert_cmpfloat (hfs_scale_get_position (&backwards, 10), ==, 500);
}

static void
test_labels_share_one_unit (void)
{
  g_autofree char *half = hfs_tick_format_amount (5e8, 5e8, 1e9);
  g_autofree char *whole = hfs_tick_format_amount (1e9, 5e8, 1e9);
  g_autofree char *zero = hfs_tick_format_amount (0, 5e8, 1e9);
  g_autofree char *thousands = hfs_tick_format_amount (25000, 25000, 75000);
  g_autofree char *share = hfs_tick_format_share (0.25, 0.25);
  g_autofree char *fine = hfs_tick_format_share (0.025, 0.025);

  g_assert_cmpstr (half, ==, "0.5 billion");
  g_assert_cmpstr (whole, ==, "1.0 billion");
  g_assert_cmpstr (zero, ==, "0");
  g_assert_cmpstr (thousands, ==, "25,000");
  g_assert_true (g_str_has_prefix (share, "25") && g_str_has_suffix (share, "%"));
  g_assert_true (g_str_has_prefix (fine, "2.5") && g_str_has_suffix (fine, "%"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/ticks-are-round", test_ticks_are_round);
  g_test_add_func ("/chart/scale/no-extent-has-no-ticks", test_no_extent_has_no_ticks);
  g_test_add_func ("/chart/scale/positions-follow-values", test_positions_follow_values);
  g_test_add_func ("/chart/scale/labels-share-one-unit", test_labels_share_one_unit);
  return g_test_run ();
}
