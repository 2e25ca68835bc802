/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-family-node.h"

#include <string.h>

/**
 * HfsFamilyNode:
 *
 * One line of the tree of a model. At the top is the model at the end of the chain of base models; below it, link by link,
 * the way down to the model itself, and below that what is made from it, by how it is made, and so on.
 *
 * A line is made when its parent is opened. A model that is its own ancestor is shown once and not followed again.
 */
struct _HfsFamilyNode
{
  GObject parent_instance;

  HfsDescent *descent;    /* (owned) */
  HfsFamilyNode *parent;  /* (owned) (nullable) */
  char *id;               /* (owned): of the model, or of the one that a group is made from */
  GPtrArray *chain;       /* (owned) (nullable): ids of what comes below on the way to the subject, the next one last */
  guint32 *rows;          /* (owned) (nullable): of the models of a group */
  guint n_rows;
  HfsRelation relation;   /* of a group, or how a model is made */
  gboolean is_group;
  gboolean is_subject;
};

#define HFS_TYPE_FAMILY_GROUP (hfs_family_group_get_type ())
G_DECLARE_FINAL_TYPE (HfsFamilyGroup, hfs_family_group, HFS, FAMILY_GROUP, GObject)

/* The models of a group, made when they are looked at: a model can have thousands of copies. */
struct _HfsFamilyGroup
{
  GObject parent_instance;

  HfsFamilyNode *node;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsFamilyNode, hfs_family_node, G_TYPE_OBJECT)

static HfsFamilyNode *
new_model (HfsDescent    *descent,
           HfsFamilyNode *parent,
           const char    *id)
{
  HfsFamilyNode *node = g_object_new (HFS_TYPE_FAMILY_NODE, NULL);
  guint row;

  node->descent = g_object_ref (descent);
  g_set_object (&node->parent, parent);
  node->id = g_strdup (id);
  if (hfs_snapshot_find_model (hfs_descent_get_snapshot (descent), id, &row))
    node->relation = hfs_snapshot_get_relation (hfs_descent_get_snapshot (descent), row);
  return node;
}

static GType
get_item_type (GListModel *list)
{
  return HFS_TYPE_FAMILY_NODE;
}

static guint
get_n_items (GListModel *list)
{
  return ((HfsFamilyGroup *) list)->node->n_rows;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  HfsFamilyNode *node = ((HfsFamilyGroup *) list)->node;

  if (position >= node->n_rows)
    return NULL;
  return new_model (node->descent, node, hfs_snapshot_get_model_id (hfs_descent_get_snapshot (node->descent), node->rows[position]));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsFamilyGroup, hfs_family_group, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hfs_family_group_finalize (GObject *object)
{
  g_object_unref (HFS_FAMILY_GROUP (object)->node);

  G_OBJECT_CLASS (hfs_family_group_parent_class)->finalize (object);
}

static void
hfs_family_group_class_init (HfsFamilyGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_family_group_finalize;
}

static void
hfs_family_group_init (HfsFamilyGroup *self)
{
}

static void
hfs_family_node_finalize (GObject *object)
{
  HfsFamilyNode *self = HFS_FAMILY_NODE (object);

  g_clear_object (&self->descent);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_free (self->rows);
  g_free (self->id);

  G_OBJECT_CLASS (hfs_family_node_parent_class)->finalize (object);
}

static void
hfs_family_node_class_init (HfsFamilyNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_family_node_finalize;
}

static void
hfs_family_node_init (HfsFamilyNode *self)
{
}

/**
 * hfs_family_tree_new:
 * @id: the model that the tree is about
 *
 * Returns: (transfer full): the top of the tree: a list of one #HfsFamilyNode
 */
GListModel *
hfs_family_tree_new (HfsDescent *descent,
                     const char *id)
{
  GListStore *top = g_list_store_new (HFS_TYPE_FAMILY_NODE);
  gboolean is_ring;
  g_autoptr (GPtrArray) bases = hfs_descent_list_bases (descent, id, &is_ring);
  g_autoptr (HfsFamilyNode) root = NULL;

  /* From the model upwards; the last one is the root, and the others come below it, the model itself at the end. */
  g_ptr_array_insert (bases, 0, g_strdup (id));
  root = new_model (descent, NULL, g_ptr_array_index (bases, bases->len - 1));
  g_ptr_array_remove_index (bases, bases->len - 1);
  root->is_subject = bases->len == 0;
  root->chain = bases->len > 0 ? g_ptr_array_ref (bases) : NULL;
  g_list_store_append (top, root);
  return G_LIST_MODEL (top);
}

/* Whether the model is on the way from the top to here already. */
static gboolean
is_ancestor (HfsFamilyNode *self,
             const char    *id)
{
  for (HfsFamilyNode *node = self; node != NULL; node = node->parent)
    if (!node->is_group && g_str_equal (node->id, id))
      return TRUE;
  return FALSE;
}

static GListModel *
list_next (HfsFamilyNode *self)
{
  GListStore *list = g_list_store_new (HFS_TYPE_FAMILY_NODE);
  g_autoptr (HfsFamilyNode) next = new_model (self->descent, self, g_ptr_array_index (self->chain, self->chain->len - 1));

  if (self->chain->len > 1)
    {
      next->chain = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i + 1 < self->chain->len; i++)
        g_ptr_array_add (next->chain, g_strdup (g_ptr_array_index (self->chain, i)));
    }
  next->is_subject = next->chain == NULL;
  g_list_store_append (list, next);
  return G_LIST_MODEL (list);
}

