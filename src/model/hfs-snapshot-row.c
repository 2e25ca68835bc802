/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshot-private.h"

/* What a snapshot states of one model: the value of each column in its row. */

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
  return hfs_snapshot_get_set_languages (self, hfs_column_get (hfs_snapshot_get_column (self, HFS_COLUMN_LANGUAGES), row),
                                         n_languages);
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
  gint64 seconds = hfs_column_get (hfs_column_file_get_column (hfs_snapshot_get_file (self), HFS_SECTION_CREATED_AT), row);

  return seconds == 0 ? HFS_TIME_ABSENT : seconds;
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
  return hfs_column_get (hfs_snapshot_get_column (self, HFS_COLUMN_SIZE_SOURCES), row);
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
  GBytes *bytes = hfs_column_file_get_bytes (hfs_snapshot_get_file (self), HFS_SECTION_ACTIVE_ROWS);
  const guint32 *rows = g_bytes_get_data (bytes, NULL);
  gsize from = 0, to = g_bytes_get_size (bytes) / sizeof *rows, n = to;

  while (from < to)
    {
      gsize middle = from + (to - from) / 2;

      if (rows[middle] < row)
        from = middle + 1;
      else
        to = middle;
    }
  if (from == n || rows[from] != row)
    return 0;
  return hfs_column_get (hfs_column_file_get_column (hfs_snapshot_get_file (self), HFS_SECTION_ACTIVE_PARAMETERS), from);
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
  return hfs_column_get (hfs_snapshot_get_column (self, HFS_COLUMN_RELATIONS), row);
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
  guint code = hfs_column_get (hfs_snapshot_get_column (self, HFS_COLUMN_BASES), row);

  return code == HFS_NO_WORD ? NULL : hfs_dictionary_get_word (hfs_snapshot_get_base_names (self), code);
}
