/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-hub-error.h"

G_BEGIN_DECLS

gboolean hfs_hub_link_find_next (const char  *header,
                                 const char  *endpoint,
                                 char       **next,
                                 GError     **error);

G_END_DECLS
