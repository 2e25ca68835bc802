/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-place.h"

#include <string.h>

/* Places of pages: `NAME?key=value&…`, as queries are written. Some of the keys are the page's own, the others those of a query. */

/* The pairs after the question mark. */
static char **
split_pairs (const char *place)
{
  const char *rest = place ? strchr (place, '?') : NULL;

  return g_strsplit (rest ? rest + 1 : "", "&", -1);
}

static gboolean
has_key (const char *pair,
         const char *key)
{
  gsize length = strlen (key);

  return strncmp (pair, key, length) == 0 && pair[length] == '=';
}

/**
 * hfs_place_with:
 * @place: a place, or the name of a page alone
 * @value: not escaped
 *
 * Returns: (transfer full): the place with one more key
 */
char *
hfs_place_with (const char *place,
                const char *key,
                const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, "/:@", FALSE);

  return g_strdup_printf ("%s%c%s=%s", place, strchr (place, '?') ? '&' : '?', key, escaped);
}

/**
 * hfs_place_get:
 * @place: (nullable): a place
 * @key: one of the page's own keys
 *
 * Returns: (transfer full) (nullable): its value; %NULL when it is not there or not percent-encoded UTF-8
 */
char *
hfs_place_get (const char *place,
               const char *key)
{
  g_auto (GStrv) pairs = split_pairs (place);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (has_key (pairs[i], key))
      {
        g_autofree char *value = g_uri_unescape_string (pairs[i] + strlen (key) + 1, NULL);

        return value != NULL && g_utf8_validate (value, -1, NULL) ? g_steal_pointer (&value) : NULL;
      }
  return NULL;
}

/**
 * hfs_place_to_query:
 * @place: (nullable): a place
 * @dimension: what the query shall be about
 * @own_keys: (array zero-terminated=1): keys of the page that no query has
 * @error: names a key or value that no query has
 *
 * Returns: (transfer full) (nullable): the query that the other keys make
 */
HfsQuery *
hfs_place_to_query (const char          *place,
                    HfsDimensionId       dimension,
                    const char * const  *own_keys,
                    GError             **error)
{
  g_auto (GStrv) pairs = split_pairs (place);
  g_autoptr (GString) text = g_string_new (hfs_dimension_get (dimension)->name);
  char between = '?';

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      gboolean own = *pairs[i] == '\0';

      for (guint j = 0; own_keys[j] != NULL; j++)
        own = own || has_key (pairs[i], own_keys[j]);
      if (own)
        continue;
      g_string_append_printf (text, "%c%s", between, pairs[i]);
      between = '&';
    }
  return hfs_query_parse (text->str, error);
}

/**
 * hfs_place_for_row:
 * @row: number of a row of @result
 *
 * Returns: (transfer full) (nullable): the place of the page about what the row stands for: a publisher or a model; %NULL
 *   when there is none
 */
char *
hfs_place_for_row (HfsResult *result,
                   guint      row)
{
  const HfsResultRow *shown = hfs_result_get_row (result, row);

  if (shown->kind != HFS_ROW_CLEAR)
    return NULL;
  switch (hfs_query_get_dimension (hfs_result_get_query (result)))
    {
    case HFS_DIMENSION_PUBLISHERS:
      return hfs_place_with ("publisher", "id", shown->key);
    case HFS_DIMENSION_MODELS:
    case HFS_DIMENSION_FAMILIES:
      return hfs_place_with ("model", "id", shown->key);
    default:
      return NULL;
    }
}
