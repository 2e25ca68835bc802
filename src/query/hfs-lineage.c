/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-lineage.h"

/* What is known of a base model while lineages are followed. */
#define NOT_FOLLOWED G_MAXUINT32
#define ON_THE_WAY   (G_MAXUINT32 - 1)

/**
 * HfsLineage:
 *
 * For every base model of a snapshot the model at the end of its chain of base models.
 *
 * The chains are followed once for each base model, not for each copy of it. Immutable; may be read from any thread.
 */
struct _HfsLineage
{
  GObject parent_instance;

  HfsSnapshot *snapshot; /* (owned) */
  HfsColumn bases;       /* borrowed from snapshot */
  guint32 *roots;        /* (owned): for each code of a base model that of its root, HFS_NO_WORD in a ring */
};

G_DEFINE_FINAL_TYPE (HfsLineage, hfs_lineage, G_TYPE_OBJECT)

static void
hfs_lineage_finalize (GObject *object)
{
  HfsLineage *self = HFS_LINEAGE (object);

  g_free (self->roots);
  g_clear_object (&self->snapshot);

  G_OBJECT_CLASS (hfs_lineage_parent_class)->finalize (object);
}

static void
hfs_lineage_class_init (HfsLineageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_lineage_finalize;
}

static void
hfs_lineage_init (HfsLineage *self)
{
}

/* The base model of a base model; HFS_NO_WORD at the end of the chain. */
static guint32
get_parent (HfsLineage *self,
            guint32     base)
{
  guint row;

  return hfs_snapshot_find_base (self->snapshot, base, &row) ? (guint32) hfs_column_get (self->bases, row) : HFS_NO_WORD;
}

/* Follows one chain to where it ends, or to what was followed before, and writes the end to all on the way. */
static void
follow (HfsLineage *self,
        guint32     base)
{
  guint32 at = base, parent, root;

  self->roots[at] = ON_THE_WAY;
  while ((parent = get_parent (self, at)) != HFS_NO_WORD && self->roots[parent] == NOT_FOLLOWED)
    {
      at = parent;
      self->roots[at] = ON_THE_WAY;
    }
  if (parent == HFS_NO_WORD)
    root = at;
  else
    root = self->roots[parent] == ON_THE_WAY ? HFS_NO_WORD : self->roots[parent];
  for (at = base; at != HFS_NO_WORD && self->roots[at] == ON_THE_WAY; at = get_parent (self, at))
    self->roots[at] = root;
}

/**
 * hfs_lineage_new:
 *
 * Follows the base models of a snapshot.
 *
 * Returns: (transfer full): where the chains end
 */
HfsLineage *
hfs_lineage_new (HfsSnapshot *snapshot)
{
  HfsLineage *self = g_object_new (HFS_TYPE_LINEAGE, NULL);
  guint n = hfs_dictionary_get_size (hfs_snapshot_get_base_names (snapshot));

  self->snapshot = g_object_ref (snapshot);
  self->bases = hfs_snapshot_get_column (snapshot, HFS_COLUMN_BASES);
  self->roots = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    self->roots[i] = NOT_FOLLOWED;
  self->roots[HFS_NO_WORD] = HFS_NO_WORD;
  for (guint i = 0; i < n; i++)
    if (self->roots[i] == NOT_FOLLOWED)
      follow (self, i);
  return self;
}

/**
 * hfs_lineage_get_root:
 * @row: a model
 *
 * Finds the model that the others are made from. It may be outside the snapshot: the id of a
 * base model tells its publisher all the same.
 *
 * Returns: its code in [method@Snapshot.get_base_names], or %HFS_NO_WORD when @row states no base model or the base
 *   models form a ring
 */
guint
hfs_lineage_get_root (HfsLineage *self,
                      guint       row)
{
  return self->roots[hfs_column_get (self->bases, row)];
}

/**
 * hfs_lineage_is_ring:
 *
 * Returns: whether @row states a base model and the chain comes back to where it was
 */
gboolean
hfs_lineage_is_ring (HfsLineage *self,
                     guint       row)
{
  return hfs_column_get (self->bases, row) != HFS_NO_WORD && hfs_lineage_get_root (self, row) == HFS_NO_WORD;
}

/**
 * hfs_lineage_is_missing:
 *
 * Returns: whether the chain of @row ends at a model that the snapshot does not hold
 */
gboolean
hfs_lineage_is_missing (HfsLineage *self,
                        guint       row)
{
  guint root = hfs_lineage_get_root (self, row), found;

  return root != HFS_NO_WORD && !hfs_snapshot_find_base (self->snapshot, root, &found);
}

/**
 * hfs_lineage_find_root:
 * @row: a model
 *
 * As [method@Lineage.get_root] for a single model.
 *
 * Returns: (transfer none) (nullable): the id of the first model, or %NULL when @row states no base
 *   model or the base models form a ring
 */
const char *
hfs_lineage_find_root (HfsSnapshot *snapshot,
                       guint        row)
{
  HfsColumn bases = hfs_snapshot_get_column (snapshot, HFS_COLUMN_BASES);
  guint base = hfs_column_get (bases, row), n = hfs_dictionary_get_size (hfs_snapshot_get_base_names (snapshot));

  /* A chain with more links than there are base models goes in a ring. */
  for (guint step = 0; step < n && base != HFS_NO_WORD; step++)
    {
      if (!hfs_snapshot_find_base (snapshot, base, &row) || hfs_column_get (bases, row) == HFS_NO_WORD)
        return hfs_dictionary_get_word (hfs_snapshot_get_base_names (snapshot), base);
      base = hfs_column_get (bases, row);
    }
  return NULL;
}
