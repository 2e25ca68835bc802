/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_QUESTION_LIST (hfs_question_list_get_type ())
G_DECLARE_FINAL_TYPE (HfsQuestionList, hfs_question_list, HFS, QUESTION_LIST, GObject)

HfsQuestionList *hfs_question_list_new        (GtkListBox      *box,
                                               GListModel      *questions);

GListModel      *hfs_question_list_get_listed (HfsQuestionList *self);
void             hfs_question_list_set_folded (HfsQuestionList *self,
                                               gboolean         folded);
void             hfs_question_list_set_page   (HfsQuestionList *self,
                                               const char      *id);

G_END_DECLS
