/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HfsQuestionAngle:
 * @query: (transfer none): what is asked
 * @label: its short name in the reader's language; empty when the question has no other angle
 *
 * One side of a question.
 */
typedef struct
{
  HfsQuery *query;
  const char *label;
} HfsQuestionAngle;

#define HFS_TYPE_QUESTION (hfs_question_get_type ())
G_DECLARE_FINAL_TYPE (HfsQuestion, hfs_question, HFS, QUESTION, GObject)

GListModel             *hfs_questions_new         (void);
guint                   hfs_questions_find        (GListModel   *questions,
                                                   const char   *id);
guint                   hfs_questions_find_query  (GListModel   *questions,
                                                   HfsQuery     *query);
HfsQuestion            *hfs_questions_resolve     (GListModel   *questions,
                                                   const char   *place,
                                                   GError      **error);
GListModel             *hfs_questions_list        (GListModel   *questions);

const char             *hfs_question_get_id       (HfsQuestion  *self);
const char             *hfs_question_get_title    (HfsQuestion  *self);
const char             *hfs_question_get_question (HfsQuestion  *self);
const char             *hfs_question_get_parent   (HfsQuestion  *self);
HfsQuery               *hfs_question_get_query    (HfsQuestion  *self);
guint                   hfs_question_get_n_angles (HfsQuestion  *self);
const HfsQuestionAngle *hfs_question_get_angle    (HfsQuestion  *self,
                                                   guint         place);
const char             *hfs_question_get_answer   (HfsQuestion  *self);
void                    hfs_question_set_answer   (HfsQuestion  *self,
                                                   const char   *answer);

G_END_DECLS
