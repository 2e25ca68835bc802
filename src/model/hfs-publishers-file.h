/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-publisher.h"

G_BEGIN_DECLS

gboolean hfs_publishers_read_table (GHashTable  *table,
                                    GBytes      *csv,
                                    const char  *key_column,
                                    GError     **error);
gboolean hfs_publishers_read_atom  (GHashTable  *atom,
                                    GHashTable  *published,
                                    GBytes      *csv,
                                    GError     **error);

G_END_DECLS
