/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshot-private.h"

/* What is written of a snapshot beside its columns: the key, and what it is of. */
#define INFO_FORMAT "(ssssmsmsxxb)"

/* The file without what it is of. */
static HfsColumnFile *
with_info (HfsSnapshot *self,
           const char  *key)
{
  const HfsSnapshotInfo *info = hfs_snapshot_get_info (self);
  HfsColumnFile *columns = hfs_snapshot_get_file (self);
  g_autoptr (GVariant) text = g_variant_ref_sink (g_variant_new (INFO_FORMAT, key, info->id, info->date, info->source,
                                                                 info->uri, info->licence, info->most_downloaded,
                                                                 info->most_liked, info->complete));
  HfsSection sections[HFS_N_SECTIONS];
  HfsColumnFile *file;

  for (guint i = 0; i < HFS_N_SECTIONS; i++)
    sections[i] = (HfsSection) { hfs_column_file_get_bytes (columns, i),
                                 hfs_column_file_get_column (columns, i).width };
  sections[HFS_SECTION_INFO] = (HfsSection) { g_variant_get_data_as_bytes (text), 1 };
  file = hfs_column_file_new (sections, HFS_N_SECTIONS);
  g_bytes_unref (sections[HFS_SECTION_INFO].bytes);
  return file;
}

/**
 * hfs_snapshot_save:
 * @path: where to; its folder is there
 * @key: what the columns were made from; [func@Snapshot.open] wants the same
 *
 * Writes the columns as a file that opens by mapping. Blocks.
 *
 * Returns: whether it was written, or %FALSE with @error set
 */
gboolean
hfs_snapshot_save (HfsSnapshot  *self,
                   const char   *path,
                   const char   *key,
                   GError      **error)
{
  g_autoptr (HfsColumnFile) file = with_info (self, key);

  return hfs_column_file_save (file, path, error);
}

/**
 * hfs_snapshot_open:
 * @path: a file that [method@Snapshot.save] wrote
 * @key: the key it was written with
 *
 * Maps a snapshot: what is not looked at costs no memory.
 *
 * Returns: (transfer full) (nullable): the snapshot, or %NULL with @error set when the file is missing, damaged, of another
 *   version or made from something else
 */
HfsSnapshot *
hfs_snapshot_open (const char  *path,
                   const char  *key,
                   GError     **error)
{
  g_autoptr (HfsColumnFile) file = hfs_column_file_open (path, HFS_N_SECTIONS, error);
  g_autoptr (HfsSnapshotInfo) info = NULL;
  g_autoptr (GVariant) text = NULL;
  const char *found, *id, *date, *source;

  if (file == NULL)
    return NULL;
  text = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (INFO_FORMAT),
                                                       hfs_column_file_get_bytes (file, HFS_SECTION_INFO), FALSE));
  g_variant_get_child (text, 0, "&s", &found);
  if (!g_str_equal (found, key))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "The file “%s” was made from other data.", path);
      return NULL;
    }
  g_variant_get_child (text, 1, "&s", &id);
  g_variant_get_child (text, 2, "&s", &date);
  g_variant_get_child (text, 3, "&s", &source);
  info = hfs_snapshot_info_new (id, date, source);
  g_variant_get_child (text, 4, "ms", &info->uri);
  g_variant_get_child (text, 5, "ms", &info->licence);
  g_variant_get_child (text, 6, "x", &info->most_downloaded);
  g_variant_get_child (text, 7, "x", &info->most_liked);
  g_variant_get_child (text, 8, "b", &info->complete);
  return hfs_snapshot_new_from_file (file, info);
}
