/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-descent.h"
#include "hfs-engine.h"

G_BEGIN_DECLS

/**
 * HfsMoment:
 * @info: the snapshot
 * @rank: place among its models by downloads, from 1
 * @counts: downloads of 30 days, of all time, likes; %HFS_COUNT_ABSENT where the snapshot does not state them
 *
 * What a model was in one snapshot.
 */
typedef struct
{
  HfsSnapshotInfo *info;
  guint rank;
  gint64 counts[HFS_N_COUNTS];
} HfsMoment;

/**
 * HfsModelProfile:
 * @id: `owner/name`
 * @info: the snapshot that all of it is of
 * @publisher: the account; empty when there is none
 * @country: key of the publisher's country
 * @developer_type: key of the publisher's type
 * @rank: place among all models by downloads, from 1
 * @counts: as in #HfsMoment
 * @totals: the same of all models together
 * @parameters: 0 when not known
 * @active_parameters: 0 when not known
 * @task: empty when not stated
 * @library: empty when not stated
 * @license: empty when not stated
 * @languages: (array zero-terminated=1)
 * @created_at: seconds since 1970 UTC, or %HFS_TIME_ABSENT
 * @relation: how it is made from its base model
 * @base: (nullable): id of its base model
 * @history: (element-type HfsMoment): what it was in each snapshot that holds it, the oldest first
 * @descent: what is made from what
 *
 * All that is known of one model. Read only once made.
 */
typedef struct
{
  char *id;
  HfsSnapshotInfo *info;
  char *publisher;
  char *country;
  char *developer_type;
  guint rank;
  gint64 counts[HFS_N_COUNTS];
  gint64 totals[HFS_N_COUNTS];
  gint64 parameters;
  gint64 active_parameters;
  HfsSizeSource size_source;
  char *task;
  char *library;
  char *license;
  char **languages;
  gint64 created_at;
  HfsRelation relation;
  char *base;
  GPtrArray *history;
  HfsDescent *descent;
} HfsModelProfile;

HfsModelProfile *hfs_model_profile_new           (HfsEngine       *engine,
                                                  const char      *id,
                                                  GCancellable    *cancellable,
                                                  GError         **error);
void             hfs_model_profile_free          (HfsModelProfile *self);
gint64           hfs_model_profile_count_copies  (HfsModelProfile *self,
                                                  gint64          *downloads);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsModelProfile, hfs_model_profile_free)

G_END_DECLS
