/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-error.h"
#include "hfs-hub-page.h"

G_BEGIN_DECLS

/**
 * HfsHubWait:
 * @HFS_HUB_WAIT_QUOTA: the Hub takes no more requests for now
 * @HFS_HUB_WAIT_RETRY: the Hub did not answer properly, and is asked again
 *
 * Why the client waits.
 */
typedef enum
{
  HFS_HUB_WAIT_QUOTA,
  HFS_HUB_WAIT_RETRY,
} HfsHubWait;

#define HFS_TYPE_HUB_CLIENT (hfs_hub_client_get_type ())
G_DECLARE_FINAL_TYPE (HfsHubClient, hfs_hub_client, HFS, HUB_CLIENT, GObject)

HfsHubClient *hfs_hub_client_new            (const char           *endpoint,
                                             const char           *token,
                                             GError              **error);

const char   *hfs_hub_client_get_endpoint   (HfsHubClient         *self);
const char   *hfs_hub_client_get_host       (HfsHubClient         *self);
const char   *hfs_hub_client_get_request_id (HfsHubClient         *self);
void          hfs_hub_client_set_token      (HfsHubClient         *self,
                                             const char           *token);
void          hfs_hub_client_set_time_out   (HfsHubClient         *self,
                                             guint                 seconds);
void          hfs_hub_client_set_pace       (HfsHubClient         *self,
                                             guint                 second,
                                             guint32               seed);

void          hfs_hub_client_fetch_async    (HfsHubClient         *self,
                                             const char           *address,
                                             guint                 limit,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HfsHubPage   *hfs_hub_client_fetch_finish   (HfsHubClient         *self,
                                             GAsyncResult         *result,
                                             char                **next,
                                             guint                *n_requests,
                                             GError              **error);
void          hfs_hub_client_ask_async      (HfsHubClient         *self,
                                             const char           *path,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GBytes       *hfs_hub_client_ask_finish     (HfsHubClient         *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
