/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-publisher-list.h"

#include "hfs-engine-private.h"
#include "hfs-newest.h"
#include "hfs-publisher-ranking.h"

/**
 * HfsPublisherItem:
 *
 * One publisher of a [class@PublisherList].
 */
struct _HfsPublisherItem
{
  GObject parent_instance;

  HfsPublisherRanking *ranking;  /* (owned) */
  guint place;
};

G_DEFINE_FINAL_TYPE (HfsPublisherItem, hfs_publisher_item, G_TYPE_OBJECT)

/**
 * HfsPublisherList:
 *
 * The publishers of a snapshot whose names hold a text, the largest value first, as a list that a view can scroll: a
 * [iface@Gio.ListModel] of [class@PublisherItem].
 *
 * The sums of all publishers are kept, so that a longer text costs no pass over the models. Belongs to the thread that
 * made it; the work of an update is done in another.
 */
struct _HfsPublisherList
{
  GObject parent_instance;

  HfsEngine *engine;             /* (owned) */
  HfsQuery *query;               /* (owned) (nullable) */
  HfsPublisherRanking *ranking;  /* (owned) (nullable): before the first update there is none */
  guint32 *places;               /* (owned) (nullable): NULL for all as they are */
  guint n_places;
  guint newest;                  /* number of the last update that was asked for */

  GMutex lock;                   /* of what is kept for the next update */
  HfsPublisherRanking *kept;     /* (owned) (nullable) */
  HfsFacets *kept_facets;        /* (owned) (nullable) */
  char *kept_for;                /* (owned) (nullable) */
};

/* What an update finds. */
typedef struct
{
  HfsQuery *query;               /* (owned) */
  HfsPublisherRanking *ranking;  /* (owned) (nullable) */
  guint32 *places;               /* (owned) (nullable) */
  guint n_places;
} Found;

