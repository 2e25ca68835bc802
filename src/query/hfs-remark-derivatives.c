/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remarks-private.h"

#include "hfs-format.h"
#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>

/* Whose families the report compares; a company has several accounts. */
typedef struct
{
  const char *name;
  const char * const *accounts;
  gint64 n;
} Maker;

static const char * const of_qwen[] = { "Qwen", NULL };
static const char * const of_google[] = { "google", "google-bert", "google-t5", NULL };
static const char * const of_meta[] = { "meta-llama", "facebook", "FacebookAI", NULL };

typedef struct
{
  HfsFacets *facets;
  HfsPopulation models;
} Family;

static void
family_clear (Family *self)
{
  g_free (self->models.mask);
  g_clear_object (&self->facets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Family, family_clear)

static gboolean
family_open (Family     *self,
             HfsEngine  *engine,
             HfsQuery   *query,
             GError    **error)
{
  self->facets = hfs_engine_open (engine, hfs_query_get_snapshot (query), error);
  return self->facets != NULL && hfs_engine_find_population (self->facets, query, 0, &self->models, error);
}

/* Counts, for each maker, the models that are made over however many steps from one of theirs. There are few first models
 * where there are many models, so accounts are looked up for the first ones alone. */
static gint64
count_derived (HfsEngine *engine,
               Family    *family,
               Maker     *makers,
               guint      n_makers)
{
  HfsDictionary *names = hfs_snapshot_get_base_names (hfs_facets_get_snapshot (family->facets));
  HfsLineage *lineage = hfs_facets_get_lineage (family->facets);
  g_autofree gint64 *derived = g_new0 (gint64, MAX (hfs_dictionary_get_size (names), 1));
  gint64 n = 0;

  for (guint row = 0; row < family->models.n_rows; row++)
    {
      guint root = hfs_population_has (&family->models, row) ? hfs_lineage_get_root (lineage, row) : HFS_NO_WORD;

      if (root == HFS_NO_WORD)
        continue;
      derived[root]++;
      n++;
    }
  for (guint root = 0; root < hfs_dictionary_get_size (names); root++)
    {
      g_autofree char *owned = NULL;
      const char *account = derived[root] > 0
                            ? hfs_publishers_account_of (hfs_engine_get_publishers (engine), hfs_dictionary_get_word (names, root), &owned) : NULL;

      for (guint i = 0; account != NULL && i < n_makers; i++)
        if (g_strv_contains (makers[i].accounts, account))
          makers[i].n += derived[root];
    }
  return n;
}

/* Qwen against Google and Meta, as the report has it. */
HfsRemark *
hfs_remark_derivatives (HfsEngine  *engine,
                        HfsQuery   *query,
                        GError    **error)
{
  Maker makers[] = { { "Qwen", of_qwen, 0 }, { "Google", of_google, 0 }, { "Meta", of_meta, 0 } };
  g_auto (Family) family = { NULL };
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autoptr (HfsResult) result = NULL;
  g_autofree char *all = NULL;
  gint64 n;

  if (!family_open (&family, engine, query, error))
    return NULL;
  if (!hfs_remark_quote (remark, "spring-2026/derivatives-more", error))
    return NULL;
  n = count_derived (engine, &family, makers, G_N_ELEMENTS (makers));
  if (n == 0)
    {
      hfs_remark_say (remark, g_strdup (_("These data do not say what a model is made from. The data of the Hub do.")));
      return g_steal_pointer (&remark);
    }
  all = hfs_format_integer (n);
  hfs_remark_say (remark, g_strdup_printf (ngettext ("In these data %s model is made from another, perhaps over several steps.",
                                                     "In these data %s models are made from others, perhaps over several steps.", n), all));
  if (makers[0].n > makers[1].n + makers[2].n)
    hfs_remark_say (remark, g_strdup (_("Here too, Qwen has more than the two others together.")));
  else
    hfs_remark_say (remark, g_strdup (_("Here Qwen does not have more than the two others together.")));
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    hfs_remark_add_row (remark, NULL, makers[i].name, hfs_format_integer (makers[i].n), "publisher", makers[i].accounts[0]);
  result = hfs_remark_ask (engine, query, HFS_DIMENSION_FAMILIES, error, NULL);
  remark->scope = result ? hfs_result_dup_scope (result) : NULL;
  return result ? g_steal_pointer (&remark) : NULL;
}

typedef struct
{
  const char *key;
  gint64 value;
} Origin;

static int
compare_origins (gconstpointer a,
                 gconstpointer b)
{
  const Origin *x = a, *y = b;

  return x->value != y->value ? (x->value < y->value ? 1 : -1) : g_strcmp0 (x->key, y->key);
}

/* Sums what the derivatives among the models have, by the country of the first model; returns the sum of all. */
static gint64
sum_origins (Family   *family,
             HfsQuery *query,
             GArray   *origins)
{
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (family->facets);
  const HfsFacet *facet = hfs_facets_get (family->facets, HFS_DIMENSION_COUNTRIES, hfs_query_get_attribution (query), HFS_CREDIT_BASE);
  gint64 total = 0;

  for (guint i = 0; i < facet->keys->len; i++)
    {
      Origin origin = { g_ptr_array_index (facet->keys, i), 0 };

      g_array_append_val (origins, origin);
    }
  for (guint row = 0; row < family->models.n_rows; row++)
    if (hfs_population_has (&family->models, row) && hfs_snapshot_get_base_model (snapshot, row) != NULL)
      {
        gint64 value = hfs_population_value (&family->models, row);

        g_array_index (origins, Origin, hfs_column_get (facet->codes, row)).value += value;
        total += value;
      }
  g_array_sort (origins, compare_origins);
  return total;
}

/* From which countries the base models come that derivatives are made from. */
HfsRemark *
hfs_remark_base_countries (HfsEngine  *engine,
                           HfsQuery   *query,
                           GError    **error)
{
  g_auto (Family) family = { NULL };
  g_autoptr (HfsRemark) remark = hfs_remark_new ();
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  g_autoptr (HfsResult) result = NULL;
  gint64 total;

  if (!family_open (&family, engine, query, error))
    return NULL;
  total = sum_origins (&family, query, origins);
  if (total == 0)
    {
      hfs_remark_say (remark, g_strdup (_("These data do not say which models are made from which, so nothing can be said here about who depends on whom.")));
      return g_steal_pointer (&remark);
    }
  hfs_remark_say (remark, g_strdup (_("Of what the models have that are made from others, so much stands on first models from these countries.")));
  for (guint i = 0; i < MIN (origins->len, 8) && g_array_index (origins, Origin, i).value > 0; i++)
    {
      const Origin *origin = &g_array_index (origins, Origin, i);
      g_autofree char *label = hfs_dimension_dup_label (HFS_DIMENSION_COUNTRIES, origin->key);
      gboolean has_page = !hfs_dimension_is_unclear (HFS_DIMENSION_COUNTRIES, origin->key);

      hfs_remark_add_row (remark, NULL, label, hfs_format_share ((double) origin->value / total), has_page ? "country" : NULL,
                          has_page ? origin->key : NULL);
    }
  result = hfs_remark_ask (engine, query, HFS_DIMENSION_RELATIONS, error, NULL);
  remark->scope = result ? hfs_result_dup_scope (result) : NULL;
  return result ? g_steal_pointer (&remark) : NULL;
}
