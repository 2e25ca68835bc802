/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-look.h"
#include "hfs-engine.h"

G_BEGIN_DECLS

void        hfs_asking_run_async  (HfsEngine            *engine,
                                   HfsQuery             *query,
                                   const HfsChartLook   *look,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
HfsResult  *hfs_asking_run_finish (GAsyncResult         *result,
                                   GPtrArray           **distributions,
                                   GError              **error);

G_END_DECLS
