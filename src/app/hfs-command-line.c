/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-command-line.h"

#include "hfs-changes-command.h"
#include "hfs-claims-command.h"
#include "hfs-config.h"
#include "hfs-engine.h"
#include "hfs-export-command.h"
#include "hfs-import-command.h"
#include "hfs-refresh-command.h"
#include "hfs-terminal.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

/* What the program can do without a window. Each command says what failed in one line on standard error. */

/**
 * hfs_command_line_set_locale:
 * @language: (nullable): a language to use in place of the user's, such as `pl`
 *
 * Sets up translations. Call it before anything that speaks.
 *
 * Returns: whether the program speaks @language; if not, @error lists those it does
 */
gboolean
hfs_command_line_set_locale (const char  *language,
                             GError     **error)
{
  const char *localedir = g_getenv ("HFS_LOCALEDIR");
  g_auto (GStrv) languages = g_strsplit (HFS_LANGUAGES, " ", -1);
  gboolean known = language == NULL || g_strv_contains ((const char * const *) languages, language);

  if (language != NULL && known)
    g_setenv ("LANGUAGE", language, TRUE);
  /* A name that the machine does not have leaves the locale "C", in which nothing is translated. */
  if (setlocale (LC_ALL, "") == NULL || g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0 ||
      g_strcmp0 (setlocale (LC_MESSAGES, NULL), "POSIX") == 0)
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, localedir ? localedir : HFS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (!known)
    {
      g_autofree char *list = g_strjoinv (", ", languages);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is not a language of this program. It speaks: %s."), language, list);
    }
  return known;
}

static int
list_queries (void)
{
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    g_print ("%s\t%s\n", hfs_dimension_get (i)->name, hfs_dimension_get_title (i, HFS_MEASURE_DOWNLOADS));
  return HFS_EXIT_DONE;
}

static int
list_snapshots (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsEngine) engine = hfs_engine_new_for_user (&error);
  g_autoptr (GPtrArray) infos = engine ? hfs_archive_list (hfs_engine_get_archive (engine), &error) : NULL;

  if (infos == NULL)
    return hfs_terminal_fail (error->message), HFS_EXIT_FAILED;
  for (guint i = 0; i < infos->len; i++)
    {
      const HfsSnapshotInfo *info = g_ptr_array_index (infos, i);

      g_print ("%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s\n", info->id, info->date, info->source, info->n_models,
               info->complete ? "complete" : "partial");
    }
  return HFS_EXIT_DONE;
}

static int
say_version (void)
{
  g_print ("hf-state %s\n", HFS_VERSION);
  return HFS_EXIT_DONE;
}

static int
say_help (void)
{
  g_autofree char *help = hfs_options_dup_help ();

  g_print ("%s", help);
  return HFS_EXIT_DONE;
}

/* An option that only goes with another one is a slip that must not pass in silence. */
static gboolean
check_options (HfsOptions *options)
{
  gboolean picture = options->output || options->format || options->size || options->scale || options->appearance ||
                     options->chart || options->log;
  guint commands = options->list + options->snapshots + options->claims + (options->export != NULL) +
                   options->refresh + options->changes + (options->import != NULL);

  if (commands > 1)
    return hfs_terminal_fail (_("Give one command at a time; see --help."));
  if (picture && options->export == NULL && !options->claims && !options->changes)
    return hfs_terminal_fail (_("--output, --format, --size, --scale, --chart, --log and --appearance go with --export=QUERY; see --help."));
  if (options->date != NULL && options->import == NULL)
    return hfs_terminal_fail (_("--date goes with --import=FILE; see --help."));
  if (options->rest != NULL && (commands > 0 || options->rest[1] != NULL))
    {
      g_autofree char *sentence = g_strdup_printf (_("“%s” is one argument too many; see --help."),
                                                   options->rest[commands > 0 ? 0 : 1]);

      return hfs_terminal_fail (sentence);
    }
  return TRUE;
}

/**
 * hfs_command_line_run:
 * @options: a command line that asks for something that needs no window
 *
 * Does what the command line asks for.
 *
 * Returns: the exit code of the program
 */
int
hfs_command_line_run (HfsOptions *options)
{
  if (options->help)
    return say_help ();
  if (options->version)
    return say_version ();
  if (!check_options (options))
    return HFS_EXIT_USAGE;
  if (options->list)
    return list_queries ();
  if (options->snapshots)
    return list_snapshots ();
  if (options->refresh)
    return hfs_refresh_command_run (options);
  if (options->import != NULL)
    return hfs_import_command_run (options);
  if (options->changes)
    return hfs_changes_command_run (options);
  if (options->claims)
    return hfs_claims_command_run (options);
  return hfs_export_command_run (options);
}
