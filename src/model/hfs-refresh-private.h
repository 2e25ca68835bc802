/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-refresh.h"

G_BEGIN_DECLS

/* What a run tells of itself. */
HfsStore *hfs_refresh_get_store   (HfsRefresh *self);
gint64    hfs_refresh_get_most    (HfsRefresh *self);
gboolean  hfs_refresh_begin       (HfsRefresh *self,
                                   gint64      depth);
void      hfs_refresh_note_stage  (HfsRefresh *self,
                                   gint64      fetched,
                                   gint64      skipped);
void      hfs_refresh_note_commit (HfsRefresh *self);
void      hfs_refresh_end         (HfsRefresh *self);

G_END_DECLS
