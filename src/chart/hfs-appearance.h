/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsAppearance:
 * @HFS_APPEARANCE_LIGHT: for a white page and the light look of the desktop
 * @HFS_APPEARANCE_DARK: for the dark look
 * @HFS_APPEARANCE_HIGH_CONTRAST: light, with stronger contrast
 * @HFS_APPEARANCE_HIGH_CONTRAST_DARK: dark, with stronger contrast
 *
 * For which background, and how strongly, a chart is painted.
 */
typedef enum
{
  HFS_APPEARANCE_LIGHT,
  HFS_APPEARANCE_DARK,
  HFS_APPEARANCE_HIGH_CONTRAST,
  HFS_APPEARANCE_HIGH_CONTRAST_DARK,
  HFS_N_APPEARANCES,
} HfsAppearance;

const char *hfs_appearance_get_key  (HfsAppearance  appearance);
gboolean    hfs_appearance_from_key (const char    *key,
                                     HfsAppearance *appearance);

G_END_DECLS
