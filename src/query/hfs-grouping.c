/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-grouping.h"

#include "hfs-pass.h"

/*
 * The inner loops of the engine. A loop is written once, for any width of its columns, and always
 * inlined; the functions that choose by width call it with constants, so that the compiler makes one plain
 * loop for each combination.
 */

/* Sums of neighbouring rows go to different lanes: one that waits for the sum before it costs more than the adding.
 * Past this many groups they would no longer stay in the cache. */
#define LANES     4
#define MANY      1024

/* The sums of one group; both in one place, so that they come in with one look. */
typedef struct
{
  gint64 value;
  gint64 models;
} Cell;

/**
 * hfs_population_count:
 *
 * Returns: how many models the filters let through
 */
guint
hfs_population_count (const HfsPopulation *self)
{
  guint n = 0;

  if (self->mask == NULL)
    return self->n_rows;
  for (guint row = 0; row < self->n_rows; row++)
    n += self->mask[row];
  return n;
}

/**
 * hfs_population_collect:
 * @n_values: (out): how many models the filters let through
 *
 * Returns: (transfer full) (array length=n_values): what is counted of each of them, in the order of rows
 */
gint64 *
hfs_population_collect (const HfsPopulation *self,
                        guint               *n_values)
{
  gint64 *values = g_new (gint64, MAX (hfs_population_count (self), 1));

  *n_values = 0;
  for (guint row = 0; row < self->n_rows; row++)
    if (hfs_population_has (self, row))
      values[(*n_values)++] = hfs_population_value (self, row);
  return values;
}

/* What a pass that sums works on. */
typedef struct
{
  const HfsPopulation *population;
  HfsColumn codes;
  HfsColumn by_codes;        /* of a second dimension; without data when there is none */
  const int *row_of_code;
  const int *column_of_code;
  guint n_columns;
  guint n_cells;             /* and one more for what is not counted */
  guint lanes;
  Cell *cells[HFS_PASS_PARTS];
} Summing;

static inline __attribute__ ((always_inline)) void
sum_rows (const Summing *summing,
          Cell          *cells,
          guint          code_width,
          guint          value_width,
          guint          from,
          guint          to)
{
  const HfsColumn codes = { summing->codes.data, code_width }, values = { summing->population->counts.data, value_width };
  const guint8 *mask = summing->population->mask;
  const guint nowhere = summing->n_cells, lane_size = summing->lanes > 1 ? nowhere + 1 : 0;

  for (guint row = from; row < to; row++)
    {
      guint code = mask == NULL || mask[row] ? (guint) hfs_column_get (codes, row) : nowhere;
      Cell *cell = &cells[code + row % LANES * lane_size];

      cell->value += value_width ? hfs_column_get (values, row) : 1;
      cell->models++;
    }
}

static inline __attribute__ ((always_inline)) void
sum_rows_of_codes (const Summing *summing,
                   Cell          *cells,
                   guint          code_width,
                   guint          from,
                   guint          to)
{
  switch (summing->population->counts.data ? summing->population->counts.width : 0)
    {
    case 0:
      sum_rows (summing, cells, code_width, 0, from, to);
      break;
    case 1:
      sum_rows (summing, cells, code_width, 1, from, to);
      break;
    case 2:
      sum_rows (summing, cells, code_width, 2, from, to);
      break;
    case 4:
      sum_rows (summing, cells, code_width, 4, from, to);
      break;
    default:
      sum_rows (summing, cells, code_width, 8, from, to);
      break;
    }
}

static void
sum_part (guint    from,
          guint    to,
          guint    part,
          gpointer user_data)
{
  Summing *summing = user_data;
  Cell *cells = summing->cells[part] = g_new0 (Cell, (gsize) (summing->n_cells + 1) * summing->lanes);

  switch (summing->codes.width)
    {
    case 1:
      sum_rows_of_codes (summing, cells, 1, from, to);
      break;
    case 2:
      sum_rows_of_codes (summing, cells, 2, from, to);
      break;
    default:
      sum_rows_of_codes (summing, cells, 4, from, to);
      break;
    }
}

/* Adds up what the lanes and parts hold of one cell. */
static Cell
collect_cell (const Summing *summing,
              guint          code)
{
  Cell sum = { 0 };

  for (guint part = 0; part < HFS_PASS_PARTS && summing->cells[part] != NULL; part++)
    for (guint lane = 0; lane < summing->lanes; lane++)
      {
        const Cell *cell = &summing->cells[part][code + (gsize) lane * (summing->n_cells + 1)];

        sum.value += cell->value;
        sum.models += cell->models;
      }
  return sum;
}

static void
summing_clear (Summing *summing)
{
  for (guint part = 0; part < HFS_PASS_PARTS; part++)
    g_free (summing->cells[part]);
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
                  HfsColumn            codes,
                  guint                n_groups)
{
  HfsSums *sums = g_new0 (HfsSums, 1);
  Summing summing = { population, codes, .n_cells = n_groups, .lanes = n_groups < MANY ? LANES : 1 };

  sums->values = g_new0 (gint64, n_groups);
  sums->models = g_new0 (gint64, n_groups);
  hfs_pass_run (population->n_rows, sum_part, &summing);
  for (guint i = 0; i < n_groups; i++)
    {
      Cell cell = collect_cell (&summing, i);

      sums->values[i] = cell.value;
      sums->models[i] = cell.models;
    }
  summing_clear (&summing);
  return sums;
}

/* How many rows are looked at at once: what is read of them stays in the nearest cache. */
#define BLOCK 1024

