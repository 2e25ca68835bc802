/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is linked at first. */
static const HfsDimensionId usual[HFS_EXPLORE_CHARTS] = {
  HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_DEVELOPER_TYPES, HFS_DIMENSION_SIZES, HFS_DIMENSION_YEARS,
};

/* What can be linked: what models fall into in so few ways that a chart can show them. */
static const HfsDimensionId choices[] = {
  HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_DEVELOPER_TYPES, HFS_DIMENSION_SIZES, HFS_DIMENSION_YEARS,
  HFS_DIMENSION_TASKS, HFS_DIMENSION_LANGUAGES, HFS_DIMENSION_LICENSES, HFS_DIMENSION_LIBRARIES,
};

/**
 * hfs_explore_place_choices:
 * @n_choices: (out): how many
 *
 * Returns: (transfer none) (array length=n_choices): the dimensions that can be linked
 */
const HfsDimensionId *
hfs_explore_place_choices (guint *n_choices)
{
  *n_choices = G_N_ELEMENTS (choices);
  return choices;
}

static gboolean
find_choice (const char      *name,
             HfsDimensionId  *dimension,
             GError         **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const char *choice = hfs_dimension_get (choices[i])->name;

      if (g_str_equal (name, choice))
        return *dimension = choices[i], TRUE;
      g_string_append_printf (names, "%s%s", i ? ", " : "", choice);
    }
  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NAME,
               _("There is no linked chart called “%s”. There are: %s."), name, names->str);
  return FALSE;
}

/* Reads the names of the charts, of which there have to be as many as are linked, each once. */
static gboolean
parse_names (const char      *text,
             HfsDimensionId  *dimensions,
             GError         **error)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);

  if (g_strv_length (names) != HFS_EXPLORE_CHARTS)
    {
      g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NAME,
                   _("“%s” should name %d linked charts, with commas between them."), text, HFS_EXPLORE_CHARTS);
      return FALSE;
    }
  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    {
      if (!find_choice (names[i], &dimensions[i], error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (dimensions[j] == dimensions[i])
          {
            g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_NAME, _("“%s” is named twice."), names[i]);
            return FALSE;
          }
    }
  return TRUE;
}

/* Takes the pair of a key out of what comes after the question mark; %NULL when it is not there. */
static char *
take_value (GPtrArray  *pairs,
            const char *key)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const char *pair = g_ptr_array_index (pairs, i);
      gsize length = strlen (key);

      if (strncmp (pair, key, length) == 0 && pair[length] == '=')
        {
          char *value = g_strdup (pair + length + 1);

          g_ptr_array_remove_index (pairs, i);
          return value;
        }
    }
  return NULL;
}

static GPtrArray *
split_pairs (const char *text)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text ? text : "", "&", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (pairs, g_strdup (parts[i]));
  return pairs;
}

static char *
join_pairs (const char *name,
            GPtrArray  *pairs)
{
  g_autoptr (GString) text = g_string_new (name);

  for (guint i = 0; i < pairs->len; i++)
    g_string_append_printf (text, "%c%s", i ? '&' : '?', (const char *) g_ptr_array_index (pairs, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * hfs_explore_place_parse:
 * @place: (nullable): `explore?charts=CHART,CHART,CHART,CHART&key=value…`, each key but `charts` one of queries; %NULL or
 *   `explore` for the beginning
 * @dimensions: (out caller-allocates) (array fixed-size=4): what is linked
 * @query: (out): the state: what is selected, measured and asked of
 *
 * Reads the state of linked charts from text.
 *
 * Returns: whether it could be read; if not, @error names the word, and nothing is set
 */
gboolean
hfs_explore_place_parse (const char      *place,
                         HfsDimensionId  *dimensions,
                         HfsQuery       **query,
                         GError         **error)
{
  const char *rest = place ? strchr (place, '?') : NULL;
  g_autoptr (GPtrArray) pairs = split_pairs (rest ? rest + 1 : NULL);
  g_autofree char *charts = take_value (pairs, "charts");
  HfsDimensionId found[HFS_EXPLORE_CHARTS];
  g_autofree char *text = NULL;
  HfsQuery *parsed;

  memcpy (found, usual, sizeof found);
  if (charts != NULL && !parse_names (charts, found, error))
    return FALSE;
  text = join_pairs (hfs_dimension_get (found[0])->name, pairs);
  parsed = hfs_query_parse (text, error);
  if (parsed == NULL)
    return FALSE;
  memcpy (dimensions, found, sizeof found);
  *query = parsed;
  return TRUE;
}

/**
 * hfs_explore_place_to_string:
 * @dimensions: (array fixed-size=4): what is linked
 *
 * Returns: (transfer full): text that [func@explore_place_parse] reads back
 */
char *
hfs_explore_place_to_string (const HfsDimensionId *dimensions,
                             HfsQuery             *query)
{
  g_autofree char *text = hfs_query_to_string (query);
  const char *rest = strchr (text, '?');
  g_autoptr (GString) place = g_string_new ("explore?charts=");

  for (guint i = 0; i < HFS_EXPLORE_CHARTS; i++)
    g_string_append_printf (place, "%s%s", i ? "," : "", hfs_dimension_get (dimensions[i])->name);
  if (rest != NULL)
    g_string_append_printf (place, "&%s", rest + 1);
  return g_string_free (g_steal_pointer (&place), FALSE);
}
