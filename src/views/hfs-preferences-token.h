/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HFS_TYPE_PREFERENCES_TOKEN (hfs_preferences_token_get_type ())
G_DECLARE_FINAL_TYPE (HfsPreferencesToken, hfs_preferences_token, HFS, PREFERENCES_TOKEN, AdwPreferencesPage)

GtkWidget  *hfs_preferences_token_new        (void);
const char *hfs_preferences_token_get_status (HfsPreferencesToken *self);

G_END_DECLS
