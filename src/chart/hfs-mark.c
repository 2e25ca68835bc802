/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-mark.h"

/**
 * hfs_mark_clear:
 *
 * Frees the texts of a mark, but not the mark.
 */
void
hfs_mark_clear (HfsMark *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self->spoken);
}

/**
 * hfs_mark_emphasis_get_fill:
 *
 * Returns: how a mark is filled: told apart without colour
 */
HfsFill
hfs_mark_emphasis_get_fill (HfsMarkEmphasis emphasis)
{
  return emphasis == HFS_MARK_UNCLEAR ? HFS_FILL_HATCHED : emphasis == HFS_MARK_OTHER ? HFS_FILL_OUTLINED : HFS_FILL_SOLID;
}

/**
 * hfs_mark_emphasis_get_tone:
 *
 * Returns: the tone of a mark; those of series are given by hfs_palette_assign_series() instead
 */
HfsTone
hfs_mark_emphasis_get_tone (HfsMarkEmphasis emphasis)
{
  static const HfsTone tones[] = { HFS_TONE_STRONG, HFS_TONE_RECEDING, HFS_TONE_OTHER, HFS_TONE_UNCLEAR, HFS_TONE_SERIES_1 };

  return tones[emphasis];
}
