/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-archive.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HFS_TYPE_PREFERENCES (hfs_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HfsPreferences, hfs_preferences, HFS, PREFERENCES, AdwPreferencesWindow)

GtkWidget *hfs_preferences_new (GtkWindow  *parent,
                                HfsArchive *archive);

G_END_DECLS
