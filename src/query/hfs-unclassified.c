/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-unclassified.h"

/**
 * hfs_unclassified_list:
 * @snapshot: `latest`, an id or a date
 * @most: how many accounts at most
 *
 * Lists the publishers about whom nothing is decided: first to look up at the Hub, and those that it
 * says are organisations then to classify by hand. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): their accounts, the most downloaded first; %NULL
 *   with @error set
 */
char **
hfs_unclassified_list (HfsEngine   *engine,
                       const char  *snapshot,
                       guint        most,
                       GError     **error)
{
  g_autofree char *name = g_uri_escape_string (snapshot, NULL, FALSE);
  g_autofree char *text = g_strdup_printf ("publishers?developer-type=unknown&snapshot=%s", name);
  g_autoptr (HfsQuery) query = hfs_query_parse (text, error);
  g_autoptr (HfsResult) result = query ? hfs_engine_run (engine, query, error) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  if (result == NULL)
    return NULL;
  for (guint i = 0; i < hfs_result_get_n_rows (result) && n < most; i++)
    if (hfs_result_get_row (result, i)->kind == HFS_ROW_CLEAR)
      {
        g_strv_builder_add (builder, hfs_result_get_row (result, i)->key);
        n++;
      }
  return g_strv_builder_end (builder);
}
