/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-result.h"

G_BEGIN_DECLS

char *hfs_result_dup_title      (HfsResult *self);
char *hfs_result_dup_summary    (HfsResult *self);
char *hfs_result_dup_scope      (HfsResult *self);
char *hfs_result_dup_brief      (HfsResult *self);
char *hfs_result_dup_caveat     (HfsResult *self);
char *hfs_result_dup_coverage   (HfsResult *self);
char *hfs_result_dup_definition (HfsResult *self);
char *hfs_result_dup_window     (HfsResult *self);
char *hfs_result_dup_source     (HfsResult *self);
char *hfs_result_dup_alt_text   (HfsResult *self);
char *hfs_result_dup_row_value  (HfsResult          *self,
                                 const HfsResultRow *row);

G_END_DECLS
