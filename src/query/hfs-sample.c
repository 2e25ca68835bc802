/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-sample.h"

#include "hfs-format.h"
#include "hfs-lineage.h"
#include "hfs-selection.h"

#include <glib/gi18n-lib.h>

/* A model's size and how much it weighs. */
typedef struct
{
  gint64 parameters;
  gint64 weight;
} Weighted;

static gboolean
find_counts (HfsSnapshot  *snapshot,
             HfsMeasure    measure,
             HfsColumn    *values,
             GError      **error)
{
  static const HfsCount counts[] = {
    [HFS_MEASURE_DOWNLOADS] = HFS_COUNT_DOWNLOADS,
    [HFS_MEASURE_DOWNLOADS_ALL_TIME] = HFS_COUNT_DOWNLOADS_ALL_TIME,
    [HFS_MEASURE_LIKES] = HFS_COUNT_LIKES,
  };
  g_autofree char *date = NULL;

  if (measure == HFS_MEASURE_MODELS)
    return TRUE;
  *values = hfs_snapshot_get_count_column (snapshot, counts[measure]);
  if (values->data != NULL)
    return TRUE;
  date = hfs_format_date (hfs_snapshot_get_info (snapshot)->date);
  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NOT_STATED,
               _("The snapshot of %1$s does not state this: %2$s."), date, hfs_measure_get_name (measure));
  return FALSE;
}

/**
 * hfs_sample_new:
 *
 * Finds the models of a query. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (nullable): the models, or %NULL with @error set
 */
HfsSample *
hfs_sample_new (HfsEngine  *engine,
                HfsQuery   *query,
                GError    **error)
{
  g_autoptr (HfsSnapshot) snapshot = hfs_archive_load (hfs_engine_get_archive (engine), hfs_query_get_snapshot (query), error);
  g_autoptr (HfsSample) self = NULL;

  if (snapshot == NULL)
    return NULL;
  self = g_new0 (HfsSample, 1);
  self->facets = hfs_facets_new (snapshot, hfs_engine_get_publishers (engine));
  self->n_rows = hfs_snapshot_get_n_models (snapshot);
  if (!find_counts (snapshot, hfs_query_get_measure (query), &self->counts, error) ||
      !hfs_selection_make (self->facets, query, self->n_rows, &self->mask, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hfs_sample_free:
 *
 * Frees @sample.
 */
void
hfs_sample_free (HfsSample *sample)
{
  g_clear_object (&sample->facets);
  g_free (sample->mask);
  g_free (sample);
}

/**
 * hfs_sample_has:
 *
 * Returns: whether the filters let @row through
 */
gboolean
hfs_sample_has (HfsSample *sample,
                guint      row)
{
  return sample->mask == NULL || sample->mask[row];
}

/**
 * hfs_sample_value:
 *
 * Returns: what is counted of @row
 */
gint64
hfs_sample_value (HfsSample *sample,
                  guint      row)
{
  return sample->counts.data ? hfs_column_get (sample->counts, row) : 1;
}

/**
 * hfs_sample_get_snapshot:
 *
 * Returns: (transfer none): what the models are of
 */
HfsSnapshot *
hfs_sample_get_snapshot (HfsSample *sample)
{
  return hfs_facets_get_snapshot (sample->facets);
}

static int
compare_falling (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x < y) - (x > y);
}

/**
 * hfs_sample_sort_values:
 * @size_classes: (nullable) (array zero-terminated=1): only models of these classes
 *
 * Returns: (transfer full) (element-type gint64): what is counted of each model, the largest first
 */
GArray *
hfs_sample_sort_values (HfsSample          *sample,
                        const char * const *size_classes)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 *parameters = hfs_snapshot_get_parameters (hfs_sample_get_snapshot (sample));

  for (guint row = 0; row < sample->n_rows; row++)
    if (hfs_sample_has (sample, row) &&
        (size_classes == NULL ||
         g_strv_contains (size_classes, hfs_size_class_get_key (hfs_size_class_of (parameters[row])))))
      {
        gint64 value = hfs_sample_value (sample, row);

        g_array_append_val (values, value);
      }
  g_array_sort (values, compare_falling);
  return values;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const gint64 *values = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;

  if (values[x] != values[y])
    return values[x] < values[y] ? 1 : -1;
  return (x > y) - (x < y);
}

/**
 * hfs_sample_rank_rows:
 * @values: a number for each row of the snapshot
 *
 * Returns: (transfer full) (element-type guint): the rows, those with the largest number first
 */
GArray *
hfs_sample_rank_rows (HfsSample    *sample,
                      const gint64 *values)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < sample->n_rows; row++)
    if (hfs_sample_has (sample, row))
      g_array_append_val (rows, row);
  g_array_sort_with_data (rows, compare_rows, (gpointer) values);
  return rows;
}

