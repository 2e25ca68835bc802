/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-pane.h"

G_BEGIN_DECLS

#define HFS_TYPE_ANSWER_VIEW (hfs_answer_view_get_type ())
G_DECLARE_FINAL_TYPE (HfsAnswerView, hfs_answer_view, HFS, ANSWER_VIEW, GtkWidget)

HfsChartPane *hfs_answer_view_get_chart (HfsAnswerView      *self);
void          hfs_answer_view_show      (HfsAnswerView      *self,
                                         HfsResult          *result,
                                         const HfsChartLook *look,
                                         GPtrArray          *distributions);
void          hfs_answer_view_fail      (HfsAnswerView      *self,
                                         const char         *message);

G_END_DECLS
