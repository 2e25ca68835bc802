/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

char     *hfs_place_with      (const char          *place,
                               const char          *key,
                               const char          *value);
char     *hfs_place_get       (const char          *place,
                               const char          *key);
HfsQuery *hfs_place_to_query  (const char          *place,
                               HfsDimensionId       dimension,
                               const char * const  *own_keys,
                               GError             **error);
char     *hfs_place_for_row   (HfsResult           *result,
                               guint                row);

G_END_DECLS
