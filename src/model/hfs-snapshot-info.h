/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HFS_TYPE_SNAPSHOT_INFO (hfs_snapshot_info_get_type ())

typedef struct _HfsSnapshotInfo HfsSnapshotInfo;

/**
 * HfsSnapshotInfo:
 * @id: a slug, unique among all snapshots
 * @date: `YYYY-MM-DD`, the day the counts are of
 * @source: where the rows come from, for readers
 * @uri: (nullable): where a reader can see the source
 * @licence: (nullable): licence of the rows
 * @n_models: number of models
 * @complete: whether it holds every model of the Hub
 * @most_downloaded: how many of the most downloaded models it surely holds; 0 when it does not say
 * @most_liked: how many of the most liked models it holds besides
 * @bundled: whether it came with the program
 *
 * What is known about a snapshot without opening it. Read only once made.
 */
struct _HfsSnapshotInfo
{
  char *id;
  char *date;
  char *source;
  char *uri;
  char *licence;
  gint64 n_models;
  gint64 most_downloaded;
  gint64 most_liked;
  gboolean complete;
  gboolean bundled;
};

GType            hfs_snapshot_info_get_type  (void);

HfsSnapshotInfo *hfs_snapshot_info_new       (const char            *id,
                                              const char            *date,
                                              const char            *source);
HfsSnapshotInfo *hfs_snapshot_info_copy      (const HfsSnapshotInfo *self);
void             hfs_snapshot_info_free      (HfsSnapshotInfo       *self);
gint64           hfs_snapshot_info_get_depth (const HfsSnapshotInfo *self);
int              hfs_snapshot_info_compare   (const HfsSnapshotInfo *a,
                                              const HfsSnapshotInfo *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsSnapshotInfo, hfs_snapshot_info_free)

G_END_DECLS
