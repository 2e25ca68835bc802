/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-question.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_QUESTION_ROW (hfs_question_row_get_type ())
G_DECLARE_FINAL_TYPE (HfsQuestionRow, hfs_question_row, HFS, QUESTION_ROW, GtkListBoxRow)

GtkWidget   *hfs_question_row_new          (HfsQuestion    *question,
                                            gboolean        in_full);

HfsQuestion *hfs_question_row_get_question (HfsQuestionRow *self);

G_END_DECLS
