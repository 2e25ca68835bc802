/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

G_BEGIN_DECLS

#define HFS_TYPE_PUBLISHER_ITEM (hfs_publisher_item_get_type ())
G_DECLARE_FINAL_TYPE (HfsPublisherItem, hfs_publisher_item, HFS, PUBLISHER_ITEM, GObject)

const char         *hfs_publisher_item_get_account  (HfsPublisherItem *self);
const HfsPublisher *hfs_publisher_item_get_decision (HfsPublisherItem *self);
gint64              hfs_publisher_item_get_value    (HfsPublisherItem *self);
gint64              hfs_publisher_item_get_models   (HfsPublisherItem *self);
guint               hfs_publisher_item_get_rank     (HfsPublisherItem *self);

#define HFS_TYPE_PUBLISHER_LIST (hfs_publisher_list_get_type ())
G_DECLARE_FINAL_TYPE (HfsPublisherList, hfs_publisher_list, HFS, PUBLISHER_LIST, GObject)

HfsPublisherList *hfs_publisher_list_new           (HfsEngine            *engine);

HfsQuery         *hfs_publisher_list_get_query     (HfsPublisherList     *self);
gboolean          hfs_publisher_list_update        (HfsPublisherList     *self,
                                                    HfsQuery             *query,
                                                    GError              **error);
void              hfs_publisher_list_update_async  (HfsPublisherList     *self,
                                                    HfsQuery             *query,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean          hfs_publisher_list_update_finish (HfsPublisherList     *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
