/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many parts a pass is divided into at most. */
#define HFS_PASS_PARTS 2

/**
 * HfsPassFunc:
 * @part: the number of the part, below %HFS_PASS_PARTS
 *
 * Does what is to be done for the rows from @from and below @to. Parts run at the same time.
 */
typedef void (*HfsPassFunc) (guint    from,
                             guint    to,
                             guint    part,
                             gpointer user_data);

guint hfs_pass_run (guint        n_rows,
                    HfsPassFunc  func,
                    gpointer     user_data);

G_END_DECLS
