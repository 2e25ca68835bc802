/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-changes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hfs_changes_save  (GtkWindow   *window,
                        HfsChanges  *changes);
void hfs_changes_write (GtkWindow   *window,
                        HfsChanges  *changes,
                        GFile       *file);

G_END_DECLS
