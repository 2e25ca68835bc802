/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-palette.h"

#include <math.h>

/* Each mark has at least 3:1 against the background (also against the slightly darker page of the
 * desktop's light look and the lighter cards of its dark one), each text 4.5:1: tests/chart computes it.
 * Any two series tones also differ for eyes that lack one kind of cone. */
static const guint32 colours[HFS_N_APPEARANCES][HFS_N_TONES] = {
  [HFS_APPEARANCE_LIGHT] = {
    0xffffff, 0x1c1c1c, 0x5e5c64, 0x77767b, 0xdedddf, 0xe8eef7, 0x1a5fb4, 0x7590bd, 0x6c6c6c, 0xefefef, 0x6c6c6c,
    0xf1f1f1, 0xd3e1f4, 0x99b9e4, 0x5a8bcd,
    0x0072b2, 0xd55e00, 0x296743, 0x400a26, 0x7950eb, 0x9c8f32, 0x17255a, 0x8f1207 },
  [HFS_APPEARANCE_DARK] = {
    0x242424, 0xffffff, 0xc0bfbc, 0x9a9996, 0x454545, 0x33393f, 0x78aeed, 0x5d7fa9, 0xa8a8a8, 0x383838, 0xa8a8a8,
    0x303030, 0x2c415b, 0x3d6390, 0x5785bd,
    0x56b4e9, 0xe69f00, 0x67df93, 0xa96995, 0x885dff, 0xf4e946, 0xbce5ff, 0xe9384d },
  [HFS_APPEARANCE_HIGH_CONTRAST] = {
    0xffffff, 0x000000, 0x2e2e2e, 0x3d3d3d, 0x8f8f8f, 0xd4e2f7, 0x0b3d82, 0x4b6ea3, 0x2e2e2e, 0xffffff, 0x2e2e2e,
    0xffffff, 0xd0dff5, 0x8fb0de, 0x4a78ba,
    0x00528a, 0xa84300, 0x215336, 0x3e0e36, 0x160a69, 0x896d21, 0x59727f, 0x690905 },
  [HFS_APPEARANCE_HIGH_CONTRAST_DARK] = {
    0x1e1e1e, 0xffffff, 0xe6e6e6, 0xd0d0d0, 0x7a7a7a, 0x2d4260, 0xa6cfff, 0x7fa0cc, 0xe0e0e0, 0x1e1e1e, 0xe0e0e0,
    0x1e1e1e, 0x2b4465, 0x46699a, 0x709cd6,
    0x7cc8f5, 0xf5b83d, 0x57e7b7, 0xc087b1, 0x9c88ff, 0xefe76f, 0xd1f0ff, 0xef766b },
};

/* Groups that appear on several pages and their places among the series tones. All others get the free
 * places in an order that depends on their key alone. */
static const struct
{
  const char *key;
  HfsTone tone;
} known[] = {
  { "industry", HFS_TONE_SERIES_1 },
  { "individual", HFS_TONE_SERIES_2 },
  { "academia", HFS_TONE_SERIES_3 },
  { "nonprofit", HFS_TONE_SERIES_4 },
  { "community", HFS_TONE_SERIES_6 },
  { "government", HFS_TONE_SERIES_5 },
  { "lt100m", HFS_TONE_SERIES_7 },
  { "100m-1b", HFS_TONE_SERIES_1 },
  { "1b-10b", HFS_TONE_SERIES_3 },
  { "10b-30b", HFS_TONE_SERIES_6 },
  { "30b-100b", HFS_TONE_SERIES_2 },
  { "ge100b", HFS_TONE_SERIES_4 },
  { "US", HFS_TONE_SERIES_1 },
  { "CN", HFS_TONE_SERIES_2 },
  { "FR", HFS_TONE_SERIES_3 },
  { "DE", HFS_TONE_SERIES_6 },
  { "GB", HFS_TONE_SERIES_4 },
  { "KR", HFS_TONE_SERIES_5 },
  { "JP", HFS_TONE_SERIES_8 },
  { "northern-america", HFS_TONE_SERIES_1 },
  { "china", HFS_TONE_SERIES_2 },
  { "european-union", HFS_TONE_SERIES_3 },
  { "other-asia", HFS_TONE_SERIES_5 },
  { "other-europe", HFS_TONE_SERIES_4 },
};

static HfsColour
colour_from_hex (guint32 hex)
{
  return (HfsColour) { (hex >> 16) / 255.0, (hex >> 8 & 0xff) / 255.0, (hex & 0xff) / 255.0 };
}

