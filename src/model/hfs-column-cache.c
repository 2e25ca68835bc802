/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-column-cache.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <utime.h>

#define ENDING ".columns"

/* A file of a whole Hub is large, and readers come back to the last ones. */
#define MAX_FILES 3

/*
 * Large snapshots of the store as files of columns that open by mapping, in the folder of what may be
 * deleted at any time. A file that is missing, damaged, of another version or made with other sizes is made again.
 */

/**
 * hfs_column_cache_dup_folder:
 *
 * Returns: (transfer full): where the files of this user are
 */
char *
hfs_column_cache_dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "hf-state", "columns", NULL);
}

/* What the columns are made from: stored snapshots never change, the list of sizes does with the program. */
static char *
dup_key (const HfsSnapshotInfo *info,
         HfsSizeList           *sizes)
{
  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %s", info->id, info->date, info->n_models,
                          hfs_size_list_get_checksum (sizes));
}

/**
 * hfs_column_cache_dup_path:
 * @folder: where the files are
 *
 * Returns: (transfer full): where the columns of a snapshot are, if they are
 */
char *
hfs_column_cache_dup_path (const char            *folder,
                           const HfsSnapshotInfo *info)
{
  g_autofree char *name = g_strconcat (info->id, ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * hfs_column_cache_open:
 * @folder: where the files are
 *
 * Opens the file of a snapshot.
 *
 * Returns: (transfer full) (nullable): the snapshot, or %NULL when there is no file or it is of no use
 */
HfsSnapshot *
hfs_column_cache_open (const char            *folder,
                       const HfsSnapshotInfo *info,
                       HfsSizeList           *sizes)
{
  g_autofree char *path = hfs_column_cache_dup_path (folder, info), *key = dup_key (info, sizes);
  g_autoptr (GError) error = NULL;
  HfsSnapshot *snapshot = hfs_snapshot_open (path, key, &error);

  if (snapshot == NULL)
    g_debug ("%s", error->message);
  else
    g_utime (path, NULL);
  return snapshot;
}

/* Removes the files that were used longest ago. */
static void
sweep (const char *folder)
{
  while (TRUE)
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      g_autofree char *oldest = NULL;
      gint64 oldest_time = G_MAXINT64;
      const char *name;
      guint n = 0;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          GStatBuf status;

          if (!g_str_has_suffix (name, ENDING) || g_stat (path, &status) != 0)
            continue;
          n++;
          if (status.st_mtime < oldest_time)
            {
              oldest_time = status.st_mtime;
              g_free (oldest);
              oldest = g_steal_pointer (&path);
            }
        }
      if (n <= MAX_FILES || g_remove (oldest) != 0)
        return;
    }
}

/**
 * hfs_column_cache_keep:
 * @folder: where the files are; made when it is missing
 * @snapshot: a snapshot as read from the store
 *
 * Writes a snapshot to a file and opens that instead, which takes less memory. Where the file
 * cannot be written the program goes on without it.
 *
 * Returns: (transfer full): the mapped snapshot, or @snapshot itself
 */
HfsSnapshot *
hfs_column_cache_keep (const char  *folder,
                       HfsSnapshot *snapshot,
                       HfsSizeList *sizes)
{
  const HfsSnapshotInfo *info = hfs_snapshot_get_info (snapshot);
  g_autofree char *path = hfs_column_cache_dup_path (folder, info), *key = dup_key (info, sizes);
  g_autoptr (GError) error = NULL;
  HfsSnapshot *mapped = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0 && hfs_snapshot_save (snapshot, path, key, &error))
    {
      sweep (folder);
      mapped = hfs_snapshot_open (path, key, &error);
    }
  if (mapped == NULL)
    g_debug ("The columns of “%s” are not kept: %s", info->id, error ? error->message : g_strerror (errno));
  return mapped ? mapped : g_object_ref (snapshot);
}
