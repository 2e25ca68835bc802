/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-publisher-ranking.h"

#include "hfs-engine-private.h"

#include <string.h>

static void
ranking_clear (gpointer data)
{
  HfsPublisherRanking *self = data;

  g_free (self->order);
  g_free (self->decisions);
  g_clear_pointer (&self->sums, hfs_sums_free);
  g_clear_object (&self->publishers);
  g_clear_object (&self->facets);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const HfsPublisherRanking *self = data;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  if (self->sums->values[left] != self->sums->values[right])
    return self->sums->values[left] > self->sums->values[right] ? -1 : 1;
  return strcmp (g_ptr_array_index (self->facet->keys, left), g_ptr_array_index (self->facet->keys, right));
}

/* The unnamed publisher of models without one is no publisher. */
static gboolean
is_named (const HfsFacet *facet,
          guint           code)
{
  const char *account = g_ptr_array_index (facet->keys, code);

  return *account != '\0' && !g_str_equal (account, "unknown");
}

/**
 * hfs_publisher_ranking_new:
 * @query: what is measured, of which models, and who says where publishers are
 *
 * Sums up the models of each publisher. Goes over all models.
 *
 * Returns: (transfer full) (nullable): the ranking, or %NULL with @error set
 */
HfsPublisherRanking *
hfs_publisher_ranking_new (HfsFacets  *facets,
                           HfsQuery   *query,
                           GError    **error)
{
  g_autoptr (HfsPublisherRanking) self = g_atomic_rc_box_new0 (HfsPublisherRanking);
  HfsPopulation population = { NULL };
  g_autofree guint8 *mask = NULL;
  guint n;

  if (!hfs_engine_find_population (facets, query, 0, &population, error))
    return NULL;
  mask = population.mask;
  self->facets = g_object_ref (facets);
  self->publishers = g_object_ref (hfs_facets_get_publishers (facets));
  self->facet = hfs_facets_get_for (facets, HFS_DIMENSION_PUBLISHERS, query);
  n = self->facet->keys->len;
  self->sums = hfs_grouping_sum (&population, self->facet->codes, n);
  self->order = g_new (guint32, MAX (n, 1));
  self->decisions = g_new0 (const HfsPublisher *, MAX (n, 1));
  for (guint code = 0; code < n; code++)
    if (self->sums->models[code] > 0 && is_named (self->facet, code))
      {
        self->order[self->n_accounts++] = code;
        self->decisions[code] = hfs_publishers_lookup (self->publishers, hfs_query_get_attribution (query),
                                                       g_ptr_array_index (self->facet->keys, code));
      }
  g_qsort_with_data (self->order, (int) self->n_accounts, sizeof *self->order, compare_codes, self);
  return g_steal_pointer (&self);
}

/**
 * hfs_publisher_ranking_ref:
 *
 * Returns: (transfer full): one more reference
 */
HfsPublisherRanking *
hfs_publisher_ranking_ref (HfsPublisherRanking *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * hfs_publisher_ranking_unref:
 *
 * Gives a reference up.
 */
void
hfs_publisher_ranking_unref (HfsPublisherRanking *self)
{
  g_atomic_rc_box_release_full (self, ranking_clear);
}

/**
 * hfs_publisher_ranking_get_account:
 * @place: 0 for the first
 *
 * Returns: (transfer none): the account
 */
const char *
hfs_publisher_ranking_get_account (const HfsPublisherRanking *self,
                                   guint                      place)
{
  return g_ptr_array_index (self->facet->keys, self->order[place]);
}

/* Inline, as there is one for each letter of each name. */
static inline char
make_small (char letter)
{
  return letter >= 'A' && letter <= 'Z' ? (char) (letter | 0x20) : letter;
}

/* Whether @text holds @small, which is in small letters. Accounts are plain ASCII. */
static gboolean
holds (const char *text,
       const char *small)
{
  for (; *text != '\0'; text++)
    {
      gsize i = 0;

      while (small[i] != '\0' && make_small (text[i]) == small[i])
        i++;
      if (small[i] == '\0')
        return TRUE;
    }
  return FALSE;
}

/* For each code whether its account, or the name that people know it by, holds @small: in the order of the codes, as the
 * accounts are in memory. */
static guint8 *
find_codes (HfsPublisherRanking *self,
            const char          *small)
{
  guint8 *found = g_malloc (MAX (self->facet->keys->len, 1));

  for (guint code = 0; code < self->facet->keys->len; code++)
    {
      const HfsPublisher *decision = self->decisions[code];

      found[code] = holds (g_ptr_array_index (self->facet->keys, code), small) ||
                    (decision != NULL && decision->name != NULL && holds (decision->name, small));
    }
  return found;
}

/**
 * hfs_publisher_ranking_search:
 * @text: what the account, or the name that people know it by, has to hold, in capital or small letters; not empty
 * @n_places: (out): how many places were found
 *
 * Returns: (transfer full) (array length=n_places): the places of the publishers found, in their order
 */
guint32 *
hfs_publisher_ranking_search (HfsPublisherRanking *self,
                              const char          *text,
                              guint               *n_places)
{
  g_autofree char *small = g_ascii_strdown (text, -1);
  g_autofree guint8 *found = find_codes (self, small);
  guint32 *places = g_new (guint32, MAX (self->n_accounts, 1));

  *n_places = 0;
  for (guint i = 0; i < self->n_accounts; i++)
    if (found[self->order[i]])
      places[(*n_places)++] = i;
  return places;
}
