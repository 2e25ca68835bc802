/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-changes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hfs_changes_table_new (HfsChanges *changes);

G_END_DECLS
