/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-snapshot-info.h"

G_DEFINE_BOXED_TYPE (HfsSnapshotInfo, hfs_snapshot_info, hfs_snapshot_info_copy, hfs_snapshot_info_free)

/**
 * hfs_snapshot_info_new:
 * @id: a slug, unique among all snapshots
 * @date: `YYYY-MM-DD`
 * @source: where the rows come from
 *
 * Returns: (transfer full): a description with the other fields empty
 */
HfsSnapshotInfo *
hfs_snapshot_info_new (const char *id,
                       const char *date,
                       const char *source)
{
  HfsSnapshotInfo *self = g_new0 (HfsSnapshotInfo, 1);

  self->id = g_strdup (id);
  self->date = g_strdup (date);
  self->source = g_strdup (source);
  return self;
}

/**
 * hfs_snapshot_info_copy:
 *
 * Returns: (transfer full): a copy of @self
 */
HfsSnapshotInfo *
hfs_snapshot_info_copy (const HfsSnapshotInfo *self)
{
  HfsSnapshotInfo *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->date = g_strdup (self->date);
  copy->source = g_strdup (self->source);
  copy->uri = g_strdup (self->uri);
  copy->licence = g_strdup (self->licence);
  return copy;
}

/**
 * hfs_snapshot_info_free:
 *
 * Frees @self.
 */
void
hfs_snapshot_info_free (HfsSnapshotInfo *self)
{
  g_free (self->id);
  g_free (self->date);
  g_free (self->source);
  g_free (self->uri);
  g_free (self->licence);
  g_free (self);
}

/**
 * hfs_snapshot_info_get_depth:
 *
 * How far down the ranking by downloads the snapshot is whole. Two snapshots are
 * compared like with like down to the smaller depth of the two. A snapshot that does not say
 * is taken to hold the most downloaded of all.
 *
 * Returns: a number of models, %G_MAXINT64 for a complete snapshot
 */
gint64
hfs_snapshot_info_get_depth (const HfsSnapshotInfo *self)
{
  if (self->complete)
    return G_MAXINT64;
  return self->most_downloaded > 0 ? self->most_downloaded : self->n_models;
}

/**
 * hfs_snapshot_info_compare:
 *
 * Orders snapshots by date, the user's own after the bundled ones of that day, then by id.
 *
 * Returns: below, at or above zero, as strcmp() does
 */
int
hfs_snapshot_info_compare (const HfsSnapshotInfo *a,
                           const HfsSnapshotInfo *b)
{
  int order = g_strcmp0 (a->date, b->date);

  if (order == 0)
    order = b->bundled - a->bundled;
  return order != 0 ? order : g_strcmp0 (a->id, b->id);
}
