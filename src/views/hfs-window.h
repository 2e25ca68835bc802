/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-claims-desk.h"
#include "hfs-engine.h"
#include "hfs-history.h"
#include "hfs-refresh-strip.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HFS_TYPE_WINDOW (hfs_window_get_type ())
G_DECLARE_FINAL_TYPE (HfsWindow, hfs_window, HFS, WINDOW, AdwApplicationWindow)

GtkWidget       *hfs_window_new            (GtkApplication *application);

HfsEngine       *hfs_window_get_engine     (HfsWindow      *self);
void             hfs_window_set_engine     (HfsWindow      *self,
                                            HfsEngine      *engine);
void             hfs_window_present        (HfsWindow      *self);
void             hfs_window_open_query     (HfsWindow      *self,
                                            HfsQuery       *query);
void             hfs_window_open_question  (HfsWindow      *self,
                                            const char     *id);
void             hfs_window_open_last      (HfsWindow      *self);
gboolean         hfs_window_open_page      (HfsWindow      *self,
                                            const char     *id,
                                            const char     *place,
                                            GError        **error);
void             hfs_window_return_to      (HfsWindow      *self,
                                            const char     *id,
                                            const char     *place);
void             hfs_window_show_message   (HfsWindow      *self,
                                            const char     *message);
void             hfs_window_add_toast      (HfsWindow      *self,
                                            AdwToast       *toast);
GtkWidget       *hfs_window_get_page       (HfsWindow      *self);
const char      *hfs_window_get_page_id    (HfsWindow      *self);
GListModel      *hfs_window_get_questions  (HfsWindow      *self);
GListModel      *hfs_window_get_listed     (HfsWindow      *self);
HfsHistory      *hfs_window_get_history    (HfsWindow      *self);
HfsClaimsDesk   *hfs_window_get_desk       (HfsWindow      *self);
HfsRefreshStrip *hfs_window_get_strip      (HfsWindow      *self);

G_END_DECLS
