/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-selection.h"

#include "hfs-name-search.h"
#include "hfs-pass.h"

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
    {
      const char *listed = g_ptr_array_index (facet->keys, i);

      if (*listed != '\0')
        g_string_append_printf (allowed, "%s%s", i ? ", " : "", listed);
    }
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

/* Finds the sets that hold any of the languages, alone or among several. */
static guint8 *
find_language_sets (HfsFacets           *facets,
                    const HfsFacet      *facet,
                    const char * const  *keys,
                    GError             **error)
{
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (facets);
  HfsDictionary *names = hfs_snapshot_get_language_names (snapshot);
  guint n_sets = hfs_snapshot_get_n_language_sets (snapshot);
  g_autofree guint8 *wanted = g_new0 (guint8, hfs_dictionary_get_size (names));
  g_autofree guint8 *allowed = g_new0 (guint8, n_sets);
  gboolean unstated = g_strv_contains (keys, "unknown"), several = g_strv_contains (keys, "several");

  for (; *keys != NULL; keys++)
    {
      guint code;

      if (hfs_dictionary_lookup (names, *keys, &code))
        wanted[code] = 1;
      else if (!g_str_equal (*keys, "unknown") && !g_str_equal (*keys, "several"))
        {
          fail_unknown_key (facet, HFS_DIMENSION_LANGUAGES, *keys, error);
          return NULL;
        }
    }
  for (guint set = 0; set < n_sets; set++)
    {
      guint n;
      const guint *languages = hfs_snapshot_get_set_languages (snapshot, set, &n);

      allowed[set] = (n == 0 && unstated) || (n > 1 && several);
      for (guint i = 0; i < n; i++)
        allowed[set] |= wanted[languages[i]];
    }
  return g_steal_pointer (&allowed);
}

/**
 * hfs_selection_get_column:
 * @facet: the facet of @dimension
 *
 * Returns: the column that a filter by @dimension looks at: the codes of the facet, but for languages, where a model may
 *   state several, the sets of languages
 */
HfsColumn
hfs_selection_get_column (HfsFacets      *facets,
                          HfsDimensionId  dimension,
                          const HfsFacet *facet)
{
  return dimension == HFS_DIMENSION_LANGUAGES
         ? hfs_snapshot_get_column (hfs_facets_get_snapshot (facets), HFS_COLUMN_LANGUAGES)
         : facet->codes;
}

/**
 * hfs_selection_find_codes:
 * @facet: the facet of @dimension
 * @keys: the keys that are let through
 *
 * Returns: (transfer full) (nullable): 1 for each value of [func@selection_get_column] that is let through; %NULL with
 *   @error naming the word that no model has
 */
guint8 *
hfs_selection_find_codes (HfsFacets           *facets,
                          HfsDimensionId       dimension,
                          const HfsFacet      *facet,
                          const char * const  *keys,
                          GError             **error)
{
  g_autofree guint8 *allowed = NULL;

  if (dimension == HFS_DIMENSION_LANGUAGES)
    return find_language_sets (facets, facet, keys, error);
  allowed = g_new0 (guint8, MAX (facet->keys->len, 1));
  for (; *keys != NULL; keys++)
    {
      int code = hfs_facet_find (facet, *keys);

      if (code >= 0)
        allowed[code] = 1;
      else if (!is_closed (dimension))
        {
          fail_unknown_key (facet, dimension, *keys, error);
          return NULL;
        }
    }
  return g_steal_pointer (&allowed);
}

/* What a pass that filters works on. */
typedef struct
{
  HfsColumn codes;
  const guint8 *allowed;
  guint8 *mask;
} Filtering;

static inline __attribute__ ((always_inline)) void
filter_rows (const Filtering *filtering,
             guint            width,
             guint            from,
             guint            to)
{
  const HfsColumn codes = { filtering->codes.data, width };

  for (guint row = from; row < to; row++)
    filtering->mask[row] &= filtering->allowed[hfs_column_get (codes, row)];
}

static void
filter_part (guint    from,
             guint    to,
             guint    part,
             gpointer user_data)
{
  const Filtering *filtering = user_data;

  switch (filtering->codes.width)
    {
    case 1:
      filter_rows (filtering, 1, from, to);
      break;
    case 2:
      filter_rows (filtering, 2, from, to);
      break;
    default:
      filter_rows (filtering, 4, from, to);
      break;
    }
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
  const char *search = hfs_query_get_search (query);
  g_autofree guint8 *passed = NULL;

  if (search != NULL)
    passed = hfs_name_search_mask (hfs_facets_get_snapshot (facets), search, n_rows);
  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      const char * const *keys = hfs_query_get_filter (query, i);
      const HfsFacet *facet = keys ? hfs_facets_get_for (facets, i, query) : NULL;
      g_autofree guint8 *allowed = keys ? hfs_selection_find_codes (facets, i, facet, keys, error) : NULL;
      Filtering filtering = { .allowed = allowed };

      if (keys == NULL)
        continue;
      if (allowed == NULL)
        return FALSE;
      if (passed == NULL)
        passed = memset (g_malloc (MAX (n_rows, 1)), 1, n_rows);
      filtering.codes = hfs_selection_get_column (facets, i, facet);
      filtering.mask = passed;
      hfs_pass_run (n_rows, filter_part, &filtering);
    }
  *mask = g_steal_pointer (&passed);
  return TRUE;
}
