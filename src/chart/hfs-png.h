/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-png-text.h"

#include <cairo.h>

G_BEGIN_DECLS

GBytes *hfs_png_encode (cairo_surface_t   *surface,
                        const HfsPngText  *texts,
                        guint              n_texts,
                        GError           **error);

G_END_DECLS
