/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-model-item.h"

/**
 * HfsModelItem:
 *
 * One model of a [class@ModelList]. It knows its row; what it says is read from the snapshot when it is asked for.
 */
struct _HfsModelItem
{
  GObject parent_instance;

  HfsFacets *facets;   /* (owned) */
  guint row;
  HfsAttribution attribution;
  HfsCredit credit;
};

G_DEFINE_FINAL_TYPE (HfsModelItem, hfs_model_item, G_TYPE_OBJECT)

static void
hfs_model_item_finalize (GObject *object)
{
  g_clear_object (&HFS_MODEL_ITEM (object)->facets);

  G_OBJECT_CLASS (hfs_model_item_parent_class)->finalize (object);
}

static void
hfs_model_item_class_init (HfsModelItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_model_item_finalize;
}

static void
hfs_model_item_init (HfsModelItem *self)
{
}

/**
 * hfs_model_item_new:
 * @row: a row of the snapshot
 * @attribution: who says where its publisher is
 * @credit: whose model a copy is
 *
 * Returns: (transfer full): the model
 */
HfsModelItem *
hfs_model_item_new (HfsFacets      *facets,
                    guint           row,
                    HfsAttribution  attribution,
                    HfsCredit       credit)
{
  HfsModelItem *self = g_object_new (HFS_TYPE_MODEL_ITEM, NULL);

  self->facets = g_object_ref (facets);
  self->row = row;
  self->attribution = attribution;
  self->credit = credit;
  return self;
}

/**
 * hfs_model_item_get_row:
 *
 * Returns: the row of the snapshot; its rank by downloads less one
 */
guint
hfs_model_item_get_row (HfsModelItem *self)
{
  return self->row;
}

/**
 * hfs_model_item_get_id:
 *
 * Returns: (transfer none): `owner/name`
 */
const char *
hfs_model_item_get_id (HfsModelItem *self)
{
  return hfs_snapshot_get_model_id (hfs_facets_get_snapshot (self->facets), self->row);
}

/**
 * hfs_model_item_get_count:
 *
 * Returns: the count, or %HFS_COUNT_ABSENT when the snapshot does not state it
 */
gint64
hfs_model_item_get_count (HfsModelItem *self,
                          HfsCount      count)
{
  HfsColumn column = hfs_snapshot_get_count_column (hfs_facets_get_snapshot (self->facets), count);

  return column.data ? hfs_column_get (column, self->row) : HFS_COUNT_ABSENT;
}

/**
 * hfs_model_item_get_parameters:
 *
 * Returns: the number of parameters, 0 when it is not known
 */
gint64
hfs_model_item_get_parameters (HfsModelItem *self)
{
  return hfs_column_get (hfs_snapshot_get_column (hfs_facets_get_snapshot (self->facets), HFS_COLUMN_PARAMETERS), self->row);
}

/**
 * hfs_model_item_get_key:
 * @dimension: one whose rows are groups of models
 *
 * Returns: (transfer none): the group that the model is in, such as `CN` or `unknown`
 */
const char *
hfs_model_item_get_key (HfsModelItem   *self,
                        HfsDimensionId  dimension)
{
  const HfsFacet *facet = hfs_facets_get (self->facets, dimension, self->attribution, self->credit);

  return g_ptr_array_index (facet->keys, hfs_column_get (facet->codes, self->row));
}
