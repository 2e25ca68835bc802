/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshot-order.h"

#include <string.h>

/* What the order of rows is decided by; the first letters of the id decide nearly all ties. */
typedef struct
{
  gint64 downloads;
  guint64 letters;
  guint32 row;
} Rank;

/* Most downloads first; a row that does not state them comes last; ties by id. */
static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Rank *left = a, *right = b;
  HfsDictionaryBuilder *names = user_data;

  if (left->downloads != right->downloads)
    return left->downloads < right->downloads ? 1 : -1;
  if (left->letters != right->letters)
    return left->letters < right->letters ? -1 : 1;
  return strcmp (hfs_dictionary_builder_get_word (names, left->row), hfs_dictionary_builder_get_word (names, right->row));
}

/**
 * hfs_snapshot_order_new:
 * @names: the ids of the models; the code of an id is its place in @downloads
 * @downloads: (array): of each model, %HFS_COUNT_ABSENT where it does not state them
 *
 * Orders models as the rows of a snapshot are: most downloads first, those that do not state them last, ties by id.
 *
 * Returns: (transfer full) (array): for each row the code of its model
 */
guint *
hfs_snapshot_order_new (HfsDictionaryBuilder *names,
                        const gint64         *downloads)
{
  guint n = hfs_dictionary_builder_get_size (names);
  g_autofree Rank *ranks = g_new (Rank, n);
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      char letters[sizeof (guint64)] = "";
      const char *id = hfs_dictionary_builder_get_word (names, i);

      memcpy (letters, id, strnlen (id, sizeof letters));
      memcpy (&ranks[i].letters, letters, sizeof letters);
      ranks[i].letters = GUINT64_FROM_BE (ranks[i].letters);
      ranks[i].downloads = downloads[i];
      ranks[i].row = i;
    }
  g_qsort_with_data (ranks, n, sizeof *ranks, compare_ranks, names);
  for (guint i = 0; i < n; i++)
    order[i] = ranks[i].row;
  return order;
}
