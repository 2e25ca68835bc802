/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-claim-statistics.h"

#include "hfs-format.h"
#include "hfs-sample.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
fail_no_model (const HfsFinding  *finding,
               GError           **error)
{
  g_autofree char *date = hfs_format_date (finding->snapshot->date);

  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NOT_STATED,
               _("The snapshot of %s holds no model that this claim is about."), date);
  return FALSE;
}

static gboolean
fail_not_stated (const HfsFinding  *finding,
                 const char        *what,
                 GError           **error)
{
  g_autofree char *date = hfs_format_date (finding->snapshot->date);

  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NOT_STATED,
               _("The snapshot of %1$s does not state this: %2$s."), date, what);
  return FALSE;
}

/* A word that no model has is a claim about models that are not there. */
static gboolean
translate_error (const HfsFinding  *finding,
                 GError            *raised,
                 GError           **error)
{
  if (g_error_matches (raised, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE))
    {
      g_error_free (raised);
      return fail_no_model (finding, error);
    }
  g_propagate_error (error, raised);
  return FALSE;
}

static gboolean
set_quotient (HfsFinding  *finding,
              double       part,
              double       whole,
              GError     **error)
{
  if (!(whole > 0))
    return fail_no_model (finding, error);
  finding->part = part;
  finding->whole = whole;
  finding->value = part / whole;
  return TRUE;
}

static gboolean
set_number (HfsFinding *finding,
            double      number)
{
  finding->value = finding->part = number;
  return TRUE;
}

static double
sum_rows (HfsResult          *result,
          const char * const *keys)
{
  double sum = 0;

  for (; *keys != NULL; keys++)
    {
      const HfsResultRow *row = hfs_result_find_row (result, *keys);

      sum += row ? row->value : 0;
    }
  return sum;
}

static gint64
count_models (HfsResult          *result,
              const char * const *keys)
{
  gint64 n = 0;

  if (*keys == NULL)
    return hfs_result_get_n_models (result);
  for (; *keys != NULL; keys++)
    {
      const HfsResultRow *row = hfs_result_find_row (result, *keys);

      n += row ? row->models : 0;
    }
  return n;
}

/* What the first publishers have, by what is known of them. */
static gboolean
measure_publishers (HfsFinding       *finding,
                    const HfsRecipe  *recipe,
                    HfsResult        *result,
                    GError          **error)
{
  gboolean by_country = hfs_query_get_dimension (recipe->query) == HFS_DIMENSION_COUNTRIES;
  double part = 0, whole = 0;
  guint n = 0;

  finding->n_models = 0;
  for (guint i = 0; i < hfs_result_get_n_rows (result) && n < recipe->count; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);

      if (row->kind != HFS_ROW_CLEAR)
        continue;
      n++;
      whole += row->value;
      finding->n_models += row->models;
      if (g_strv_contains ((const char * const *) recipe->rows,
                           by_country ? row->facts->country : row->facts->developer_type))
        part += row->value;
    }
  return set_quotient (finding, part, whole, error);
}

static gboolean
measure_rank (HfsFinding       *finding,
              HfsResult        *result,
              const char       *key,
              GError          **error)
{
  const HfsResultRow *row = hfs_result_find_row (result, key);

  if (row == NULL || row->rank == 0)
    return fail_no_model (finding, error);
  return set_number (finding, row->rank);
}

/* Whether everything falls into rows that are no answer: then the snapshot does not say. */
static gboolean
is_all_unclear (HfsResult *result)
{
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (hfs_result_get_row (result, i)->kind != HFS_ROW_UNCLEAR && hfs_result_get_row (result, i)->models > 0)
      return FALSE;
  return hfs_result_get_dimension (result)->unclear != NULL;
}

