/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-options.h"

#include <glib/gi18n-lib.h>

static gboolean
take_depth (const char  *name,
            const char  *value,
            gpointer     data,
            GError     **error)
{
  HfsOptions *self = data;

  self->refresh = TRUE;
  g_free (self->depth);
  self->depth = g_strdup (value);
  return TRUE;
}

static gboolean
take_range (const char  *name,
            const char  *value,
            gpointer     data,
            GError     **error)
{
  HfsOptions *self = data;

  self->changes = TRUE;
  g_free (self->range);
  self->range = g_strdup (value);
  return TRUE;
}

static GOptionContext *
new_context (HfsOptions *self)
{
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &self->list, N_("List the queries: name and title"), NULL },
    { "export", 0, 0, G_OPTION_ARG_STRING, &self->export, N_("Write the answer to a query to a file"), N_("QUERY") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, N_("The file to write; “-” is standard output"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, N_("The format, where the ending of the file does not say it"), N_("FORMAT") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &self->size, N_("Size of the picture, such as 1600x1000"), N_("WIDTHxHEIGHT") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &self->scale, N_("Pixels for each unit of the size, 1 to 4"), N_("NUMBER") },
    { "chart", 0, 0, G_OPTION_ARG_STRING, &self->chart, N_("Kind of chart, such as map; a wrong one lists them all"), N_("KIND") },
    { "log", 0, 0, G_OPTION_ARG_NONE, &self->log, N_("Each step of the scale is ten times the last"), NULL },
    { "appearance", 0, 0, G_OPTION_ARG_STRING, &self->appearance, N_("light, dark or high-contrast"), N_("APPEARANCE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language, N_("Language of titles and sentences, such as pl"), N_("LANGUAGE") },
    { "refresh", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, take_depth,
      N_("Fetch the most downloaded models from the Hub (20000 when not said, or “all”)"), N_("TOP") },
    { "snapshots", 0, 0, G_OPTION_ARG_NONE, &self->snapshots, N_("List the snapshots: id, date, source, models, complete or partial"), NULL },
    { "claims", 0, 0, G_OPTION_ARG_NONE, &self->claims, N_("Check the claims of the reports"), NULL },
    { "changes", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, take_range,
      N_("Say what changed from one snapshot to another (since the last one when not said)"), N_("FROM..TO") },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &self->import, N_("Make a snapshot from a CSV file or saved pages of the Hub"), N_("FILE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->date, N_("The day that an imported file is of"), N_("YYYY-MM-DD") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, N_("Say the version"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_("Say how to use the program"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->rest, NULL, NULL },
    { NULL }
  };
  GOptionContext *context = g_option_context_new (_("[hf-state:QUERY | FILE.png]"));
  GOptionGroup *group = g_option_group_new ("hf-state", NULL, NULL, self, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _("See the state of open models on the Hugging Face Hub, check what reports say of it, and take a picture of it away."));
  return context;
}

/**
 * hfs_options_parse:
 * @self: zeroed
 * @argv: (array zero-terminated=1): the command line, the program's name first; left alone
 *
 * Returns: whether the command line is well formed; if not, @error says what is wrong with it
 */
gboolean
hfs_options_parse (HfsOptions  *self,
                   char       **argv,
                   GError     **error)
{
  g_autoptr (GOptionContext) context = new_context (self);
  g_auto (GStrv) copy = g_strdupv (argv);

  return g_option_context_parse_strv (context, &copy, error);
}

/**
 * hfs_options_clear:
 *
 * Frees what @self holds.
 */
void
hfs_options_clear (HfsOptions *self)
{
  g_free (self->export);
  g_free (self->output);
  g_free (self->format);
  g_free (self->size);
  g_free (self->scale);
  g_free (self->chart);
  g_free (self->appearance);
  g_free (self->language);
  g_free (self->depth);
  g_free (self->range);
  g_free (self->import);
  g_free (self->date);
  g_strfreev (self->rest);
}

/**
 * hfs_options_is_command:
 *
 * Returns: whether the command line asks for something that needs no window
 */
gboolean
hfs_options_is_command (HfsOptions *self)
{
  return self->list || self->export || self->refresh || self->snapshots || self->claims || self->changes || self->import ||
         self->version || self->help || self->output || self->format || self->size || self->scale ||
         self->appearance || self->chart || self->log || self->date;
}

/**
 * hfs_options_dup_help:
 *
 * Returns: (transfer full): how to use the program
 */
char *
hfs_options_dup_help (void)
{
  HfsOptions none = { 0 };
  g_autoptr (GOptionContext) context = new_context (&none);

  return g_option_context_get_help (context, TRUE, NULL);
}
