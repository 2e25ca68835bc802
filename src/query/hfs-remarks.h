/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-remark.h"

G_BEGIN_DECLS

guint      hfs_remarks_count       (const char           *page);
GPtrArray *hfs_remarks_make        (HfsEngine            *engine,
                                    const char           *page,
                                    HfsQuery             *query,
                                    GCancellable         *cancellable,
                                    GError              **error);
void       hfs_remarks_make_async  (HfsEngine            *engine,
                                    const char           *page,
                                    HfsQuery             *query,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GPtrArray *hfs_remarks_make_finish (HfsEngine            *engine,
                                    GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
