/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-appearance.h"
#include "hfs-chart-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The page of an exported picture: where its texts and its chart are. */
#define HFS_TYPE_PICTURE_PAGE (hfs_picture_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsPicturePage, hfs_picture_page, HFS, PICTURE_PAGE, GObject)

PangoContext   *hfs_picture_page_create_context (double         size,
                                             gboolean        rtl);
HfsPicturePage *hfs_picture_page_new        (HfsResult              *result,
                                             const HfsChartOptions  *options,
                                             GError                **error);
HfsChartKind    hfs_picture_page_get_kind   (HfsPicturePage  *self);
gboolean        hfs_picture_page_get_log    (HfsPicturePage  *self);
double          hfs_picture_page_get_height (HfsPicturePage  *self);
void            hfs_picture_page_paint      (HfsPicturePage  *self,
                                             cairo_t         *cr,
                                             HfsAppearance    appearance);

G_END_DECLS
