/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"

G_BEGIN_DECLS

/**
 * HfsRemarkRow:
 * @group: (nullable): what the row belongs to, when rows come in groups
 * @label: what the row is about
 * @value: what is said of it
 * @place: (nullable): a query, or the place of a page, that says more
 *
 * One line of a list.
 */
typedef struct
{
  char *group;
  char *label;
  char *value;
  char *place;
} HfsRemarkRow;

/**
 * HfsRemarkStep:
 * @label: the step in short
 * @text: what is true at this step, as a whole sentence
 *
 * One position of a control that the reader can move.
 */
typedef struct
{
  char *label;
  char *text;
} HfsRemarkStep;

/**
 * HfsRemark:
 * @id: what stands for it
 * @title: what it is about
 * @text: what it says: one or more whole sentences
 * @scope: (nullable): of what and of which time that is
 * @source: (nullable): where it comes from, when not from the snapshot of @scope
 * @result: (nullable): what to draw
 * @is_series: whether @result is of dated counts that others published, and no answer to a query
 * @rows: (element-type HfsRemarkRow): a list
 * @steps: (element-type HfsRemarkStep): positions of a control
 * @steps_label: (nullable): what the control chooses
 *
 * Something worth saying beside the answer to a question, with what a reader needs to check it.
 */
typedef struct
{
  const char *id;
  const char *title;
  GString *text;
  char *scope;
  char *source;
  HfsResult *result;
  gboolean is_series;
  GPtrArray *rows;
  GPtrArray *steps;
  const char *steps_label;
} HfsRemark;

HfsRemark *hfs_remark_new       (void);
void       hfs_remark_free      (HfsRemark      *self);
void       hfs_remark_say       (HfsRemark      *self,
                                 char           *sentence);
gboolean   hfs_remark_quote     (HfsRemark      *self,
                                 const char     *claim,
                                 GError        **error);
void       hfs_remark_show      (HfsRemark      *self,
                                 HfsResult      *result);
void       hfs_remark_add_row   (HfsRemark      *self,
                                 const char     *group,
                                 const char     *label,
                                 char           *value,
                                 const char     *page,
                                 const char     *key);
void       hfs_remark_add_step  (HfsRemark      *self,
                                 char           *label,
                                 char           *text);
char      *hfs_remark_dup_copy  (HfsRemark      *self);
char      *hfs_remark_dup_place (const char     *page,
                                 const char     *key);

HfsResult *hfs_remark_ask       (HfsEngine      *engine,
                                 HfsQuery       *query,
                                 HfsDimensionId  dimension,
                                 GError        **error,
                                 ...) G_GNUC_NULL_TERMINATED;
HfsQuery  *hfs_remark_turn      (HfsQuery       *query,
                                 HfsDimensionId  dimension);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfsRemark, hfs_remark_free)

G_END_DECLS
