/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-look.h"
#include "hfs-result.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HFS_TYPE_PRINT_PREVIEW (hfs_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (HfsPrintPreview, hfs_print_preview, HFS, PRINT_PREVIEW, AdwWindow)

GtkWidget *hfs_print_preview_new (HfsResult           *result,
                                  const HfsChartLook  *look,
                                  GPtrArray           *distributions,
                                  GError             **error);

G_END_DECLS
