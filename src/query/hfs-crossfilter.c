/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-crossfilter.h"

#include "hfs-answer.h"
#include "hfs-cells.h"
#include "hfs-engine-private.h"
#include "hfs-result-private.h"
#include "hfs-selection.h"

#include <string.h>

/* One of the linked dimensions. */
typedef struct
{
  HfsDimensionId dimension;
  const HfsFacet *facet;   /* borrowed from the facets */
  guint32 *groups;         /* (owned): the code of the facet of each cell */
} Link;

struct _HfsCrossfilter
{
  guint n_links;
  Link *links;               /* (owned) */
  HfsFacets *facets;         /* (owned) (nullable) */
  char *cells_of;            /* (owned) (nullable): what the cells were made for */
  HfsCells *cells;           /* (owned) (nullable) */
  char *sums_of;             /* (owned) (nullable): what the sums were made for */
  HfsSums *sums;             /* (owned) (nullable): of each cell, the selections apart */
};

static void
clear_cells (HfsCrossfilter *self)
{
  g_clear_pointer (&self->sums, hfs_sums_free);
  g_clear_pointer (&self->sums_of, g_free);
  g_clear_pointer (&self->cells, hfs_cells_free);
  g_clear_pointer (&self->cells_of, g_free);
  for (guint i = 0; i < self->n_links; i++)
    g_clear_pointer (&self->links[i].groups, g_free);
  g_clear_object (&self->facets);
}

/**
 * hfs_crossfilter_new:
 * @dimensions: (array length=n_dimensions): what is linked: one or more different dimensions that can be filtered by
 *
 * Returns: (transfer full): the links, without cells until they are first asked for
 */
HfsCrossfilter *
hfs_crossfilter_new (const HfsDimensionId *dimensions,
                     guint                 n_dimensions)
{
  HfsCrossfilter *self = g_new0 (HfsCrossfilter, 1);

  self->n_links = n_dimensions;
  self->links = g_new0 (Link, n_dimensions);
  for (guint i = 0; i < n_dimensions; i++)
    self->links[i].dimension = dimensions[i];
  return self;
}

/**
 * hfs_crossfilter_free:
 *
 * Frees @self.
 */
void
hfs_crossfilter_free (HfsCrossfilter *self)
{
  clear_cells (self);
  g_free (self->links);
  g_free (self);
}

/**
 * hfs_crossfilter_get_n_links:
 *
 * Returns: how many dimensions are linked
 */
guint
hfs_crossfilter_get_n_links (HfsCrossfilter *self)
{
  return self->n_links;
}

/**
 * hfs_crossfilter_get_dimension:
 *
 * Returns: one of the linked dimensions
 */
HfsDimensionId
hfs_crossfilter_get_dimension (HfsCrossfilter *self,
                               guint           index)
{
  return self->links[index].dimension;
}

/* The query without the keys that linked results have no use for. */
static HfsQuery *
simplify (HfsQuery *query)
{
  g_autoptr (HfsQuery) alone = hfs_query_with (query, "compare", NULL, NULL);
  g_autoptr (HfsQuery) now = hfs_query_with (alone, "over", NULL, NULL);

  return hfs_query_with (now, "by", NULL, NULL);
}

/* The query without what is selected in linked dimensions: all models that may be counted. */
static HfsQuery *
without_selections (HfsCrossfilter *self,
                    HfsQuery       *query)
{
  g_autoptr (HfsQuery) plain = hfs_query_with_name (query, self->links[0].dimension);

  for (guint i = 0; i < self->n_links; i++)
    {
      HfsQuery *wider = hfs_query_with (plain, hfs_dimension_get (self->links[i].dimension)->filter, NULL, NULL);

      g_object_unref (plain);
      plain = wider;
    }
  return g_steal_pointer (&plain);
}

