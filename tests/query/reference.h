/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-model-row.h"
#include "hfs-query.h"
#include "hfs-result.h"
#include "hfs-size-list.h"
#include "hfs-snapshot.h"

G_BEGIN_DECLS

/*
 * The slow and obvious way to answer a query: every model a struct, every key a string, every group found by
 * looking for it. It shares the query's text and the tables of publishers and sizes with the program, and nothing else.
 */

typedef struct
{
  char *id;
  gint64 counts[3];    /* downloads, downloads-all-time, likes; HFS_COUNT_ABSENT where not stated */
  gint64 created_at;
  gint64 parameters;   /* after all sources, base models included */
  gboolean measured;
  char *task;
  char *library;
  char *license;
  char **languages;
  char *base_model;
  HfsRelation relation;
} ReferenceModel;

typedef struct
{
  GPtrArray *models;   /* (element-type ReferenceModel): the most downloaded first */
  GHashTable *by_id;   /* (element-type utf8 ReferenceModel) */
  GHashTable *roots;   /* (element-type utf8): ids at the ends of chains of base models */
  HfsPublishers *publishers;
  gboolean complete;
  gint64 most_downloaded;
} Reference;

Reference *reference_new         (HfsPublishers         *publishers,
                                  const HfsSnapshotInfo *info);
void       reference_add         (Reference             *self,
                                  HfsSizeList           *sizes,
                                  const HfsModelRow     *row);
void       reference_finish      (Reference             *self,
                                  HfsSizeList           *sizes);
void       reference_free        (Reference             *self);

char      *reference_dup_key     (Reference             *self,
                                  const ReferenceModel  *model,
                                  HfsDimensionId         dimension,
                                  HfsQuery              *query);
gboolean   reference_is_let_through (Reference          *self,
                                  const ReferenceModel  *model,
                                  HfsQuery              *query);
gint64     reference_value       (const ReferenceModel  *model,
                                  HfsMeasure             measure);
gboolean   reference_can_answer  (Reference             *self,
                                  HfsQuery              *query);
void       reference_check       (Reference             *self,
                                  Reference             *before,
                                  HfsQuery              *query,
                                  HfsResult             *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reference, reference_free)

G_END_DECLS
