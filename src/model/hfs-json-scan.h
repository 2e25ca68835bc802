/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No answer of the Hub is nested deeper than 6. */
#define HFS_JSON_MAX_DEPTH 64

gboolean hfs_json_scan_depth   (const char   *text,
                                gsize         length);
gboolean hfs_json_scan_element (const char  **at,
                                const char   *end,
                                const char  **from,
                                gsize        *length);

G_END_DECLS