/* The code of the facet of each cell; sets of languages fall into fewer of them. */
static guint32 *
find_groups (const Link     *link,
             const HfsCells *cells,
             const guint32  *values,
             guint           n_rows)
{
  guint32 *groups = g_new (guint32, MAX (cells->n_cells, 1));

  if (link->dimension != HFS_DIMENSION_LANGUAGES)
    memcpy (groups, values, cells->n_cells * sizeof (guint32));
  else
    /* Any row of a cell has the group of the cell, so writing it for each row is right, if more often than needed. */
    for (guint row = 0; row < n_rows; row++)
      groups[hfs_column_get (cells->codes, row)] = hfs_column_get (link->facet->codes, row);
  return groups;
}

/* Finds the cells, unless they are there from before. */
static void
find_cells (HfsCrossfilter *self,
            HfsFacets      *facets,
            HfsQuery       *query)
{
  g_autofree char *cells_of = g_strdup_printf ("%d %d", hfs_query_get_attribution (query), hfs_query_get_credit (query));
  g_autofree HfsColumn *columns = g_new (HfsColumn, self->n_links);
  g_autofree guint *n_values = g_new (guint, self->n_links);
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (facets);
  guint n_rows = hfs_snapshot_get_n_models (snapshot);

  if (self->facets == facets && g_strcmp0 (self->cells_of, cells_of) == 0)
    return;
  clear_cells (self);
  self->facets = g_object_ref (facets);
  self->cells_of = g_steal_pointer (&cells_of);
  for (guint i = 0; i < self->n_links; i++)
    {
      Link *link = &self->links[i];

      link->facet = hfs_facets_get_for (facets, link->dimension, query);
      columns[i] = hfs_selection_get_column (facets, link->dimension, link->facet);
      n_values[i] = link->dimension == HFS_DIMENSION_LANGUAGES ? hfs_snapshot_get_n_language_sets (snapshot)
                                                               : link->facet->keys->len;
    }
  self->cells = hfs_cells_new (columns, n_values, self->n_links, n_rows);
  for (guint i = 0; i < self->n_links; i++)
    self->links[i].groups = find_groups (&self->links[i], self->cells, self->cells->values[i], n_rows);
}

/* Finds the sums of the cells, unless they are there from before. */
static gboolean
find_sums (HfsCrossfilter  *self,
           HfsQuery        *plain,
           GError         **error)
{
  g_autofree char *sums_of = hfs_query_to_string (plain);
  g_autofree guint8 *mask = NULL;
  HfsPopulation population = { NULL };

  if (self->sums != NULL && g_strcmp0 (self->sums_of, sums_of) == 0)
    return TRUE;
  if (!hfs_engine_find_population (self->facets, plain, 0, &population, error))
    return FALSE;
  mask = population.mask;
  g_clear_pointer (&self->sums, hfs_sums_free);
  g_free (self->sums_of);
  self->sums = hfs_grouping_sum (&population, self->cells->codes, self->cells->n_cells);
  self->sums_of = g_steal_pointer (&sums_of);
  return TRUE;
}

static void
add_cell (HfsSums       *sums,
          const Link    *link,
          const HfsSums *cells,
          guint          cell)
{
  sums->values[link->groups[cell]] += cells->values[cell];
  sums->models[link->groups[cell]] += cells->models[cell];
}

/* A cell that fails no selection counts everywhere; one that fails a single selection counts where that was made. */
static void
sum_cells (HfsCrossfilter    *self,
           guint8           **selected,
           HfsSums          **sums,
           HfsExploreTotals  *totals)
{
  for (guint cell = 0; cell < self->cells->n_cells; cell++)
    {
      guint n_failed = 0, failed = 0;

      if (self->sums->models[cell] == 0)
        continue;
      totals->whole += self->sums->values[cell];
      totals->whole_models += self->sums->models[cell];
      for (guint i = 0; i < self->n_links && n_failed < 2; i++)
        if (selected[i] != NULL && !selected[i][self->cells->values[i][cell]])
          {
            n_failed++;
            failed = i;
          }
      if (n_failed == 1)
        add_cell (sums[failed], &self->links[failed], self->sums, cell);
      if (n_failed > 0)
        continue;
      totals->value += self->sums->values[cell];
      totals->models += self->sums->models[cell];
      for (guint i = 0; i < self->n_links; i++)
        add_cell (sums[i], &self->links[i], self->sums, cell);
    }
}

