/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore.h"

#include "hfs-answer.h"
#include "hfs-cells.h"
#include "hfs-engine-private.h"
#include "hfs-result-private.h"
#include "hfs-selection.h"

#include <string.h>

/* One of the linked results, as it is worked out. */
typedef struct
{
  HfsDimensionId dimension;
  const HfsFacet *facet;   /* borrowed from the facets */
  guint32 *groups;         /* (owned): the code of the facet of each cell */
} Link;

/* All that an update finds. */
typedef struct
{
  GPtrArray *results;      /* (owned) (element-type HfsResult) */
  HfsExploreTotals totals;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->results, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/**
 * HfsExplore:
 *
 * Linked results over one snapshot: each is filtered by what is selected in all the others, but not by its own.
 *
 * The state is one query: what is selected in a linked dimension is its filter there, any other filter
 * is met by all. Changing a selection costs one pass over the cells, the combinations of values that models
 * have in the linked dimensions, and not over the models.
 *
 * The getters belong to the thread that updates; the work may be done in any.
 */
struct _HfsExplore
{
  GObject parent_instance;

  HfsEngine *engine;         /* (owned) */
  HfsSnapshot *snapshot;     /* (owned) (nullable): asked about whatever the query says */
  guint n_links;
  HfsQuery *query;           /* (owned) (nullable): what the results answer */
  GPtrArray *results;        /* (owned) (element-type HfsResult) */
  HfsExploreTotals totals;   /* of what is selected, and of all there is to select from */
  guint newest;              /* number of the last update that was asked for */

  GMutex lock;               /* of all below */
  Link *links;               /* (owned) */
  HfsFacets *facets;         /* (owned) (nullable) */
  char *cells_of;            /* (owned) (nullable): what the cells were made for */
  HfsCells *cells;           /* (owned) (nullable) */
  char *sums_of;             /* (owned) (nullable): what the sums were made for */
  HfsSums *sums;             /* (owned) (nullable): of each cell, the selections apart */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsExplore, hfs_explore, G_TYPE_OBJECT)

static void
clear_cells (HfsExplore *self)
{
  g_clear_pointer (&self->sums, hfs_sums_free);
  g_clear_pointer (&self->sums_of, g_free);
  g_clear_pointer (&self->cells, hfs_cells_free);
  g_clear_pointer (&self->cells_of, g_free);
  for (guint i = 0; i < self->n_links; i++)
    g_clear_pointer (&self->links[i].groups, g_free);
  g_clear_object (&self->facets);
}

static void
hfs_explore_finalize (GObject *object)
{
  HfsExplore *self = HFS_EXPLORE (object);

  clear_cells (self);
  g_free (self->links);
  g_ptr_array_unref (self->results);
  g_clear_object (&self->query);
  g_clear_object (&self->snapshot);
  g_clear_object (&self->engine);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hfs_explore_parent_class)->finalize (object);
}

