/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hfs_hub_tag_is_task    (const char *tag);
gboolean hfs_hub_tag_is_library (const char *tag);

G_END_DECLS
