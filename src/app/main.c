/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-application.h"
#include "hfs-command-line.h"
#include "hfs-question.h"
#include "hfs-terminal.h"

#include <string.h>

/* The language has to be known before the first sentence is said, so it is looked for by hand. */
static const char *
find_language (char **argv)
{
  static const char option[] = "--language";

  for (; *argv != NULL; argv++)
    if (g_str_has_prefix (*argv, option))
      {
        if ((*argv)[strlen (option)] == '=')
          return *argv + strlen (option) + 1;
        if ((*argv)[strlen (option)] == '\0')
          return argv[1];
      }
  return NULL;
}

/* A link that leads nowhere is refused here, where it was typed, and not in a window. */
static gboolean
check_link (HfsOptions  *options,
            GError     **error)
{
  g_autoptr (GListModel) questions = NULL;
  g_autoptr (HfsQuestion) question = NULL;

  if (options->rest == NULL || !g_str_has_prefix (options->rest[0], HFS_QUERY_SCHEME))
    return TRUE;
  questions = hfs_questions_new ();
  question = hfs_questions_resolve (questions, options->rest[0] + strlen (HFS_QUERY_SCHEME), error);
  return question != NULL;
}

static int
run_window (const char  *program,
            char       **arguments)
{
  g_autoptr (HfsApplication) application = hfs_application_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;

  g_strv_builder_add (builder, program);
  if (arguments != NULL)
    g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  return g_application_run (G_APPLICATION (application), (int) g_strv_length (argv), argv);
}

int
main (int    argc,
      char **argv)
{
  g_auto (HfsOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  g_set_prgname ("hf-state");
  if (!hfs_command_line_set_locale (find_language (argv), &error))
    return hfs_terminal_fail (error->message), HFS_EXIT_USAGE;
  /* How the desktop starts the program by D-Bus. */
  if (argc == 2 && g_str_equal (argv[1], "--gapplication-service"))
    return run_window (argv[0], argv + 1);
  if (!hfs_options_parse (&options, argv, &error))
    return hfs_terminal_fail (error->message), HFS_EXIT_USAGE;
  if (hfs_options_is_command (&options))
    return hfs_command_line_run (&options);
  if (!check_link (&options, &error))
    return hfs_terminal_fail (error->message), HFS_EXIT_USAGE;
  return run_window (argv[0], options.rest);
}
