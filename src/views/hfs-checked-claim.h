/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-bounds.h"
#include "hfs-edition.h"

G_BEGIN_DECLS

#define HFS_TYPE_CHECKED_CLAIM (hfs_checked_claim_get_type ())
G_DECLARE_FINAL_TYPE (HfsCheckedClaim, hfs_checked_claim, HFS, CHECKED_CLAIM, GObject)

HfsCheckedClaim    *hfs_checked_claim_new            (HfsEdition      *edition,
                                                      HfsClaim        *claim,
                                                      HfsEngine       *engine);

HfsEdition         *hfs_checked_claim_get_edition    (HfsCheckedClaim *self);
HfsVerdict         *hfs_checked_claim_get_verdict    (HfsCheckedClaim *self);
const HfsBounds    *hfs_checked_claim_get_bounds     (HfsCheckedClaim *self);
const char * const *hfs_checked_claim_get_doubts     (HfsCheckedClaim *self);
char               *hfs_checked_claim_dup_place      (HfsCheckedClaim *self);

G_END_DECLS
