/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int hfs_output_write (const char *path,
                      GBytes     *bytes);

G_END_DECLS
