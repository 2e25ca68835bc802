/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-model-row.h"
#include "hfs-size.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HFS_TYPE_SIZE_LIST (hfs_size_list_get_type ())
G_DECLARE_FINAL_TYPE (HfsSizeList, hfs_size_list, HFS, SIZE_LIST, GObject)

HfsSizeList *hfs_size_list_new     (GBytes            *csv,
                                    GError           **error);
const char  *hfs_size_list_get_checksum (HfsSizeList   *self);
gint64       hfs_size_list_lookup  (HfsSizeList       *self,
                                    const char        *id,
                                    gint64            *active);
gint64       hfs_size_list_resolve (HfsSizeList       *self,
                                    const HfsModelRow *row,
                                    HfsSizeSource     *source,
                                    gint64            *active);

G_END_DECLS
