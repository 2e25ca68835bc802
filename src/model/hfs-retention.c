/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-retention.h"

#include <stdio.h>

#define FETCHED "hub-"

/* A name for the week or the month that a snapshot is of; weeks are those of ISO 8601. */
static char *
name_period (HfsRetention  self,
             const char   *date)
{
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  if (self == HFS_RETENTION_ALL || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return NULL;
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return time ? g_date_time_format (time, self == HFS_RETENTION_WEEKLY ? "%G-W%V" : "%Y-%m") : NULL;
}

/**
 * hfs_retention_choose:
 * @infos: (element-type HfsSnapshotInfo): snapshots, the oldest first
 *
 * Finds the snapshots that need not be kept: fetched ones after which another of the same week
 * or month, and the same scope or a larger one, was fetched. Imported ones are the user's own
 * choice and always stay, and so does the newest.
 *
 * Returns: (transfer container) (element-type HfsSnapshotInfo): those to remove, borrowed from @infos
 */
GPtrArray *
hfs_retention_choose (HfsRetention  self,
                      GPtrArray    *infos)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < infos->len; i++)
    {
      HfsSnapshotInfo *info = g_ptr_array_index (infos, i);
      g_autofree char *period = name_period (self, info->date);
      gboolean is_followed = FALSE;

      if (period == NULL || info->bundled || !g_str_has_prefix (info->id, FETCHED))
        continue;
      for (guint j = i + 1; j < infos->len && !is_followed; j++)
        {
          const HfsSnapshotInfo *later = g_ptr_array_index (infos, j);
          g_autofree char *other = name_period (self, later->date);

          is_followed = g_str_has_prefix (later->id, FETCHED) && g_strcmp0 (other, period) == 0 &&
            hfs_snapshot_info_get_depth (later) >= hfs_snapshot_info_get_depth (info);
        }
      if (is_followed)
        g_ptr_array_add (chosen, info);
    }
  return chosen;
}

/**
 * hfs_retention_apply:
 *
 * Removes from the store what need not be kept. For an hour [method@Store.restore_snapshot] brings
 * each back.
 *
 * Returns: (transfer full) (nullable): the ids of those that were removed; %NULL with @error set
 */
GStrv
hfs_retention_apply (HfsRetention   self,
                     HfsStore      *store,
                     GError       **error)
{
  g_autoptr (GPtrArray) infos = hfs_store_list_snapshots (store, error);
  g_autoptr (GPtrArray) chosen = infos ? hfs_retention_choose (self, infos) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (infos == NULL)
    return NULL;
  for (guint i = 0; i < chosen->len; i++)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (chosen, i);

      if (!hfs_store_remove_snapshot (store, info->id, error))
        return NULL;
      g_strv_builder_add (builder, info->id);
    }
  return g_strv_builder_end (builder);
}
