/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-model-item.h"

G_BEGIN_DECLS

#define HFS_TYPE_MODEL_LIST (hfs_model_list_get_type ())
G_DECLARE_FINAL_TYPE (HfsModelList, hfs_model_list, HFS, MODEL_LIST, GObject)

HfsModelList *hfs_model_list_new           (HfsEngine            *engine,
                                            HfsSnapshot          *snapshot);

HfsQuery     *hfs_model_list_get_query     (HfsModelList         *self);
gboolean      hfs_model_list_update        (HfsModelList         *self,
                                            HfsQuery             *query,
                                            GError              **error);
void          hfs_model_list_update_async  (HfsModelList         *self,
                                            HfsQuery             *query,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      hfs_model_list_update_finish (HfsModelList         *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
