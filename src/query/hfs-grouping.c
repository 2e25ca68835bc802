/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-grouping.h"

/**
 * hfs_population_has:
 *
 * Returns: whether the filters let @row through
 */
gboolean
hfs_population_has (const HfsPopulation *self,
                    guint                row)
{
  return self->mask == NULL || self->mask[row];
}

/**
 * hfs_population_value:
 *
 * Returns: what is counted of @row
 */
gint64
hfs_population_value (const HfsPopulation *self,
                      guint                row)
{
  return self->values ? self->values[row] : 1;
}

/**
 * hfs_grouping_sum:
 * @codes: the group of each model
 * @n_groups: all codes are below
 *
 * Sums the population by group in one pass.
 *
 * Returns: (transfer full): the sums
 */
HfsSums *
hfs_grouping_sum (const HfsPopulation *population,
                  const guint         *codes,
                  guint                n_groups)
{
  HfsSums *sums = g_new0 (HfsSums, 1);

  sums->values = g_new0 (gint64, n_groups);
  sums->models = g_new0 (gint64, n_groups);
  for (guint row = 0; row < population->n_rows; row++)
    if (hfs_population_has (population, row))
      {
        sums->values[codes[row]] += hfs_population_value (population, row);
        sums->models[codes[row]]++;
      }
  return sums;
}

/**
 * hfs_grouping_cross:
 * @codes: the group of each model
 * @row_of_code: the row that each group is summed in, -1 for none
 * @by_codes: the group of each model in the second dimension
 * @column_of_code: the column that each of those is summed in, -1 for none
 *
 * Sums the population by two dimensions.
 *
 * Returns: (transfer full) (array): @n_rows × @n_columns sums, row by row
 */
gint64 *
hfs_grouping_cross (const HfsPopulation *population,
                    const guint         *codes,
                    const int           *row_of_code,
                    guint                n_rows,
                    const guint         *by_codes,
                    const int           *column_of_code,
                    guint                n_columns)
{
  gint64 *cells = g_new0 (gint64, MAX ((gsize) n_rows * n_columns, 1));

  for (guint row = 0; row < population->n_rows; row++)
    if (hfs_population_has (population, row))
      {
        int y = row_of_code[codes[row]], x = column_of_code[by_codes[row]];

        if (y >= 0 && x >= 0)
          cells[(gsize) y * n_columns + x] += hfs_population_value (population, row);
      }
  return cells;
}

/**
 * hfs_sums_free:
 *
 * Frees @sums.
 */
void
hfs_sums_free (HfsSums *sums)
{
  g_free (sums->values);
  g_free (sums->models);
  g_free (sums);
}
