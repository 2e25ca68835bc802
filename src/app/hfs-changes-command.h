/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-options.h"

G_BEGIN_DECLS

int hfs_changes_command_run (HfsOptions *options);

G_END_DECLS
