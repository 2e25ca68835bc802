/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HfsAfterFrameFunc:
 * @widget: what was waited for
 * @data: what else was given
 *
 * What is done later.
 */
typedef void (*HfsAfterFrameFunc) (GtkWidget *widget,
                                   gpointer   data);

void hfs_after_frame (GtkWidget         *widget,
                      HfsAfterFrameFunc  callback,
                      gpointer           data);

G_END_DECLS