static double
get_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (HfsColour colour)
{
  return 0.2126 * get_linear (colour.red) + 0.7152 * get_linear (colour.green) + 0.0722 * get_linear (colour.blue);
}

/* Where a key would like to be; FNV-1a, so that it is the same on every machine. */
static guint
get_preferred_place (const char *key)
{
  guint32 hash = 2166136261u;

  for (const char *c = key; *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * 16777619u;
  return hash % HFS_N_SERIES_TONES;
}

/**
 * hfs_palette_get_colour:
 *
 * Returns: the colour for @tone
 */
HfsColour
hfs_palette_get_colour (HfsAppearance appearance,
                        HfsTone       tone)
{
  return colour_from_hex (colours[appearance][tone]);
}

/**
 * hfs_palette_get_text_on:
 * @ground: the tone that the text stands on
 *
 * Returns: black or white, whichever reads better; it always has at least 4.5:1
 */
HfsColour
hfs_palette_get_text_on (HfsAppearance appearance,
                         HfsTone       ground)
{
  HfsColour colour = hfs_palette_get_colour (appearance, ground);
  HfsColour black = colour_from_hex (0x000000);
  HfsColour white = colour_from_hex (0xffffff);

  return hfs_colour_get_contrast (colour, white) >= 4.5 ? white : black;
}

/* What a line or a part of a bar stands for. */
typedef struct
{
  HfsRowKind kind;
  const char *key;
} Toned;

/* Gives each its tone: well-known groups the same on every page, unclear ones and `other` their own greys. More
 * than eight clear ones begin again from the first tone. */
static void
assign (const Toned *toned,
        guint        n_toned,
        HfsTone     *tones)
{
  guint uses[HFS_N_SERIES_TONES] = { 0 };
  guint most = 0;

  for (guint i = 0; i < n_toned; i++)
    {
      tones[i] = toned[i].kind == HFS_ROW_UNCLEAR ? HFS_TONE_UNCLEAR
                 : toned[i].kind == HFS_ROW_OTHER ? HFS_TONE_OTHER : HFS_N_TONES;
      for (guint j = 0; tones[i] == HFS_N_TONES && j < G_N_ELEMENTS (known); j++)
        if (g_str_equal (toned[i].key, known[j].key))
          uses[(tones[i] = known[j].tone) - HFS_TONE_SERIES_1]++;
    }
  for (guint i = 0; i < n_toned; i++)
    if (tones[i] == HFS_N_TONES)
      {
        guint place = get_preferred_place (toned[i].key);
        guint steps = 0;

        while (uses[place] > most)
          {
            place = (place + 1) % HFS_N_SERIES_TONES;
            if (++steps % HFS_N_SERIES_TONES == 0)
              most++;
          }
        uses[place]++;
        tones[i] = HFS_TONE_SERIES_1 + place;
      }
}

/**
 * hfs_palette_assign_series:
 * @result: a result with series
 * @tones: (out caller-allocates): room for one tone a series
 *
 * Gives each series its tone, the same on every page where it can be.
 */
void
hfs_palette_assign_series (HfsResult *result,
                           HfsTone   *tones)
{
  guint n_series = hfs_result_get_n_series (result);
  g_autofree Toned *toned = g_new (Toned, n_series);

  for (guint i = 0; i < n_series; i++)
    toned[i] = (Toned) { hfs_result_get_series (result, i)->kind, hfs_result_get_series (result, i)->key };
  assign (toned, n_series, tones);
}

/**
 * hfs_palette_assign_courses:
 * @timeline: a timeline
 * @tones: (out caller-allocates): room for one tone a course
 *
 * Gives each course its tone, as [func@palette_assign_series] does.
 */
void
hfs_palette_assign_courses (HfsTimeline *timeline,
                            HfsTone     *tones)
{
  guint n = hfs_timeline_get_n_courses (timeline);
  g_autofree Toned *toned = g_new (Toned, n);

  for (guint i = 0; i < n; i++)
    toned[i] = (Toned) { hfs_timeline_get_course (timeline, i)->kind, hfs_timeline_get_course (timeline, i)->key };
  assign (toned, n, tones);
}

/**
 * hfs_colour_get_contrast:
 *
 * Returns: the contrast ratio as WCAG 2.2 defines it, 1 to 21
 */
double
hfs_colour_get_contrast (HfsColour a,
                         HfsColour b)
{
  double first = get_luminance (a);
  double second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
