/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-claims-command.h"

#include "hfs-claims-file.h"
#include "hfs-terminal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * hfs_claims_command_run:
 *
 * Checks every claim of every edition and prints the verdicts, or writes them to a JSON file.
 *
 * Returns: the exit code of the program
 */
int
hfs_claims_command_run (HfsOptions *options)
{
  const char *ending = options->output ? strrchr (options->output, '.') : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (HfsEngine) engine = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (options->output != NULL && g_strcmp0 (ending, ".json") != 0 && g_strcmp0 (options->format, "json") != 0)
    return hfs_terminal_fail (_("Claims are written as JSON: name the file with the ending .json.")), HFS_EXIT_USAGE;
  engine = hfs_engine_new_for_user (&error);
  editions = engine ? hfs_editions_load (&error) : NULL;
  if (editions == NULL)
    return hfs_terminal_fail (error->message), HFS_EXIT_FAILED;

  text = options->output ? hfs_claims_to_json (engine, editions) : hfs_claims_to_text (engine, editions);
  bytes = g_bytes_new_take (text, strlen (text));
  return hfs_terminal_write (options->output ? options->output : "-", bytes);
}
