/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column.h"

G_BEGIN_DECLS

/**
 * HfsCells:
 * @n_cells: how many different combinations there are
 * @n_columns: of how many columns
 * @codes: the cell of each row
 * @values: for each column the value of each cell
 *
 * The combinations of values that models have in several columns. There are a few thousand of them where
 * there are millions of models, so what is asked again and again is answered from the sums of the cells.
 */
typedef struct
{
  guint n_cells;
  guint n_columns;
  HfsColumn codes;
  guint32 **values;
} HfsCells;

HfsCells *hfs_cells_new  (const HfsColumn *columns,
                          const guint     *n_values,
                          guint            n_columns,
                          guint            n_rows);
void      hfs_cells_free (HfsCells        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsCells, hfs_cells_free)

G_END_DECLS