static void
hfs_explore_class_init (HfsExploreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_explore_finalize;

  /**
   * HfsExplore::changed:
   *
   * All results are new. Emitted in the thread that asked for the update.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hfs_explore_init (HfsExplore *self)
{
  g_mutex_init (&self->lock);
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hfs_explore_new:
 * @snapshot: (nullable): what is asked about; %NULL for the one that the query names
 * @dimensions: (array length=n_dimensions): what is linked: one or more different dimensions that can be filtered by
 *
 * Returns: (transfer full): linked results, none there until the first update
 */
HfsExplore *
hfs_explore_new (HfsEngine            *engine,
                 HfsSnapshot          *snapshot,
                 const HfsDimensionId *dimensions,
                 guint                 n_dimensions)
{
  HfsExplore *self = g_object_new (HFS_TYPE_EXPLORE, NULL);

  self->engine = g_object_ref (engine);
  g_set_object (&self->snapshot, snapshot);
  self->n_links = n_dimensions;
  self->links = g_new0 (Link, n_dimensions);
  for (guint i = 0; i < n_dimensions; i++)
    self->links[i].dimension = dimensions[i];
  return self;
}

/**
 * hfs_explore_get_n_results:
 *
 * Returns: how many results are linked
 */
guint
hfs_explore_get_n_results (HfsExplore *self)
{
  return self->n_links;
}

/**
 * hfs_explore_get_dimension:
 *
 * Returns: what the rows of a result are
 */
HfsDimensionId
hfs_explore_get_dimension (HfsExplore *self,
                           guint       index)
{
  g_return_val_if_fail (index < self->n_links, HFS_DIMENSION_COUNTRIES);

  return self->links[index].dimension;
}

/**
 * hfs_explore_get_query:
 *
 * Returns: (transfer none) (nullable): the query that the results answer, with all selections; %NULL before the first update
 */
HfsQuery *
hfs_explore_get_query (HfsExplore *self)
{
  return self->query;
}

/**
 * hfs_explore_get_result:
 *
 * Returns: (transfer none) (nullable): a result; its query is the one that gives the same answer alone. %NULL before the
 *   first update
 */
HfsResult *
hfs_explore_get_result (HfsExplore *self,
                        guint       index)
{
  return index < self->results->len ? g_ptr_array_index (self->results, index) : NULL;
}

/**
 * hfs_explore_get_totals:
 *
 * Returns: (transfer none): how much is selected, and of how much; all zero before the first update
 */
const HfsExploreTotals *
hfs_explore_get_totals (HfsExplore *self)
{
  return &self->totals;
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
without_selections (HfsExplore *self,
                    HfsQuery   *query)
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

/* Finds the cells, unless they are there from before. */
static void
find_cells (HfsExplore *self,
            HfsFacets  *facets,
            HfsQuery   *query)
{
  g_autofree char *cells_of = g_strdup_printf ("%d %d", hfs_query_get_attribution (query), hfs_query_get_credit (query));
  g_autofree HfsColumn *columns = g_new (HfsColumn, self->n_links);
  g_autofree guint *n_values = g_new (guint, self->n_links);
  HfsSnapshot *snapshot = hfs_facets_get_snapshot (facets);

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
  self->cells = hfs_cells_new (columns, n_values, self->n_links, hfs_snapshot_get_n_models (snapshot));
  for (guint i = 0; i < self->n_links; i++)
    {
      Link *link = &self->links[i];

      link->groups = g_new (guint32, MAX (self->cells->n_cells, 1));
      /* Any row of a cell has the group of the cell, so writing it for each row is right, if more often than needed. */
      for (guint row = 0; link->dimension == HFS_DIMENSION_LANGUAGES && row < hfs_snapshot_get_n_models (snapshot); row++)
        link->groups[hfs_column_get (self->cells->codes, row)] = hfs_column_get (link->facet->codes, row);
      if (link->dimension != HFS_DIMENSION_LANGUAGES)
        memcpy (link->groups, self->cells->values[i], self->cells->n_cells * sizeof (guint32));
    }
}

/* Finds the sums of the cells, unless they are there from before. */
static gboolean
find_sums (HfsExplore  *self,
           HfsQuery    *plain,
           GError     **error)
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
sum_cells (HfsExplore        *self,
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
make_result (HfsExplore *self,
             HfsQuery   *query,
             const Link *link,
             HfsSums    *sums)
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
find_selected (HfsExplore  *self,
               HfsQuery    *query,
               guint8     **selected,
               GError     **error)
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

static Answer *
answer_all (HfsExplore *self,
            HfsQuery   *query,
            guint8    **selected)
{
  g_autofree HfsSums **sums = g_new (HfsSums *, self->n_links);
  Answer *answer = g_new0 (Answer, 1);

  answer->results = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->n_links; i++)
    {
      sums[i] = g_new0 (HfsSums, 1);
      sums[i]->values = g_new0 (gint64, self->links[i].facet->keys->len);
      sums[i]->models = g_new0 (gint64, self->links[i].facet->keys->len);
    }
  sum_cells (self, selected, sums, &answer->totals);
  for (guint i = 0; i < self->n_links; i++)
    {
      g_ptr_array_add (answer->results, make_result (self, query, &self->links[i], sums[i]));
      hfs_sums_free (sums[i]);
    }
  return answer;
}

/* Answers all linked queries. */
static Answer *
compute (HfsExplore  *self,
         HfsQuery    *state,
         GError     **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (HfsQuery) query = simplify (state);
  g_autoptr (HfsQuery) plain = without_selections (self, query);
  g_autoptr (HfsFacets) facets = NULL;
  g_autofree guint8 **selected = g_new0 (guint8 *, self->n_links);
  Answer *answer = NULL;

  facets = self->snapshot ? hfs_engine_keep (self->engine, self->snapshot)
                          : hfs_engine_open (self->engine, hfs_query_get_snapshot (query), error);
  if (facets == NULL)
    return NULL;
  find_cells (self, facets, query);
  if (find_sums (self, plain, error) && find_selected (self, query, selected, error))
    answer = answer_all (self, query, selected);
  for (guint i = 0; i < self->n_links; i++)
    g_free (selected[i]);
  return answer;
}

/* Puts the results in. */
static void
take_answer (HfsExplore *self,
             HfsQuery   *query,
             Answer     *answer)
{
  g_ptr_array_unref (self->results);
  self->results = g_steal_pointer (&answer->results);
  self->totals = answer->totals;
  g_set_object (&self->query, query);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hfs_explore_update:
 * @query: the new state; what it is about, divided by and compared with does not matter
 *
 * Answers all linked queries. Blocks while a snapshot is opened.
 *
 * Returns: whether the results are new; if not, @error is set and they are as before
 */
gboolean
hfs_explore_update (HfsExplore  *self,
                    HfsQuery    *query,
                    GError     **error)
{
  g_autoptr (Answer) answer = compute (self, query, error);

  g_atomic_int_inc (&self->newest);
  if (answer != NULL)
    take_answer (self, query, answer);
  return answer != NULL;
}

/* An update on its way. */
typedef struct
{
  HfsQuery *query;   /* (owned) */
  guint number;
} Update;

static void
update_free (gpointer data)
{
  Update *update = data;

  g_object_unref (update->query);
  g_free (update);
}

static void
compute_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Update *update = task_data;
  GError *error = NULL;
  Answer *answer;

  /* While it waited a newer one may have come: nobody will look at this one. */
  if (g_atomic_int_get (&HFS_EXPLORE (source)->newest) != (int) update->number || g_task_return_error_if_cancelled (task))
    {
      if (!g_task_had_error (task))
        g_task_return_pointer (task, NULL, NULL);
      return;
    }
  answer = compute (source, update->query, &error);
  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) answer_free);
  else
    g_task_return_error (task, error);
}

