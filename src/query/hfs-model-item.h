/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-facets.h"

G_BEGIN_DECLS

#define HFS_TYPE_MODEL_ITEM (hfs_model_item_get_type ())
G_DECLARE_FINAL_TYPE (HfsModelItem, hfs_model_item, HFS, MODEL_ITEM, GObject)

HfsModelItem *hfs_model_item_new                (HfsFacets      *facets,
                                                 guint           row,
                                                 HfsAttribution  attribution,
                                                 HfsCredit       credit);

guint         hfs_model_item_get_row            (HfsModelItem   *self);
const char   *hfs_model_item_get_id             (HfsModelItem   *self);
gint64        hfs_model_item_get_count          (HfsModelItem   *self,
                                                 HfsCount        count);
gint64        hfs_model_item_get_parameters     (HfsModelItem   *self);
const char   *hfs_model_item_get_key            (HfsModelItem   *self,
                                                 HfsDimensionId  dimension);

G_END_DECLS
