/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-grouping.h"

G_BEGIN_DECLS

guint *hfs_top_models_find (const HfsPopulation *population,
                            guint                top,
                            guint               *n_models);

G_END_DECLS
