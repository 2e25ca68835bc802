/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-appearance.h"
#include "hfs-result.h"
#include "hfs-timeline.h"

G_BEGIN_DECLS

/**
 * HfsTone:
 *
 * What a colour is for. %HFS_TONE_STRONG is for the marks that the sentence names, %HFS_TONE_RECEDING
 * for the others of the same hue; the series tones tell parts of a whole apart; the map tones rise from the
 * least share to the one below %HFS_TONE_STRONG, on outlines that have that tone.
 */
typedef enum
{
  HFS_TONE_BACKGROUND,
  HFS_TONE_TEXT,
  HFS_TONE_DIM_TEXT,
  HFS_TONE_AXIS,
  HFS_TONE_GRID,
  HFS_TONE_BAND,
  HFS_TONE_STRONG,
  HFS_TONE_RECEDING,
  HFS_TONE_UNCLEAR,
  HFS_TONE_UNCLEAR_GROUND,
  HFS_TONE_OTHER,
  HFS_TONE_LAND,
  HFS_TONE_MAP_1,
  HFS_TONE_MAP_2,
  HFS_TONE_MAP_3,
  HFS_TONE_SERIES_1,
  HFS_TONE_SERIES_2,
  HFS_TONE_SERIES_3,
  HFS_TONE_SERIES_4,
  HFS_TONE_SERIES_5,
  HFS_TONE_SERIES_6,
  HFS_TONE_SERIES_7,
  HFS_TONE_SERIES_8,
  HFS_N_TONES,
} HfsTone;

#define HFS_N_SERIES_TONES (HFS_N_TONES - HFS_TONE_SERIES_1)

/**
 * HfsColour:
 *
 * A colour in sRGB, each part from 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} HfsColour;

HfsColour hfs_palette_get_colour    (HfsAppearance  appearance,
                                     HfsTone        tone);
HfsColour hfs_palette_get_text_on   (HfsAppearance  appearance,
                                     HfsTone        ground);
void      hfs_palette_assign_series (HfsResult     *result,
                                     HfsTone       *tones);
void      hfs_palette_assign_courses (HfsTimeline     *timeline,
                                     HfsTone       *tones);
double    hfs_colour_get_contrast   (HfsColour      a,
                                     HfsColour      b);

G_END_DECLS
