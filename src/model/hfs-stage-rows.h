/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-model-row.h"
#include "hfs-sql.h"

G_BEGIN_DECLS

/**
 * HfsStageRows:
 *
 * The rows of the staging area, as they are put in. Task, library, license and languages are kept once for all models
 * that share them: a set of traits.
 */
typedef struct _HfsStageRows HfsStageRows;

HfsStageRows *hfs_stage_rows_new    (sqlite3            *db,
                                     GError            **error);
void          hfs_stage_rows_free   (HfsStageRows       *self);

gboolean      hfs_stage_rows_add    (HfsStageRows       *self,
                                     const HfsModelRow  *row,
                                     GError            **error);
void          hfs_stage_rows_forget (HfsStageRows       *self);
void          hfs_stage_rows_reload (HfsStageRows       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsStageRows, hfs_stage_rows_free)

G_END_DECLS
