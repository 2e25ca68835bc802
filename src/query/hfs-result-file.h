/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

char *hfs_result_to_json (HfsResult *self);
char *hfs_result_to_csv  (HfsResult *self);

G_END_DECLS
