/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-dimension.h"
#include "hfs-publishers.h"
#include "hfs-query-error.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define HFS_QUERY_SCHEME "hf-state:"

/**
 * HfsCredit:
 * @HFS_CREDIT_PUBLISHER: a copy counts for the account that uploaded it
 * @HFS_CREDIT_BASE: a copy counts for the publisher of the model it is made from
 *
 * Who gets the downloads of a quantised or fine-tuned copy.
 */
typedef enum
{
  HFS_CREDIT_PUBLISHER,
  HFS_CREDIT_BASE,
} HfsCredit;

#define HFS_TYPE_QUERY (hfs_query_get_type ())
G_DECLARE_FINAL_TYPE (HfsQuery, hfs_query, HFS, QUERY, GObject)

HfsQuery            *hfs_query_parse              (const char      *text,
                                                   GError         **error);
HfsQuery            *hfs_query_with               (HfsQuery        *self,
                                                   const char      *key,
                                                   const char      *value,
                                                   GError         **error);
HfsQuery            *hfs_query_with_name          (HfsQuery        *self,
                                                   HfsDimensionId   dimension);
HfsQuery            *hfs_query_turn_to            (HfsQuery        *self,
                                                   HfsQuery        *target);
char                *hfs_query_to_string          (HfsQuery        *self);
char                *hfs_query_to_uri             (HfsQuery        *self);
gboolean             hfs_query_equal              (HfsQuery        *self,
                                                   HfsQuery        *other);

HfsDimensionId       hfs_query_get_dimension      (HfsQuery        *self);
HfsMeasure           hfs_query_get_measure        (HfsQuery        *self);
gboolean             hfs_query_get_share          (HfsQuery        *self);
gboolean             hfs_query_get_by             (HfsQuery        *self,
                                                   HfsDimensionId  *by);
guint                hfs_query_get_top            (HfsQuery        *self);
const char          *hfs_query_get_snapshot       (HfsQuery        *self);
const char          *hfs_query_get_compare        (HfsQuery        *self);
gboolean             hfs_query_get_over_time      (HfsQuery        *self);
HfsAttribution       hfs_query_get_attribution    (HfsQuery        *self);
HfsCredit            hfs_query_get_credit         (HfsQuery        *self);
gboolean             hfs_query_get_shows_unknown  (HfsQuery        *self);
const char * const  *hfs_query_get_filter         (HfsQuery        *self,
                                                   HfsDimensionId   dimension);
const char          *hfs_query_get_search         (HfsQuery        *self);

G_END_DECLS
