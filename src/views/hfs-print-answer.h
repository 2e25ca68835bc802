/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-chart-look.h"
#include "hfs-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HFS_TYPE_PRINT_ANSWER (hfs_print_answer_get_type ())
G_DECLARE_FINAL_TYPE (HfsPrintAnswer, hfs_print_answer, HFS, PRINT_ANSWER, GtkPrintOperation)

GtkPrintOperation *hfs_print_answer_new         (HfsResult          *result,
                                                 const HfsChartLook *look,
                                                 GPtrArray          *distributions);

G_END_DECLS
