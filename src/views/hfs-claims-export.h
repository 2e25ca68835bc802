/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     hfs_claims_export_async  (GtkWindow            *parent,
                                   HfsEngine            *engine,
                                   GPtrArray            *editions,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GFile   *hfs_claims_export_finish (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
