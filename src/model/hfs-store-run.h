/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-model-row.h"
#include "hfs-store.h"

G_BEGIN_DECLS

/**
 * HfsStorePage:
 * @rows: (array length=n_rows): the models of one page
 * @next: (nullable): where the next page is
 * @last: whether the list ends here, with every row of it in @rows
 * @n_requests: how many requests the page cost
 * @n_skipped: how many rows were bad
 *
 * One page as a run takes it. All pointers are borrowed.
 */
typedef struct
{
  const HfsModelRow *rows;
  guint n_rows;
  const char *next;
  gboolean last;
  guint n_requests;
  guint n_skipped;
} HfsStorePage;

#define HFS_TYPE_STORE_RUN (hfs_store_run_get_type ())
G_DECLARE_FINAL_TYPE (HfsStoreRun, hfs_store_run, HFS, STORE_RUN, GObject)

HfsStoreRun     *hfs_store_run_begin        (HfsStore            *store,
                                             const char          *endpoint,
                                             gint64               depth,
                                             GCancellable        *cancellable,
                                             GError             **error);
HfsStoreRun     *hfs_store_run_begin_import (HfsStore            *store,
                                             const char          *origin,
                                             const char          *date,
                                             GError             **error);

gint64           hfs_store_run_get_n_rows   (HfsStoreRun         *self);
gint64           hfs_store_run_get_n_skipped (HfsStoreRun        *self);
const char      *hfs_store_run_get_next     (HfsStoreRun         *self);
gboolean         hfs_store_run_is_whole     (HfsStoreRun         *self);

gboolean         hfs_store_run_restart      (HfsStoreRun         *self,
                                             GError             **error);
gboolean         hfs_store_run_add          (HfsStoreRun         *self,
                                             const HfsStorePage  *page,
                                             GError             **error);
HfsSnapshotInfo *hfs_store_run_commit       (HfsStoreRun         *self,
                                             GCancellable        *cancellable,
                                             GError             **error);
void             hfs_store_run_close        (HfsStoreRun         *self);

G_END_DECLS
