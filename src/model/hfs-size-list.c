/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-size-list.h"

#include "hfs-csv.h"

#include <glib/gi18n-lib.h>

/* A split GGUF states the size of its first part; if the name says ten times more, the name is right. */
#define IMPLAUSIBLE 10

typedef struct
{
  gint64 parameters;
  gint64 active;
} Size;

/**
 * HfsSizeList:
 *
 * The curated list of model sizes, and the order in which the sources of a size are believed.
 *
 * Read only once made; safe to use from any thread.
 */
struct _HfsSizeList
{
  GObject parent_instance;

  GHashTable *sizes; /* (owned) (element-type utf8 Size) */
  char *checksum;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsSizeList, hfs_size_list, G_TYPE_OBJECT)

static void
hfs_size_list_finalize (GObject *object)
{
  HfsSizeList *self = HFS_SIZE_LIST (object);

  g_hash_table_unref (self->sizes);
  g_free (self->checksum);

  G_OBJECT_CLASS (hfs_size_list_parent_class)->finalize (object);
}

static void
hfs_size_list_class_init (HfsSizeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_size_list_finalize;
}

static void
hfs_size_list_init (HfsSizeList *self)
{
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * hfs_size_list_new:
 * @csv: a file with the columns `id`, `parameters` and `active_parameters`
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with @error set
 */
HfsSizeList *
hfs_size_list_new (GBytes  *csv,
                   GError **error)
{
  g_autoptr (HfsSizeList) self = g_object_new (HFS_TYPE_SIZE_LIST, NULL);
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (csv, error);
  g_autoptr (GError) local_error = NULL;
  int id, parameters, active;

  if (reader == NULL)
    return NULL;
  self->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, csv);
  id = hfs_csv_reader_find (reader, "id");
  parameters = hfs_csv_reader_find (reader, "parameters");
  active = hfs_csv_reader_find (reader, "active_parameters");

  while (hfs_csv_reader_next (reader, &local_error))
    {
      Size size = {
        g_ascii_strtoll (hfs_csv_reader_get_field (reader, parameters), NULL, 10),
        g_ascii_strtoll (hfs_csv_reader_get_field (reader, active), NULL, 10),
      };

      if (size.parameters <= 0 || size.active < 0)
        {
          g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE,
                       _("Line %u: “%s” is not a number of parameters."), hfs_csv_reader_get_line (reader),
                       hfs_csv_reader_get_field (reader, parameters));
          return NULL;
        }
      g_hash_table_replace (self->sizes, g_strdup (hfs_csv_reader_get_field (reader, id)),
                            g_memdup2 (&size, sizeof size));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * hfs_size_list_get_checksum:
 *
 * Returns: (transfer none): SHA-256 of the file, to tell whether something was made with this list
 */
const char *
hfs_size_list_get_checksum (HfsSizeList *self)
{
  return self->checksum;
}

/**
 * hfs_size_list_lookup:
 * @active: (out) (optional): the active parameters of a mixture of experts, or 0
 *
 * Returns: the parameters of the model, or 0 when it is not on the list
 */
gint64
hfs_size_list_lookup (HfsSizeList *self,
                      const char  *id,
                      gint64      *active)
{
  const Size *size = g_hash_table_lookup (self->sizes, id);

  if (active != NULL)
    *active = size ? size->active : 0;
  return size ? size->parameters : 0;
}

/**
 * hfs_size_list_resolve:
 * @source: (out): where the size is known from
 * @active: (out): the active parameters of a mixture of experts, or 0
 *
 * Finds the size of a model: what its safetensors files hold, what its GGUF header states (unless
 * the name says ten times more or less), what an imported file states, the curated list, the name.
 * The size of a base model is for the snapshot to fill in, which knows the other models.
 *
 * Returns: parameters, or 0 when no source knows
 */
gint64
hfs_size_list_resolve (HfsSizeList       *self,
                       const HfsModelRow *row,
                       HfsSizeSource     *source,
                       gint64            *active)
{
  gint64 listed = hfs_size_list_lookup (self, row->id, active);
  gint64 named = hfs_size_from_name (row->id);
  gint64 gguf = row->gguf;

  if (named > 0 && gguf > 0 && (gguf < named / IMPLAUSIBLE || gguf / IMPLAUSIBLE > named))
    gguf = 0;

  if (row->safetensors > 0)
    return *source = HFS_SIZE_SOURCE_SAFETENSORS, row->safetensors;
  if (gguf > 0)
    return *source = HFS_SIZE_SOURCE_GGUF, gguf;
  if (row->stated > 0)
    return *source = HFS_SIZE_SOURCE_FILE, row->stated;
  if (listed > 0)
    return *source = HFS_SIZE_SOURCE_LIST, listed;
  if (named > 0)
    return *source = HFS_SIZE_SOURCE_NAME, named;
  *source = HFS_SIZE_SOURCE_NONE;
  return 0;
}
