/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-row-list.h"

/**
 * HfsRowList:
 *
 * The rows of a result as a list model of [class@RowItem], in the result's order. Items are made when they are asked for.
 */
struct _HfsRowList
{
  GObject parent_instance;

  HfsResult *result;  /* (owned) */
};

static GType
hfs_row_list_get_item_type (GListModel *model)
{
  return HFS_TYPE_ROW_ITEM;
}

static guint
hfs_row_list_get_n_items (GListModel *model)
{
  return hfs_result_get_n_rows (HFS_ROW_LIST (model)->result);
}

static gpointer
hfs_row_list_get_item (GListModel *model,
                       guint       position)
{
  HfsRowList *self = HFS_ROW_LIST (model);

  return position < hfs_result_get_n_rows (self->result) ? hfs_row_item_new (self->result, position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = hfs_row_list_get_item_type;
  iface->get_n_items = hfs_row_list_get_n_items;
  iface->get_item = hfs_row_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsRowList, hfs_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
hfs_row_list_finalize (GObject *object)
{
  g_object_unref (HFS_ROW_LIST (object)->result);

  G_OBJECT_CLASS (hfs_row_list_parent_class)->finalize (object);
}

static void
hfs_row_list_class_init (HfsRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_row_list_finalize;
}

static void
hfs_row_list_init (HfsRowList *self)
{
}

/**
 * hfs_row_list_new:
 * @result: (transfer none): whose rows
 *
 * Returns: (transfer full): the rows
 */
HfsRowList *
hfs_row_list_new (HfsResult *result)
{
  HfsRowList *self = g_object_new (HFS_TYPE_ROW_LIST, NULL);

  self->result = g_object_ref (result);
  return self;
}
