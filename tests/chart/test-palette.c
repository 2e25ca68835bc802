/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "hfs-palette.h"
#include "hfs-result-private.h"

#include <math.h>

#define MARK_CONTRAST 3.0
#define TEXT_CONTRAST 4.5
/* Between cube roots of linear light, which are about as even as the eye's steps; black and white are 1.7 apart. */
#define LEAST_DISTANCE 0.18

/* What a chart can stand on: the page of a picture, and the window, view and card colours of the desktop. */
static const guint32 grounds[HFS_N_APPEARANCES][3] = {
  [HFS_APPEARANCE_LIGHT] = { 0xffffff, 0xfafafa, 0xffffff },
  [HFS_APPEARANCE_DARK] = { 0x242424, 0x1e1e1e, 0x303030 },
  [HFS_APPEARANCE_HIGH_CONTRAST] = { 0xffffff, 0xfafafa, 0xffffff },
  [HFS_APPEARANCE_HIGH_CONTRAST_DARK] = { 0x242424, 0x1e1e1e, 0x303030 },
};

static HfsColour
from_hex (guint32 hex)
{
  return (HfsColour) { (hex >> 16) / 255.0, (hex >> 8 & 0xff) / 255.0, (hex & 0xff) / 255.0 };
}

static gboolean
is_mark (HfsTone tone)
{
  return tone == HFS_TONE_STRONG || tone == HFS_TONE_RECEDING || tone == HFS_TONE_UNCLEAR || tone == HFS_TONE_OTHER ||
         tone == HFS_TONE_AXIS || tone >= HFS_TONE_SERIES_1;
}

static void
assert_contrast (HfsAppearance appearance,
                 HfsTone       tone,
                 HfsColour     ground,
                 double        least)
{
  double contrast = hfs_colour_get_contrast (hfs_palette_get_colour (appearance, tone), ground);

  g_test_message ("%s, tone %d: %.2f", hfs_appearance_get_key (appearance), tone, contrast);
  g_assert_cmpfloat (contrast, >=, least);
}

