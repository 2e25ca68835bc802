/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-archive.h"
#include "hfs-publishers.h"
#include "hfs-result.h"

G_BEGIN_DECLS

#define HFS_TYPE_ENGINE (hfs_engine_get_type ())
G_DECLARE_FINAL_TYPE (HfsEngine, hfs_engine, HFS, ENGINE, GObject)

HfsEngine *hfs_engine_new        (HfsArchive           *archive,
                                  HfsPublishers        *publishers);
HfsEngine *hfs_engine_new_bundled (GError              **error);
HfsEngine *hfs_engine_new_for_user (GError             **error);

gboolean   hfs_engine_read_overrides (HfsEngine         *self,
                                      GError           **error);
void       hfs_engine_set_overrides  (HfsEngine         *self,
                                      HfsOverrides      *overrides);

HfsArchive    *hfs_engine_get_archive    (HfsEngine    *self);
HfsPublishers *hfs_engine_get_publishers (HfsEngine    *self);

HfsResult *hfs_engine_run        (HfsEngine            *self,
                                  HfsQuery             *query,
                                  GError              **error);
HfsResult *hfs_engine_run_on     (HfsEngine            *self,
                                  HfsQuery             *query,
                                  HfsSnapshot          *snapshot,
                                  HfsSnapshot          *before,
                                  GError              **error);
void       hfs_engine_run_async  (HfsEngine            *self,
                                  HfsQuery             *query,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
HfsResult *hfs_engine_run_finish (HfsEngine            *self,
                                  GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
