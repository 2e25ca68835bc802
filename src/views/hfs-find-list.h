/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-model-list.h"
#include "hfs-publisher-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HfsFindKind:
 * @HFS_FIND_ALL: a few publishers, then models
 * @HFS_FIND_PUBLISHERS: all publishers
 * @HFS_FIND_MODELS: all models
 *
 * What is listed.
 */
typedef enum
{
  HFS_FIND_ALL,
  HFS_FIND_PUBLISHERS,
  HFS_FIND_MODELS,
  HFS_N_FIND_KINDS,
} HfsFindKind;

#define HFS_TYPE_FIND_LIST (hfs_find_list_get_type ())
G_DECLARE_FINAL_TYPE (HfsFindList, hfs_find_list, HFS, FIND_LIST, GObject)

HfsFindList *hfs_find_list_new            (HfsEngine            *engine);

GListModel  *hfs_find_list_get_rows       (HfsFindList          *self);
HfsQuery    *hfs_find_list_get_query      (HfsFindList          *self);
guint        hfs_find_list_get_n_publishers (HfsFindList        *self);
guint        hfs_find_list_get_n_models   (HfsFindList          *self);
void         hfs_find_list_update_async   (HfsFindList          *self,
                                           HfsQuery             *query,
                                           HfsFindKind           kind,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     hfs_find_list_update_finish  (HfsFindList          *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
