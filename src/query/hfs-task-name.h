/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hfs_task_dup_name  (const char *task);
char *hfs_task_dup_label (const char *task);

G_END_DECLS
