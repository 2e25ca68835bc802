/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

G_BEGIN_DECLS

void hfs_answers_update (GListModel   *questions,
                         HfsEngine    *engine,
                         GCancellable *cancellable);

G_END_DECLS
