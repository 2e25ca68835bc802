/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HFS_TYPE_SAVED_VIEW (hfs_saved_view_get_type ())
G_DECLARE_FINAL_TYPE (HfsSavedView, hfs_saved_view, HFS, SAVED_VIEW, GObject)

const char    *hfs_saved_view_get_name  (HfsSavedView   *self);
const char    *hfs_saved_view_get_place (HfsSavedView   *self);

#define HFS_TYPE_SAVED_VIEWS (hfs_saved_views_get_type ())
G_DECLARE_FINAL_TYPE (HfsSavedViews, hfs_saved_views, HFS, SAVED_VIEWS, GObject)

HfsSavedViews *hfs_saved_views_new      (const char     *path);
char          *hfs_saved_views_dup_default_path (void);

gboolean       hfs_saved_views_load     (HfsSavedViews  *self,
                                         GError        **error);
gboolean       hfs_saved_views_add      (HfsSavedViews  *self,
                                         const char     *name,
                                         const char     *place,
                                         GError        **error);
gboolean       hfs_saved_views_remove   (HfsSavedViews  *self,
                                         guint           position,
                                         GError        **error);
gboolean       hfs_saved_views_can_undo (HfsSavedViews  *self);
gboolean       hfs_saved_views_undo     (HfsSavedViews  *self,
                                         GError        **error);

G_END_DECLS
