/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-client.h"
#include "hfs-store.h"

G_BEGIN_DECLS

#define HFS_REFRESH_QUICK 1000
#define HFS_REFRESH_USUAL 20000
#define HFS_REFRESH_ALL   0

#define HFS_TYPE_REFRESH (hfs_refresh_get_type ())
G_DECLARE_FINAL_TYPE (HfsRefresh, hfs_refresh, HFS, REFRESH, GObject)

HfsRefresh      *hfs_refresh_new               (HfsStore             *store,
                                                HfsHubClient         *client);

void             hfs_refresh_set_most          (HfsRefresh           *self,
                                                gint64                most);
HfsHubClient    *hfs_refresh_get_client        (HfsRefresh           *self);
gint64           hfs_refresh_get_fetched       (HfsRefresh           *self);
gint64           hfs_refresh_get_expected      (HfsRefresh           *self);
gint64           hfs_refresh_get_skipped       (HfsRefresh           *self);
gint64           hfs_refresh_get_waiting_until (HfsRefresh           *self);
const char      *hfs_refresh_get_message       (HfsRefresh           *self);

void             hfs_refresh_run_async         (HfsRefresh           *self,
                                                gint64                depth,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
HfsSnapshotInfo *hfs_refresh_run_finish        (HfsRefresh           *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
