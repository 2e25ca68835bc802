/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HfsColumn:
 * @data: (nullable): the values, one a row; %NULL when the column is not there
 * @width: bytes of a value: 1, 2 or 4 without a sign, 8 with one
 *
 * One value a row, as narrow as the largest of them allows: what a pass over
 * all models costs is the bytes it reads. Borrowed from its snapshot or facet.
 */
typedef struct
{
  gconstpointer data;
  guint width;
} HfsColumn;

/**
 * hfs_column_width_for:
 * @largest: the largest value of a column
 *
 * Returns: the width that holds it
 */
static inline guint
hfs_column_width_for (guint64 largest)
{
  return largest <= G_MAXUINT8 ? 1 : largest <= G_MAXUINT16 ? 2 : largest <= G_MAXUINT32 ? 4 : 8;
}

/**
 * hfs_column_get:
 *
 * Returns: the value of @row
 */
static inline gint64
hfs_column_get (HfsColumn column,
                gsize     row)
{
  switch (column.width)
    {
    case 1:
      return ((const guint8 *) column.data)[row];
    case 2:
      return ((const guint16 *) column.data)[row];
    case 4:
      return ((const guint32 *) column.data)[row];
    default:
      return ((const gint64 *) column.data)[row];
    }
}

/**
 * hfs_column_set:
 * @data: values of @width bytes
 *
 * Writes one value of a column that is being made.
 */
static inline void
hfs_column_set (gpointer data,
                guint    width,
                gsize    row,
                gint64   value)
{
  switch (width)
    {
    case 1:
      ((guint8 *) data)[row] = (guint8) value;
      break;
    case 2:
      ((guint16 *) data)[row] = (guint16) value;
      break;
    case 4:
      ((guint32 *) data)[row] = (guint32) value;
      break;
    default:
      ((gint64 *) data)[row] = value;
      break;
    }
}

G_END_DECLS
