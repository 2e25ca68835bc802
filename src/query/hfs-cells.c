/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-cells.h"

/* A table of combinations with open addressing, at most half full. */
typedef struct
{
  guint64 *keys;   /* (owned): plus one, 0 where free */
  guint32 *codes;  /* (owned) */
  guint bits;      /* of the number of places */
  guint n;
} Table;

static void
table_init (Table *table,
            guint  bits)
{
  *table = (Table) { g_new0 (guint64, (gsize) 1 << bits), g_new (guint32, (gsize) 1 << bits), bits, 0 };
}

static void
table_clear (Table *table)
{
  g_free (table->keys);
  g_free (table->codes);
}

/* Multiplying spreads the low bits over the high ones, which choose the place (Fibonacci hashing). */
static gsize
find_place (const Table *table,
            guint64      key)
{
  gsize mask = ((gsize) 1 << table->bits) - 1;
  gsize place = (key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - table->bits);

  while (table->keys[place] != 0 && table->keys[place] != key + 1)
    place = (place + 1) & mask;
  return place;
}

static void
table_grow (Table *table)
{
  Table larger;

  table_init (&larger, table->bits + 1);
  larger.n = table->n;
  for (gsize i = 0; i < (gsize) 1 << table->bits; i++)
    if (table->keys[i] != 0)
      {
        gsize place = find_place (&larger, table->keys[i] - 1);

        larger.keys[place] = table->keys[i];
        larger.codes[place] = table->codes[i];
      }
  table_clear (table);
  *table = larger;
}

static guint32
table_add (Table   *table,
           guint64  key)
{
  gsize place = find_place (table, key);

  if (table->keys[place] != 0)
    return table->codes[place];
  if ((guint64) table->n * 2 >= (guint64) 1 << table->bits)
    {
      table_grow (table);
      place = find_place (table, key);
    }
  table->keys[place] = key + 1;
  return table->codes[place] = table->n++;
}

/* Makes the codes those of the combinations of the codes so far with the columns from @from and below @to. */
static guint
combine (guint32         *codes,
         guint            n_rows,
         const HfsColumn *columns,
         const guint     *n_values,
         guint            from,
         guint            to)
{
  guint64 last_key = G_MAXUINT64;
  guint32 last_code = 0;
  Table table;
  guint n;

  table_init (&table, 12);
  for (guint row = 0; row < n_rows; row++)
    {
      guint64 key = codes[row];

      for (guint i = from; i < to; i++)
        key = key * n_values[i] + hfs_column_get (columns[i], row);
      if (key != last_key)
        last_code = table_add (&table, key);
      last_key = key;
      codes[row] = last_code;
    }
  n = table.n;
  table_clear (&table);
  return n;
}

/**
 * hfs_cells_new:
 * @columns: (array length=n_columns): codes
 * @n_values: (array length=n_columns): all codes of a column are below
 *
 * Finds the combinations that the rows have, as many columns in one pass as a number of 64 bits can tell apart.
 *
 * Returns: (transfer full): the cells
 */
HfsCells *
hfs_cells_new (const HfsColumn *columns,
               const guint     *n_values,
               guint            n_columns,
               guint            n_rows)
{
  HfsCells *self = g_new0 (HfsCells, 1);
  guint32 *codes = g_new0 (guint32, MAX (n_rows, 1));
  g_autofree guint32 *rows = NULL;

  self->n_columns = n_columns;
  self->n_cells = MIN (n_rows, 1);
  self->codes = (HfsColumn) { codes, sizeof *codes };
  for (guint from = 0, to; from < n_columns; from = to)
    {
      guint64 most = MAX (self->n_cells, 1);

      for (to = from; to < n_columns && most < G_MAXINT64 / MAX (n_values[to], 1); to++)
        most *= MAX (n_values[to], 1);
      self->n_cells = combine (codes, n_rows, columns, n_values, from, to);
    }
  rows = g_new (guint32, MAX (self->n_cells, 1));
  for (guint row = n_rows; row > 0; row--)
    rows[codes[row - 1]] = row - 1;
  self->values = g_new (guint32 *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->values[i] = g_new (guint32, MAX (self->n_cells, 1));
      for (guint cell = 0; cell < self->n_cells; cell++)
        self->values[i][cell] = hfs_column_get (columns[i], rows[cell]);
    }
  return self;
}

/**
 * hfs_cells_free:
 *
 * Frees @self.
 */
void
hfs_cells_free (HfsCells *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->values[i]);
  g_free (self->values);
  g_free ((gpointer) self->codes.data);
  g_free (self);
}
