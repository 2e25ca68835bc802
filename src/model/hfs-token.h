/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-client.h"

G_BEGIN_DECLS

gboolean  hfs_token_is_from_environment (void);

void      hfs_token_lookup_async  (const char           *endpoint,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
char     *hfs_token_lookup_finish (GAsyncResult         *result,
                                   GError              **error);
void      hfs_token_sign_async    (HfsHubClient         *client,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean  hfs_token_sign_finish   (GAsyncResult         *result,
                                   GError              **error);
void      hfs_token_keep_async    (const char           *endpoint,
                                   const char           *token,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean  hfs_token_keep_finish   (GAsyncResult         *result,
                                   GError              **error);
void      hfs_token_test_async    (HfsHubClient         *client,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
char     *hfs_token_test_finish   (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
