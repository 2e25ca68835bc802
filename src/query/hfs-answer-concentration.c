/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer.h"

#include "hfs-result-private.h"
#include "hfs-statistics.h"

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

/* The values of the population, the largest first. */
static gint64 *
sort_values (const HfsPopulation *population,
             guint               *n_values)
{
  gint64 *values = hfs_population_collect (population, n_values);

  hfs_statistics_sort (values, *n_values);
  return values;
}

/* The nearest whole number of models, at least one while there is one. */
static guint
count_top (guint  n_values,
           double share_of_models)
{
  return MIN (n_values, MAX (1, (guint) floor (n_values * share_of_models + 0.5)));
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
  guint n, n_old = 0;
  g_autofree gint64 *values = sort_values (now, &n);
  g_autofree gint64 *old = before ? sort_values (before, &n_old) : NULL;

  result->n_models = n;
  result->total = result->denominator = hfs_statistics_sum (values, n);
  result->before_denominator = hfs_statistics_sum (old, n_old);
  result->gini = hfs_statistics_gini (values, n);
  result->lorenz = hfs_statistics_lorenz (values, n, HFS_RESULT_LORENZ_POINTS);
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    {
      g_autofree char *label = hfs_dimension_dup_label (HFS_DIMENSION_CONCENTRATION, tops[i].key);
      HfsResultRow *row = hfs_result_row_new (HFS_ROW_CLEAR, tops[i].key, label);

      row->models = count_top (n, tops[i].share_of_models);
      row->value = hfs_statistics_sum (values, row->models);
      row->share = result->total ? (double) row->value / result->total : 0;
      row->before = hfs_statistics_sum (old, count_top (n_old, tops[i].share_of_models));
      row->before_share = result->before_denominator ? (double) row->before / result->before_denominator : 0;
      g_ptr_array_add (result->rows, row);
    }
}
