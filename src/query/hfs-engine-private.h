/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-grouping.h"

G_BEGIN_DECLS

/* What the engine shares with those that answer many queries at once. */

HfsFacets *hfs_engine_open            (HfsEngine      *self,
                                       const char     *snapshot,
                                       GError        **error);
HfsFacets *hfs_engine_keep            (HfsEngine      *self,
                                       HfsSnapshot    *snapshot);
gboolean   hfs_engine_find_population (HfsFacets      *facets,
                                       HfsQuery       *query,
                                       gint64          depth,
                                       HfsPopulation  *population,
                                       GError        **error);
HfsResult *hfs_engine_new_result      (HfsQuery       *query,
                                       HfsFacets      *facets,
                                       HfsFacets      *old_facets);
HfsResult *hfs_engine_answer          (HfsQuery       *query,
                                       HfsFacets      *facets,
                                       HfsFacets      *old_facets,
                                       gint64          depth,
                                       GError        **error);
HfsResult *hfs_engine_answer_over_time (HfsEngine     *self,
                                       HfsQuery       *query,
                                       GError        **error);
HfsSnapshotInfo *hfs_engine_find_previous (HfsEngine             *self,
                                       const HfsSnapshotInfo *snapshot,
                                       GError               **error);

void       hfs_engine_take_publishers (HfsEngine      *self,
                                       HfsPublishers  *publishers);

G_END_DECLS
