/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hfs_format_integer  (gint64      number);
char *hfs_format_amount   (gint64      number);
char *hfs_format_share    (double      share);
char *hfs_format_percent  (double      share,
                           guint       decimals);
char *hfs_format_decimal  (double      number,
                           guint       decimals);
char *hfs_format_date     (const char *date);

G_END_DECLS
