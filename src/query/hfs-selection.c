/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-selection.h"

#include "hfs-countries.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many words an error lists before it says that there are more. */
#define MAX_LISTED 40

static gboolean
fail_unknown_key (const HfsFacet  *facet,
                  HfsDimensionId   dimension,
                  const char      *key,
                  GError         **error)
{
  g_autoptr (GString) allowed = g_string_new (NULL);

  for (guint i = 0; i < MIN (facet->keys->len, MAX_LISTED); i++)
    g_string_append_printf (allowed, "%s%s", i ? ", " : "", (char *) g_ptr_array_index (facet->keys, i));
  if (facet->keys->len > MAX_LISTED)
    g_string_append (allowed, ", …");
  g_set_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
               _("No model of this snapshot has “%s” as its “%s”. There are: %s."),
               key, hfs_dimension_get (dimension)->filter, allowed->str);
  return FALSE;
}

/* A key of a closed list may be right though no model of the snapshot has it. */
static gboolean
is_closed (HfsDimensionId dimension)
{
  return dimension == HFS_DIMENSION_COUNTRIES || dimension == HFS_DIMENSION_DEVELOPER_TYPES ||
         dimension == HFS_DIMENSION_SIZES || dimension == HFS_DIMENSION_YEARS;
}

/* Lets through the rows whose code is among @keys. */
static gboolean
filter_by_facet (const HfsFacet      *facet,
                 HfsDimensionId       dimension,
                 const char * const  *keys,
                 guint                n_rows,
                 guint8              *mask,
                 GError             **error)
{
  g_autofree guint8 *allowed = g_new0 (guint8, facet->keys->len);

  for (; *keys != NULL; keys++)
    {
      int code = hfs_facet_find (facet, *keys);

      if (code >= 0)
        allowed[code] = 1;
      else if (!is_closed (dimension))
        return fail_unknown_key (facet, dimension, *keys, error);
    }
  for (guint row = 0; row < n_rows; row++)
    mask[row] &= allowed[facet->codes[row]];
  return TRUE;
}

/* Lets through the models that state any of the languages, alone or among several. */
static gboolean
filter_by_language (HfsSnapshot         *snapshot,
                    const HfsFacet      *facet,
                    const char * const  *keys,
                    guint                n_rows,
                    guint8              *mask,
                    GError             **error)
{
  HfsDictionary *names = hfs_snapshot_get_language_names (snapshot);
  g_autofree guint8 *allowed = g_new0 (guint8, hfs_dictionary_get_size (names));
  gboolean unstated = g_strv_contains (keys, "unknown"), several = g_strv_contains (keys, "several");

  for (; *keys != NULL; keys++)
    {
      guint code;

      if (hfs_dictionary_lookup (names, *keys, &code))
        allowed[code] = 1;
      else if (!g_str_equal (*keys, "unknown") && !g_str_equal (*keys, "several"))
        return fail_unknown_key (facet, HFS_DIMENSION_LANGUAGES, *keys, error);
    }
  for (guint row = 0; row < n_rows; row++)
    {
      guint n, let_through;
      const guint *languages = hfs_snapshot_get_languages (snapshot, row, &n);

      let_through = (n == 0 && unstated) || (n > 1 && several);
      for (guint i = 0; i < n; i++)
        let_through |= allowed[languages[i]];
      mask[row] &= let_through;
    }
  return TRUE;
}

static gboolean
contains (const char *id,
          const char *needle,
          gsize       length)
{
  for (; *id != '\0'; id++)
    if (g_ascii_strncasecmp (id, needle, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * hfs_selection_make:
 * @n_rows: how many of the most downloaded models are looked at
 * @mask: (out) (nullable) (array length=n_rows): 1 for each row that is let through; %NULL lets all through
 *
 * Finds the models that pass all filters of a query.
 *
 * Returns: whether the filters can be met; if not, @error names the word that no model has
 */
gboolean
hfs_selection_make (HfsFacets  *facets,
                    HfsQuery   *query,
                    guint       n_rows,
                    guint8    **mask,
                    GError    **error)
{
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (facets);
  const char *search = hfs_query_get_search (query);
  g_autofree guint8 *passed = NULL;

  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      const char * const *keys = hfs_query_get_filter (query, i);
      const HfsFacet *facet;

      if (keys == NULL)
        continue;
      if (passed == NULL)
        passed = memset (g_malloc (MAX (n_rows, 1)), 1, n_rows);
      facet = hfs_facets_get (facets, i, hfs_query_get_attribution (query), hfs_query_get_credit (query));
      if (i == HFS_DIMENSION_LANGUAGES
          ? !filter_by_language (snapshot, facet, keys, n_rows, passed, error)
          : !filter_by_facet (facet, i, keys, n_rows, passed, error))
        return FALSE;
    }
  if (search != NULL)
    {
      gsize length = strlen (search);

      if (passed == NULL)
        passed = memset (g_malloc (MAX (n_rows, 1)), 1, n_rows);
      for (guint row = 0; row < n_rows; row++)
        passed[row] = passed[row] && contains (hfs_snapshot_get_model_id (snapshot, row), search, length);
    }
  *mask = g_steal_pointer (&passed);
  return TRUE;
}
