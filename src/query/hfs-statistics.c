/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-statistics.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Bits that one turn of the sort looks at: its counters stay in the nearest cache. */
#define DIGIT 11

static gboolean
is_sorted (const gint64 *values,
           guint         n_values)
{
  guint i = 1;

  while (i < n_values && values[i - 1] >= values[i])
    i++;
  return i >= n_values;
}

/* One turn: from @from to @to in falling order of the digit at @shift, otherwise as they were. */
static void
sort_by_digit (const gint64 *from,
               gint64       *to,
               guint         n_values,
               guint         shift)
{
  guint places[(1 << DIGIT) + 1] = { 0 };
  const guint last = (1 << DIGIT) - 1;

  for (guint i = 0; i < n_values; i++)
    places[last - (from[i] >> shift & last) + 1]++;
  for (guint i = 0; i < last; i++)
    places[i + 1] += places[i];
  for (guint i = 0; i < n_values; i++)
    to[places[last - (from[i] >> shift & last)]++] = from[i];
}

/**
 * hfs_statistics_sort:
 * @values: none below 0
 *
 * Sorts values, the largest first: by digits, in a time that grows with their number alone.
 */
void
hfs_statistics_sort (gint64 *values,
                     guint   n_values)
{
  g_autofree gint64 *other = NULL;
  gint64 *from = values, *to, largest = 0;

  if (is_sorted (values, n_values))
    return;
  to = other = g_new (gint64, n_values);
  for (guint i = 0; i < n_values; i++)
    largest = MAX (largest, values[i]);
  for (guint shift = 0; shift < 63 && largest >> shift > 0; shift += DIGIT)
    {
      gint64 *swapped = from;

      sort_by_digit (from, to, n_values, shift);
      from = to;
      to = swapped;
    }
  if (from != values)
    memcpy (values, from, n_values * sizeof *values);
}

/**
 * hfs_statistics_sum:
 *
 * Returns: the sum
 */
gint64
hfs_statistics_sum (const gint64 *values,
                    guint         n_values)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_values; i++)
    sum += values[i];
  return sum;
}

/**
 * hfs_statistics_mean:
 *
 * Returns: the sum over the number of values; NAN when there are none
 */
double
hfs_statistics_mean (const gint64 *values,
                     guint         n_values)
{
  return n_values > 0 ? (double) hfs_statistics_sum (values, n_values) / n_values : NAN;
}

/**
 * hfs_statistics_quantile:
 * @part: from 0, the least, to 1, the largest
 *
 * The value that @part of all values lie below: between two values by how far it is from each
 * (type 7 of Hyndman and Fan 1996, which spreadsheets use too).
 *
 * Returns: the quantile; NAN when there are no values
 */
double
hfs_statistics_quantile (const gint64 *values,
                         guint         n_values,
                         double        part)
{
  double place = n_values > 0 ? (1 - CLAMP (part, 0, 1)) * (n_values - 1) : 0, below = floor (place);
  guint i = (guint) below;

  if (n_values == 0)
    return NAN;
  if (i + 1 >= n_values)
    return (double) values[n_values - 1];
  return values[i] + (place - below) * ((double) values[i + 1] - values[i]);
}

/**
 * hfs_statistics_median:
 *
 * Returns: the middle value, or the mean of the two in the middle; NAN when there are no values
 */
double
hfs_statistics_median (const gint64 *values,
                       guint         n_values)
{
  if (n_values == 0)
    return NAN;
  return n_values % 2 ? (double) values[n_values / 2] : ((double) values[n_values / 2 - 1] + values[n_values / 2]) / 2;
}

/**
 * hfs_statistics_top_share:
 *
 * Returns: the share of the sum that the first @top values have; NAN when the sum is 0
 */
double
hfs_statistics_top_share (const gint64 *values,
                          guint         n_values,
                          guint         top)
{
  gint64 sum = hfs_statistics_sum (values, n_values);

  return sum > 0 ? (double) hfs_statistics_sum (values, MIN (top, n_values)) / sum : NAN;
}

/**
 * hfs_statistics_gini:
 *
 * The Gini coefficient: 0 when all are equal, near 1 when one has all. G = (n + 1 - 2 * sum_i (i * x_i) / sum x) / n,
 * with i counted from the largest (Dixon et al. 1987, turned round).
 *
 * Returns: the coefficient; 0 when the sum is 0
 */
