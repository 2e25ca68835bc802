/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-dictionary-builder.h"

G_BEGIN_DECLS

guint *hfs_snapshot_order_new (HfsDictionaryBuilder *names,
                               const gint64         *downloads);

G_END_DECLS
