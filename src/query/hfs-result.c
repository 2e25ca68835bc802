/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-result-private.h"

#include <math.h>

/**
 * HfsResult:
 *
 * The answer to a query: the single source of chart, table, sentence and file.
 *
 * Immutable; safe to read from any thread.
 */
G_DEFINE_FINAL_TYPE (HfsResult, hfs_result, G_TYPE_OBJECT)

static void
hfs_result_finalize (GObject *object)
{
  HfsResult *self = HFS_RESULT (object);

  g_clear_object (&self->query);
  g_clear_object (&self->publishers);
  g_clear_pointer (&self->snapshot, hfs_snapshot_info_free);
  g_clear_pointer (&self->before, hfs_snapshot_info_free);
  g_free (self->lorenz);
  g_free (self->own_title);
  g_free (self->own_summary);
  g_free (self->own_scope);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->moments);

  G_OBJECT_CLASS (hfs_result_parent_class)->finalize (object);
}

static void
hfs_result_class_init (HfsResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_result_finalize;
}

static void
hfs_result_init (HfsResult *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_result_row_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_result_series_free);
  self->moments = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_snapshot_info_free);
  self->gini = NAN;
  self->n_in_rings = -1;
  self->measured_share = NAN;
}

HfsResultRow *
hfs_result_row_new (HfsRowKind  kind,
                    const char *key,
                    const char *label)
{
  HfsResultRow *row = g_new0 (HfsResultRow, 1);

  row->kind = kind;
  row->key = g_strdup (key);
  row->label = g_strdup (label);
  return row;
}

void
hfs_result_row_free (HfsResultRow *row)
{
  if (row->facts != NULL)
    {
      g_free (row->facts->publisher);
      g_free (row->facts->country);
      g_free (row->facts->developer_type);
      g_free (row->facts->task);
      g_free (row->facts);
    }
  g_free (row->series);
  g_free (row->points);
  g_free (row->key);
  g_free (row->label);
  g_free (row);
}

HfsResultSeries *
hfs_result_series_new (HfsRowKind  kind,
                const char *key,
                const char *label)
{
  HfsResultSeries *series = g_new0 (HfsResultSeries, 1);

  series->kind = kind;
  series->key = g_strdup (key);
  series->label = g_strdup (label);
  return series;
}

void
hfs_result_series_free (HfsResultSeries *series)
{
  g_free (series->key);
  g_free (series->label);
  g_free (series);
}

/**
 * hfs_result_get_query:
 *
 * Returns: (transfer none): the question
 */
HfsQuery *
hfs_result_get_query (HfsResult *self)
{
  return self->query;
}

/**
 * hfs_result_get_dimension:
 *
 * Returns: (transfer none): what the rows are
 */
const HfsDimension *
hfs_result_get_dimension (HfsResult *self)
{
  return hfs_dimension_get (hfs_query_get_dimension (self->query));
}

/**
 * hfs_result_get_snapshot:
 *
 * Returns: (transfer none): what the values are of
 */
const HfsSnapshotInfo *
hfs_result_get_snapshot (HfsResult *self)
{
  return self->snapshot;
}

/**
 * hfs_result_get_before:
 *
 * Returns: (transfer none) (nullable): the snapshot compared with
 */
const HfsSnapshotInfo *
hfs_result_get_before (HfsResult *self)
{
  return self->before;
}

/**
 * hfs_result_get_n_rows:
 *
 * Returns: the number of rows
 */
guint
hfs_result_get_n_rows (HfsResult *self)
{
  return self->rows->len;
}

/**
 * hfs_result_get_row:
 *
 * Rows that answer come first in the order of the dimension, then `other`, then the unclear ones.
 *
 * Returns: (transfer none): a row
 */
const HfsResultRow *
hfs_result_get_row (HfsResult *self,
                    guint      index)
{
  return g_ptr_array_index (self->rows, index);
}

/**
 * hfs_result_find_row:
 *
 * Returns: (transfer none) (nullable): the row with this key
 */
const HfsResultRow *
hfs_result_find_row (HfsResult  *self,
                     const char *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const HfsResultRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->key, key))
        return row;
    }
  return NULL;
}

/**
 * hfs_result_get_n_series:
 *
 * Returns: how many parts each row is divided into, 0 when the query asks for none
 */
guint
hfs_result_get_n_series (HfsResult *self)
{
  return self->series->len;
}

/**
 * hfs_result_get_series:
 *
 * Returns: (transfer none): a part
 */
const HfsResultSeries *
hfs_result_get_series (HfsResult *self,
                       guint      index)
{
  return g_ptr_array_index (self->series, index);
}

