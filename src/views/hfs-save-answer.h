/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-look.h"
#include "hfs-engine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   hfs_save_answer_async    (GtkWindow            *parent,
                                  HfsEngine            *engine,
                                  HfsQuery             *query,
                                  const HfsChartLook   *look,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
void   hfs_save_answer_folder_async (GtkWindow        *parent,
                                  HfsEngine            *engine,
                                  HfsQuery             *query,
                                  const HfsChartLook   *look,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GFile *hfs_save_answer_finish   (GAsyncResult         *result,
                                  GError              **error);
char  *hfs_save_answer_dup_name (HfsQuery             *query,
                                  HfsArchive           *archive);

G_END_DECLS
