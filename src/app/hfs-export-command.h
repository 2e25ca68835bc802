/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hfs-engine.h"
#include "hfs-options.h"

G_BEGIN_DECLS

HfsEngine *hfs_open_engine        (GError     **error);
int        hfs_export_command_run (HfsOptions  *options);

G_END_DECLS
