/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-snapshots-page.h"

G_BEGIN_DECLS

void       hfs_snapshots_choose_file    (HfsSnapshotsPage *page);
GtkWidget *hfs_snapshots_date_dialog_new (HfsSnapshotsPage *page,
                                         GFile            *file);

G_END_DECLS
