/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-classification.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       hfs_classify_import     (GtkWindow          *window,
                                    HfsClassification  *classification);
void       hfs_classify_export     (GtkWindow          *window,
                                    HfsClassification  *classification);
GtkWidget *hfs_classify_new_report (GtkWindow          *window,
                                    const char         *sentence,
                                    const char * const *faults);

G_END_DECLS