static void
on_computed (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  HfsExplore *self = HFS_EXPLORE (source);
  g_autoptr (GTask) outer = user_data;
  Update *update = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (outer, error);
  else if (g_atomic_int_get (&self->newest) != (int) update->number || answer == NULL)
    g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_CANCELLED, "A newer update came.");
  else
    {
      take_answer (self, update->query, answer);
      g_task_return_boolean (outer, TRUE);
    }
}

/**
 * hfs_explore_update_async:
 * @query: as in [method@Explore.update]
 *
 * Answers all linked queries in a worker thread. The newest wins: an update that a later one
 * overtakes ends with %G_IO_ERROR_CANCELLED and changes nothing.
 */
void
hfs_explore_update_async (HfsExplore          *self,
                          HfsQuery            *query,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) task = g_task_new (self, cancellable, on_computed, outer);
  Update *update = g_new0 (Update, 1);

  g_task_set_source_tag (outer, hfs_explore_update_async);
  update->query = g_object_ref (query);
  update->number = g_atomic_int_add (&self->newest, 1) + 1;
  g_task_set_task_data (task, update, update_free);
  g_task_run_in_thread (task, compute_in_thread);
}

/**
 * hfs_explore_update_finish:
 *
 * Returns: whether the results are new, or %FALSE with @error set
 */
gboolean
hfs_explore_update_finish (HfsExplore    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
