/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

char *hfs_result_dup_citation      (HfsResult *self);
char *hfs_result_dup_full_citation (HfsResult *self);
char *hfs_result_dup_bibtex        (HfsResult *self);
char *hfs_result_dup_sanity        (HfsResult *self);
char *hfs_result_dup_limits        (HfsResult *self);

G_END_DECLS
