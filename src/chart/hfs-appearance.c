/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-appearance.h"

static const char * const keys[HFS_N_APPEARANCES] = { "light", "dark", "high-contrast", "high-contrast-dark" };

/**
 * hfs_appearance_get_key:
 *
 * Returns: (transfer none): the word of the command line
 */
const char *
hfs_appearance_get_key (HfsAppearance appearance)
{
  return keys[appearance];
}

/**
 * hfs_appearance_from_key:
 * @key: a word of the command line
 * @appearance: (out): the appearance
 *
 * Returns: whether there is an appearance of this name
 */
gboolean
hfs_appearance_from_key (const char    *key,
                         HfsAppearance *appearance)
{
  for (guint i = 0; i < HFS_N_APPEARANCES; i++)
    if (g_str_equal (key, keys[i]))
      {
        *appearance = i;
        return TRUE;
      }
  return FALSE;
}
