/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-client.h"
#include "hfs-store-accounts.h"

G_BEGIN_DECLS

/**
 * HfsAccountCounts:
 * @users: accounts that are users
 * @organizations: accounts that are organisations: their readers can help to classify them
 * @none: names that the Hub does not have any more
 * @left: names that nobody asked about, since the budget was spent
 * @requests: how many requests it took
 *
 * How a look-up went.
 */
typedef struct
{
  guint users;
  guint organizations;
  guint none;
  guint left;
  guint requests;
} HfsAccountCounts;

void     hfs_account_lookup_async  (HfsStore             *store,
                                    HfsHubClient         *client,
                                    const char * const   *names,
                                    guint                 budget,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean hfs_account_lookup_finish (GAsyncResult         *result,
                                    HfsAccountCounts     *counts,
                                    GError              **error);

G_END_DECLS
