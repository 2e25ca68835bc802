/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-top-models.h"

#include <string.h>

/* Whether row @a comes after row @b: less, or as much with a later id. */
static gboolean
is_after (const HfsPopulation *population,
          guint                a,
          guint                b)
{
  gint64 x = hfs_population_value (population, a), y = hfs_population_value (population, b);
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (population->facets);

  return x != y ? x < y : strcmp (hfs_snapshot_get_model_id (snapshot, a), hfs_snapshot_get_model_id (snapshot, b)) > 0;
}

/* Restores a heap whose first is the one that comes last, after @place was changed. */
static void
sift_down (const HfsPopulation *population,
           guint               *heap,
           guint                n,
           guint                place)
{
  while (TRUE)
    {
      guint child = 2 * place + 1, row = heap[place];

      if (child >= n)
        return;
      if (child + 1 < n && is_after (population, heap[child + 1], heap[child]))
        child++;
      if (!is_after (population, heap[child], row))
        return;
      heap[place] = heap[child];
      heap[child] = row;
      place = child;
    }
}

/**
 * hfs_top_models_find:
 * @top: how many
 * @n_models: (out): how many were found: @top, or fewer when there are no more
 *
 * Finds the models with the largest values, without sorting the others.
 *
 * Returns: (transfer full) (array length=n_models): their rows, the largest value first, ties by id
 */
guint *
hfs_top_models_find (const HfsPopulation *population,
                     guint                top,
                     guint               *n_models)
{
  guint *heap = g_new (guint, MAX (MIN (top, population->n_rows), 1)), n = 0;

  for (guint row = 0; row < population->n_rows; row++)
    {
      if (!hfs_population_has (population, row))
        continue;
      if (n < top)
        {
          heap[n++] = row;
          for (guint i = n / 2; n == top && i > 0; i--)
            sift_down (population, heap, n, i - 1);
        }
      else if (is_after (population, heap[0], row))
        {
          heap[0] = row;
          sift_down (population, heap, n, 0);
        }
    }
  for (guint i = n / 2; n < top && i > 0; i--)
    sift_down (population, heap, n, i - 1);
  *n_models = n;
  for (guint left = n; left > 1; )
    {
      guint last = heap[0];

      heap[0] = heap[--left];
      heap[left] = last;
      sift_down (population, heap, left, 0);
    }
  return heap;
}
