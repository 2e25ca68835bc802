/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-account-lookup.h"
#include "hfs-engine.h"

G_BEGIN_DECLS

/* How many requests a look-up may take that nobody asked for: a fifth of what the Hub allows in five minutes. */
#define HFS_LOOK_UP_BUDGET 100

gboolean  hfs_engine_read_users     (HfsEngine            *self,
                                     GError              **error);
void      hfs_engine_look_up_async  (HfsEngine            *self,
                                     HfsHubClient         *client,
                                     guint                 budget,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean  hfs_engine_look_up_finish (HfsEngine            *self,
                                     GAsyncResult         *result,
                                     HfsAccountCounts     *counts,
                                     GError              **error);

G_END_DECLS
