/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-archive.h"
#include "hfs-retention.h"

G_BEGIN_DECLS

void             hfs_snapshots_remove_async   (HfsArchive           *archive,
                                               const char * const   *ids,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void             hfs_snapshots_restore_async  (HfsArchive           *archive,
                                               const char * const   *ids,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void             hfs_snapshots_retain_async   (HfsArchive           *archive,
                                               HfsRetention          retention,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GStrv            hfs_snapshots_edit_finish    (GAsyncResult         *result,
                                               GError              **error);
void             hfs_snapshots_import_async   (HfsArchive           *archive,
                                               GFile                *file,
                                               const char           *date,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
HfsSnapshotInfo *hfs_snapshots_import_finish  (GAsyncResult         *result,
                                               GError              **error);
char            *hfs_snapshots_dup_removed    (guint                 n_removed);

G_END_DECLS
