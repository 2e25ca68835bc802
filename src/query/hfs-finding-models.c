/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-finding-private.h"

#include "hfs-sample.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
sum_values (GArray *values,
            guint   n)
{
  double sum = 0;

  for (guint i = 0; i < MIN (n, values->len); i++)
    sum += g_array_index (values, gint64, i);
  return sum;
}

/* How the first models of a ranking stand to all. */
static gboolean
measure_top (HfsFinding       *finding,
             HfsSample        *sample,
             const HfsRecipe  *recipe,
             GError          **error)
{
  g_autoptr (GArray) values = hfs_sample_sort_values (sample, NULL);
  guint n = recipe->count > 0 ? recipe->count : MAX (1, (guint) floor (values->len * recipe->percent / 100 + 0.5));

  finding->n_models = values->len;
  return hfs_finding_set_quotient (finding, sum_values (values, n), sum_values (values, values->len), error);
}

static gboolean
measure_below (HfsFinding       *finding,
               HfsSample        *sample,
               const HfsRecipe  *recipe,
               GError          **error)
{
  g_autoptr (GArray) values = hfs_sample_sort_values (sample, NULL);
  guint below = 0;

  for (guint i = 0; i < values->len; i++)
    below += g_array_index (values, gint64, i) < recipe->limit;
  finding->n_models = values->len;
  return hfs_finding_set_quotient (finding, below, values->len, error);
}

static gboolean
measure_larger (HfsFinding       *finding,
                HfsSample        *sample,
                const HfsRecipe  *recipe,
                GError          **error)
{
  const gint64 *parameters = hfs_snapshot_get_parameters (hfs_sample_get_snapshot (sample));
  gboolean counts_unknown = hfs_query_get_shows_unknown (finding->query);
  double part = 0, whole = 0;

  for (guint row = 0; row < sample->n_rows; row++)
    if (hfs_sample_has (sample, row) && (counts_unknown || parameters[row] > 0))
      {
        finding->n_models++;
        whole += hfs_sample_value (sample, row);
        if (parameters[row] > recipe->limit)
          part += hfs_sample_value (sample, row);
      }
  return hfs_finding_set_quotient (finding, part, whole, error);
}

/* The median of the first @n: of an even number, the mean of the two in the middle. */
static double
find_median (GArray *falling,
             guint   n)
{
  n = MIN (n, falling->len);
  if (n == 0)
    return 0;
  return (g_array_index (falling, gint64, (n - 1) / 2) + g_array_index (falling, gint64, n / 2)) / 2.0;
}

static gboolean
measure_top_medians (HfsFinding       *finding,
                     HfsSample        *sample,
                     const HfsRecipe  *recipe,
                     GError          **error)
{
  g_autoptr (GArray) first = hfs_sample_sort_values (sample, (const char * const *) recipe->rows);
  g_autoptr (GArray) second = hfs_sample_sort_values (sample, (const char * const *) recipe->against);

  finding->n_models = MIN (recipe->count, first->len) + MIN (recipe->count, second->len);
  return hfs_finding_set_quotient (finding, find_median (first, recipe->count), find_median (second, recipe->count), error);
}

static gboolean
measure_overlap (HfsFinding       *finding,
                 HfsSample        *sample,
                 const HfsRecipe  *recipe,
                 GError          **error)
{
  HfsSnapshot *snapshot = hfs_sample_get_snapshot (sample);
  const gint64 *downloads = hfs_snapshot_get_counts (snapshot, HFS_COUNT_DOWNLOADS);
  const gint64 *likes = hfs_snapshot_get_counts (snapshot, HFS_COUNT_LIKES);
  g_autoptr (GArray) most_downloaded = NULL;
  g_autoptr (GArray) most_liked = NULL;
  guint both = 0;

  if (downloads == NULL || likes == NULL)
    return hfs_finding_fail_not_stated (finding, hfs_measure_get_name (likes ? HFS_MEASURE_DOWNLOADS : HFS_MEASURE_LIKES), error);
  most_downloaded = hfs_sample_rank_rows (sample, downloads);
  most_liked = hfs_sample_rank_rows (sample, likes);
  for (guint i = 0; i < MIN (recipe->count, most_downloaded->len); i++)
    for (guint j = 0; j < MIN (recipe->count, most_liked->len); j++)
      both += g_array_index (most_downloaded, guint, i) == g_array_index (most_liked, guint, j);
  finding->n_models = most_downloaded->len;
  return hfs_finding_set_number (finding, both);
}

