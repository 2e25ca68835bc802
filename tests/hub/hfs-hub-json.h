/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON written as text: through a tree of nodes the test Hub would be slower than the
 * client it is to measure. */
void hfs_hub_append_number (GString *json, gint64 number);
void hfs_hub_append_plain (GString *json, const char *plain);
void hfs_hub_append_string (GString *json, const char *text);
void hfs_hub_append_time (GString *json, gint64 seconds);

G_END_DECLS
