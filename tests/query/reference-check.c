/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How many parts a row is divided into at most. */
#define SERIES 8

/* One row of an answer. */
typedef struct
{
  char *key;
  HfsRowKind kind;
  gint64 value;
  gint64 models;
  gint64 before;
  gboolean there;       /* in the snapshot asked about */
  gboolean gone;        /* only in the other */
  gint64 rank;
  gint64 before_rank;
  GHashTable *parts;    /* (element-type utf8 gint64): by the key of the second dimension */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_hash_table_unref (row->parts);
  g_free (row);
}

static Row *
find_row (GHashTable     *rows,
          HfsDimensionId  dimension,
          const char     *key)
{
  Row *row = g_hash_table_lookup (rows, key);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->key = g_strdup (key);
      row->kind = hfs_dimension_is_unclear (dimension, key) ? HFS_ROW_UNCLEAR : HFS_ROW_CLEAR;
      row->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (rows, row->key, row);
    }
  return row;
}

static void
add_part (Row        *row,
          const char *key,
          gint64      value)
{
  gint64 *part = g_hash_table_lookup (row->parts, key);

  if (part == NULL)
    {
      part = g_new0 (gint64, 1);
      g_hash_table_insert (row->parts, g_strdup (key), part);
    }
  *part += value;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const Row *x = *(Row * const *) a, *y = *(Row * const *) b;

  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;
  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  if (x->before != y->before)
    return x->before > y->before ? -1 : 1;
  return strcmp (x->key, y->key);
}

static int
compare_before (gconstpointer a,
                gconstpointer b)
{
  const Row *x = *(Row * const *) a, *y = *(Row * const *) b;

  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;
  if (x->before != y->before)
    return x->before > y->before ? -1 : 1;
  return strcmp (x->key, y->key);
}

static int
place_of (const Row *row)
{
  static const char * const order[] = { "lt100m", "100m-1b", "1b-10b", "10b-30b", "30b-100b", "ge100b", "earlier" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_str_equal (row->key, order[i]))
      return i;
  return atoi (row->key);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Row *x = *(Row * const *) a, *y = *(Row * const *) b;

  return x->kind != y->kind ? (int) x->kind - (int) y->kind : place_of (x) - place_of (y);
}

static guint
find_depth (Reference *self,
            Reference *before)
{
  gint64 a, b;

  if (before == NULL)
    return self->models->len;
  a = self->complete ? G_MAXINT64 : self->most_downloaded > 0 ? self->most_downloaded : (gint64) self->models->len;
  b = before->complete ? G_MAXINT64 : before->most_downloaded > 0 ? before->most_downloaded : (gint64) before->models->len;
  return (guint) CLAMP (MIN (a, b), 1, G_MAXINT32);
}

/* Groups the models of @self; with @is_before they are those compared with. */
static void
collect (Reference      *self,
         HfsQuery       *query,
         HfsDimensionId  dimension,
         guint           depth,
         gboolean        is_before,
         GHashTable     *rows)
{
  HfsDimensionId by;
  gboolean has_by = hfs_query_get_by (query, &by);

  for (guint i = 0; i < MIN (depth, self->models->len); i++)
    {
      const ReferenceModel *model = g_ptr_array_index (self->models, i);
      gint64 value = reference_value (model, hfs_query_get_measure (query));
      g_autofree char *key = NULL, *part = NULL;
      Row *row;

      if (!reference_is_let_through (self, model, query))
        continue;
      key = reference_dup_key (self, model, dimension, query);
      row = find_row (rows, dimension, key);
      if (is_before)
        {
          row->before += value;
          row->gone = TRUE;
          continue;
        }
      row->value += value;
      row->models++;
      row->there = TRUE;
      if (has_by)
        {
          part = reference_dup_key (self, model, by, query);
          add_part (row, part, value);
        }
    }
}

static void
add_fixed_rows (GHashTable     *rows,
                HfsQuery       *query,
                HfsDimensionId  dimension)
{
  const HfsDimension *declared = hfs_dimension_get (dimension);

  if (hfs_query_get_filter (query, dimension) != NULL)
    return;
  for (guint i = 0; declared->unclear != NULL && declared->unclear[i] != NULL; i++)
    find_row (rows, dimension, declared->unclear[i]);
  for (guint i = 0; dimension == HFS_DIMENSION_SIZES && i < HFS_N_SIZE_CLASSES; i++)
    find_row (rows, dimension, hfs_size_class_get_key (i));
}

static GPtrArray *
sort_rows (GHashTable    *rows,
           GCompareFunc   compare)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (sorted, row);
  g_ptr_array_sort (sorted, compare);
  return sorted;
}

