/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-model-profile.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char      *hfs_model_facts_dup_answer  (HfsModelProfile *profile);
char      *hfs_model_facts_dup_scope   (HfsModelProfile *profile);
char      *hfs_model_facts_dup_family  (HfsModelProfile *profile);
GtkWidget *hfs_model_facts_new         (HfsModelProfile *profile);
GtkWidget *hfs_model_facts_new_history (HfsModelProfile *profile);

G_END_DECLS
