/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_COLUMN_PAGE (hfs_column_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (HfsColumnPage, hfs_column_page, HFS, COLUMN_PAGE, GtkWidget)

struct _HfsColumnPageClass
{
  GtkWidgetClass parent_class;
};

GtkBox       *hfs_column_page_get_column (HfsColumnPage *self);
GCancellable *hfs_column_page_begin      (HfsColumnPage *self);
void          hfs_column_page_stop       (HfsColumnPage *self);
gboolean      hfs_column_page_end        (HfsColumnPage *self,
                                          GAsyncResult  *result);

G_END_DECLS
