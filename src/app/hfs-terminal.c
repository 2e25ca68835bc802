/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-terminal.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/**
 * hfs_terminal_fail:
 * @sentence: what failed and what to do
 *
 * Says so on standard error, in one line.
 *
 * Returns: %FALSE, for the caller to return
 */
gboolean
hfs_terminal_fail (const char *sentence)
{
  g_autofree char *line = g_strdelimit (g_strdup (sentence), "\n\r", ' ');

  g_printerr ("hf-state: %s\n", g_strstrip (line));
  return FALSE;
}

/* GLib names a temporary file first, which the user never heard of; the reason stands after the last colon. */
static void
fail_to_write (const char   *path,
               const GError *error)
{
  const char *colon = strrchr (error->message, ':');
  g_autofree char *sentence = g_strdup_printf (_("The file “%s” cannot be written: %s. Choose another place."),
                                               path, colon ? colon + 2 : error->message);

  hfs_terminal_fail (sentence);
}

static int
fail_with (const char *format,
           const char *value)
{
  g_autofree char *sentence = g_strdup_printf (format, value);

  hfs_terminal_fail (sentence);
  return HFS_EXIT_FAILED;
}

/**
 * hfs_terminal_write:
 * @path: a file, or "-" for standard output
 *
 * Writes a whole file or nothing, and says why when it cannot.
 *
 * Returns: the exit code of the program
 */
int
hfs_terminal_write (const char *path,
                  GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_str_equal (path, "-"))
    {
      if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
        return HFS_EXIT_DONE;
      return fail_with (_("Standard output cannot be written: %s."), g_strerror (errno));
    }
  if (g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    return HFS_EXIT_DONE;
  fail_to_write (path, error);
  return HFS_EXIT_FAILED;
}
