/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-model-list.h"

#include "hfs-engine-private.h"
#include "hfs-newest.h"

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
  /* One more, as each row is written and only those that are let through are kept: no branch that is hard to foretell. */
  guint32 *rows = g_new (guint32, (gsize) hfs_population_count (population) + 1);
  guint n = 0;

  for (guint row = 0; row < population->n_rows; row++)
    {
      rows[n] = row;
      n += hfs_population_has (population, row);
    }
  *n_rows = n;
  return rows;
}

/* How often each byte has each value; in the order of the rows, as the values are in memory. */
static void
count_bytes (const HfsPopulation *population,
             const guint32       *rows,
             guint                n_rows,
             guint                counts[][256])
{
  for (guint i = 0; i < n_rows; i++)
    {
      gint64 value = hfs_population_value (population, rows[i]);

      for (guint byte = 0; byte < population->counts.width; byte++)
        counts[byte][value >> byte * 8 & 0xff]++;
    }
}

/* Puts rows in the order of one byte of their values, the largest first; those of one value stay as they are. */
static void
sort_by_byte (const HfsPopulation *population,
              const guint32       *from,
              guint32             *to,
              guint                n_rows,
              guint                byte,
              const guint         *counts)
{
  guint places[256];

  for (guint i = 256, place = 0; i > 0; i--)
    {
      places[i - 1] = place;
      place += counts[i - 1];
    }
  for (guint i = 0; i < n_rows; i++)
    to[places[hfs_population_value (population, from[i]) >> byte * 8 & 0xff]++] = from[i];
}

/* Sorts rows by their value, the largest first, in turns of one byte from the lowest; rows of one value stay as they are. */
static guint32 *
sort_rows (const HfsPopulation *population,
           guint32             *rows,
           guint                n_rows)
{
  guint counts[sizeof (gint64)][256] = { 0 };
  guint32 *from = rows, *to = g_new (guint32, MAX (n_rows, 1));

  count_bytes (population, rows, n_rows, counts);
  for (guint byte = 0; byte < population->counts.width && n_rows > 0; byte++)
    {
      guint32 *swapped = from;

      /* All rows have the same one. */
      if (counts[byte][hfs_population_value (population, from[0]) >> byte * 8 & 0xff] == n_rows)
        continue;
      sort_by_byte (population, from, to, n_rows, byte, counts[byte]);
      from = to;
      to = swapped;
    }
  g_free (to);
  return from;
}

static gpointer
find (gpointer   list,
      HfsQuery  *query,
      GError   **error)
{
  HfsModelList *self = list;
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
take (gpointer list,
      gpointer data)
{
  HfsModelList *self = list;
  Found *found = data;
  guint n_before = self->n_rows;

  g_set_object (&self->query, found->query);
  g_set_object (&self->facets, found->facets);
  g_free (self->rows);
  self->rows = g_steal_pointer (&found->rows);
  self->n_rows = found->n_rows;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_rows);
}

static const HfsNewestFuncs newest_funcs = { find, take, (GDestroyNotify) found_free };

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
  return hfs_newest_update (self, &self->newest, &newest_funcs, query, error);
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
  hfs_newest_update_async (self, &self->newest, &newest_funcs, query, cancellable, callback, user_data);
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
  return hfs_newest_update_finish (self, result, error);
}
