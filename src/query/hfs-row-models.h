/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

HfsQuery *hfs_result_ask_for_models (HfsResult *self,
                                     guint      row,
                                     guint      series);

G_END_DECLS
