/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-section.h"

/**
 * hfs_section_new_ordered:
 * @column: numbers
 * @order: (array length=n): for each row of the section the row of @column
 * @width: bytes of a number; 0 for as few as the largest needs
 *
 * Puts a column in order. What is below zero becomes zero.
 *
 * Returns: the section, which owns its bytes
 */
HfsSection
hfs_section_new_ordered (HfsColumn    column,
                         const guint *order,
                         guint        n,
                         guint        width)
{
  gint64 largest = 0;
  gpointer data;

  for (guint i = 0; i < n; i++)
    largest = MAX (largest, hfs_column_get (column, i));
  if (width == 0)
    width = hfs_column_width_for (largest);
  data = g_malloc0 ((gsize) n * width);
  for (guint i = 0; i < n; i++)
    hfs_column_set (data, width, i, MAX (hfs_column_get (column, order[i]), 0));
  return (HfsSection) { g_bytes_new_take (data, (gsize) n * width), width };
}

/**
 * hfs_section_take_array:
 * @array: (transfer full): numbers
 *
 * Returns: the section, which owns its bytes
 */
HfsSection
hfs_section_take_array (GArray *array)
{
  guint width = g_array_get_element_size (array);
  gsize length;
  gpointer data = g_array_steal (array, &length);

  g_array_unref (array);
  return (HfsSection) { g_bytes_new_take (data, length * width), width };
}

/**
 * hfs_section_take_dictionary:
 * @sections: (out caller-allocates) (array fixed-size=3): text, offsets and slots
 * @dictionary: (transfer full): words
 *
 * Makes sections of a dictionary.
 */
void
hfs_section_take_dictionary (HfsSection    *sections,
                             HfsDictionary *dictionary)
{
  sections[0] = (HfsSection) { g_bytes_ref (hfs_dictionary_get_text (dictionary)), 1 };
  sections[1] = (HfsSection) { g_bytes_ref (hfs_dictionary_get_offsets (dictionary)), sizeof (guint32) };
  sections[2] = (HfsSection) { g_bytes_ref (hfs_dictionary_get_slots (dictionary)), sizeof (guint32) };
  g_object_unref (dictionary);
}
