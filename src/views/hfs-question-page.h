/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-look.h"
#include "hfs-engine.h"
#include "hfs-question.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_QUESTION_PAGE (hfs_question_page_get_type ())
G_DECLARE_FINAL_TYPE (HfsQuestionPage, hfs_question_page, HFS, QUESTION_PAGE, GtkWidget)

GtkWidget *hfs_question_page_new               (void);

void       hfs_question_page_set_question      (HfsQuestionPage *self,
                                                HfsQuestion     *question);
void       hfs_question_page_set_engine        (HfsQuestionPage *self,
                                                HfsEngine       *engine);
HfsQuery  *hfs_question_page_get_query         (HfsQuestionPage *self);
void       hfs_question_page_set_query         (HfsQuestionPage *self,
                                                HfsQuery        *query);
HfsResult *hfs_question_page_get_result        (HfsQuestionPage *self);
gboolean   hfs_question_page_is_asking         (HfsQuestionPage *self);
gboolean   hfs_question_page_get_shows_table   (HfsQuestionPage *self);
void       hfs_question_page_show_table        (HfsQuestionPage *self,
                                                gboolean         shows_table);
void       hfs_question_page_get_look          (HfsQuestionPage *self,
                                                HfsChartLook    *look);
void       hfs_question_page_set_view          (HfsQuestionPage *self,
                                                HfsQuery        *query,
                                                const HfsChartLook *look);
void       hfs_question_page_reload            (HfsQuestionPage *self);

G_END_DECLS
