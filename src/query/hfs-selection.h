/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-facets.h"

G_BEGIN_DECLS

gboolean hfs_selection_make (HfsFacets   *facets,
                             HfsQuery    *query,
                             guint        n_rows,
                             guint8     **mask,
                             GError     **error);

G_END_DECLS
