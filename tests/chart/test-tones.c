/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"

#include "hfs-chart-tones.h"

#include <string.h>

static guint
count_crossings (const gint16 *samples,
                 guint         n)
{
  guint crossings = 0;

  for (guint i = 1; i < n; i++)
    crossings += (GINT16_FROM_LE (samples[i - 1]) < 0) != (GINT16_FROM_LE (samples[i]) < 0);
  return crossings;
}

static void
test_larger_values_sound_higher (void)
{
  for (guint i = 0; i < n_chart_cases; i++)
    {
      g_autoptr (HfsChartLayout) layout = chart_case_lay_out (&chart_cases[i], 15, 860, 0, FALSE);

      for (guint j = 1; j < hfs_chart_layout_get_n_marks (layout); j++)
        {
          double before = hfs_chart_layout_get_mark (layout, j - 1)->amount, now = hfs_chart_layout_get_mark (layout, j)->amount;
          double step = hfs_chart_tones_get_pitch (layout, j) - hfs_chart_tones_get_pitch (layout, j - 1);

          g_assert_true (now > before ? step > 0 : now < before ? step < 0 : step == 0);
        }
    }
}

static void
test_sound_is_a_wav_file (void)
{
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (&chart_cases[0], 15, 860, 0, FALSE);
  g_autoptr (GBytes) wav = hfs_chart_tones_new (layout);
  gsize size;
  const guint8 *data = g_bytes_get_data (wav, &size);
  guint n_marks = hfs_chart_layout_get_n_marks (layout), one = (guint) (size - 44) / 2 / n_marks;
  const gint16 *samples = (const gint16 *) (gconstpointer) (data + 44);
  guint32 stated;

  g_assert_true (memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WAVEfmt ", 8) == 0);
  memcpy (&stated, data + 40, 4);
  g_assert_cmpuint (GUINT32_FROM_LE (stated), ==, size - 44);
  g_assert_cmpuint ((size - 44) % n_marks, ==, 0);
  /* The first row is the largest, so its tone swings most often; the second swings less. */
  g_assert_cmpuint (count_crossings (samples, one), >, count_crossings (samples + one, one));
  g_assert_cmpuint (count_crossings (samples, one), >, 200);
}

static void
test_nothing_has_no_tone (void)
{
  g_autoptr (HfsResult) result = chart_fixture_create ("countries", NULL, 0);
  g_autoptr (FixtureContext) context = chart_fixture_create_context (15);
  g_autoptr (HfsChartLayout) layout = hfs_chart_layout_new (result, context, 600, FALSE);
  g_autoptr (GBytes) wav = hfs_chart_tones_new (layout);

  g_assert_cmpuint (g_bytes_get_size (wav), ==, 44);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/tones/larger-values-sound-higher", test_larger_values_sound_higher);
  g_test_add_func ("/chart/tones/sound-is-a-wav-file", test_sound_is_a_wav_file);
  g_test_add_func ("/chart/tones/nothing-has-no-tone", test_nothing_has_no_tone);
  return g_test_run ();
}
