/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/* An answer on paper: question, sentence, chart and source, then the table. */
#define HFS_TYPE_HANDOUT (hfs_handout_get_type ())
G_DECLARE_FINAL_TYPE (HfsHandout, hfs_handout, HFS, HANDOUT, GObject)

HfsHandout *hfs_handout_new         (HfsResult              *result,
                                     const HfsChartOptions  *options,
                                     GError                **error);
guint       hfs_handout_get_n_pages (HfsHandout             *self);
void        hfs_handout_paint       (HfsHandout             *self,
                                     guint                   page,
                                     cairo_t                *cr);

G_END_DECLS