/**
 * hfs_result_get_n_moments:
 *
 * Returns: how many snapshots a result over time tells of; 0 for other results
 */
guint
hfs_result_get_n_moments (HfsResult *self)
{
  return self->moments->len;
}

/**
 * hfs_result_get_moment:
 *
 * Returns: (transfer none): one of the snapshots of a result over time, the oldest first
 */
const HfsSnapshotInfo *
hfs_result_get_moment (HfsResult *self,
                       guint      index)
{
  return g_ptr_array_index (self->moments, index);
}

/**
 * hfs_result_get_total:
 *
 * Returns: the sum over all models that the filters let through, the unclear ones included
 */
gint64
hfs_result_get_total (HfsResult *self)
{
  return self->total;
}

/**
 * hfs_result_get_denominator:
 *
 * Returns: what the shares are of: the total, less the unclear rows where the query leaves them out
 */
gint64
hfs_result_get_denominator (HfsResult *self)
{
  return self->denominator;
}

/**
 * hfs_result_get_before_denominator:
 *
 * Returns: what the shares of the snapshot compared with are of
 */
gint64
hfs_result_get_before_denominator (HfsResult *self)
{
  return self->before_denominator;
}

/**
 * hfs_result_get_n_models:
 *
 * Returns: how many models are counted
 */
gint64
hfs_result_get_n_models (HfsResult *self)
{
  return self->n_models;
}

/**
 * hfs_result_get_depth:
 *
 * Returns: how many of the most downloaded models of each snapshot are counted so that both are alike, 0 for all
 */
gint64
hfs_result_get_depth (HfsResult *self)
{
  return self->depth;
}

/**
 * hfs_result_get_gini:
 *
 * Returns: the Gini coefficient in results about concentration, NAN elsewhere
 */
double
hfs_result_get_gini (HfsResult *self)
{
  return self->gini;
}

/**
 * hfs_result_get_lorenz:
 *
 * Returns: (transfer none) (nullable) (array fixed-size=201): in results about concentration how much the most used part of
 *   the models has, from none to all of them; %NULL elsewhere
 */
const HfsLorenzPoint *
hfs_result_get_lorenz (HfsResult *self)
{
  return self->lorenz;
}

/**
 * hfs_result_get_lineage:
 * @in_rings: (out): how many models have base models that form a ring; they count for their own publisher
 * @missing_roots: (out): how many have a first base model that the snapshot does not hold
 *
 * What became of base models in results that follow them: those that give the credit to the
 * publisher of the base model, and those about families.
 *
 * Returns: whether the result follows base models; the numbers are 0 if not
 */
gboolean
hfs_result_get_lineage (HfsResult *self,
                        gint64    *in_rings,
                        gint64    *missing_roots)
{
  *in_rings = MAX (self->n_in_rings, 0);
  *missing_roots = self->n_missing_roots;
  return self->n_in_rings >= 0;
}

/**
 * hfs_result_get_n_overrides:
 *
 * Returns: how many decisions of the reader about publishers count in the answer; 0 unless it follows `mine`
 */
guint
hfs_result_get_n_overrides (HfsResult *self)
{
  return self->n_overrides;
}

/**
 * hfs_result_get_unclear_share:
 *
 * Returns: the share of the total that falls into no answer, also when the query leaves it out
 */
double
hfs_result_get_unclear_share (HfsResult *self)
{
  gint64 clear = 0;

  if (self->total == 0 || hfs_result_get_dimension (self)->unclear == NULL)
    return 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const HfsResultRow *row = g_ptr_array_index (self->rows, i);

      clear += row->kind == HFS_ROW_UNCLEAR ? 0 : row->value;
    }
  return (double) (self->total - clear) / self->total;
}

/**
 * hfs_result_get_measured_share:
 *
 * Returns: in results about sizes the share of the total whose size is counted or published, and not
 *   read from a name or taken from a base model; NAN elsewhere
 */
double
hfs_result_get_measured_share (HfsResult *self)
{
  return self->measured_share;
}

/**
 * hfs_result_get_decisive_publisher:
 * @share: (out): its share of the total
 *
 * In results about countries and types: the publisher with most weight whose country or type was a
 * decision that could have gone another way.
 *
 * Returns: (transfer none) (nullable): the publisher, or %NULL when there is none
 */
const HfsPublisher *
hfs_result_get_decisive_publisher (HfsResult *self,
                                   double    *share)
{
  *share = self->total > 0 ? (double) self->decisive_value / self->total : 0;
  return self->decisive;
}
