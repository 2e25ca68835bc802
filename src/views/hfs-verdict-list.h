/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-checked-claim.h"

G_BEGIN_DECLS

#define HFS_TYPE_VERDICT_LIST (hfs_verdict_list_get_type ())
G_DECLARE_FINAL_TYPE (HfsVerdictList, hfs_verdict_list, HFS, VERDICT_LIST, GObject)

HfsVerdictList *hfs_verdict_list_new          (void);

void            hfs_verdict_list_judge        (HfsVerdictList *self,
                                               HfsEngine      *engine);
GPtrArray      *hfs_verdict_list_get_editions (HfsVerdictList *self);
guint           hfs_verdict_list_count        (HfsVerdictList *self,
                                               HfsVerdictKind  kind,
                                               HfsEdition     *edition);
char           *hfs_verdict_list_dup_summary  (HfsVerdictList *self);
char           *hfs_verdict_list_dup_brief    (HfsVerdictList *self);

G_END_DECLS
