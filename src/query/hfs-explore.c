/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore.h"

#include "hfs-crossfilter.h"
#include "hfs-engine-private.h"
#include "hfs-newest.h"

/* All that an update finds. */
typedef struct
{
  HfsQuery *query;         /* (owned) */
  GPtrArray *results;      /* (owned) (nullable) (element-type HfsResult) */
  HfsExploreTotals totals;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_object (&answer->query);
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
 * is met by all.
 *
 * The getters belong to the thread that updates; the work may be done in any.
 */
struct _HfsExplore
{
  GObject parent_instance;

  HfsEngine *engine;         /* (owned) */
  HfsSnapshot *snapshot;     /* (owned) (nullable): asked about whatever the query says */
  HfsQuery *query;           /* (owned) (nullable): what the results answer */
  GPtrArray *results;        /* (owned) (element-type HfsResult) */
  HfsExploreTotals totals;   /* of what is selected, and of all there is to select from */
  guint newest;              /* number of the last update that was asked for */

  GMutex lock;
  HfsCrossfilter *filter;    /* (owned) (locked), but for what is linked */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsExplore, hfs_explore, G_TYPE_OBJECT)

static void
hfs_explore_finalize (GObject *object)
{
  HfsExplore *self = HFS_EXPLORE (object);

  g_clear_pointer (&self->filter, hfs_crossfilter_free);
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
  self->filter = hfs_crossfilter_new (dimensions, n_dimensions);
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
  return hfs_crossfilter_get_n_links (self->filter);
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
  g_return_val_if_fail (index < hfs_explore_get_n_results (self), HFS_DIMENSION_COUNTRIES);

  return hfs_crossfilter_get_dimension (self->filter, index);
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

/* Answers all linked queries. */
static gpointer
compute (gpointer   explore,
         HfsQuery  *query,
         GError   **error)
{
  HfsExplore *self = explore;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (HfsFacets) facets = self->snapshot
                                 ? hfs_engine_keep (self->engine, self->snapshot)
                                 : hfs_engine_open (self->engine, hfs_query_get_snapshot (query), error);
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (facets == NULL)
    return NULL;
  answer->query = g_object_ref (query);
  answer->results = hfs_crossfilter_answer (self->filter, facets, query, &answer->totals, error);
  return answer->results ? g_steal_pointer (&answer) : NULL;
}

/* Puts the results in. */
static void
take_answer (gpointer explore,
             gpointer found)
{
  HfsExplore *self = explore;
  Answer *answer = found;

  g_ptr_array_unref (self->results);
  self->results = g_steal_pointer (&answer->results);
  self->totals = answer->totals;
  g_set_object (&self->query, answer->query);
  g_signal_emit (self, signals[CHANGED], 0);
}

static const HfsNewestFuncs newest_funcs = { compute, take_answer, (GDestroyNotify) answer_free };

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
  return hfs_newest_update (self, &self->newest, &newest_funcs, query, error);
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
  hfs_newest_update_async (self, &self->newest, &newest_funcs, query, cancellable, callback, user_data);
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
  return hfs_newest_update_finish (self, result, error);
}
