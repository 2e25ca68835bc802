/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-model-row.h"

G_BEGIN_DECLS

void        hfs_hub_tags_apply         (GPtrArray   *tags,
                                        HfsModelRow *row,
                                        GPtrArray   *lists);

gboolean    hfs_hub_is_model_id        (const char  *id);
HfsRelation hfs_hub_relation_from_text (const char  *text,
                                        gsize        length);

G_END_DECLS
