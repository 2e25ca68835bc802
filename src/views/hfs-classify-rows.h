/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-classification.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _HfsClassifyWork HfsClassifyWork;

HfsClassifyWork *hfs_classify_work_new  (HfsEngine         *engine);
void             hfs_classify_work_free (HfsClassifyWork   *work);

GtkWidget       *hfs_classify_new_list  (const char        *name);
void             hfs_classify_add_changes (GtkListBox      *list,
                                         HfsClassification *classification);
void             hfs_classify_add_moved (GtkBox            *box,
                                         HfsClassifyWork   *work);
void             hfs_classify_add_unknown (GtkListBox      *list,
                                         HfsClassifyWork   *work);

G_END_DECLS
