/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"

G_BEGIN_DECLS

/* How many charts are linked. */
#define HFS_EXPLORE_CHARTS 4

gboolean              hfs_explore_place_parse      (const char            *place,
                                                    HfsDimensionId        *dimensions,
                                                    HfsQuery             **query,
                                                    GError               **error);
char                 *hfs_explore_place_to_string  (const HfsDimensionId  *dimensions,
                                                    HfsQuery              *query);
const HfsDimensionId *hfs_explore_place_choices    (guint                 *n_choices);

G_END_DECLS
