/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-import-command.h"

#include "hfs-import.h"
#include "hfs-terminal.h"

/**
 * hfs_import_command_run:
 *
 * Makes a snapshot of a file and prints its id.
 *
 * Returns: the exit code of the program
 */
int
hfs_import_command_run (HfsOptions *options)
{
  g_autofree char *path = hfs_store_dup_default_path ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->import);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsStore) store = hfs_store_open (path, &error);
  g_autoptr (HfsSnapshotInfo) info = store ? hfs_import_file (store, file, options->date, &error) : NULL;

  if (info == NULL)
    return hfs_terminal_fail (error->message), HFS_EXIT_FAILED;
  g_print ("%s\n", info->id);
  return HFS_EXIT_DONE;
}
