/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-classification.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_CLAIMS_DESK (hfs_claims_desk_get_type ())
G_DECLARE_FINAL_TYPE (HfsClaimsDesk, hfs_claims_desk, HFS, CLAIMS_DESK, GObject)

HfsClaimsDesk *hfs_claims_desk_new        (GListModel    *questions);

HfsEngine     *hfs_claims_desk_get_engine (HfsClaimsDesk *self);
void           hfs_claims_desk_update     (HfsClaimsDesk *self,
                                           HfsEngine     *engine);
HfsClassification *hfs_claims_desk_get_classification (HfsClaimsDesk *self);
GListModel    *hfs_claims_desk_get_verdicts (HfsClaimsDesk *self);

G_END_DECLS
