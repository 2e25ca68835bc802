/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-lineage.h"

/* Longer chains are not known to exist; a ring of base models would never end. */
#define MAX_STEPS 64

/**
 * hfs_lineage_find_root:
 * @row: a model
 *
 * Follows the base models to the one that the others are made from. It may be outside the snapshot:
 * the id of a base model tells its publisher all the same.
 *
 * Returns: (transfer none) (nullable): the id of the first model, or %NULL when @row states no base
 *   model or the base models form a ring
 */
const char *
hfs_lineage_find_root (HfsSnapshot *snapshot,
                       guint        row)
{
  const char *root = NULL;

  for (guint step = 0; step < MAX_STEPS; step++)
    {
      const char *base = hfs_snapshot_get_base_model (snapshot, row);

      if (base == NULL)
        return root;
      root = base;
      if (!hfs_snapshot_find_model (snapshot, base, &row))
        return root;
    }
  return NULL;
}
