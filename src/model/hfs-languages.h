/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *hfs_language_from_tag (const char *tag);
char       *hfs_language_dup_name (const char *code);

G_END_DECLS
