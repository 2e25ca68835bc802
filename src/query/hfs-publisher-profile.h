/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

G_BEGIN_DECLS

/**
 * HfsPublisherPart:
 *
 * What the models of a publisher are looked at by.
 */
typedef enum
{
  HFS_PUBLISHER_SIZES,
  HFS_PUBLISHER_TASKS,
  HFS_PUBLISHER_LICENSES,
  HFS_PUBLISHER_MODELS,
  HFS_N_PUBLISHER_PARTS,
} HfsPublisherPart;

/**
 * HfsPublisherProfile:
 * @account: the Hub account
 * @info: the snapshot that all of it is of
 * @decision: (nullable): where it is and of what kind; %NULL when nobody has classified it
 * @rank: place among all publishers by downloads, from 1
 * @n_publishers: how many there are
 * @downloads: of 30 days
 * @share: of all downloads of the snapshot
 * @models: how many models it has
 * @parts: what its models are
 * @history: (nullable): all publishers over time, %NULL when that has no answer
 *
 * All that is known of one publisher. Read only once made.
 */
typedef struct
{
  char *account;
  HfsSnapshotInfo *info;
  HfsPublishers *publishers;
  const HfsPublisher *decision;
  guint rank;
  guint n_publishers;
  gint64 downloads;
  double share;
  gint64 models;
  HfsResult *parts[HFS_N_PUBLISHER_PARTS];
  HfsResult *history;
} HfsPublisherProfile;

HfsPublisherProfile *hfs_publisher_profile_new  (HfsEngine            *engine,
                                                 const char           *account,
                                                 GCancellable         *cancellable,
                                                 GError              **error);
void                 hfs_publisher_profile_free (HfsPublisherProfile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsPublisherProfile, hfs_publisher_profile_free)

G_END_DECLS
