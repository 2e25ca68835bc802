/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HFS_COUNTRY_INTERNATIONAL "international"
#define HFS_COUNTRY_UNSTATED      "unstated"
#define HFS_COUNTRY_UNKNOWN       "unknown"

const char *hfs_country_from_key    (const char *key);
const char *hfs_country_from_number (const char *number);
gboolean    hfs_country_is_clear    (const char *key);
const char *hfs_country_get_name    (const char *key);

G_END_DECLS
