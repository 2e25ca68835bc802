/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-sql.h"
#include "hfs-store.h"

G_BEGIN_DECLS

/* Who counted the parameters that a model states; the surest one alone is kept. */
typedef enum
{
  HFS_COUNTED_NOT,
  HFS_COUNTED_SAFETENSORS,
  HFS_COUNTED_GGUF,
  HFS_COUNTED_FILE,
} HfsCounted;

sqlite3     *hfs_store_lock_db     (HfsStore      *self,
                                    GMutexLocker **locker);
int          hfs_store_lock_file   (const char   *path,
                                    GError      **error);
GPtrArray   *hfs_store_read_infos  (sqlite3      *db,
                                    const char   *id,
                                    GError      **error);
HfsSnapshot *hfs_store_read_models (sqlite3      *db,
                                    const char   *id,
                                    HfsSizeList  *sizes,
                                    GError      **error);

G_END_DECLS
