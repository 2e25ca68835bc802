/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-column.h"
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

/**
 * HfsColumnId:
 * @HFS_COLUMN_LANGUAGES: the set of languages that the model states, see [method@Snapshot.get_set_languages]
 * @HFS_COLUMN_YEARS: 0 not stated, 1 up to 2 March 2022, else the years since 2000
 * @HFS_COLUMN_SIZES: an #HfsSizeClass
 * @HFS_COLUMN_SIZE_SOURCES: an #HfsSizeSource
 * @HFS_COLUMN_PARAMETERS: parameters, 0 where they are not known; eight bytes each
 * @HFS_COLUMN_RELATIONS: an #HfsRelation
 * @HFS_COLUMN_BASES: code of the base model in [method@Snapshot.get_base_names]
 *
 * The columns of a snapshot that are neither counts nor words.
 */
typedef enum
{
  HFS_COLUMN_LANGUAGES,
  HFS_COLUMN_YEARS,
  HFS_COLUMN_SIZES,
  HFS_COLUMN_SIZE_SOURCES,
  HFS_COLUMN_PARAMETERS,
  HFS_COLUMN_RELATIONS,
  HFS_COLUMN_BASES,
} HfsColumnId;

#define HFS_TYPE_SNAPSHOT (hfs_snapshot_get_type ())
G_DECLARE_FINAL_TYPE (HfsSnapshot, hfs_snapshot, HFS, SNAPSHOT, GObject)

const HfsSnapshotInfo *hfs_snapshot_get_info           (HfsSnapshot *self);
guint                  hfs_snapshot_get_n_models       (HfsSnapshot *self);
const char            *hfs_snapshot_get_model_id       (HfsSnapshot *self,
                                                        guint        row);
gboolean               hfs_snapshot_find_model         (HfsSnapshot *self,
                                                        const char  *id,
                                                        guint       *row);
HfsDictionary         *hfs_snapshot_get_names          (HfsSnapshot *self);

HfsColumn              hfs_snapshot_get_count_column   (HfsSnapshot *self,
                                                        HfsCount     count);
HfsColumn              hfs_snapshot_get_word_column    (HfsSnapshot *self,
                                                        HfsWord      word);
HfsColumn              hfs_snapshot_get_column         (HfsSnapshot *self,
                                                        HfsColumnId  column);
guint                  hfs_snapshot_get_n_language_sets (HfsSnapshot *self);
const guint           *hfs_snapshot_get_set_languages  (HfsSnapshot *self,
                                                        guint        set,
                                                        guint       *n_languages);

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
HfsDictionary         *hfs_snapshot_get_base_names     (HfsSnapshot *self);
gboolean               hfs_snapshot_find_base          (HfsSnapshot *self,
                                                        guint        base,
                                                        guint       *row);

HfsSnapshot           *hfs_snapshot_open               (const char  *path,
                                                        const char  *key,
                                                        GError     **error);
gboolean               hfs_snapshot_save               (HfsSnapshot *self,
                                                        const char  *path,
                                                        const char  *key,
                                                        GError     **error);
void                   hfs_snapshot_forget_names       (HfsSnapshot *self);

G_END_DECLS
