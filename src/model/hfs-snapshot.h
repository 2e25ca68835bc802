/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-dictionary.h"
#include "hfs-model-row.h"
#include "hfs-size.h"
#include "hfs-snapshot-info.h"

G_BEGIN_DECLS

/**
 * HfsCount:
 * @HFS_COUNT_DOWNLOADS: file requests in the 30 days to the snapshot's date
 * @HFS_COUNT_DOWNLOADS_ALL_TIME: file requests since the repository began
 * @HFS_COUNT_LIKES: likes
 *
 * The counted columns of a snapshot.
 */
typedef enum
{
  HFS_COUNT_DOWNLOADS,
  HFS_COUNT_DOWNLOADS_ALL_TIME,
  HFS_COUNT_LIKES,
  HFS_N_COUNTS,
} HfsCount;

/**
 * HfsWord:
 *
 * The columns of a snapshot that hold one word a row, out of a dictionary.
 */
typedef enum
{
  HFS_WORD_PUBLISHER,
  HFS_WORD_TASK,
  HFS_WORD_LIBRARY,
  HFS_WORD_LICENSE,
  HFS_N_WORDS,
} HfsWord;

#define HFS_TYPE_SNAPSHOT (hfs_snapshot_get_type ())
G_DECLARE_FINAL_TYPE (HfsSnapshot, hfs_snapshot, HFS, SNAPSHOT, GObject)

const HfsSnapshotInfo *hfs_snapshot_get_info           (HfsSnapshot *self);
guint                  hfs_snapshot_get_n_models       (HfsSnapshot *self);
const char            *hfs_snapshot_get_model_id       (HfsSnapshot *self,
                                                        guint        row);
gboolean               hfs_snapshot_find_model         (HfsSnapshot *self,
                                                        const char  *id,
                                                        guint       *row);
const gint64          *hfs_snapshot_get_counts         (HfsSnapshot *self,
                                                        HfsCount     count);
const guint           *hfs_snapshot_get_codes          (HfsSnapshot *self,
                                                        HfsWord      word);
HfsDictionary         *hfs_snapshot_get_dictionary     (HfsSnapshot *self,
                                                        HfsWord      word);
const guint           *hfs_snapshot_get_languages      (HfsSnapshot *self,
                                                        guint        row,
                                                        guint       *n_languages);
HfsDictionary         *hfs_snapshot_get_language_names (HfsSnapshot *self);
gint64                 hfs_snapshot_get_created_at     (HfsSnapshot *self,
                                                        guint        row);
const gint64          *hfs_snapshot_get_parameters     (HfsSnapshot *self);
HfsSizeSource          hfs_snapshot_get_size_source    (HfsSnapshot *self,
                                                        guint        row);
gint64                 hfs_snapshot_get_active_parameters (HfsSnapshot *self,
                                                        guint        row);
HfsRelation            hfs_snapshot_get_relation       (HfsSnapshot *self,
                                                        guint        row);
const char            *hfs_snapshot_get_base_model     (HfsSnapshot *self,
                                                        guint        row);

G_END_DECLS
