/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-publisher-profile.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char      *hfs_publisher_facts_dup_answer  (HfsPublisherProfile *profile);
char      *hfs_publisher_facts_dup_scope   (HfsPublisherProfile *profile);
GtkWidget *hfs_publisher_facts_new         (HfsPublisherProfile *profile);
GtkWidget *hfs_publisher_facts_new_history (HfsPublisherProfile *profile);
GtkWidget *hfs_publisher_facts_new_models  (HfsPublisherProfile *profile);

G_END_DECLS
