/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-options.h"

G_BEGIN_DECLS

/* Exit codes of the program. */
#define HFS_EXIT_DONE   0
#define HFS_EXIT_FAILED 1
#define HFS_EXIT_USAGE  2

int      hfs_command_line_run        (HfsOptions  *options);
gboolean hfs_command_line_fail       (const char  *sentence);
gboolean hfs_command_line_set_locale (const char  *language,
                                      GError     **error);

G_END_DECLS
