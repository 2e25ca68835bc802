/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-archive.h"

G_BEGIN_DECLS

HfsStore *hfs_open_store        (HfsArchive           *archive,
                                 GError              **error);
void      hfs_open_store_async  (HfsArchive           *archive,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
HfsStore *hfs_open_store_finish (HfsArchive           *archive,
                                 GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
