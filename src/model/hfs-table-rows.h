/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-csv.h"
#include "hfs-model-row.h"

G_BEGIN_DECLS

/**
 * HfsRowFunc:
 *
 * Takes one row; it may refuse it with a sentence that the caller puts the place in front of.
 *
 * Returns: whether to go on; %FALSE with @error set ends the reading
 */
typedef gboolean (*HfsRowFunc) (const HfsModelRow  *row,
                                gpointer            user_data,
                                GError            **error);

gboolean hfs_table_rows_read (GBytes      *csv,
                              HfsRowFunc   func,
                              gpointer     user_data,
                              GError     **error);

gboolean hfs_table_parse_count (const char *text,
                                gint64     *count);

G_END_DECLS
