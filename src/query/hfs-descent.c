/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-descent.h"

/**
 * HfsDescent:
 *
 * Which models of a snapshot are made from which, downwards: for each base model those that name it, the most downloaded
 * first. [class@Lineage] follows the same chains upwards.
 *
 * Made in two passes over the models. Immutable; may be read from any thread.
 */
struct _HfsDescent
{
  GObject parent_instance;

  HfsSnapshot *snapshot;  /* (owned) */
  guint32 *begins;        /* (owned): for each base model where its rows begin; one more at the end */
  guint32 *rows;          /* (owned) */
  guint n_bases;
};

G_DEFINE_FINAL_TYPE (HfsDescent, hfs_descent, G_TYPE_OBJECT)

static void
hfs_descent_finalize (GObject *object)
{
  HfsDescent *self = HFS_DESCENT (object);

  g_free (self->begins);
  g_free (self->rows);
  g_clear_object (&self->snapshot);

  G_OBJECT_CLASS (hfs_descent_parent_class)->finalize (object);
}

static void
hfs_descent_class_init (HfsDescentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_descent_finalize;
}

static void
hfs_descent_init (HfsDescent *self)
{
}

/**
 * hfs_descent_new:
 *
 * Goes over all models of a snapshot twice.
 *
 * Returns: (transfer full): who is made from whom
 */
HfsDescent *
hfs_descent_new (HfsSnapshot *snapshot)
{
  HfsDescent *self = g_object_new (HFS_TYPE_DESCENT, NULL);
  HfsColumn bases = hfs_snapshot_get_column (snapshot, HFS_COLUMN_BASES);
  guint n = hfs_snapshot_get_n_models (snapshot), n_rows = 0;
  g_autofree guint32 *next = NULL;

  self->snapshot = g_object_ref (snapshot);
  self->n_bases = hfs_dictionary_get_size (hfs_snapshot_get_base_names (snapshot));
  self->begins = g_new0 (guint32, self->n_bases + 1);
  for (guint row = 0; row < n; row++)
    self->begins[hfs_column_get (bases, row)]++;
  self->begins[HFS_NO_WORD] = 0;
  for (guint base = 0; base < self->n_bases; base++)
    {
      guint count = self->begins[base];

      self->begins[base] = n_rows;
      n_rows += count;
    }
  self->begins[self->n_bases] = n_rows;
  self->rows = g_new (guint32, MAX (n_rows, 1));
  next = g_memdup2 (self->begins, self->n_bases * sizeof *next);
  for (guint row = 0; row < n; row++)
    if (hfs_column_get (bases, row) != HFS_NO_WORD)
      self->rows[next[hfs_column_get (bases, row)]++] = row;
  return self;
}

/**
 * hfs_descent_get_snapshot:
 *
 * Returns: (transfer none): the snapshot
 */
HfsSnapshot *
hfs_descent_get_snapshot (HfsDescent *self)
{
  return self->snapshot;
}

/**
 * hfs_descent_knows_bases:
 *
 * Returns: whether the snapshot states the base model of any model at all
 */
gboolean
hfs_descent_knows_bases (HfsDescent *self)
{
  return self->begins[self->n_bases] > 0;
}

/**
 * hfs_descent_find:
 * @id: a model, whether the snapshot holds it or not
 * @n_rows: (out): how many models are made from it
 *
 * Returns: (transfer none) (array length=n_rows) (nullable): the rows of the models that name @id as their base model, the most
 *   downloaded first
 */
const guint32 *
hfs_descent_find (HfsDescent *self,
                  const char *id,
                  guint      *n_rows)
{
  guint base;

  *n_rows = 0;
  if (!hfs_dictionary_lookup (hfs_snapshot_get_base_names (self->snapshot), id, &base) || base == HFS_NO_WORD)
    return NULL;
  *n_rows = self->begins[base + 1] - self->begins[base];
  return self->rows + self->begins[base];
}

/**
 * hfs_descent_list_bases:
 * @id: a model
 * @is_ring: (out): whether the chain comes back to a model that is on it already
 *
 * Follows the base models of a model upwards.
 *
 * Returns: (transfer full) (element-type utf8): the base model of @id, that one's base model, and so on
 */
GPtrArray *
hfs_descent_list_bases (HfsDescent *self,
                        const char *id,
                        gboolean   *is_ring)
{
  GPtrArray *bases = g_ptr_array_new_with_free_func (g_free);
  const char *at = id;
  guint row;

  *is_ring = FALSE;
  while (hfs_snapshot_find_model (self->snapshot, at, &row))
    {
      const char *base = hfs_snapshot_get_base_model (self->snapshot, row);

      if (base == NULL || *base == '\0')
        break;
      *is_ring = g_str_equal (base, id) || g_ptr_array_find_with_equal_func (bases, base, g_str_equal, NULL);
      if (*is_ring)
        break;
      g_ptr_array_add (bases, g_strdup (base));
      at = g_ptr_array_index (bases, bases->len - 1);
    }
  return bases;
}