/* The models made from this one in one way. */
static HfsFamilyNode *
new_group (HfsFamilyNode *self,
           HfsRelation    relation,
           const guint32 *rows,
           guint          n_rows)
{
  HfsSnapshot *snapshot = hfs_descent_get_snapshot (self->descent);
  HfsFamilyNode *group = g_object_new (HFS_TYPE_FAMILY_NODE, NULL);

  group->descent = g_object_ref (self->descent);
  group->parent = g_object_ref (self);
  group->id = g_strdup (self->id);
  group->is_group = TRUE;
  group->relation = relation;
  group->rows = g_new (guint32, MAX (n_rows, 1));
  for (guint i = 0; i < n_rows; i++)
    if (hfs_snapshot_get_relation (snapshot, rows[i]) == relation &&
        !is_ancestor (self, hfs_snapshot_get_model_id (snapshot, rows[i])))
      group->rows[group->n_rows++] = rows[i];
  return group;
}

static GListModel *
list_groups (HfsFamilyNode *self)
{
  GListStore *list = NULL;
  guint n_rows;
  const guint32 *rows = hfs_descent_find (self->descent, self->id, &n_rows);

  for (HfsRelation relation = HFS_RELATION_NONE; relation <= HFS_RELATION_MERGE && n_rows > 0; relation++)
    {
      g_autoptr (HfsFamilyNode) group = new_group (self, relation, rows, n_rows);

      if (group->n_rows == 0)
        continue;
      if (list == NULL)
        list = g_list_store_new (HFS_TYPE_FAMILY_NODE);
      g_list_store_append (list, group);
    }
  return (GListModel *) list;
}

/**
 * hfs_family_node_list_children:
 *
 * Returns: (transfer full) (nullable): what comes below, %NULL where nothing does
 */
GListModel *
hfs_family_node_list_children (HfsFamilyNode *self)
{
  HfsFamilyGroup *group;

  if (self->chain != NULL)
    return list_next (self);
  if (!self->is_group)
    return list_groups (self);
  group = g_object_new (HFS_TYPE_FAMILY_GROUP, NULL);
  group->node = g_object_ref (self);
  return G_LIST_MODEL (group);
}

/**
 * hfs_family_node_get_id:
 *
 * Returns: (transfer none): the model, or the one that a group is made from
 */
const char *
hfs_family_node_get_id (HfsFamilyNode *self)
{
  return self->id;
}

/**
 * hfs_family_node_get_relation:
 *
 * Returns: how the models of a group, or a single model, are made from the one above
 */
HfsRelation
hfs_family_node_get_relation (HfsFamilyNode *self)
{
  return self->relation;
}

/**
 * hfs_family_node_is_group:
 *
 * Returns: whether it stands for all that is made in one way
 */
gboolean
hfs_family_node_is_group (HfsFamilyNode *self)
{
  return self->is_group;
}

/**
 * hfs_family_node_is_subject:
 *
 * Returns: whether it is the model that the tree is about
 */
gboolean
hfs_family_node_is_subject (HfsFamilyNode *self)
{
  return self->is_subject;
}

/**
 * hfs_family_node_is_above:
 *
 * Returns: whether it is a base model on the way to the one that the tree is about
 */
gboolean
hfs_family_node_is_above (HfsFamilyNode *self)
{
  return self->chain != NULL;
}

/**
 * hfs_family_node_is_missing:
 *
 * Returns: whether the snapshot does not hold the model
 */
gboolean
hfs_family_node_is_missing (HfsFamilyNode *self)
{
  guint row;

  return !self->is_group && !hfs_snapshot_find_model (hfs_descent_get_snapshot (self->descent), self->id, &row);
}

/**
 * hfs_family_node_count:
 *
 * Returns: how many models a group has
 */
guint
hfs_family_node_count (HfsFamilyNode *self)
{
  return self->n_rows;
}

/**
 * hfs_family_node_get_downloads:
 *
 * Returns: the downloads of the model in 30 days, or %HFS_COUNT_ABSENT
 */
gint64
hfs_family_node_get_downloads (HfsFamilyNode *self)
{
  HfsSnapshot *snapshot = hfs_descent_get_snapshot (self->descent);
  HfsColumn column = hfs_snapshot_get_count_column (snapshot, HFS_COUNT_DOWNLOADS);
  guint row;

  if (self->is_group || column.data == NULL || !hfs_snapshot_find_model (snapshot, self->id, &row))
    return HFS_COUNT_ABSENT;
  return hfs_column_get (column, row);
}
