/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void hfs_json_add_text   (JsonBuilder *builder,
                          const char  *name,
                          const char  *value);
void hfs_json_add_whole  (JsonBuilder *builder,
                          const char  *name,
                          gint64       value);
void hfs_json_add_number (JsonBuilder *builder,
                          const char  *name,
                          double       value);

G_END_DECLS
