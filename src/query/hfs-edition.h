/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-claim.h"

G_BEGIN_DECLS

#define HFS_TYPE_EDITION (hfs_edition_get_type ())
G_DECLARE_FINAL_TYPE (HfsEdition, hfs_edition, HFS, EDITION, GObject)

HfsEdition *hfs_edition_new         (GBytes      *json,
                                     GError     **error);

const char *hfs_edition_get_id      (HfsEdition  *self);
const char *hfs_edition_get_title   (HfsEdition  *self);
const char *hfs_edition_get_authors (HfsEdition  *self);
const char *hfs_edition_get_date    (HfsEdition  *self);
const char *hfs_edition_get_uri     (HfsEdition  *self);
const char *hfs_edition_get_note    (HfsEdition  *self);
guint       hfs_edition_get_n_claims (HfsEdition *self);
HfsClaim   *hfs_edition_get_claim   (HfsEdition  *self,
                                     guint        index);
HfsClaim   *hfs_edition_find_claim  (HfsEdition  *self,
                                     const char  *id);

GPtrArray  *hfs_editions_load       (GError     **error);
HfsClaim   *hfs_editions_find_claim (GPtrArray   *editions,
                                     const char  *name);

G_END_DECLS
