/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-checked-claim.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_CLAIM_CARD (hfs_claim_card_get_type ())
G_DECLARE_FINAL_TYPE (HfsClaimCard, hfs_claim_card, HFS, CLAIM_CARD, GtkListBoxRow)

GtkWidget       *hfs_claim_card_new       (HfsCheckedClaim *claim);

HfsCheckedClaim *hfs_claim_card_get_claim (HfsClaimCard    *self);
void             hfs_claim_card_set_claim (HfsClaimCard    *self,
                                           HfsCheckedClaim *claim);

G_END_DECLS
