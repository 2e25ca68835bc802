/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-sql.h"

G_BEGIN_DECLS

/**
 * HfsStage:
 * @kind: `hub` or `import`
 * @origin: address of the Hub, or name of the file
 * @date: (nullable): the day an imported file is of
 * @token: marks the run; the snapshot that comes of it carries it
 * @depth: how many models are wanted, 0 for all
 * @started: when, in seconds since 1970
 * @next: (nullable): where the next page is
 * @whole: whether the list came to its end
 * @n_rows: rows so far
 *
 * What is known about the run whose pages are in the staging area.
 */
typedef struct
{
  char *kind;
  char *origin;
  char *date;
  char *token;
  gint64 depth;
  gint64 started;
  char *next;
  gboolean whole;
  gint64 n_requests;
  gint64 n_skipped;
  gint64 n_rows;
} HfsStage;

void      hfs_stage_clear  (HfsStage    *stage);
gboolean  hfs_stage_open   (sqlite3     *db,
                            const char  *path,
                            GError     **error);
gboolean  hfs_stage_resume (sqlite3     *db,
                            HfsStage    *stage,
                            GError     **error);
gboolean  hfs_stage_start  (sqlite3     *db,
                            const char  *path,
                            HfsStage    *stage,
                            GError     **error);
gboolean  hfs_stage_save   (sqlite3     *db,
                            HfsStage    *stage,
                            GError     **error);
void      hfs_stage_unlink (const char  *path);

gboolean  hfs_store_commit (sqlite3         *db,
                            const HfsStage  *stage,
                            char           **id,
                            GError         **error);

G_END_DECLS
