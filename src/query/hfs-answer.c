/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer.h"

#include "hfs-result-private.h"

#include <glib/gi18n-lib.h>

static int
compare_by_value (gconstpointer a,
                  gconstpointer b)
{
  const HfsResultRow *left = *(const HfsResultRow * const *) a, *right = *(const HfsResultRow * const *) b;

  if (left->kind != right->kind)
    return left->kind - right->kind;
  if (left->value != right->value)
    return left->value < right->value ? 1 : -1;
  if (left->before != right->before)
    return left->before < right->before ? 1 : -1;
  return g_strcmp0 (left->key, right->key);
}

static int
compare_by_before (gconstpointer a,
                   gconstpointer b)
{
  const HfsResultRow *left = *(const HfsResultRow * const *) a, *right = *(const HfsResultRow * const *) b;

  if (left->kind != right->kind)
    return left->kind - right->kind;
  if (left->before != right->before)
    return left->before < right->before ? 1 : -1;
  return g_strcmp0 (left->key, right->key);
}

/* Ranks the clear rows by value, and leaves the rows in that order. */
static void
rank_rows (HfsResult *result,
           GPtrArray *rows)
{
  if (result->before != NULL)
    {
      g_ptr_array_sort (rows, compare_by_before);
      for (guint i = 0; i < rows->len; i++)
        {
          HfsResultRow *row = g_ptr_array_index (rows, i);

          row->before_rank = row->kind == HFS_ROW_CLEAR && row->before > 0 ? i + 1 : 0;
        }
    }
  g_ptr_array_sort (rows, compare_by_value);
  for (guint i = 0; i < rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (rows, i);

      row->rank = row->kind == HFS_ROW_CLEAR && row->value > 0 ? i + 1 : 0;
    }
}

/* Sums the clear rows after the first @top in a row of their own. */
static void
fold_rows (GPtrArray *rows,
           guint      top)
{
  HfsResultRow *other = NULL;
  guint first = top;

  while (first < rows->len)
    {
      HfsResultRow *row = g_ptr_array_index (rows, first);

      if (row->kind != HFS_ROW_CLEAR)
        {
          first++;
          continue;
        }
      if (other == NULL)
        other = hfs_result_row_new (HFS_ROW_OTHER, "other", _("All others together"));
      other->value += row->value;
      other->models += row->models;
      other->before += row->before;
      hfs_result_row_free (g_ptr_array_steal_index (rows, first));
    }
  if (other != NULL)
    g_ptr_array_insert (rows, MIN (top, rows->len), other);
}

/**
 * hfs_answer_finish:
 * @rows: (transfer container) (element-type HfsResultRow): all rows with values, in any order
 *
 * Puts the rows in order, sums those after the top, and computes shares last.
 */
void
hfs_answer_finish (HfsResult *result,
                   GPtrArray *rows)
{
  guint top = hfs_query_get_top (result->query);
  gint64 before_total = 0;
  gboolean exclude = !hfs_query_get_shows_unknown (result->query);

  rank_rows (result, rows);
  if (top > 0)
    fold_rows (rows, top);
  for (guint i = 0; i < rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (rows, i);

      result->total += row->value;
      if (row->kind != HFS_ROW_UNCLEAR || !exclude)
        {
          result->denominator += row->value;
          before_total += row->before;
        }
    }
  result->before_denominator = before_total;
  for (guint i = 0; i < rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (rows, i);

      if (row->kind == HFS_ROW_UNCLEAR && exclude)
        {
          result->n_models -= row->models;
          hfs_result_row_free (row);
          continue;
        }
      row->share = result->denominator ? (double) row->value / result->denominator : 0;
      row->before_share = before_total ? (double) row->before / before_total : 0;
      g_ptr_array_add (result->rows, row);
    }
  g_ptr_array_free (rows, TRUE);
}