/**
 * hfs_sample_states_bases:
 *
 * Returns: whether any model of the snapshot states what it is made from
 */
gboolean
hfs_sample_states_bases (HfsSample *sample)
{
  HfsSnapshot *snapshot = hfs_sample_get_snapshot (sample);

  for (guint row = 0; row < hfs_snapshot_get_n_models (snapshot); row++)
    if (hfs_snapshot_get_base_model (snapshot, row) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * hfs_sample_count_derived:
 * @accounts: (array zero-terminated=1): Hub accounts
 *
 * Returns: how many models are made, over however many steps, from models of these accounts
 */
gint64
hfs_sample_count_derived (HfsSample          *sample,
                          HfsPublishers      *publishers,
                          const char * const *accounts)
{
  HfsSnapshot *snapshot = hfs_sample_get_snapshot (sample);
  gint64 n = 0;

  for (guint row = 0; row < sample->n_rows; row++)
    if (hfs_sample_has (sample, row))
      {
        const char *root = hfs_lineage_find_root (snapshot, row);
        g_autofree char *owned = NULL;
        const char *account = root ? hfs_publishers_account_of (publishers, root, &owned) : NULL;

        n += account != NULL && g_strv_contains (accounts, account);
      }
  return n;
}

/* The models whose size is known. */
static GArray *
collect_sizes (HfsSample *sample,
               double    *known,
               double    *total)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (Weighted));
  const gint64 *parameters = hfs_snapshot_get_parameters (hfs_sample_get_snapshot (sample));

  *known = *total = 0;
  for (guint row = 0; row < sample->n_rows; row++)
    if (hfs_sample_has (sample, row))
      {
        Weighted weighted = { parameters[row], hfs_sample_value (sample, row) };

        *total += weighted.weight;
        if (weighted.parameters <= 0)
          continue;
        *known += weighted.weight;
        g_array_append_val (sizes, weighted);
      }
  return sizes;
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  const Weighted *x = a, *y = b;

  return (x->parameters > y->parameters) - (x->parameters < y->parameters);
}

/**
 * hfs_sample_mean_size:
 * @known: (out): what is counted of the models whose size is known
 * @total: (out): what is counted of all
 *
 * Returns: the mean number of parameters of what is counted; 0 when no size is known
 */
double
hfs_sample_mean_size (HfsSample *sample,
                      double    *known,
                      double    *total)
{
  g_autoptr (GArray) sizes = collect_sizes (sample, known, total);
  long double sum = 0;

  for (guint i = 0; i < sizes->len; i++)
    sum += (long double) g_array_index (sizes, Weighted, i).parameters * g_array_index (sizes, Weighted, i).weight;
  return *known > 0 ? (double) (sum / *known) : 0;
}

/**
 * hfs_sample_median_size:
 * @known: (out): what is counted of the models whose size is known
 * @total: (out): what is counted of all
 *
 * Returns: the least number of parameters that half of what is counted does not exceed; 0 when no size is known
 */
double
hfs_sample_median_size (HfsSample *sample,
                        double    *known,
                        double    *total)
{
  g_autoptr (GArray) sizes = collect_sizes (sample, known, total);
  double sum = 0;

  g_array_sort (sizes, compare_sizes);
  for (guint i = 0; i < sizes->len; i++)
    {
      sum += g_array_index (sizes, Weighted, i).weight;
      if (sum * 2 >= *known)
        return g_array_index (sizes, Weighted, i).parameters;
    }
  return 0;
}