static HfsResult *
make_result (HfsCrossfilter *self,
             HfsQuery       *query,
             const Link     *link,
             HfsSums        *sums)
{
  g_autoptr (HfsQuery) wider = hfs_query_with (query, hfs_dimension_get (link->dimension)->filter, NULL, NULL);
  g_autoptr (HfsQuery) named = hfs_query_with_name (wider, link->dimension);
  g_autofree char *top = hfs_query_get_top (query) > 0 ? g_strdup_printf ("%u", hfs_query_get_top (query)) : NULL;
  g_autoptr (HfsQuery) own = hfs_query_with (named, "top", top, NULL);
  HfsResult *result = hfs_engine_new_result (own, self->facets, NULL);
  g_autoptr (GArray) tallies = hfs_answer_tally (own, link->dimension, link->facet, sums, NULL, NULL);

  hfs_answer_finish (result, tallies);
  hfs_answer_add_facts (result, hfs_facets_get_publishers (self->facets));
  return result;
}

/* Finds which values of each linked column are selected; NULL where all are. */
static gboolean
find_selected (HfsCrossfilter  *self,
               HfsQuery        *query,
               guint8         **selected,
               GError         **error)
{
  for (guint i = 0; i < self->n_links; i++)
    {
      const char * const *keys = hfs_query_get_filter (query, self->links[i].dimension);

      if (keys == NULL)
        continue;
      selected[i] = hfs_selection_find_codes (self->facets, self->links[i].dimension, self->links[i].facet, keys, error);
      if (selected[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
answer_all (HfsCrossfilter    *self,
            HfsQuery          *query,
            guint8           **selected,
            HfsExploreTotals  *totals)
{
  g_autofree HfsSums **sums = g_new (HfsSums *, self->n_links);
  GPtrArray *results = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_links; i++)
    {
      sums[i] = g_new0 (HfsSums, 1);
      sums[i]->values = g_new0 (gint64, self->links[i].facet->keys->len);
      sums[i]->models = g_new0 (gint64, self->links[i].facet->keys->len);
    }
  *totals = (HfsExploreTotals) { 0 };
  sum_cells (self, selected, sums, totals);
  for (guint i = 0; i < self->n_links; i++)
    {
      g_ptr_array_add (results, make_result (self, query, &self->links[i], sums[i]));
      hfs_sums_free (sums[i]);
    }
  return results;
}

/**
 * hfs_crossfilter_answer:
 * @facets: of the snapshot that is asked about
 * @state: what is selected, counted and asked of; what it is about, divided by and compared with does not matter
 * @totals: (out): how much is selected, and of how much
 *
 * Answers the query once for each linked dimension. For one thread at a time.
 *
 * Returns: (transfer full) (nullable) (element-type HfsResult): the results in the order of the dimensions; %NULL with
 *   @error set when the snapshot does not state what is asked
 */
GPtrArray *
hfs_crossfilter_answer (HfsCrossfilter    *self,
                        HfsFacets         *facets,
                        HfsQuery          *state,
                        HfsExploreTotals  *totals,
                        GError           **error)
{
  g_autoptr (HfsQuery) query = simplify (state);
  g_autoptr (HfsQuery) plain = without_selections (self, query);
  g_autofree guint8 **selected = g_new0 (guint8 *, self->n_links);
  GPtrArray *results = NULL;

  find_cells (self, facets, query);
  if (find_sums (self, plain, error) && find_selected (self, query, selected, error))
    results = answer_all (self, query, selected, totals);
  for (guint i = 0; i < self->n_links; i++)
    g_free (selected[i]);
  return results;
}
