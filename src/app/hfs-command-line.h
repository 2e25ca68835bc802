/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-options.h"

G_BEGIN_DECLS

int      hfs_command_line_run        (HfsOptions  *options);
gboolean hfs_command_line_set_locale (const char  *language,
                                      GError     **error);

G_END_DECLS
