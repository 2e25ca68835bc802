/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer.h"

#include "hfs-result-private.h"

#include <math.h>

static const struct
{
  const char *key;
  double share_of_models;
} tops[] = {
  { "top-0.01", 0.0001 },
  { "top-0.1", 0.001 },
  { "top-1", 0.01 },
  { "top-10", 0.1 },
};

static int
compare_falling (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x < y) - (x > y);
}

/* The values of the population, the largest first. */
static GArray *
sort_values (const HfsPopulation *population)
{
  GArray *values = g_array_sized_new (FALSE, FALSE, sizeof (gint64), population->n_rows);

  for (guint row = 0; row < population->n_rows; row++)
    if (hfs_population_has (population, row))
      {
        gint64 value = hfs_population_value (population, row);

        g_array_append_val (values, value);
      }
  g_array_sort (values, compare_falling);
  return values;
}

/* The Gini coefficient of values in falling order: 0 when all are equal, near 1 when one has all.
 * G = (n + 1 - 2 * sum_i (i * x_i) / sum x) / n, with i counted from the largest (Dixon et al. 1987, turned round). */
static double
find_gini (GArray *falling)
{
  long double weighted = 0, sum = 0, n = falling->len;

  for (guint i = 0; i < falling->len; i++)
    {
      gint64 value = g_array_index (falling, gint64, i);

      weighted += (long double) (i + 1) * value;
      sum += value;
    }
  return sum > 0 ? (double) ((n + 1 - 2 * weighted / sum) / n) : 0;
}

static gint64
sum_first (GArray *values,
           guint   n)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += g_array_index (values, gint64, i);
  return sum;
}

/* The nearest whole number of models, at least one while there is one. */
static guint
count_top (GArray *values,
           double  share_of_models)
{
  return MIN (values->len, MAX (1, (guint) floor (values->len * share_of_models + 0.5)));
}

/**
 * hfs_answer_concentration:
 * @before: (nullable): the population of the snapshot compared with
 *
 * Answers how much the most downloaded models have; each row holds the rows above it.
 */
void
hfs_answer_concentration (HfsResult           *result,
                          const HfsPopulation *now,
                          const HfsPopulation *before)
{
  g_autoptr (GArray) values = sort_values (now);
  g_autoptr (GArray) old = before ? sort_values (before) : NULL;

  result->n_models = values->len;
  result->total = result->denominator = sum_first (values, values->len);
  result->before_denominator = old ? sum_first (old, old->len) : 0;
  result->gini = find_gini (values);
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    {
      g_autofree char *label = hfs_dimension_dup_label (HFS_DIMENSION_CONCENTRATION, tops[i].key);
      HfsResultRow *row = hfs_result_row_new (HFS_ROW_CLEAR, tops[i].key, label);

      row->models = count_top (values, tops[i].share_of_models);
      row->value = sum_first (values, row->models);
      row->share = result->total ? (double) row->value / result->total : 0;
      row->before = old ? sum_first (old, count_top (old, tops[i].share_of_models)) : 0;
      row->before_share = result->before_denominator ? (double) row->before / result->before_denominator : 0;
      g_ptr_array_add (result->rows, row);
    }
}
