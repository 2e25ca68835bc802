/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-row-item.h"

/**
 * HfsRowItem:
 *
 * One row of a result, as an object that list models can hold.
 */
struct _HfsRowItem
{
  GObject parent_instance;

  HfsResult *result;  /* (owned) */
  guint index;
};

G_DEFINE_FINAL_TYPE (HfsRowItem, hfs_row_item, G_TYPE_OBJECT)

static void
hfs_row_item_finalize (GObject *object)
{
  g_object_unref (HFS_ROW_ITEM (object)->result);

  G_OBJECT_CLASS (hfs_row_item_parent_class)->finalize (object);
}

static void
hfs_row_item_class_init (HfsRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_row_item_finalize;
}

static void
hfs_row_item_init (HfsRowItem *self)
{
}

/**
 * hfs_row_item_new:
 * @result: (transfer none): the result
 * @index: the place of the row in it
 *
 * Returns: (transfer full): the row
 */
HfsRowItem *
hfs_row_item_new (HfsResult *result,
                  guint      index)
{
  HfsRowItem *self = g_object_new (HFS_TYPE_ROW_ITEM, NULL);

  self->result = g_object_ref (result);
  self->index = index;
  return self;
}

/**
 * hfs_row_item_get_result:
 *
 * Returns: (transfer none): the result that the row is of
 */
HfsResult *
hfs_row_item_get_result (HfsRowItem *self)
{
  return self->result;
}

/**
 * hfs_row_item_get_row:
 *
 * Returns: (transfer none): the row; lives as long as @self
 */
const HfsResultRow *
hfs_row_item_get_row (HfsRowItem *self)
{
  return hfs_result_get_row (self->result, self->index);
}

/**
 * hfs_row_item_get_index:
 *
 * Returns: the place of the row in its result
 */
guint
hfs_row_item_get_index (HfsRowItem *self)
{
  return self->index;
}
