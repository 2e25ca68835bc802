/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-archive.h"

G_BEGIN_DECLS

/**
 * HfsSnapshotEntry:
 * @info: the snapshot
 * @bytes: about how much room it takes on this computer; 0 for one that came with the program
 * @coverage: what part of the Hub it holds, in a sentence
 *
 * A snapshot as a list shows it.
 */
typedef struct
{
  HfsSnapshotInfo *info;
  guint64 bytes;
  char *coverage;
} HfsSnapshotEntry;

void       hfs_snapshots_list_async  (HfsArchive           *archive,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GPtrArray *hfs_snapshots_list_finish (GAsyncResult         *result,
                                      GError              **error);
char      *hfs_snapshot_entry_dup_text (const HfsSnapshotEntry *self);

G_END_DECLS
