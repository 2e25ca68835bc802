/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-refresh-command.h"
#include "hfs-terminal.h"


#include <glib/gi18n-lib.h>

int
hfs_refresh_command_run (HfsOptions *options)
{
  hfs_terminal_fail (_("The Hub cannot be fetched yet in this version."));
  return HFS_EXIT_FAILED;
}
