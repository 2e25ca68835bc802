/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-data-error.h"
#include "hfs-store.h"

G_BEGIN_DECLS

/* In bytes; a table of every model of the Hub has about 200 MB. */
#define HFS_IMPORT_MAX_SIZE (512 * 1024 * 1024)

HfsSnapshotInfo *hfs_import_file (HfsStore    *store,
                                  GFile       *file,
                                  const char  *date,
                                  GError     **error);

G_END_DECLS
