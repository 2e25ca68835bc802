/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-explore.h"

G_BEGIN_DECLS

char *hfs_explore_dup_sentence  (HfsExplore *self);
char *hfs_explore_dup_scope     (HfsExplore *self);
char *hfs_explore_dup_unclear   (HfsExplore *self);

G_END_DECLS
