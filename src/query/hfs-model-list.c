/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-model-list.h"

#include "hfs-engine-private.h"

/**
 * HfsModelList:
 *
 * The models that a query lets through, the largest value first, as a list that a view can scroll: a
 * [iface@Gio.ListModel] of [class@ModelItem], which are made for the rows that are looked at.
 *
 * Ties are in the order of the snapshot: by downloads, then by id. Belongs to the thread that made it; the
 * work of an update is done in another.
 */
struct _HfsModelList
{
  GObject parent_instance;

  HfsEngine *engine;       /* (owned) */
  HfsSnapshot *snapshot;   /* (owned) (nullable): asked about whatever the query says */
  HfsQuery *query;         /* (owned) (nullable) */
  HfsFacets *facets;       /* (owned) (nullable): before the first update there are none */
  guint32 *rows;           /* (owned) (nullable): NULL for all rows as they are */
  guint n_rows;
  guint newest;            /* number of the last update that was asked for */
};

/* What an update finds. */
typedef struct
{
  HfsQuery *query;     /* (owned) */
  HfsFacets *facets;   /* (owned) (nullable) */
  guint32 *rows;       /* (owned) (nullable) */
  guint n_rows;
  guint number;
} Found;

static void
found_free (Found *found)
{
  g_clear_object (&found->query);
  g_clear_object (&found->facets);
  g_free (found->rows);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static GType
get_item_type (GListModel *list)
{
  return HFS_TYPE_MODEL_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return HFS_MODEL_LIST (list)->n_rows;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  HfsModelList *self = HFS_MODEL_LIST (list);

  if (position >= self->n_rows)
    return NULL;
  return hfs_model_item_new (self->facets, self->rows ? self->rows[position] : position,
                             hfs_query_get_attribution (self->query), hfs_query_get_credit (self->query));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsModelList, hfs_model_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hfs_model_list_finalize (GObject *object)
{
  HfsModelList *self = HFS_MODEL_LIST (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->snapshot);
  g_clear_object (&self->query);
  g_clear_object (&self->facets);
  g_free (self->rows);

  G_OBJECT_CLASS (hfs_model_list_parent_class)->finalize (object);
}

static void
hfs_model_list_class_init (HfsModelListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_model_list_finalize;
}

static void
hfs_model_list_init (HfsModelList *self)
{
}

/**
 * hfs_model_list_new:
 * @snapshot: (nullable): what is asked about; %NULL for the one that the query names
 *
 * Returns: (transfer full): a list without models until the first update
 */
HfsModelList *
hfs_model_list_new (HfsEngine   *engine,
                    HfsSnapshot *snapshot)
{
  HfsModelList *self = g_object_new (HFS_TYPE_MODEL_LIST, NULL);

  self->engine = g_object_ref (engine);
  g_set_object (&self->snapshot, snapshot);
  return self;
}

/**
 * hfs_model_list_get_query:
 *
 * Returns: (transfer none) (nullable): what the list answers; %NULL before the first update
 */
HfsQuery *
hfs_model_list_get_query (HfsModelList *self)
{
  return self->query;
}

/* The rows that are let through, in the order of the snapshot. */
static guint32 *
collect_rows (const HfsPopulation *population,
              guint               *n_rows)
{
  guint32 *rows = g_new (guint32, MAX (hfs_population_count (population), 1));

  *n_rows = 0;
  for (guint row = 0; row < population->n_rows; row++)
    if (hfs_population_has (population, row))
      rows[(*n_rows)++] = row;
  return rows;
}

/* Sorts rows by their value, the largest first, in turns of one byte from the lowest; rows of one value stay as they are. */
static guint32 *
sort_rows (const HfsPopulation *population,
           guint32             *rows,
           guint                n_rows)
{
  guint32 *from = rows, *to = g_new (guint32, MAX (n_rows, 1));

  for (guint shift = 0; shift < population->counts.width * 8; shift += 8)
    {
      guint places[257] = { 0 };
      guint32 *swapped = from;

      for (guint i = 0; i < n_rows; i++)
        places[256 - (hfs_population_value (population, from[i]) >> shift & 0xff)]++;
      for (guint i = 0; i < 256; i++)
        places[i + 1] += places[i];
      for (guint i = 0; i < n_rows; i++)
        to[places[255 - (hfs_population_value (population, from[i]) >> shift & 0xff)]++] = from[i];
      from = to;
      to = swapped;
    }
  g_free (to);
  return from;
}

static Found *
find (HfsModelList  *self,
      HfsQuery      *query,
      GError       **error)
{
  g_autoptr (Found) found = g_new0 (Found, 1);
  HfsMeasure measure = hfs_query_get_measure (query);
  HfsPopulation population = { NULL };
  g_autofree guint8 *mask = NULL;

  found->query = g_object_ref (query);
  found->facets = self->snapshot ? hfs_engine_keep (self->engine, self->snapshot)
                                 : hfs_engine_open (self->engine, hfs_query_get_snapshot (query), error);
  if (found->facets == NULL || !hfs_engine_find_population (found->facets, query, 0, &population, error))
    return NULL;
  mask = population.mask;
  found->n_rows = population.n_rows;
  if (mask == NULL && (measure == HFS_MEASURE_DOWNLOADS || measure == HFS_MEASURE_MODELS))
    return g_steal_pointer (&found);
  found->rows = collect_rows (&population, &found->n_rows);
  if (measure != HFS_MEASURE_DOWNLOADS && measure != HFS_MEASURE_MODELS)
    found->rows = sort_rows (&population, found->rows, found->n_rows);
  return g_steal_pointer (&found);
}

static void
take (HfsModelList *self,
      Found        *found)
{
  guint n_before = self->n_rows;

  g_set_object (&self->query, found->query);
  g_set_object (&self->facets, found->facets);
  g_free (self->rows);
  self->rows = g_steal_pointer (&found->rows);
  self->n_rows = found->n_rows;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_rows);
}

/**
 * hfs_model_list_update:
 * @query: which models, by its filters and search, in the order of its measure
 *
 * Finds the models. Blocks while a snapshot is opened.
 *
 * Returns: whether the list is new; if not, @error is set and it is as before
 */
gboolean
hfs_model_list_update (HfsModelList  *self,
                       HfsQuery      *query,
                       GError       **error)
{
  g_autoptr (Found) found = find (self, query, error);

  g_atomic_int_inc (&self->newest);
  if (found != NULL)
    take (self, found);
  return found != NULL;
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  HfsModelList *self = source;
  Found *wanted = task_data;
  GError *error = NULL;
  Found *found;

  /* While it waited a newer one may have come: nobody will look at this one. */
  if (g_atomic_int_get (&self->newest) != (int) wanted->number)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "A newer update came.");
      return;
    }
  found = find (self, wanted->query, &error);
  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) found_free);
  else
    g_task_return_error (task, error);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  HfsModelList *self = HFS_MODEL_LIST (source);
  g_autoptr (GTask) outer = user_data;
  Found *wanted = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  g_autoptr (Found) found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found == NULL)
    g_task_return_error (outer, error);
  else if (g_atomic_int_get (&self->newest) != (int) wanted->number)
    g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_CANCELLED, "A newer update came.");
  else
    {
      take (self, found);
      g_task_return_boolean (outer, TRUE);
    }
}

/**
 * hfs_model_list_update_async:
 * @query: as in [method@ModelList.update]
 *
 * Finds the models in a worker thread. The newest wins: an update that a later one overtakes ends
 * with %G_IO_ERROR_CANCELLED and changes nothing.
 */
void
hfs_model_list_update_async (HfsModelList        *self,
                             HfsQuery            *query,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) task = g_task_new (self, cancellable, on_found, outer);
  Found *wanted = g_new0 (Found, 1);

  g_task_set_source_tag (outer, hfs_model_list_update_async);
  wanted->query = g_object_ref (query);
  wanted->number = g_atomic_int_add (&self->newest, 1) + 1;
  g_task_set_task_data (task, wanted, (GDestroyNotify) found_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * hfs_model_list_update_finish:
 *
 * Returns: whether the list is new, or %FALSE with @error set
 */
gboolean
hfs_model_list_update_finish (HfsModelList  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
