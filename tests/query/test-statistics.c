/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-distribution.h"
#include "query-fixture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EPSILON 1e-12

static int
compare_falling (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x < y) - (x > y);
}

static void
test_sorts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 200; i++)
    {
      guint n = g_rand_int_range (random, 0, 3000), bits = g_rand_int_range (random, 1, 63);
      g_autofree gint64 *values = g_new (gint64, n + 1), *expected = NULL;

      for (guint j = 0; j < n; j++)
        values[j] = (gint64) (((guint64) g_rand_int (random) << 32 | g_rand_int (random)) & ((G_GUINT64_CONSTANT (1) << bits) - 1));
      expected = g_memdup2 (values, (n + 1) * sizeof *values);
      qsort (expected, n, sizeof *expected, compare_falling);
      hfs_statistics_sort (values, n);
      g_assert_cmpmem (values, n * sizeof *values, expected, n * sizeof *expected);
    }
}

static void
test_known_values (void)
{
  const gint64 falling[] = { 10, 4, 3, 2, 1 }, even[] = { 8, 4, 2, 1 }, equal[] = { 5, 5, 5, 5 }, one[] = { 7, 0, 0, 0 };

  g_assert_cmpfloat (hfs_statistics_median (falling, 5), ==, 3);
  g_assert_cmpfloat (hfs_statistics_median (even, 4), ==, 3);
  g_assert_true (isnan (hfs_statistics_median (even, 0)));
  g_assert_cmpfloat (hfs_statistics_mean (falling, 5), ==, 4);
  g_assert_true (isnan (hfs_statistics_mean (falling, 0)));
  g_assert_cmpfloat (hfs_statistics_quantile (falling, 5, 0), ==, 1);
  g_assert_cmpfloat (hfs_statistics_quantile (falling, 5, 1), ==, 10);
  g_assert_cmpfloat (hfs_statistics_quantile (falling, 5, 0.5), ==, 3);
  g_assert_cmpfloat (hfs_statistics_quantile (falling, 5, 0.25), ==, 2);
  g_assert_cmpfloat_with_epsilon (hfs_statistics_quantile (even, 4, 0.25), 1.75, EPSILON);
  g_assert_cmpfloat_with_epsilon (hfs_statistics_top_share (falling, 5, 2), 0.7, EPSILON);
  g_assert_cmpfloat (hfs_statistics_top_share (falling, 5, 99), ==, 1);
  g_assert_cmpfloat_with_epsilon (hfs_statistics_gini (equal, 4), 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (hfs_statistics_gini (one, 4), 0.75, EPSILON);
  g_assert_cmpfloat_with_epsilon (hfs_statistics_hhi (equal, 4), 0.25, EPSILON);
  g_assert_cmpfloat_with_epsilon (hfs_statistics_hhi (one, 4), 1, EPSILON);
  g_assert_true (isnan (hfs_statistics_hhi (one + 1, 3)));
}

static void
test_weighted (void)
{
  const gint64 values[] = { 100, 1, 10 }, weights[] = { 1, 5, 2 }, none[] = { 0, 0, 0 }, halves[] = { 2, 2, 0 };

  g_assert_cmpfloat_with_epsilon (hfs_statistics_weighted_mean (values, weights, 3), 125.0 / 8, EPSILON);
  g_assert_cmpfloat (hfs_statistics_weighted_quantile (values, weights, 3, 0.5), ==, 1);
  g_assert_cmpfloat (hfs_statistics_weighted_quantile (values, weights, 3, 0.8), ==, 10);
  g_assert_cmpfloat (hfs_statistics_weighted_quantile (values, weights, 3, 1), ==, 100);
  g_assert_cmpfloat (hfs_statistics_weighted_quantile (values, weights, 3, 0), ==, 1);
  g_assert_cmpfloat (hfs_statistics_weighted_quantile (values, halves, 3, 0.5), ==, 50.5);
  g_assert_true (isnan (hfs_statistics_weighted_mean (values, none, 3)));
  g_assert_true (isnan (hfs_statistics_weighted_quantile (values, none, 3, 0.5)));
}

static void
test_lorenz (void)
{
  const gint64 falling[] = { 6, 3, 1, 0 };
  g_autofree HfsLorenzPoint *points = hfs_statistics_lorenz (falling, 4, 41);
  g_autofree HfsLorenzPoint *nothing = hfs_statistics_lorenz (falling, 0, 3);

  for (guint i = 0; i < 41; i++)
    {
      guint n = (guint) lround (points[i].models * 4);

      g_assert_cmpfloat_with_epsilon (points[i].value, n == 0 ? 0 : n == 1 ? 0.6 : n == 2 ? 0.9 : 1, EPSILON);
    }
  g_assert_cmpfloat (nothing[2].models, ==, 1);
  g_assert_cmpfloat (nothing[2].value, ==, 1);
}

/* The group of a row of the answer, collected the slow way. */
static GArray *
collect_group (Twins           *twins,
               HfsQuery        *query,
               HfsDistributionOf of,
               const char      *key,
               GArray          *weights)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < twins->reference->models->len; i++)
    {
      const ReferenceModel *model = g_ptr_array_index (twins->reference->models, i);
      g_autofree char *found = reference_dup_key (twins->reference, model, hfs_query_get_dimension (query), query);
      gint64 weight = reference_value (model, hfs_query_get_measure (query));
      gint64 value = of == HFS_DISTRIBUTION_VALUES ? weight : model->parameters;

      if (!g_str_equal (found, key) || !reference_is_let_through (twins->reference, model, query) ||
          (of != HFS_DISTRIBUTION_VALUES && value <= 0))
        continue;
      g_array_append_val (values, value);
      g_array_append_val (weights, weight);
    }
  return values;
}

