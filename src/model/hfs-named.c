/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-named.h"

#include "hfs-csv.h"

#include <glib/gi18n-lib.h>

#define PATH "/org/example/HfState/data/countries/named.csv"

static const char * const whats[HFS_N_NAMED_WHAT] = { "champion", "initiative", "project", "plans" };

static void
named_free (gpointer data)
{
  HfsNamed *named = data;

  g_free (named->country);
  g_free (named->account);
  g_free (named->name);
  g_free (named->source);
  g_free (named);
}

static gboolean
read_what (HfsCsvReader  *reader,
           const char    *word,
           HfsNamedWhat  *what,
           GError       **error)
{
  for (guint i = 0; i < HFS_N_NAMED_WHAT; i++)
    if (g_str_equal (whats[i], word))
      return *what = i, TRUE;
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("Line %u: “%s” is none of champion, initiative, project, plans."),
               hfs_csv_reader_get_line (reader), word);
  return FALSE;
}

/**
 * hfs_named_parse:
 * @csv: a table with the columns `country`, `account`, `name`, `what` and `source`
 *
 * Returns: (transfer full) (element-type HfsNamed) (nullable): the lines in their order, or %NULL with @error naming the line
 */
GPtrArray *
hfs_named_parse (GBytes  *csv,
                 GError **error)
{
  static const char * const names[] = { "country", "account", "name", "what", "source" };
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (csv, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (named_free);
  g_autoptr (GError) raised = NULL;
  int columns[G_N_ELEMENTS (names)];

  for (guint i = 0; reader != NULL && i < G_N_ELEMENTS (names); i++)
    if ((columns[i] = hfs_csv_reader_find (reader, names[i])) < 0)
      {
        g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_COLUMN, _("The column “%s” is missing."), names[i]);
        return NULL;
      }
  if (reader == NULL)
    return NULL;
  while (hfs_csv_reader_next (reader, &raised))
    {
      HfsNamed *named = g_new0 (HfsNamed, 1);

      g_ptr_array_add (all, named);
      named->country = g_strdup (hfs_csv_reader_get_field (reader, columns[0]));
      named->account = g_strdup (hfs_csv_reader_get_field (reader, columns[1]));
      named->name = g_strdup (hfs_csv_reader_get_field (reader, columns[2]));
      named->source = g_strdup (hfs_csv_reader_get_field (reader, columns[4]));
      if (!read_what (reader, hfs_csv_reader_get_field (reader, columns[3]), &named->what, error))
        return NULL;
    }
  if (raised != NULL)
    return g_propagate_error (error, g_steal_pointer (&raised)), NULL;
  return g_steal_pointer (&all);
}

/**
 * hfs_named_load:
 *
 * Returns: (transfer full) (element-type HfsNamed) (nullable): the table that comes with the program
 */
GPtrArray *
hfs_named_load (GError **error)
{
  g_autoptr (GBytes) csv = g_resources_lookup_data (PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return csv ? hfs_named_parse (csv, error) : NULL;
}
