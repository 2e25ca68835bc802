/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

G_BEGIN_DECLS

/**
 * HfsChangeKind:
 * @HFS_CHANGE_NEW: a model that is among the most downloaded now, and was not
 * @HFS_CHANGE_RISE: a model with more downloads than before
 * @HFS_CHANGE_FALL: a model with fewer downloads than before
 * @HFS_CHANGE_COUNTRY: a country whose publishers have another share than before
 * @HFS_CHANGE_TYPE: a developer type that has another share than before
 *
 * What kind of change it is.
 */
typedef enum
{
  HFS_CHANGE_NEW,
  HFS_CHANGE_RISE,
  HFS_CHANGE_FALL,
  HFS_CHANGE_COUNTRY,
  HFS_CHANGE_TYPE,
  HFS_N_CHANGE_KINDS,
} HfsChangeKind;

/**
 * HfsChange:
 * @key: a model, a country or a developer type
 * @label: what readers see
 * @before: downloads then; 0 when it was not among the models compared
 * @after: downloads now
 * @before_share: of all downloads compared
 * @after_share: of all downloads compared
 * @before_rank: from 1, 0 when it was not among the models compared
 * @after_rank: from 1
 *
 * One change. Read only.
 */
typedef struct
{
  HfsChangeKind kind;
  char *key;
  char *label;
  gint64 before;
  gint64 after;
  double before_share;
  double after_share;
  guint before_rank;
  guint after_rank;
} HfsChange;

#define HFS_TYPE_CHANGES (hfs_changes_get_type ())
G_DECLARE_FINAL_TYPE (HfsChanges, hfs_changes, HFS, CHANGES, GObject)

HfsChanges            *hfs_changes_new         (HfsEngine            *engine,
                                                const char           *snapshot,
                                                const char           *before,
                                                GError              **error);
void                   hfs_changes_load_async  (HfsEngine            *engine,
                                                const char           *snapshot,
                                                const char           *before,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
HfsChanges            *hfs_changes_load_finish (GAsyncResult         *result,
                                                GError              **error);

const HfsSnapshotInfo *hfs_changes_get_snapshot (HfsChanges          *self);
const HfsSnapshotInfo *hfs_changes_get_before  (HfsChanges           *self);
gint64                 hfs_changes_get_depth   (HfsChanges           *self);
guint                  hfs_changes_get_n       (HfsChanges           *self);
const HfsChange       *hfs_changes_get         (HfsChanges           *self,
                                                guint                 index);
const char            *hfs_change_kind_get_key (HfsChangeKind         kind);
const char            *hfs_change_kind_get_title (HfsChangeKind       kind);
char                  *hfs_change_dup_sentence (const HfsChange      *change);
char                  *hfs_changes_dup_summary (HfsChanges           *self);
char                  *hfs_changes_dup_scope   (HfsChanges           *self);
char                  *hfs_changes_dup_brief   (HfsChanges           *self);
char                  *hfs_changes_to_csv      (HfsChanges           *self);
char                  *hfs_changes_to_json     (HfsChanges           *self);
char                  *hfs_changes_to_text     (HfsChanges           *self);

G_END_DECLS