static gboolean
measure_groups (HfsFinding       *finding,
                HfsEngine        *engine,
                const HfsRecipe  *recipe,
                GError          **error)
{
  const char * const *rows = (const char * const *) recipe->rows;
  GError *raised = NULL;
  g_autoptr (HfsQuery) query = recipe->statistic == HFS_STATISTIC_PUBLISHERS_SHARE
                               ? hfs_query_with_name (finding->query, HFS_DIMENSION_PUBLISHERS) : g_object_ref (finding->query);
  g_autoptr (HfsResult) result = hfs_engine_run (engine, query, &raised);

  if (result == NULL)
    return translate_error (finding, raised, error);
  finding->n_models = hfs_result_get_n_models (result);
  if (finding->n_models == 0)
    return fail_no_model (finding, error);
  if (recipe->statistic == HFS_STATISTIC_MODELS && *rows == NULL)
    return set_number (finding, finding->n_models);
  if (recipe->statistic == HFS_STATISTIC_VALUE && *rows == NULL)
    return set_number (finding, hfs_result_get_total (result));
  if (is_all_unclear (result))
    return fail_not_stated (finding, _(hfs_result_get_dimension (result)->heading), error);
  if (recipe->statistic == HFS_STATISTIC_PUBLISHERS_SHARE)
    return measure_publishers (finding, recipe, result, error);
  if (recipe->statistic == HFS_STATISTIC_RANK)
    return measure_rank (finding, result, *rows, error);
  if (recipe->statistic == HFS_STATISTIC_MODELS)
    return set_number (finding, count_models (result, rows));
  if (recipe->statistic == HFS_STATISTIC_VALUE)
    return set_number (finding, sum_rows (result, rows));
  return set_quotient (finding, sum_rows (result, rows),
                       recipe->statistic == HFS_STATISTIC_RATIO ? sum_rows (result, (const char * const *) recipe->against)
                                                                : hfs_result_get_denominator (result), error);
}

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
  return set_quotient (finding, sum_values (values, n), sum_values (values, values->len), error);
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
  return set_quotient (finding, below, values->len, error);
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
  return set_quotient (finding, part, whole, error);
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
  return set_quotient (finding, find_median (first, recipe->count), find_median (second, recipe->count), error);
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
    return fail_not_stated (finding, hfs_measure_get_name (likes ? HFS_MEASURE_DOWNLOADS : HFS_MEASURE_LIKES), error);
  most_downloaded = hfs_sample_rank_rows (sample, downloads);
  most_liked = hfs_sample_rank_rows (sample, likes);
  for (guint i = 0; i < MIN (recipe->count, most_downloaded->len); i++)
    for (guint j = 0; j < MIN (recipe->count, most_liked->len); j++)
      both += g_array_index (most_downloaded, guint, i) == g_array_index (most_liked, guint, j);
  finding->n_models = most_downloaded->len;
  return set_number (finding, both);
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
    return set_number (finding, n);
  return set_quotient (finding, n, hfs_sample_count_derived (sample, publishers, (const char * const *) recipe->against), error);
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
    return fail_not_stated (finding, _(hfs_dimension_get (HFS_DIMENSION_SIZES)->heading), error);
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
      return fail_no_model (finding, error);
  for (guint row = 0; row < sample->n_rows; row++)
    if (hfs_sample_has (sample, row))
      {
        finding->n_models++;
        whole += hfs_sample_value (sample, row);
        rank += hfs_sample_value (sample, row) > part;
      }
  if (recipe->statistic == HFS_STATISTIC_RANK)
    return set_number (finding, rank);
  if (recipe->statistic == HFS_STATISTIC_SHARE)
    return set_quotient (finding, part, whole, error);
  return set_number (finding, part);
}

