/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer.h"

#include "hfs-result-private.h"
#include "hfs-size.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static int
compare_by_value (gconstpointer a,
                  gconstpointer b)
{
  const HfsTally *left = a, *right = b;

  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
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
  const HfsTally *left = a, *right = b;

  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  if (left->before != right->before)
    return left->before < right->before ? 1 : -1;
  return g_strcmp0 (left->key, right->key);
}

/* Brings the first @n in order to the front, in no order among themselves (Hoare's selection). */
static void
select_first (HfsTally *tallies,
              guint     n_tallies,
              guint     n)
{
  gssize from = 0, to = (gssize) n_tallies - 1;

  while (from < to)
    {
      HfsTally pivot = tallies[from + (to - from) / 2];
      gssize i = from, j = to;

      while (i <= j)
        {
          while (compare_by_value (&tallies[i], &pivot) < 0)
            i++;
          while (compare_by_value (&tallies[j], &pivot) > 0)
            j--;
          if (i <= j)
            {
              HfsTally swapped = tallies[i];

              tallies[i++] = tallies[j];
              tallies[j--] = swapped;
            }
        }
      if ((gssize) n <= j)
        to = j;
      else if ((gssize) n >= i)
        from = i;
      else
        return;
    }
}

/* Puts the tallies in order by value and ranks the clear ones. Where only the first are shown, only they are sorted. */
static void
rank (HfsResult *result,
      GArray    *tallies,
      guint      top)
{
  HfsTally *all = (HfsTally *) (gpointer) tallies->data;
  guint sorted = tallies->len;

  if (result->before != NULL)
    {
      g_array_sort (tallies, compare_by_before);
      for (guint i = 0; i < tallies->len; i++)
        all[i].before_rank = all[i].kind == HFS_ROW_CLEAR && all[i].before > 0 ? i + 1 : 0;
    }
  if (top > 0 && top < tallies->len / 4)
    {
      select_first (all, tallies->len, top);
      sorted = top;
    }
  if (sorted > 0)
    qsort (all, sorted, sizeof *all, compare_by_value);
  for (guint i = 0; i < sorted; i++)
    all[i].rank = all[i].kind == HFS_ROW_CLEAR && all[i].value > 0 ? i + 1 : 0;
}

/* Sums the clear tallies after the first @top in one of their own, which comes before the unclear ones. */
static void
fold (GArray *tallies,
      guint   top)
{
  HfsTally other = { "other", HFS_ROW_OTHER, -1 };
  guint kept = MIN (top, tallies->len), n_folded = 0;

  for (guint i = kept; i < tallies->len; i++)
    {
      const HfsTally *tally = &g_array_index (tallies, HfsTally, i);

      if (tally->kind != HFS_ROW_CLEAR)
        {
          g_array_index (tallies, HfsTally, kept++) = *tally;
          continue;
        }
      other.value += tally->value;
      other.models += tally->models;
      other.before += tally->before;
      n_folded++;
    }
  g_array_set_size (tallies, kept);
  if (n_folded > 0)
    g_array_append_val (tallies, other);
  g_array_sort (tallies, compare_by_value);
}

/* Where a row stands in a dimension whose rows have an order of their own. */
static guint
natural_place (HfsDimensionId  dimension,
               const HfsTally *tally)
{
  if (dimension == HFS_DIMENSION_YEARS)
    return g_str_equal (tally->key, "earlier") ? 0 : (guint) g_ascii_strtoull (tally->key, NULL, 10);
  for (guint i = 0; i < HFS_N_SIZE_CLASSES; i++)
    if (g_str_equal (tally->key, hfs_size_class_get_key (i)))
      return i;
  return HFS_N_SIZE_CLASSES;
}

static int
compare_natural (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const HfsTally *left = a, *right = b;
  guint x = natural_place (GPOINTER_TO_UINT (user_data), left), y = natural_place (GPOINTER_TO_UINT (user_data), right);

  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  return x != y ? (x > y) - (x < y) : g_strcmp0 (left->key, right->key);
}

static HfsResultRow *
make_row (HfsDimensionId  dimension,
          const HfsTally *tally,
          gint64          denominator,
          gint64          before_denominator)
{
  g_autofree char *label = tally->kind == HFS_ROW_OTHER ? g_strdup (_("All others together"))
                                                        : hfs_dimension_dup_label (dimension, tally->key);
  HfsResultRow *row = hfs_result_row_new (tally->kind, tally->key, label);

  row->value = tally->value;
  row->models = tally->models;
  row->before = tally->before;
  row->rank = tally->rank;
  row->before_rank = tally->before_rank;
  row->share = denominator ? (double) row->value / denominator : 0;
  row->before_share = before_denominator ? (double) row->before / before_denominator : 0;
  return row;
}

