/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HFS_TYPE_QUESTION (hfs_question_get_type ())
G_DECLARE_FINAL_TYPE (HfsQuestion, hfs_question, HFS, QUESTION, GObject)

GListModel  *hfs_questions_new          (void);
guint        hfs_questions_find         (GListModel   *questions,
                                         const char   *id);

const char  *hfs_question_get_id        (HfsQuestion  *self);
const char  *hfs_question_get_title     (HfsQuestion  *self);
const char  *hfs_question_get_question  (HfsQuestion  *self);
HfsQuery    *hfs_question_get_query     (HfsQuestion  *self);
const char  *hfs_question_get_answer    (HfsQuestion  *self);
void         hfs_question_set_answer    (HfsQuestion  *self,
                                         const char   *answer);

G_END_DECLS
