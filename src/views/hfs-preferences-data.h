/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-archive.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HFS_TYPE_PREFERENCES_DATA (hfs_preferences_data_get_type ())
G_DECLARE_FINAL_TYPE (HfsPreferencesData, hfs_preferences_data, HFS, PREFERENCES_DATA, AdwPreferencesPage)

GtkWidget *hfs_preferences_data_new (HfsArchive *archive);

G_END_DECLS
