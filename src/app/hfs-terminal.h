/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit codes of the program. */
#define HFS_EXIT_DONE   0
#define HFS_EXIT_FAILED 1
#define HFS_EXIT_USAGE  2

gboolean hfs_terminal_fail  (const char *sentence);
int      hfs_terminal_write (const char *path,
                             GBytes     *bytes);

G_END_DECLS