/* The value at @part of all, each as often as its weight, with every one written out. */
static double
find_middle (GArray *values,
             GArray *weights)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < values->len; i++)
    for (gint64 j = 0; j < g_array_index (weights, gint64, i); j++)
      g_array_append_val (all, g_array_index (values, gint64, i));
  g_array_sort (all, compare_falling);
  return hfs_statistics_median ((const gint64 *) (gpointer) all->data, all->len);
}

static void
check_distributions (QueryFixture      *fixture,
                     Twins             *twins,
                     HfsQuery          *query,
                     HfsDistributionOf  of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) distributions = hfs_engine_distribute_on (fixture->engine, query, twins->snapshot, of, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < distributions->len; i++)
    {
      const HfsDistribution *distribution = g_ptr_array_index (distributions, i);
      g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) values = collect_group (twins, query, of, distribution->key, weights);
      gint64 weight = hfs_statistics_sum ((const gint64 *) (gpointer) weights->data, weights->len);

      g_assert_cmpint (distribution->counted, ==, values->len);
      if (of == HFS_DISTRIBUTION_PARAMETERS_WEIGHTED)
        {
          if (weight > 0 && weight < 100000)
            g_assert_cmpfloat_with_epsilon (distribution->quantiles[2], find_middle (values, weights), 1e-6);
          g_assert_true ((weight == 0) == isnan (distribution->mean));
          continue;
        }
      g_array_sort (values, compare_falling);
      if (values->len == 0)
        {
          g_assert_true (isnan (distribution->mean) && isnan (distribution->quantiles[2]));
          continue;
        }
      g_assert_cmpfloat_with_epsilon (distribution->quantiles[2], hfs_statistics_median ((gint64 *) (gpointer) values->data, values->len), 1e-6);
      g_assert_cmpfloat (distribution->quantiles[0], ==, g_array_index (values, gint64, values->len - 1));
      g_assert_cmpfloat (distribution->quantiles[4], ==, g_array_index (values, gint64, 0));
      g_assert_cmpfloat_with_epsilon (distribution->mean, hfs_statistics_mean ((gint64 *) (gpointer) values->data, values->len), 1e-6);
    }
}

static void
test_distributions (void)
{
  static const char * const queries[] = {
    "countries", "sizes?measure=downloads-all-time", "languages?license=mit,unknown", "years?measure=models", "developer-types?search=llama",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  QueryFixture fixture;

  query_fixture_init (&fixture);
  for (guint i = 0; i < 40; i++)
    {
      Twins twins = twins_new_random (&fixture, random, 120);

      for (guint j = 0; j < G_N_ELEMENTS (queries); j++)
        {
          g_autoptr (HfsQuery) query = hfs_query_parse (queries[j], NULL);

          if (reference_can_answer (twins.reference, query))
            for (guint of = HFS_DISTRIBUTION_VALUES; of <= HFS_DISTRIBUTION_PARAMETERS_WEIGHTED; of++)
              check_distributions (&fixture, &twins, query, of);
        }
      twins_clear (&twins);
    }
  query_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/statistics/sorts", test_sorts);
  g_test_add_func ("/query/statistics/known-values", test_known_values);
  g_test_add_func ("/query/statistics/weighted", test_weighted);
  g_test_add_func ("/query/statistics/lorenz", test_lorenz);
  g_test_add_func ("/query/statistics/distributions", test_distributions);
  return g_test_run ();
}
