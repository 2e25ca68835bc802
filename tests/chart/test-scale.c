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

static void
test_logarithmic_scales_have_two_labels (void)
{
  static const double extents[][2] = { { 1, 1 }, { 7, 8 }, { 3, 4000 }, { 1, 2e9 }, { 0.0004, 0.4 }, { 950, 1050 } };

  for (guint i = 0; i < G_N_ELEMENTS (extents); i++)
    {
      HfsScale scale = hfs_scale_new_for (extents[i][0], extents[i][1], TRUE);
      g_autoptr (GArray) ticks = hfs_scale_dup_ticks (&scale, 5);

      scale.start = 0;
      scale.end = 100;
      g_assert_true (scale.log);
      g_assert_cmpuint (ticks->len, >=, 2);
      g_assert_cmpuint (ticks->len, <=, 6);
      g_assert_cmpfloat (scale.least, <=, extents[i][0]);
      g_assert_cmpfloat (scale.most, >=, extents[i][1]);
      for (guint j = 1; j < ticks->len; j++)
        {
          g_autofree char *text = hfs_scale_dup_tick_text (&scale, ticks, j, FALSE);
          g_autofree char *before = hfs_scale_dup_tick_text (&scale, ticks, j - 1, FALSE);

          if (extents[i][0] >= 1)
            g_assert_cmpstr (text, !=, before);
          g_assert_cmpfloat (hfs_scale_get_position (&scale, g_array_index (ticks, double, j)), >,
                             hfs_scale_get_position (&scale, g_array_index (ticks, double, j - 1)));
        }
    }
}

static void
test_logarithmic_steps_multiply (void)
{
  HfsScale scale = { 1, 1000, 0, 300, TRUE };

  g_assert_cmpfloat_with_epsilon (hfs_scale_get_position (&scale, 10), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (hfs_scale_get_position (&scale, 100), 200, 1e-9);
  /* What is too small for it, as zero is, stands at its start. */
  g_assert_cmpfloat (hfs_scale_get_position (&scale, 0), ==, 0);
  /* Where nothing is above zero there is no such scale. */
  g_assert_false (hfs_scale_new_for (INFINITY, 0, TRUE).log);
}

static void
test_scales_end_at_a_tick (void)
{
  static const double mosts[] = { 1, 3, 4500, 99, 101, 0.31, 2e9 };

  for (guint i = 0; i < G_N_ELEMENTS (mosts); i++)
    {
      HfsScale scale = hfs_scale_new_for (0, mosts[i], FALSE);
      g_autoptr (GArray) ticks = hfs_scale_dup_ticks (&scale, 5);

      g_assert_cmpfloat (scale.most, >=, mosts[i] * (1 - 1e-9));
      g_assert_cmpfloat_with_epsilon (g_array_index (ticks, double, ticks->len - 1) / scale.most, 1, 1e-6);
    }
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
  g_test_add_func ("/chart/scale/logarithmic-ones-have-two-labels", test_logarithmic_scales_have_two_labels);
  g_test_add_func ("/chart/scale/logarithmic-steps-multiply", test_logarithmic_steps_multiply);
  g_test_add_func ("/chart/scale/ends-at-a-tick", test_scales_end_at_a_tick);
  return g_test_run ();
}
