/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer.h"

#include "hfs-countries.h"
#include "hfs-result-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More parts than colours that can be told apart would be a picture nobody reads. */
#define MAX_SERIES 8

static const HfsFacet *
get_facet (HfsResult           *result,
           const HfsPopulation *population,
           HfsDimensionId       dimension)
{
  return hfs_facets_get (population->facets, dimension, hfs_query_get_attribution (result->query),
                         hfs_query_get_credit (result->query));
}

static void
add_publisher_facts (HfsResult     *result,
                     HfsPublishers *publishers,
                     HfsResultRow  *row)
{
  const HfsPublisher *publisher = hfs_publishers_lookup (publishers, hfs_query_get_attribution (result->query), row->key);

  row->facts = g_new0 (HfsModelFacts, 1);
  row->facts->publisher = g_strdup (row->key);
  row->facts->country = g_strdup (publisher ? publisher->country : HFS_COUNTRY_UNKNOWN);
  row->facts->developer_type = g_strdup (hfs_developer_type_get_key (publisher ? publisher->type : HFS_DEVELOPER_UNKNOWN));
}

static HfsResultRow *
new_row (HfsDimensionId  dimension,
         const char     *key)
{
  g_autofree char *label = hfs_dimension_dup_label (dimension, key);

  return hfs_result_row_new (hfs_dimension_is_unclear (dimension, key) ? HFS_ROW_UNCLEAR : HFS_ROW_CLEAR, key, label);
}

/* Whether a row without models is shown all the same: not when the reader chose which rows to see. */
static gboolean
is_always_there (HfsResult      *result,
                 HfsDimensionId  dimension,
                 const char     *key)
{
  if (hfs_query_get_filter (result->query, dimension) != NULL)
    return FALSE;
  return dimension == HFS_DIMENSION_SIZES || hfs_dimension_is_unclear (dimension, key);
}

/* The rows of both snapshots, so that what is gone has a row too. */
static GPtrArray *
collect_rows (HfsResult      *result,
              HfsDimensionId  dimension,
              const HfsFacet *facet,
              const HfsSums  *sums,
              const HfsFacet *old_facet,
              const HfsSums  *old_sums)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < facet->keys->len; i++)
    {
      const char *key = g_ptr_array_index (facet->keys, i);
      HfsResultRow *row;

      if (sums->models[i] == 0 && !is_always_there (result, dimension, key))
        continue;
      row = new_row (dimension, key);
      row->value = sums->values[i];
      row->models = sums->models[i];
      result->n_models += row->models;
      g_ptr_array_add (rows, row);
      g_hash_table_insert (by_key, row->key, row);
    }
  for (guint i = 0; old_facet != NULL && i < old_facet->keys->len; i++)
    {
      const char *key = g_ptr_array_index (old_facet->keys, i);
      HfsResultRow *row = g_hash_table_lookup (by_key, key);

      if (row == NULL)
        {
          if (old_sums->models[i] == 0)
            continue;
          row = new_row (dimension, key);
          g_ptr_array_add (rows, row);
        }
      row->before = old_sums->values[i];
    }
  return rows;
}

static int
compare_natural (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const HfsResultRow *left = *(const HfsResultRow * const *) a, *right = *(const HfsResultRow * const *) b;
  const HfsFacet *facet = user_data;

  if (left->kind != right->kind)
    return left->kind - right->kind;
  /* Years by number, after "earlier"; sizes by class, as their facet has them. */
  if (g_ascii_isdigit (left->key[0]) && g_ascii_isdigit (right->key[0]) && left->key[4] == '\0')
    return g_strcmp0 (left->key, right->key);
  if (g_str_equal (left->key, "earlier") || g_str_equal (right->key, "earlier"))
    return g_str_equal (left->key, "earlier") ? -1 : 1;
  return hfs_facet_find (facet, left->key) - hfs_facet_find (facet, right->key);
}

/* Whether the key has a row of its own; a license may be called "other" too. */
static gboolean
is_apart (HfsResult  *parts,
          const char *key)
{
  for (guint i = 0; i < parts->rows->len; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (parts, i);

      if (row->kind != HFS_ROW_OTHER && g_str_equal (row->key, key))
        return TRUE;
    }
  return FALSE;
}

/* The largest parts of the second dimension; the rest in one. */
static void
choose_series (HfsResult           *result,
               HfsDimensionId       by,
               const HfsPopulation *population,
               const HfsFacet      *facet,
               int                 *column_of_code)
{
  g_autoptr (HfsSums) sums = hfs_grouping_sum (population, facet->codes, facet->keys->len);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_result_row_free);
  g_autoptr (HfsQuery) plain = NULL;
  HfsResult *parts = g_object_new (HFS_TYPE_RESULT, NULL);
  g_autofree char *top = g_strdup_printf ("%d", MAX_SERIES - 1);

  /* The parts are themselves the answer to a query, so order and folding come from the same place. */
  plain = hfs_query_parse (hfs_dimension_get (by)->name, NULL);
  parts->query = facet->keys->len > MAX_SERIES ? hfs_query_with (plain, "top", top, NULL) : g_object_ref (plain);
  hfs_answer_finish (parts, collect_rows (parts, by, facet, sums, NULL, NULL));
  if (hfs_dimension_get (by)->natural_order)
    g_ptr_array_sort_with_data (parts->rows, compare_natural, (gpointer) facet);

  for (guint i = 0; i < facet->keys->len; i++)
    column_of_code[i] = -1;
  for (guint i = 0; i < parts->rows->len; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (parts, i);
      int code = hfs_facet_find (facet, row->key);

      if (row->value == 0 && row->kind != HFS_ROW_CLEAR)
        continue;
      if (row->kind != HFS_ROW_OTHER)
        column_of_code[code] = result->series->len;
      else
        for (guint j = 0; j < facet->keys->len; j++)
          if (!is_apart (parts, g_ptr_array_index (facet->keys, j)))
            column_of_code[j] = result->series->len;
      g_ptr_array_add (result->series, hfs_series_new (row->kind, row->key, row->label));
    }
  g_object_unref (parts);
}

