/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

G_BEGIN_DECLS

char **hfs_unclassified_list (HfsEngine    *engine,
                              const char   *snapshot,
                              guint         most,
                              GError      **error);

G_END_DECLS