static inline __attribute__ ((always_inline)) void
read_codes_of_width (HfsColumn  column,
                     guint      width,
                     guint      from,
                     guint      n,
                     guint32   *codes)
{
  const HfsColumn same = { column.data, width };

  for (guint i = 0; i < n; i++)
    codes[i] = (guint32) hfs_column_get (same, from + i);
}

/* Reads a piece of a column of codes. */
static void
read_codes (HfsColumn  column,
            guint      from,
            guint      n,
            guint32   *codes)
{
  if (column.width == 1)
    read_codes_of_width (column, 1, from, n, codes);
  else if (column.width == 2)
    read_codes_of_width (column, 2, from, n, codes);
  else
    read_codes_of_width (column, 4, from, n, codes);
}

static inline __attribute__ ((always_inline)) void
read_values_of_width (HfsColumn  column,
                      guint      width,
                      guint      from,
                      guint      n,
                      gint64    *values)
{
  const HfsColumn same = { column.data, width };

  for (guint i = 0; i < n; i++)
    values[i] = hfs_column_get (same, from + i);
}

/* Reads what is counted of a piece of the rows: 0 where a filter does not let them through. */
static void
read_values (const HfsPopulation *population,
             guint                from,
             guint                n,
             gint64              *values)
{
  HfsColumn counts = population->counts;

  if (counts.data == NULL)
    for (guint i = 0; i < n; i++)
      values[i] = 1;
  else if (counts.width == 4)
    read_values_of_width (counts, 4, from, n, values);
  else
    read_values_of_width (counts, counts.width, from, n, values);
  for (guint i = 0; population->mask != NULL && i < n; i++)
    values[i] &= -(gint64) population->mask[from + i];
}

static void
cross_part (guint    from,
            guint    to,
            guint    part,
            gpointer user_data)
{
  Summing *summing = user_data;
  const guint lane_size = summing->lanes > 1 ? summing->n_cells + 1 : 0;
  Cell *cells = summing->cells[part] = g_new0 (Cell, (gsize) (summing->n_cells + 1) * summing->lanes);
  guint32 codes[BLOCK], by_codes[BLOCK];
  gint64 values[BLOCK];

  for (; from < to; from += BLOCK)
    {
      guint n = MIN (BLOCK, to - from);

      read_codes (summing->codes, from, n, codes);
      read_codes (summing->by_codes, from, n, by_codes);
      read_values (summing->population, from, n, values);
      for (guint i = 0; i < n; i++)
        {
          int y = summing->row_of_code[codes[i]], x = summing->column_of_code[by_codes[i]];
          guint cell = y >= 0 && x >= 0 ? (guint) y * summing->n_columns + x : summing->n_cells;

          cells[cell + i % LANES * lane_size].value += values[i];
          cells[cell + i % LANES * lane_size].models += hfs_population_has (summing->population, from + i);
        }
    }
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
                    HfsColumn            codes,
                    const int           *row_of_code,
                    guint                n_rows,
                    HfsColumn            by_codes,
                    const int           *column_of_code,
                    guint                n_columns)
{
  Summing summing = { population, codes, by_codes, row_of_code, column_of_code, n_columns, n_rows * n_columns,
                      n_rows * n_columns < MANY ? LANES : 1 };
  gint64 *cells = g_new0 (gint64, MAX (summing.n_cells, 1));

  hfs_pass_run (population->n_rows, cross_part, &summing);
  for (guint i = 0; i < summing.n_cells; i++)
    cells[i] = collect_cell (&summing, i).value;
  summing_clear (&summing);
  return cells;
}

static int *
count_up (guint n)
{
  int *numbers = g_new (int, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    numbers[i] = i;
  return numbers;
}

/**
 * hfs_grouping_sum_pairs:
 * @n_groups: all of @codes are below
 * @n_by: all of @by_codes are below
 *
 * Sums the population by each pair of groups, in one pass.
 *
 * Returns: (transfer full): the sums, @n_by for each group
 */
HfsSums *
hfs_grouping_sum_pairs (const HfsPopulation *population,
                        HfsColumn            codes,
                        guint                n_groups,
                        HfsColumn            by_codes,
                        guint                n_by)
{
  g_autofree int *rows = count_up (n_groups), *columns = count_up (n_by);
  Summing summing = { population, codes, by_codes, rows, columns, n_by, n_groups * n_by,
                      n_groups * n_by < MANY ? LANES : 1 };
  HfsSums *sums = g_new0 (HfsSums, 1);

  hfs_pass_run (population->n_rows, cross_part, &summing);
  sums->values = g_new (gint64, MAX (summing.n_cells, 1));
  sums->models = g_new (gint64, MAX (summing.n_cells, 1));
  for (guint i = 0; i < summing.n_cells; i++)
    {
      Cell cell = collect_cell (&summing, i);

      sums->values[i] = cell.value;
      sums->models[i] = cell.models;
    }
  summing_clear (&summing);
  return sums;
}

/**
 * hfs_sums_fold:
 * @self: sums of pairs
 * @by_columns: whether to sum by the second group of the pairs, and not by the first
 *
 * Returns: (transfer full): the sums by one of the two groups
 */
HfsSums *
hfs_sums_fold (const HfsSums *self,
               guint          n_groups,
               guint          n_by,
               gboolean       by_columns)
{
  HfsSums *folded = g_new0 (HfsSums, 1);

  folded->values = g_new0 (gint64, MAX (by_columns ? n_by : n_groups, 1));
  folded->models = g_new0 (gint64, MAX (by_columns ? n_by : n_groups, 1));
  for (guint y = 0; y < n_groups; y++)
    for (guint x = 0; x < n_by; x++)
      {
        folded->values[by_columns ? x : y] += self->values[(gsize) y * n_by + x];
        folded->models[by_columns ? x : y] += self->models[(gsize) y * n_by + x];
      }
  return folded;
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
