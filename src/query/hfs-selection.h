/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-facets.h"

G_BEGIN_DECLS

gboolean hfs_selection_make       (HfsFacets           *facets,
                                   HfsQuery            *query,
                                   guint                n_rows,
                                   guint8             **mask,
                                   GError             **error);
guint8  *hfs_selection_find_codes (HfsFacets           *facets,
                                   HfsDimensionId       dimension,
                                   const HfsFacet      *facet,
                                   const char * const  *keys,
                                   GError             **error);
HfsColumn hfs_selection_get_column (HfsFacets          *facets,
                                    HfsDimensionId      dimension,
                                    const HfsFacet     *facet);

G_END_DECLS