/* Puts the rows in order and sums all clear ones after the first @top in @other. */
static GPtrArray *
order_rows (GHashTable     *rows,
            HfsDimensionId  dimension,
            guint           top,
            Row            *other)
{
  g_autoptr (GPtrArray) before = sort_rows (rows, compare_before);
  g_autoptr (GPtrArray) sorted = sort_rows (rows, compare_values);
  GPtrArray *kept = g_ptr_array_new ();
  gboolean folded = FALSE;

  for (guint i = 0; i < before->len; i++)
    {
      Row *row = g_ptr_array_index (before, i);

      row->before_rank = row->kind == HFS_ROW_CLEAR && row->before > 0 ? i + 1 : 0;
    }
  for (guint i = 0; i < sorted->len; i++)
    {
      Row *row = g_ptr_array_index (sorted, i);

      row->rank = row->kind == HFS_ROW_CLEAR && row->value > 0 ? i + 1 : 0;
      if (top == 0 || i < top || row->kind != HFS_ROW_CLEAR)
        g_ptr_array_add (kept, row);
      else
        {
          GHashTableIter iter;
          gpointer key, value;

          folded = TRUE;
          other->value += row->value;
          other->models += row->models;
          other->before += row->before;
          g_hash_table_iter_init (&iter, row->parts);
          while (g_hash_table_iter_next (&iter, &key, &value))
            add_part (other, key, *(gint64 *) value);
        }
    }
  if (folded)
    g_ptr_array_add (kept, other);
  g_ptr_array_sort (kept, compare_values);
  if (hfs_dimension_get (dimension)->natural_order)
    g_ptr_array_sort (kept, compare_places);
  return kept;
}

/* The parts that rows are divided into: all, or the seven largest clear ones and the rest. */
static void
check_series (Reference *self,
              HfsQuery  *query,
              guint      depth,
              HfsResult *result,
              GPtrArray *kept)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, row_free);
  g_autoptr (HfsQuery) plain = hfs_query_parse ("countries", NULL);
  g_autoptr (GPtrArray) parts = NULL;
  HfsDimensionId by;
  Row other = { (char *) "other", HFS_ROW_OTHER };
  guint n = 0;

  if (!hfs_query_get_by (query, &by))
    {
      g_assert_cmpuint (hfs_result_get_n_series (result), ==, 0);
      return;
    }
  other.parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  collect (self, query, by, depth, FALSE, rows);
  add_fixed_rows (rows, plain, by);
  parts = order_rows (rows, by, g_hash_table_size (rows) > SERIES ? SERIES - 1 : 0, &other);
  for (guint i = 0; i < parts->len; i++)
    {
      const Row *part = g_ptr_array_index (parts, i);
      const HfsResultSeries *series;

      if (part->value == 0 && part->kind != HFS_ROW_CLEAR)
        continue;
      g_assert_cmpuint (n, <, hfs_result_get_n_series (result));
      series = hfs_result_get_series (result, n);
      g_assert_cmpstr (series->key, ==, part->key);
      g_assert_cmpint (series->kind, ==, part->kind);
      for (guint j = 0; j < kept->len; j++)
        {
          const Row *row = g_ptr_array_index (kept, j);
          gint64 value = 0;
          GHashTableIter iter;
          gpointer key, sum;

          g_hash_table_iter_init (&iter, row->parts);
          while (g_hash_table_iter_next (&iter, &key, &sum))
            {
              const Row *home = g_hash_table_lookup (rows, key);

              if (part->kind == HFS_ROW_OTHER ? !g_ptr_array_find (parts, home, NULL) : home == part)
                value += *(gint64 *) sum;
            }
          g_assert_cmpint (hfs_result_get_row (result, j)->series[n], ==, value);
        }
      n++;
    }
  g_assert_cmpuint (hfs_result_get_n_series (result), ==, n);
  g_hash_table_unref (other.parts);
}

static void
check_rows (HfsResult *result,
            GPtrArray *kept,
            gint64     denominator,
            gint64     before_denominator)
{
  g_assert_cmpuint (hfs_result_get_n_rows (result), ==, kept->len);
  for (guint i = 0; i < kept->len; i++)
    {
      const Row *row = g_ptr_array_index (kept, i);
      const HfsResultRow *found = hfs_result_get_row (result, i);

      g_assert_cmpstr (found->key, ==, row->key);
      g_assert_cmpint (found->kind, ==, row->kind);
      g_assert_cmpint (found->value, ==, row->value);
      g_assert_cmpint (found->models, ==, row->models);
      g_assert_cmpint (found->before, ==, row->before);
      g_assert_cmpint (found->rank, ==, row->rank);
      g_assert_cmpint (found->before_rank, ==, hfs_result_get_before (result) ? row->before_rank : 0);
      g_assert_cmpfloat_with_epsilon (found->share, denominator ? (double) row->value / denominator : 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (found->before_share, before_denominator ? (double) row->before / before_denominator : 0, 1e-12);
    }
}

static int
compare_falling (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x < y) - (x > y);
}

