/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-changes-command.h"

#include "hfs-changes.h"
#include "hfs-terminal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Snapshots as `FROM..TO`; without, the newest and the last one like it before. */
static gboolean
parse_range (const char  *range,
             char       **from,
             char       **to)
{
  g_auto (GStrv) parts = range ? g_strsplit (range, "..", -1) : NULL;
  g_autofree char *sentence = NULL;

  *to = g_strdup (HFS_SNAPSHOT_LATEST);
  if (parts == NULL)
    return TRUE;
  if (g_strv_length (parts) == 2 && *parts[0] != '\0' && *parts[1] != '\0')
    {
      g_free (*to);
      *from = g_strdup (parts[0]);
      *to = g_strdup (parts[1]);
      return TRUE;
    }
  sentence = g_strdup_printf (_("“%s” is not a pair of snapshots. Write two dates or ids, such as 2026-09-01..2026-10-01."), range);
  return hfs_terminal_fail (sentence);
}

/* Sentences, unless the ending of the file or --format says otherwise. */
static char *
write_changes (HfsOptions *options,
               HfsChanges *changes)
{
  const char *dot = options->output ? strrchr (options->output, '.') : NULL;
  const char *format = options->format ? options->format : dot ? dot + 1 : "txt";

  if (g_str_equal (format, "csv"))
    return hfs_changes_to_csv (changes);
  if (g_str_equal (format, "json"))
    return hfs_changes_to_json (changes);
  if (g_str_equal (format, "txt"))
    return hfs_changes_to_text (changes);
  return NULL;
}

/**
 * hfs_changes_command_run:
 *
 * Says what changed from one snapshot to another, in sentences, or writes it to a CSV or JSON file.
 *
 * Returns: the exit code of the program
 */
int
hfs_changes_command_run (HfsOptions *options)
{
  g_autofree char *from = NULL, *to = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsEngine) engine = NULL;
  g_autoptr (HfsChanges) changes = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!parse_range (options->range, &from, &to))
    return HFS_EXIT_USAGE;
  engine = hfs_engine_new_for_user (&error);
  changes = engine ? hfs_changes_new (engine, to, from, &error) : NULL;
  if (changes == NULL)
    return hfs_terminal_fail (error->message), HFS_EXIT_FAILED;
  text = write_changes (options, changes);
  if (text == NULL)
    return hfs_terminal_fail (_("Changes are written as txt, csv or json: name the file with that ending.")), HFS_EXIT_USAGE;
  bytes = g_bytes_new (text, strlen (text));
  return hfs_terminal_write (options->output ? options->output : "-", bytes);
}