/* Sums what the shares are of. */
static void
find_totals (HfsResult    *result,
             const GArray *tallies,
             gboolean      exclude)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      const HfsTally *tally = &g_array_index (tallies, HfsTally, i);

      result->total += tally->value;
      if (tally->kind == HFS_ROW_UNCLEAR && exclude)
        continue;
      result->denominator += tally->value;
      result->before_denominator += tally->before;
      result->n_models += tally->models;
    }
}

/* Whether a row without models is shown all the same: not when the reader chose which rows to see. */
static gboolean
is_always_there (HfsQuery       *query,
                 HfsDimensionId  dimension,
                 gboolean        unclear)
{
  return (unclear || dimension == HFS_DIMENSION_SIZES) && hfs_query_get_filter (query, dimension) == NULL;
}

/**
 * hfs_answer_tally:
 * @old_facet: (nullable): the facet of the snapshot compared with
 * @old_sums: (nullable): and its sums
 *
 * Lists the groups that have models in either snapshot, so that what is gone has a row too, and those that are always shown.
 *
 * Returns: (transfer full) (element-type HfsTally): the tallies, in any order
 */
GArray *
hfs_answer_tally (HfsQuery       *query,
                  HfsDimensionId  dimension,
                  const HfsFacet *facet,
                  const HfsSums  *sums,
                  const HfsFacet *old_facet,
                  const HfsSums  *old_sums)
{
  g_autoptr (GHashTable) places = old_facet ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  GArray *tallies = g_array_new (FALSE, TRUE, sizeof (HfsTally));

  for (guint i = 0; i < facet->keys->len; i++)
    {
      const char *key = g_ptr_array_index (facet->keys, i);
      gboolean unclear = hfs_dimension_is_unclear (dimension, key);
      HfsTally tally = { key, unclear ? HFS_ROW_UNCLEAR : HFS_ROW_CLEAR, i, sums->values[i], sums->models[i] };

      if (tally.models == 0 && !is_always_there (query, dimension, unclear))
        continue;
      g_array_append_val (tallies, tally);
      if (places != NULL)
        g_hash_table_insert (places, (gpointer) key, GUINT_TO_POINTER (tallies->len));
    }
  for (guint i = 0; old_facet != NULL && i < old_facet->keys->len; i++)
    {
      const char *key = g_ptr_array_index (old_facet->keys, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
      HfsTally gone = { key, hfs_dimension_is_unclear (dimension, key) ? HFS_ROW_UNCLEAR : HFS_ROW_CLEAR, -1,
                        .before = old_sums->values[i] };

      if (place > 0)
        g_array_index (tallies, HfsTally, place - 1).before = old_sums->values[i];
      else if (old_sums->models[i] > 0)
        g_array_append_val (tallies, gone);
    }
  return tallies;
}

/**
 * hfs_answer_finish:
 * @tallies: (element-type HfsTally): all rows with values, in any order; left as the rows that the result has
 *
 * Puts the rows in order, sums those after the top, and computes shares last.
 */
void
hfs_answer_finish (HfsResult *result,
                   GArray    *tallies)
{
  HfsDimensionId dimension = hfs_query_get_dimension (result->query);
  guint top = hfs_query_get_top (result->query), kept = 0;
  gboolean exclude = !hfs_query_get_shows_unknown (result->query);

  rank (result, tallies, top);
  if (top > 0)
    fold (tallies, top);
  if (hfs_dimension_get (dimension)->natural_order)
    g_array_sort_with_data (tallies, compare_natural, GUINT_TO_POINTER (dimension));
  find_totals (result, tallies, exclude);
  for (guint i = 0; i < tallies->len; i++)
    {
      HfsTally *tally = &g_array_index (tallies, HfsTally, i);

      if (tally->kind == HFS_ROW_UNCLEAR && exclude)
        continue;
      g_ptr_array_add (result->rows, make_row (dimension, tally, result->denominator, result->before_denominator));
      g_array_index (tallies, HfsTally, kept++) = *tally;
    }
  g_array_set_size (tallies, kept);
}