/* The values of all models that are let through, the largest first. */
static GArray *
collect_values (Reference *self,
                HfsQuery  *query,
                guint      depth)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self != NULL && i < MIN (depth, self->models->len); i++)
    {
      const ReferenceModel *model = g_ptr_array_index (self->models, i);
      gint64 value = reference_value (model, hfs_query_get_measure (query));

      if (reference_is_let_through (self, model, query))
        g_array_append_val (values, value);
    }
  g_array_sort (values, compare_falling);
  return values;
}

static gint64
sum_top (GArray *values,
         double  per_cent,
         guint  *n)
{
  gint64 sum = 0;

  *n = MIN (values->len, MAX (1, (guint) lround (values->len * per_cent / 100)));
  for (guint i = 0; i < *n; i++)
    sum += g_array_index (values, gint64, i);
  return sum;
}

/* The mean difference between any two models over twice the mean, straight from the definition. */
static double
find_gini (GArray *values)
{
  double differences = 0, sum = 0;

  for (guint i = 0; i < values->len; i++)
    {
      sum += g_array_index (values, gint64, i);
      for (guint j = 0; j < values->len; j++)
        differences += fabs ((double) g_array_index (values, gint64, i) - g_array_index (values, gint64, j));
    }
  return sum > 0 ? differences / (2.0 * values->len * sum) : 0;
}

static void
check_concentration (Reference *self,
                     Reference *before,
                     HfsQuery  *query,
                     HfsResult *result)
{
  static const struct { const char *key; double per_cent; } tops[] = {
    { "top-0.01", 0.01 }, { "top-0.1", 0.1 }, { "top-1", 1 }, { "top-10", 10 },
  };
  guint depth = find_depth (self, before), n, all;
  g_autoptr (GArray) values = collect_values (self, query, depth);
  g_autoptr (GArray) old = collect_values (before, query, depth);
  gint64 total = sum_top (values, 100, &all);

  g_assert_cmpint (hfs_result_get_total (result), ==, total);
  g_assert_cmpint (hfs_result_get_n_models (result), ==, values->len);
  g_assert_cmpuint (hfs_result_get_n_rows (result), ==, G_N_ELEMENTS (tops));
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      gint64 value = sum_top (values, tops[i].per_cent, &n);

      g_assert_cmpstr (row->key, ==, tops[i].key);
      g_assert_cmpint (row->value, ==, value);
      g_assert_cmpint (row->models, ==, n);
      g_assert_cmpint (row->before, ==, sum_top (old, tops[i].per_cent, &n));
      g_assert_cmpfloat_with_epsilon (row->share, total ? (double) value / total : 0, 1e-12);
    }
  if (values->len <= 2000)
    g_assert_cmpfloat_with_epsilon (hfs_result_get_gini (result), find_gini (values), 1e-9);
}

/* Checks every number of @result that the models decide. */
void
reference_check (Reference *self,
                 Reference *before,
                 HfsQuery  *query,
                 HfsResult *result)
{
  HfsDimensionId dimension = hfs_query_get_dimension (query);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, row_free);
  g_autoptr (GPtrArray) ordered = NULL, kept = g_ptr_array_new ();
  guint depth = find_depth (self, before);
  gint64 total = 0, denominator = 0, before_denominator = 0, n_models = 0;
  Row other = { (char *) "other", HFS_ROW_OTHER };

  if (dimension == HFS_DIMENSION_CONCENTRATION)
    {
      check_concentration (self, before, query, result);
      return;
    }
  other.parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  collect (self, query, dimension, depth, FALSE, rows);
  if (before != NULL)
    collect (before, query, dimension, depth, TRUE, rows);
  add_fixed_rows (rows, query, dimension);
  ordered = order_rows (rows, dimension, hfs_query_get_top (query), &other);
  for (guint i = 0; i < ordered->len; i++)
    {
      Row *row = g_ptr_array_index (ordered, i);

      total += row->value;
      if (row->kind == HFS_ROW_UNCLEAR && !hfs_query_get_shows_unknown (query))
        continue;
      denominator += row->value;
      before_denominator += row->before;
      n_models += row->models;
      g_ptr_array_add (kept, row);
    }
  g_assert_cmpint (hfs_result_get_total (result), ==, total);
  g_assert_cmpint (hfs_result_get_denominator (result), ==, denominator);
  g_assert_cmpint (hfs_result_get_before_denominator (result), ==, before_denominator);
  g_assert_cmpint (hfs_result_get_n_models (result), ==, n_models);
  check_rows (result, kept, denominator, before_denominator);
  check_series (self, query, depth, result, kept);
  g_hash_table_unref (other.parts);
}