/* Divides each row by the second dimension. */
static void
add_series (HfsResult           *result,
            HfsDimensionId       by,
            const HfsPopulation *population,
            const HfsFacet      *facet)
{
  const HfsFacet *by_facet = get_facet (result, population, by);
  g_autofree int *row_of_code = g_new (int, facet->keys->len);
  g_autofree int *column_of_code = g_new (int, by_facet->keys->len);
  g_autofree gint64 *cells = NULL;
  int other = -1;

  choose_series (result, by, population, by_facet, column_of_code);
  for (guint i = 0; i < result->rows->len; i++)
    if (hfs_result_get_row (result, i)->kind == HFS_ROW_OTHER)
      other = i;
  for (guint i = 0; i < facet->keys->len; i++)
    row_of_code[i] = hfs_dimension_is_unclear (hfs_query_get_dimension (result->query), g_ptr_array_index (facet->keys, i))
                     ? -1 : other;
  for (guint i = 0; i < result->rows->len; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      int code = hfs_facet_find (facet, row->key);

      if (code >= 0 && row->kind != HFS_ROW_OTHER)
        row_of_code[code] = i;
    }
  cells = hfs_grouping_cross (population, facet->codes, row_of_code, result->rows->len,
                              by_facet->codes, column_of_code, result->series->len);
  for (guint i = 0; i < result->rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);

      row->series = g_memdup2 (cells + (gsize) i * result->series->len, result->series->len * sizeof (gint64));
    }
}

/* The publisher with most weight whose place was a decision that could have gone another way. */
static void
find_decisive_publisher (HfsResult           *result,
                         HfsPublishers       *publishers,
                         const HfsPopulation *population)
{
  const HfsFacet *facet = get_facet (result, population, HFS_DIMENSION_PUBLISHERS);
  g_autoptr (HfsSums) sums = hfs_grouping_sum (population, facet->codes, facet->keys->len);

  for (guint i = 0; i < facet->keys->len; i++)
    {
      const HfsPublisher *publisher = hfs_publishers_lookup (publishers, hfs_query_get_attribution (result->query),
                                                             g_ptr_array_index (facet->keys, i));

      if (publisher == NULL || sums->values[i] <= result->decisive_value ||
          g_strcmp0 (publisher->confidence, "medium") != 0 || *publisher->note == '\0')
        continue;
      result->decisive = publisher;
      result->decisive_value = sums->values[i];
    }
}

/* How much of the total has a size that is not read from a name or taken from a base model. */
static double
find_measured_share (const HfsPopulation *population)
{
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (population->facets);
  gint64 measured = 0, total = 0;

  for (guint row = 0; row < population->n_rows; row++)
    if (hfs_population_has (population, row))
      {
        gint64 value = hfs_population_value (population, row);

        total += value;
        if (hfs_size_source_is_measured (hfs_snapshot_get_size_source (snapshot, row)))
          measured += value;
      }
  return total > 0 ? (double) measured / total : 0;
}

/**
 * hfs_answer_groups:
 * @before: (nullable): the population of the snapshot compared with
 *
 * Answers a question whose rows are groups of models.
 */
void
hfs_answer_groups (HfsResult           *result,
                   HfsPublishers       *publishers,
                   const HfsPopulation *now,
                   const HfsPopulation *before)
{
  HfsDimensionId dimension = hfs_query_get_dimension (result->query), by;
  const HfsFacet *facet = get_facet (result, now, dimension);
  const HfsFacet *old_facet = before ? get_facet (result, before, dimension) : NULL;
  g_autoptr (HfsSums) sums = hfs_grouping_sum (now, facet->codes, facet->keys->len);
  g_autoptr (HfsSums) old_sums = before ? hfs_grouping_sum (before, old_facet->codes, old_facet->keys->len) : NULL;

  hfs_answer_finish (result, collect_rows (result, dimension, facet, sums, old_facet, old_sums));
  if (hfs_dimension_get (dimension)->natural_order)
    g_ptr_array_sort_with_data (result->rows, compare_natural, (gpointer) facet);
  if (dimension == HFS_DIMENSION_PUBLISHERS)
    for (guint i = 0; i < result->rows->len; i++)
      if (hfs_result_get_row (result, i)->kind == HFS_ROW_CLEAR)
        add_publisher_facts (result, publishers, g_ptr_array_index (result->rows, i));
  if (dimension == HFS_DIMENSION_COUNTRIES || dimension == HFS_DIMENSION_REGIONS ||
      dimension == HFS_DIMENSION_DEVELOPER_TYPES)
    {
      result->publishers = g_object_ref (publishers);
      find_decisive_publisher (result, publishers, now);
    }
  if (dimension == HFS_DIMENSION_SIZES)
    result->measured_share = find_measured_share (now);
  if (hfs_query_get_by (result->query, &by))
    add_series (result, by, now, facet);
}
