/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore-place.h"

#include "hfs-place.h"

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
  static const char * const own_keys[] = { "charts", NULL };
  g_autofree char *charts = hfs_place_get (place, "charts");
  HfsDimensionId found[HFS_EXPLORE_CHARTS];
  HfsQuery *parsed;

  memcpy (found, usual, sizeof found);
  if (charts != NULL && !parse_names (charts, found, error))
    return FALSE;
  parsed = hfs_place_to_query (place, found[0], own_keys, error);
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