static gboolean
measure_derived (HfsFinding       *finding,
                 HfsEngine        *engine,
                 HfsSample        *sample,
                 const HfsRecipe  *recipe,
                 GError          **error)
{
  HfsPublishers *publishers = hfs_engine_get_publishers (engine);
  gint64 n = hfs_sample_count_derived (sample, publishers, (const char * const *) recipe->rows);

  finding->n_models = hfs_snapshot_get_n_models (hfs_sample_get_snapshot (sample));
  if (recipe->statistic == HFS_STATISTIC_DERIVATIVES)
    return hfs_finding_set_number (finding, n);
  return hfs_finding_set_quotient (finding, n, hfs_sample_count_derived (sample, publishers, (const char * const *) recipe->against), error);
}

static gboolean
measure_size (HfsFinding       *finding,
              HfsSample        *sample,
              const HfsRecipe  *recipe,
              GError          **error)
{
  double size = recipe->statistic == HFS_STATISTIC_MEAN_SIZE
                ? hfs_sample_mean_size (sample, &finding->part, &finding->whole)
                : hfs_sample_median_size (sample, &finding->part, &finding->whole);

  finding->n_models = hfs_snapshot_get_n_models (hfs_sample_get_snapshot (sample));
  if (!(size > 0))
    return hfs_finding_fail_not_stated (finding, _(hfs_dimension_get (HFS_DIMENSION_SIZES)->heading), error);
  finding->value = size;
  return TRUE;
}

/* One model among all; a result with a row for each model of the Hub would be far too much. */
static gboolean
measure_model (HfsFinding       *finding,
               HfsSample        *sample,
               const HfsRecipe  *recipe,
               GError          **error)
{
  double part = 0, whole = 0;
  guint found, rank = 1;

  for (char **key = recipe->rows; *key != NULL; key++)
    if (hfs_snapshot_find_model (hfs_sample_get_snapshot (sample), *key, &found) && hfs_sample_has (sample, found))
      part += hfs_sample_value (sample, found);
    else
      return hfs_finding_fail_no_model (finding, error);
  for (guint row = 0; row < sample->n_rows; row++)
    if (hfs_sample_has (sample, row))
      {
        finding->n_models++;
        whole += hfs_sample_value (sample, row);
        rank += hfs_sample_value (sample, row) > part;
      }
  if (recipe->statistic == HFS_STATISTIC_RANK)
    return hfs_finding_set_number (finding, rank);
  if (recipe->statistic == HFS_STATISTIC_SHARE)
    return hfs_finding_set_quotient (finding, part, whole, error);
  return hfs_finding_set_number (finding, part);
}

/* Makes the number of a recipe from the models one by one, where sums of groups do not tell it. */
gboolean
hfs_finding_measure_models (HfsFinding       *finding,
                            HfsEngine        *engine,
                            const HfsRecipe  *recipe,
                            GError          **error)
{
  GError *raised = NULL;
  g_autoptr (HfsSample) sample = hfs_sample_new (engine, finding->query, &raised);

  if (sample == NULL)
    return hfs_finding_fail (finding, raised, error);
  switch ((int) recipe->statistic)
    {
    case HFS_STATISTIC_SHARE_BELOW:
      return measure_below (finding, sample, recipe, error);
    case HFS_STATISTIC_SHARE_LARGER:
      return measure_larger (finding, sample, recipe, error);
    case HFS_STATISTIC_TOP_SHARE:
      return measure_top (finding, sample, recipe, error);
    case HFS_STATISTIC_TOP_MEDIAN_RATIO:
      return measure_top_medians (finding, sample, recipe, error);
    case HFS_STATISTIC_OVERLAP:
      return measure_overlap (finding, sample, recipe, error);
    case HFS_STATISTIC_DERIVATIVES:
    case HFS_STATISTIC_DERIVATIVES_RATIO:
      return measure_derived (finding, engine, sample, recipe, error);
    case HFS_STATISTIC_MEAN_SIZE:
    case HFS_STATISTIC_MEDIAN_SIZE:
      return measure_size (finding, sample, recipe, error);
    default:
      return measure_model (finding, sample, recipe, error);
    }
}
