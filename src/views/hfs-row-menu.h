/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HfsRowMenuFind:
 * @widget: what shows the rows
 * @x: where the pointer is, below 0 for where the focus is
 * @y: the same
 * @result: (out) (transfer none): what the row is of
 * @area: (out): where the menu points at
 *
 * Returns: (nullable): the row at a place
 */
typedef const HfsResultRow *(*HfsRowMenuFind) (GtkWidget     *widget,
                                               double         x,
                                               double         y,
                                               HfsResult    **result,
                                               GdkRectangle  *area);

GMenuModel *hfs_row_menu_new    (HfsResult          *result,
                                 const HfsResultRow *row);
void        hfs_row_menu_attach (GtkWidget          *widget,
                                 HfsRowMenuFind      find);

G_END_DECLS