static gboolean
measure_sample (HfsFinding       *finding,
                HfsEngine        *engine,
                const HfsRecipe  *recipe,
                GError          **error)
{
  GError *raised = NULL;
  g_autoptr (HfsSample) sample = hfs_sample_new (engine, finding->query, &raised);

  if (sample == NULL)
    return translate_error (finding, raised, error);
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

static gboolean
is_made_from_groups (const HfsRecipe *recipe)
{
  switch ((int) recipe->statistic)
    {
    case HFS_STATISTIC_SHARE:
    case HFS_STATISTIC_VALUE:
    case HFS_STATISTIC_RATIO:
    case HFS_STATISTIC_RANK:
      return hfs_query_get_dimension (recipe->query) != HFS_DIMENSION_MODELS;
    case HFS_STATISTIC_MODELS:
    case HFS_STATISTIC_PUBLISHERS_SHARE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A share or an order may be looked at in another window, and then says so; an amount may not. */
static gboolean
can_stand_in (HfsStatistic statistic)
{
  return statistic == HFS_STATISTIC_SHARE || statistic == HFS_STATISTIC_RATIO || statistic == HFS_STATISTIC_RANK ||
         statistic == HFS_STATISTIC_SHARE_LARGER || statistic == HFS_STATISTIC_TOP_SHARE ||
         statistic == HFS_STATISTIC_PUBLISHERS_SHARE || statistic == HFS_STATISTIC_TOP_MEDIAN_RATIO;
}

/* Names the snapshot, and puts in the downloads of 30 days where those of all time are missing. */
static gboolean
settle_query (HfsFinding       *finding,
              HfsEngine        *engine,
              const HfsRecipe  *recipe,
              HfsQuery         *query,
              GError          **error)
{
  HfsArchive *archive = hfs_engine_get_archive (engine);
  g_autoptr (HfsSnapshot) snapshot = NULL;
  g_autoptr (HfsQuery) named = NULL;
  gboolean is_named = !g_str_equal (hfs_query_get_snapshot (query), HFS_SNAPSHOT_LATEST);

  finding->snapshot = recipe->needs_complete && !is_named ? hfs_archive_find_complete (archive, error)
                      : hfs_archive_find (archive, hfs_query_get_snapshot (query), error);
  if (finding->snapshot == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND,
                             _("There is no snapshot with every model of the Hub."));
      return FALSE;
    }
  named = hfs_query_with (query, "snapshot", finding->snapshot->id, error);
  snapshot = named ? hfs_archive_load (archive, finding->snapshot->id, error) : NULL;
  if (snapshot == NULL)
    return FALSE;
  finding->stands_in = hfs_query_get_measure (query) == HFS_MEASURE_DOWNLOADS_ALL_TIME &&
                       hfs_snapshot_get_counts (snapshot, HFS_COUNT_DOWNLOADS_ALL_TIME) == NULL &&
                       can_stand_in (recipe->statistic);
  finding->query = finding->stands_in ? hfs_query_with (named, "measure", "downloads", error) : g_steal_pointer (&named);
  return finding->query != NULL;
}

/* Crediting the first model needs to know what is made from what. */
static gboolean
check_bases (HfsFinding       *finding,
             HfsEngine        *engine,
             const HfsRecipe  *recipe,
             GError          **error)
{
  g_autoptr (HfsQuery) models = NULL;
  g_autoptr (HfsQuery) named = NULL;
  g_autoptr (HfsSample) sample = NULL;

  if (hfs_query_get_credit (finding->query) != HFS_CREDIT_BASE && recipe->statistic != HFS_STATISTIC_DERIVATIVES &&
      recipe->statistic != HFS_STATISTIC_DERIVATIVES_RATIO)
    return TRUE;
  models = hfs_query_parse ("models?measure=models", NULL);
  named = hfs_query_with (models, "snapshot", finding->snapshot->id, NULL);
  sample = hfs_sample_new (engine, named, error);
  if (sample == NULL)
    return FALSE;
  return hfs_sample_states_bases (sample) ||
         fail_not_stated (finding, _(hfs_dimension_get (HFS_DIMENSION_RELATIONS)->heading), error);
}

/**
 * hfs_finding_new:
 *
 * Makes the number that a recipe asks for. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with @error saying what the data at hand lack
 */
HfsFinding *
hfs_finding_new (HfsEngine        *engine,
                 const HfsRecipe  *recipe,
                 GError          **error)
{
  return hfs_finding_new_for_query (engine, recipe, recipe->query, error);
}

/**
 * hfs_finding_new_for_query:
 * @query: asked in place of the query of the recipe
 *
 * Makes the number of a recipe under another rule.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with @error saying what the data at hand lack
 */
HfsFinding *
hfs_finding_new_for_query (HfsEngine        *engine,
                           const HfsRecipe  *recipe,
                           HfsQuery         *query,
                           GError          **error)
{
  g_autoptr (HfsFinding) finding = g_new0 (HfsFinding, 1);

  if (!settle_query (finding, engine, recipe, query, error) || !check_bases (finding, engine, recipe, error))
    return NULL;
  if (is_made_from_groups (recipe) ? !measure_groups (finding, engine, recipe, error)
                                   : !measure_sample (finding, engine, recipe, error))
    return NULL;
  return g_steal_pointer (&finding);
}

/**
 * hfs_finding_free:
 *
 * Frees @finding.
 */
void
hfs_finding_free (HfsFinding *finding)
{
  g_clear_object (&finding->query);
  g_clear_pointer (&finding->snapshot, hfs_snapshot_info_free);
  g_free (finding);
}