static void
test_contrast_as_published (void)
{
  /* The examples of WCAG's own definition: black on white, and the lightest grey that passes for text. */
  g_assert_cmpfloat_with_epsilon (hfs_colour_get_contrast (from_hex (0), from_hex (0xffffff)), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (hfs_colour_get_contrast (from_hex (0xffffff), from_hex (0x767676)), 4.54, 0.005);
}

static void
test_marks_and_texts_stand_out (void)
{
  for (guint i = 0; i < HFS_N_APPEARANCES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (grounds[i]); j++)
      {
        assert_contrast (i, HFS_TONE_TEXT, from_hex (grounds[i][j]), TEXT_CONTRAST);
        assert_contrast (i, HFS_TONE_DIM_TEXT, from_hex (grounds[i][j]), TEXT_CONTRAST);
        for (HfsTone tone = 0; tone < HFS_N_TONES; tone++)
          if (is_mark (tone))
            assert_contrast (i, tone, from_hex (grounds[i][j]), MARK_CONTRAST);
      }
}

static void
test_high_contrast_is_higher (void)
{
  static const HfsAppearance pairs[][2] = {
    { HFS_APPEARANCE_LIGHT, HFS_APPEARANCE_HIGH_CONTRAST },
    { HFS_APPEARANCE_DARK, HFS_APPEARANCE_HIGH_CONTRAST_DARK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (HfsTone tone = HFS_TONE_TEXT; tone < HFS_N_TONES; tone++)
      if (is_mark (tone) || tone == HFS_TONE_DIM_TEXT)
        {
          /* Series are many; that each stands out is enough. */
          double factor = tone >= HFS_TONE_SERIES_1 ? 0 : 1.02;
          double usual = hfs_colour_get_contrast (hfs_palette_get_colour (pairs[i][0], tone), from_hex (grounds[pairs[i][0]][0]));

          assert_contrast (pairs[i][1], tone, from_hex (grounds[pairs[i][1]][0]), MAX (usual * factor, TEXT_CONTRAST));
        }
}

static void
test_hatching_and_band_can_be_seen (void)
{
  for (guint i = 0; i < HFS_N_APPEARANCES; i++)
    {
      HfsColour band = hfs_palette_get_colour (i, HFS_TONE_BAND);

      assert_contrast (i, HFS_TONE_UNCLEAR, hfs_palette_get_colour (i, HFS_TONE_UNCLEAR_GROUND), MARK_CONTRAST);
      assert_contrast (i, HFS_TONE_TEXT, band, TEXT_CONTRAST);
      assert_contrast (i, HFS_TONE_DIM_TEXT, band, TEXT_CONTRAST);
      assert_contrast (i, HFS_TONE_STRONG, band, MARK_CONTRAST);
    }
}

static void
test_text_on_marks_reads (void)
{
  for (guint i = 0; i < HFS_N_APPEARANCES; i++)
    for (HfsTone tone = HFS_TONE_SERIES_1; tone < HFS_N_TONES; tone++)
      g_assert_cmpfloat (hfs_colour_get_contrast (hfs_palette_get_text_on (i, tone), hfs_palette_get_colour (i, tone)), >=, TEXT_CONTRAST);
}

static double
to_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
to_lightness (double part)
{
  return cbrt (CLAMP (part, 0, 1));
}

/* How far apart two colours look to eyes with this deficiency: matrices of Machado, Oliveira and Fernandes (2009). */
static double
get_distance (HfsColour       a,
              HfsColour       b,
              const double  (*matrix)[3])
{
  const double left[] = { to_linear (a.red), to_linear (a.green), to_linear (a.blue) };
  const double right[] = { to_linear (b.red), to_linear (b.green), to_linear (b.blue) };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double first = matrix[i][0] * left[0] + matrix[i][1] * left[1] + matrix[i][2] * left[2];
      double second = matrix[i][0] * right[0] + matrix[i][1] * right[1] + matrix[i][2] * right[2];

      sum += pow (to_lightness (first) - to_lightness (second), 2);
    }
  return sqrt (sum);
}

static void
test_series_differ_for_all_eyes (void)
{
  static const double eyes[][3][3] = {
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
    { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
    { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
  };

  for (guint appearance = 0; appearance < HFS_N_APPEARANCES; appearance++)
    for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
      for (HfsTone a = HFS_TONE_SERIES_1; a < HFS_N_TONES; a++)
        for (HfsTone b = a + 1; b < HFS_N_TONES; b++)
          {
            double distance = get_distance (hfs_palette_get_colour (appearance, a), hfs_palette_get_colour (appearance, b), eyes[eye]);

            if (distance < LEAST_DISTANCE)
              g_test_message ("%s, eyes %u: tones %d and %d", hfs_appearance_get_key (appearance), eye, a, b);
            g_assert_cmpfloat (distance, >=, LEAST_DISTANCE);
          }
}

static HfsResult *
create_divided (const char * const *keys)
{
  HfsResult *result = chart_fixture_create ("countries?by=tasks", NULL, 0);

  for (; *keys != NULL; keys++)
    g_ptr_array_add (result->series, hfs_result_series_new (HFS_ROW_CLEAR, *keys, *keys));
  return result;
}

static void
test_groups_keep_their_colour (void)
{
  const char *few[] = { "individual", "industry", NULL };
  const char *many[] = { "industry", "academia", "government", "community", "individual", "nonprofit", NULL };
  g_autoptr (HfsResult) first = create_divided (few);
  g_autoptr (HfsResult) second = create_divided (many);
  HfsTone first_tones[2], second_tones[6];

  hfs_palette_assign_series (first, first_tones);
  hfs_palette_assign_series (second, second_tones);
  g_assert_cmpint (first_tones[0], ==, second_tones[4]);
  g_assert_cmpint (first_tones[1], ==, second_tones[0]);
}

static void
test_eight_groups_have_eight_colours (void)
{
  const char *keys[] = { "a", "b", "c", "d", "e", "f", "industry", "US", "i", "j", "k", "l", NULL };
  g_autoptr (HfsResult) result = create_divided (keys);
  HfsTone tones[12];
  guint uses[HFS_N_TONES] = { 0 };

  hfs_palette_assign_series (result, tones);
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      g_assert_cmpint (tones[i], >=, HFS_TONE_SERIES_1);
      g_assert_cmpint (tones[i], <, HFS_N_TONES);
      uses[tones[i]]++;
    }
  for (HfsTone tone = HFS_TONE_SERIES_1; tone < HFS_N_TONES; tone++)
    g_assert_cmpuint (uses[tone], <=, 2);
}

static void
test_unclear_has_no_colour (void)
{
  g_autoptr (HfsResult) result = chart_fixture_divided ("countries?by=developer-types");
  HfsTone tones[4];

  hfs_palette_assign_series (result, tones);
  g_assert_cmpint (tones[3], ==, HFS_TONE_UNCLEAR);
  g_assert_cmpint (tones[0], ==, HFS_TONE_SERIES_1);
}

static void
test_appearance_keys (void)
{
  HfsAppearance appearance;

  for (guint i = 0; i < HFS_N_APPEARANCES; i++)
    {
      g_assert_true (hfs_appearance_from_key (hfs_appearance_get_key (i), &appearance));
      g_assert_cmpint (appearance, ==, i);
    }
  g_assert_false (hfs_appearance_from_key ("Light", &appearance));
  g_assert_false (hfs_appearance_from_key ("", &appearance));
}

/* From the least class to the most each step is darker, or lighter in the dark looks, so that the order needs no hue. */
static void
test_map_tones_rise (void)
{
  static const HfsTone tones[] = { HFS_TONE_LAND, HFS_TONE_MAP_1, HFS_TONE_MAP_2, HFS_TONE_MAP_3, HFS_TONE_STRONG };

  for (HfsAppearance i = 0; i < HFS_N_APPEARANCES; i++)
    for (guint j = 1; j < G_N_ELEMENTS (tones); j++)
      {
        HfsColour ground = hfs_palette_get_colour (i, HFS_TONE_BACKGROUND);
        HfsColour lower = hfs_palette_get_colour (i, tones[j - 1]), upper = hfs_palette_get_colour (i, tones[j]);

        g_assert_cmpfloat (hfs_colour_get_contrast (upper, ground), >, hfs_colour_get_contrast (lower, ground));
        g_assert_cmpfloat (hfs_colour_get_contrast (lower, upper), >=, 1.15);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/palette/contrast-as-published", test_contrast_as_published);
  g_test_add_func ("/chart/palette/marks-and-texts-stand-out", test_marks_and_texts_stand_out);
  g_test_add_func ("/chart/palette/high-contrast-is-higher", test_high_contrast_is_higher);
  g_test_add_func ("/chart/palette/hatching-and-band-can-be-seen", test_hatching_and_band_can_be_seen);
  g_test_add_func ("/chart/palette/text-on-marks-reads", test_text_on_marks_reads);
  g_test_add_func ("/chart/palette/series-differ-for-all-eyes", test_series_differ_for_all_eyes);
  g_test_add_func ("/chart/palette/groups-keep-their-colour", test_groups_keep_their_colour);
  g_test_add_func ("/chart/palette/eight-groups-have-eight-colours", test_eight_groups_have_eight_colours);
  g_test_add_func ("/chart/palette/unclear-has-no-colour", test_unclear_has_no_colour);
  g_test_add_func ("/chart/appearance/keys-lead-back", test_appearance_keys);
  g_test_add_func ("/chart/palette/map-tones-rise", test_map_tones_rise);
  return g_test_run ();
}
