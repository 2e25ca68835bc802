/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

char *hfs_change_sentence_new (HfsResult *before,
                               HfsResult *after);

G_END_DECLS