double
hfs_statistics_gini (const gint64 *values,
                     guint         n_values)
{
  long double weighted = 0, sum = 0, n = n_values;

  for (guint i = 0; i < n_values; i++)
    {
      weighted += (long double) (i + 1) * values[i];
      sum += values[i];
    }
  return sum > 0 ? (double) ((n + 1 - 2 * weighted / sum) / n) : 0;
}

/**
 * hfs_statistics_hhi:
 *
 * The Herfindahl-Hirschman index: the sum of the squares of all shares, from 1 over their number, when all are
 * equal, to 1, when one has all. One over it is the number of equals that would be as concentrated.
 *
 * Returns: the index; NAN when the sum is 0
 */
double
hfs_statistics_hhi (const gint64 *values,
                    guint         n_values)
{
  double sum = hfs_statistics_sum (values, n_values);
  long double squares = 0;

  for (guint i = 0; i < n_values; i++)
    squares += (long double) (values[i] / sum) * (values[i] / sum);
  return sum > 0 ? (double) squares : NAN;
}

/**
 * hfs_statistics_lorenz:
 * @n_points: at least 2
 *
 * The Lorenz curve from the top: how much the most used part has. The points lie ever closer
 * towards the start, where the curve bends: at (k / (n - 1))³ of the models, each at a whole number of them.
 *
 * Returns: (transfer full) (array length=n_points): from 0, 0 to 1, 1
 */
HfsLorenzPoint *
hfs_statistics_lorenz (const gint64 *values,
                       guint         n_values,
                       guint         n_points)
{
  HfsLorenzPoint *points = g_new0 (HfsLorenzPoint, n_points);
  gint64 sum = hfs_statistics_sum (values, n_values), so_far = 0;
  guint done = 0;

  for (guint i = 0; i < n_points; i++)
    {
      guint models = (guint) floor (pow ((double) i / (n_points - 1), 3) * n_values + 0.5);

      while (done < models)
        so_far += values[done++];
      points[i].models = n_values > 0 ? (double) models / n_values : (double) i / (n_points - 1);
      points[i].value = sum > 0 ? (double) so_far / sum : points[i].models;
    }
  return points;
}

/**
 * hfs_statistics_weighted_mean:
 * @weights: none below 0
 *
 * Returns: the mean as if each value came as often as its weight; NAN when all weights are 0
 */
double
hfs_statistics_weighted_mean (const gint64 *values,
                              const gint64 *weights,
                              guint         n_values)
{
  long double sum = 0, weight = 0;

  for (guint i = 0; i < n_values; i++)
    {
      sum += (long double) values[i] * weights[i];
      weight += weights[i];
    }
  return weight > 0 ? (double) (sum / weight) : NAN;
}

typedef struct
{
  gint64 value;
  gint64 weight;
} Weighted;

static int
compare_weighted (gconstpointer a,
                  gconstpointer b)
{
  const Weighted *left = a, *right = b;

  return (left->value > right->value) - (left->value < right->value);
}

/**
 * hfs_statistics_weighted_quantile:
 * @weights: none below 0
 * @part: from 0 to 1
 *
 * The least value such that those up to it have at least @part of the weight: the size of the model that the
 * middle download is of, for one half. Where exactly @part of the weight lies up to a value, it is the mean of that value and the next.
 *
 * Returns: the quantile; NAN when all weights are 0
 */
double
hfs_statistics_weighted_quantile (const gint64 *values,
                                  const gint64 *weights,
                                  guint         n_values,
                                  double        part)
{
  g_autofree Weighted *all = g_new (Weighted, MAX (n_values, 1));
  long double half, so_far = 0;
  gint64 total = 0;
  guint n = 0, i = 0;

  for (guint row = 0; row < n_values; row++)
    if (weights[row] > 0)
      {
        all[n++] = (Weighted) { values[row], weights[row] };
        total += weights[row];
      }
  if (n == 0)
    return NAN;
  qsort (all, n, sizeof *all, compare_weighted);
  half = (long double) total * CLAMP (part, 0, 1);
  for (so_far = all[0].weight; so_far < half && i + 1 < n; so_far += all[i].weight)
    i++;
  if (so_far == half && i + 1 < n)
    return ((double) all[i].value + all[i + 1].value) / 2;
  return (double) all[i].value;
}
