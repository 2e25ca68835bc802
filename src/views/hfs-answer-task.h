/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-export.h"

G_BEGIN_DECLS

void    hfs_answer_task_render_async  (HfsEngine                *engine,
                                       HfsQuery                 *query,
                                       HfsExportFormat           format,
                                       const HfsPictureOptions  *options,
                                       GCancellable             *cancellable,
                                       GAsyncReadyCallback       callback,
                                       gpointer                  user_data);
GBytes *hfs_answer_task_render_finish (GAsyncResult             *result,
                                       GError                  **error);
void    hfs_answer_task_folder_async  (HfsEngine                *engine,
                                       HfsQuery                 *query,
                                       const HfsPictureOptions  *options,
                                       GFile                    *folder,
                                       GCancellable             *cancellable,
                                       GAsyncReadyCallback       callback,
                                       gpointer                  user_data);
gboolean hfs_answer_task_folder_finish (GAsyncResult            *result,
                                        GError                 **error);

G_END_DECLS
