/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshot-private.h"

/**
 * HfsSnapshot:
 *
 * The Hub's models at one moment: immutable columns in memory.
 *
 * A row is a model; rows are ordered by downloads, most first, ties by id, so the
 * first *n* rows are the *n* most downloaded. Made by [class@SnapshotBuilder];
 * safe to read from any thread.
 */
G_DEFINE_FINAL_TYPE (HfsSnapshot, hfs_snapshot, G_TYPE_OBJECT)

static void
hfs_snapshot_finalize (GObject *object)
{
  HfsSnapshot *self = HFS_SNAPSHOT (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->info, hfs_snapshot_info_free);
  g_clear_pointer (&self->names, g_byte_array_unref);
  g_clear_pointer (&self->name_at, g_array_unref);
  for (guint i = 0; i < HFS_N_COUNTS; i++)
    g_clear_pointer (&self->counts[i], g_array_unref);
  for (guint i = 0; i < HFS_N_WORDS; i++)
    {
      g_clear_pointer (&self->codes[i], g_array_unref);
      g_clear_object (&self->words[i]);
    }
  g_clear_pointer (&self->language_at, g_array_unref);
  g_clear_pointer (&self->languages, g_array_unref);
  g_clear_object (&self->language_names);
  g_clear_pointer (&self->created_at, g_array_unref);
  g_clear_pointer (&self->parameters, g_array_unref);
  g_clear_pointer (&self->active_parameters, g_array_unref);
  g_clear_pointer (&self->size_sources, g_byte_array_unref);
  g_clear_pointer (&self->relations, g_byte_array_unref);
  g_clear_pointer (&self->bases, g_array_unref);
  g_clear_object (&self->base_names);

  G_OBJECT_CLASS (hfs_snapshot_parent_class)->finalize (object);
}

static void
hfs_snapshot_class_init (HfsSnapshotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_snapshot_finalize;
}

static void
hfs_snapshot_init (HfsSnapshot *self)
{
}

/**
 * hfs_snapshot_get_info:
 *
 * Returns: (transfer none): what the snapshot is of
 */
const HfsSnapshotInfo *
hfs_snapshot_get_info (HfsSnapshot *self)
{
  return self->info;
}

/**
 * hfs_snapshot_get_n_models:
 *
 * Returns: the number of rows
 */
guint
hfs_snapshot_get_n_models (HfsSnapshot *self)
{
  return self->n_models;
}

/**
 * hfs_snapshot_get_model_id:
 * @row: a row below [method@Snapshot.get_n_models]
 *
 * Returns: (transfer none): `owner/name`, or a legacy name without owner
 */
const char *
hfs_snapshot_get_model_id (HfsSnapshot *self,
                           guint        row)
{
  g_return_val_if_fail (row < self->n_models, "");

  return (const char *) self->names->data + g_array_index (self->name_at, guint, row);
}

/**
 * hfs_snapshot_find_model:
 * @row: (out) (optional): the model's row
 *
 * Returns: whether the snapshot holds a model with exactly this id
 */
gboolean
hfs_snapshot_find_model (HfsSnapshot *self,
                         const char  *id,
                         guint       *row)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->rows, id, NULL, &value))
    return FALSE;
  if (row != NULL)
    *row = GPOINTER_TO_UINT (value);
  return TRUE;
}

/**
 * hfs_snapshot_get_counts:
 *
 * One counted column. A single row that does not state the count has 0.
 *
 * Returns: (transfer none) (nullable): a value a row, or %NULL when the snapshot does not state this count
 */
const gint64 *
hfs_snapshot_get_counts (HfsSnapshot *self,
                         HfsCount     count)
{
  g_return_val_if_fail (count < HFS_N_COUNTS, NULL);

  return self->counts[count] ? (const gint64 *) (gpointer) self->counts[count]->data : NULL;
}

/**
 * hfs_snapshot_get_codes:
 *
 * Returns: (transfer none): a code of [method@Snapshot.get_dictionary] a row, %HFS_NO_WORD where it is not stated
 */
const guint *
hfs_snapshot_get_codes (HfsSnapshot *self,
                        HfsWord      word)
{
  g_return_val_if_fail (word < HFS_N_WORDS, NULL);

  return (const guint *) (gpointer) self->codes[word]->data;
}

/**
 * hfs_snapshot_get_dictionary:
 *
 * Returns: (transfer none): the words of the column
 */
HfsDictionary *
hfs_snapshot_get_dictionary (HfsSnapshot *self,
                             HfsWord      word)
{
  g_return_val_if_fail (word < HFS_N_WORDS, NULL);

  return self->words[word];
}

/**
 * hfs_snapshot_get_languages:
 * @n_languages: (out): how many languages the model states
 *
 * Returns: (transfer none) (array length=n_languages): codes of [method@Snapshot.get_language_names]
 */
const guint *
hfs_snapshot_get_languages (HfsSnapshot *self,
                            guint        row,
                            guint       *n_languages)
{
  guint from = g_array_index (self->language_at, guint, row);

  *n_languages = g_array_index (self->language_at, guint, row + 1) - from;
  return (const guint *) (gpointer) self->languages->data + from;
}

/**
 * hfs_snapshot_get_language_names:
 *
 * Returns: (transfer none): the language codes that models state
 */
HfsDictionary *
hfs_snapshot_get_language_names (HfsSnapshot *self)
{
  return self->language_names;
}

/**
 * hfs_snapshot_get_created_at:
 *
 * Returns: seconds since 1970 UTC, or %HFS_TIME_ABSENT; below %HFS_TIME_BACKFILL_END it means "2 March 2022 or earlier"
 */
gint64
hfs_snapshot_get_created_at (HfsSnapshot *self,
                             guint        row)
{
  return g_array_index (self->created_at, gint64, row);
}

/**
 * hfs_snapshot_get_parameters:
 *
 * Returns: (transfer none): the parameters of each model, 0 where they are not known
 */
const gint64 *
hfs_snapshot_get_parameters (HfsSnapshot *self)
{
  return (const gint64 *) (gpointer) self->parameters->data;
}

/**
 * hfs_snapshot_get_size_source:
 *
 * Returns: where the parameters of @row are known from
 */
HfsSizeSource
hfs_snapshot_get_size_source (HfsSnapshot *self,
                              guint        row)
{
  return self->size_sources->data[row];
}

/**
 * hfs_snapshot_get_active_parameters:
 *
 * Returns: the parameters that a mixture of experts uses for one word, 0 where they are not known
 */
gint64
hfs_snapshot_get_active_parameters (HfsSnapshot *self,
                                    guint        row)
{
  return g_array_index (self->active_parameters, gint64, row);
}

/**
 * hfs_snapshot_get_relation:
 *
 * Returns: how @row is made from its base model
 */
HfsRelation
hfs_snapshot_get_relation (HfsSnapshot *self,
                           guint        row)
{
  return self->relations->data[row];
}

/**
 * hfs_snapshot_get_base_model:
 *
 * Returns: (transfer none) (nullable): the id of the base model, which may be outside the snapshot
 */
const char *
hfs_snapshot_get_base_model (HfsSnapshot *self,
                             guint        row)
{
  guint code = g_array_index (self->bases, guint, row);

  return code == HFS_NO_WORD ? NULL : hfs_dictionary_get_word (self->base_names, code);
}
