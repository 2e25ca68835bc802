/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-edition.h"
#include "hfs-verdict.h"

G_BEGIN_DECLS

char *hfs_claims_to_text (HfsEngine *engine,
                          GPtrArray *editions);
char *hfs_claims_to_json (HfsEngine *engine,
                          GPtrArray *editions);

G_END_DECLS