static void
found_free (Found *found)
{
  g_clear_object (&found->query);
  g_clear_pointer (&found->ranking, hfs_publisher_ranking_unref);
  g_free (found->places);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static GType
get_item_type (GListModel *list)
{
  return HFS_TYPE_PUBLISHER_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return HFS_PUBLISHER_LIST (list)->n_places;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  HfsPublisherList *self = HFS_PUBLISHER_LIST (list);
  HfsPublisherItem *item;

  if (position >= self->n_places)
    return NULL;
  item = g_object_new (HFS_TYPE_PUBLISHER_ITEM, NULL);
  item->ranking = hfs_publisher_ranking_ref (self->ranking);
  item->place = self->places ? self->places[position] : position;
  return item;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsPublisherList, hfs_publisher_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hfs_publisher_item_finalize (GObject *object)
{
  hfs_publisher_ranking_unref (HFS_PUBLISHER_ITEM (object)->ranking);

  G_OBJECT_CLASS (hfs_publisher_item_parent_class)->finalize (object);
}

static void
hfs_publisher_item_class_init (HfsPublisherItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_publisher_item_finalize;
}

static void
hfs_publisher_item_init (HfsPublisherItem *self)
{
}

static void
hfs_publisher_list_finalize (GObject *object)
{
  HfsPublisherList *self = HFS_PUBLISHER_LIST (object);

  g_clear_pointer (&self->ranking, hfs_publisher_ranking_unref);
  g_clear_pointer (&self->kept, hfs_publisher_ranking_unref);
  g_clear_object (&self->kept_facets);
  g_free (self->kept_for);
  g_free (self->places);
  g_clear_object (&self->query);
  g_clear_object (&self->engine);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hfs_publisher_list_parent_class)->finalize (object);
}

static void
hfs_publisher_list_class_init (HfsPublisherListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_publisher_list_finalize;
}

static void
hfs_publisher_list_init (HfsPublisherList *self)
{
  g_mutex_init (&self->lock);
}

static guint
get_code (HfsPublisherItem *self)
{
  return self->ranking->order[self->place];
}

/**
 * hfs_publisher_item_get_account:
 *
 * Returns: (transfer none): the Hub account
 */
const char *
hfs_publisher_item_get_account (HfsPublisherItem *self)
{
  return hfs_publisher_ranking_get_account (self->ranking, self->place);
}

/**
 * hfs_publisher_item_get_decision:
 *
 * Returns: (transfer none) (nullable): where it is and of what kind; %NULL when nobody has classified it
 */
const HfsPublisher *
hfs_publisher_item_get_decision (HfsPublisherItem *self)
{
  return self->ranking->decisions[get_code (self)];
}

/**
 * hfs_publisher_item_get_value:
 *
 * Returns: what is counted of its models
 */
gint64
hfs_publisher_item_get_value (HfsPublisherItem *self)
{
  return self->ranking->sums->values[get_code (self)];
}

/**
 * hfs_publisher_item_get_models:
 *
 * Returns: how many models it has
 */
gint64
hfs_publisher_item_get_models (HfsPublisherItem *self)
{
  return self->ranking->sums->models[get_code (self)];
}

/**
 * hfs_publisher_item_get_rank:
 *
 * Returns: its place among all publishers, from 1
 */
guint
hfs_publisher_item_get_rank (HfsPublisherItem *self)
{
  return self->place + 1;
}

/**
 * hfs_publisher_list_new:
 *
 * Returns: (transfer full): a list without publishers until the first update
 */
HfsPublisherList *
hfs_publisher_list_new (HfsEngine *engine)
{
  HfsPublisherList *self = g_object_new (HFS_TYPE_PUBLISHER_LIST, NULL);

  self->engine = g_object_ref (engine);
  return self;
}

/**
 * hfs_publisher_list_get_query:
 *
 * Returns: (transfer none) (nullable): what the list answers; %NULL before the first update
 */
HfsQuery *
hfs_publisher_list_get_query (HfsPublisherList *self)
{
  return self->query;
}

/* The ranking for the query without its search, from before or new. */
static HfsPublisherRanking *
find_ranking (HfsPublisherList  *self,
              HfsFacets         *facets,
              HfsQuery          *query,
              GError           **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (HfsQuery) all = hfs_query_with (query, "search", NULL, NULL);
  g_autofree char *text = hfs_query_to_string (all);
  HfsPublisherRanking *ranking;

  if (self->kept != NULL && self->kept_facets == facets && g_strcmp0 (self->kept_for, text) == 0)
    return hfs_publisher_ranking_ref (self->kept);
  ranking = hfs_publisher_ranking_new (facets, all, error);
  if (ranking == NULL)
    return NULL;
  g_clear_pointer (&self->kept, hfs_publisher_ranking_unref);
  self->kept = hfs_publisher_ranking_ref (ranking);
  g_set_object (&self->kept_facets, facets);
  g_free (self->kept_for);
  self->kept_for = g_steal_pointer (&text);
  return ranking;
}

static gpointer
find (gpointer   list,
      HfsQuery  *query,
      GError   **error)
{
  HfsPublisherList *self = list;
  g_autoptr (Found) found = g_new0 (Found, 1);
  g_autoptr (HfsFacets) facets = hfs_engine_open (self->engine, hfs_query_get_snapshot (query), error);

  found->query = g_object_ref (query);
  found->ranking = facets ? find_ranking (self, facets, query, error) : NULL;
  if (found->ranking == NULL)
    return NULL;
  found->n_places = found->ranking->n_accounts;
  if (hfs_query_get_search (query) != NULL)
    found->places = hfs_publisher_ranking_search (found->ranking, hfs_query_get_search (query), &found->n_places);
  return g_steal_pointer (&found);
}

static void
take (gpointer list,
      gpointer data)
{
  HfsPublisherList *self = list;
  Found *found = data;
  guint n_before = self->n_places;

  g_set_object (&self->query, found->query);
  g_clear_pointer (&self->ranking, hfs_publisher_ranking_unref);
  self->ranking = g_steal_pointer (&found->ranking);
  g_free (self->places);
  self->places = g_steal_pointer (&found->places);
  self->n_places = found->n_places;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_places);
}

static const HfsNewestFuncs newest_funcs = { find, take, (GDestroyNotify) found_free };

/**
 * hfs_publisher_list_update:
 * @query: whose models, what is measured, and in its search what the publisher's name has to hold
 *
 * Finds the publishers. Blocks while a snapshot is opened.
 *
 * Returns: whether the list is new; if not, @error is set and it is as before
 */
gboolean
hfs_publisher_list_update (HfsPublisherList  *self,
                           HfsQuery          *query,
                           GError           **error)
{
  return hfs_newest_update (self, &self->newest, &newest_funcs, query, error);
}

/**
 * hfs_publisher_list_update_async:
 * @query: as in [method@PublisherList.update]
 *
 * Finds the publishers in a worker thread. The newest wins: an update that a later one overtakes ends
 * with %G_IO_ERROR_CANCELLED and changes nothing.
 */
void
hfs_publisher_list_update_async (HfsPublisherList    *self,
                                 HfsQuery            *query,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  hfs_newest_update_async (self, &self->newest, &newest_funcs, query, cancellable, callback, user_data);
}

/**
 * hfs_publisher_list_update_finish:
 *
 * Returns: whether the list is new, or %FALSE with @error set
 */
gboolean
hfs_publisher_list_update_finish (HfsPublisherList  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  return hfs_newest_update_finish (self, result, error);
}
