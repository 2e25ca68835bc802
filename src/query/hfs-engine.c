/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-engine-private.h"

#include "hfs-bundle.h"
#include "hfs-engine-users.h"
#include "hfs-overrides-file.h"

#include <glib/gi18n-lib.h>

/* Two to compare, and one that the reader comes back to. */
#define MAX_KEPT 3

/**
 * HfsEngine:
 *
 * Answers queries: finds the snapshot, filters it, groups it and makes the result. How it does that over
 * millions of models, and what bounds it, is in tests/bench/README.md.
 *
 * Keeps the snapshots that were asked about last, so that the next query on them is quick.
 * May be used from any thread.
 */
struct _HfsEngine
{
  GObject parent_instance;

  HfsArchive *archive;       /* (owned) */
  HfsPublishers *publishers; /* (owned) (locked) */
  GPtrArray *retired;        /* (owned) (element-type HfsPublishers) (locked): that workers may still read; each is small */
  GMutex lock;
  GQueue kept;               /* (owned) (element-type HfsFacets) (locked): the last used first */
};

G_DEFINE_FINAL_TYPE (HfsEngine, hfs_engine, G_TYPE_OBJECT)

static void
hfs_engine_finalize (GObject *object)
{
  HfsEngine *self = HFS_ENGINE (object);

  g_queue_clear_full (&self->kept, g_object_unref);
  g_clear_object (&self->archive);
  g_clear_object (&self->publishers);
  g_ptr_array_unref (self->retired);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hfs_engine_parent_class)->finalize (object);
}

static void
hfs_engine_class_init (HfsEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_engine_finalize;
}

static void
hfs_engine_init (HfsEngine *self)
{
  g_mutex_init (&self->lock);
  g_queue_init (&self->kept);
  self->retired = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hfs_engine_new:
 * @archive: where snapshots are found
 * @publishers: who is where and of what kind
 *
 * Returns: (transfer full): an engine
 */
HfsEngine *
hfs_engine_new (HfsArchive    *archive,
                HfsPublishers *publishers)
{
  HfsEngine *self = g_object_new (HFS_TYPE_ENGINE, NULL);

  self->archive = g_object_ref (archive);
  self->publishers = g_object_ref (publishers);
  return self;
}

/**
 * hfs_engine_new_bundled:
 *
 * Makes an engine over the data that come with the program. The user's own snapshots join them
 * when [method@Archive.set_store] puts them in.
 *
 * Returns: (transfer full) (nullable): an engine, or %NULL with @error set when the bundled data are broken
 */
HfsEngine *
hfs_engine_new_bundled (GError **error)
{
  g_autoptr (HfsSizeList) sizes = hfs_bundle_load_sizes (error);
  g_autoptr (HfsPublishers) publishers = sizes ? hfs_bundle_load_publishers (error) : NULL;
  g_autoptr (HfsArchive) archive = publishers ? hfs_archive_new (NULL, sizes) : NULL;

  return archive ? hfs_engine_new (archive, publishers) : NULL;
}

/**
 * hfs_engine_new_for_user:
 *
 * Makes an engine over the bundled data and, where there are any, the user's own snapshots and decisions about
 * publishers. Blocks.
 *
 * Returns: (transfer full) (nullable): an engine, or %NULL with @error set when these cannot be opened
 */
HfsEngine *
hfs_engine_new_for_user (GError **error)
{
  g_autoptr (HfsEngine) self = hfs_engine_new_bundled (error);
  g_autofree char *path = hfs_store_dup_default_path ();
  g_autoptr (HfsStore) store = NULL;

  if (self == NULL || !hfs_engine_read_overrides (self, error))
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&self);
  store = hfs_store_open (path, error);
  if (store == NULL)
    return NULL;
  hfs_archive_set_store (self->archive, store);
  return hfs_engine_read_users (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hfs_engine_read_overrides:
 *
 * Lets the attribution `mine` follow the decisions that the reader has kept on this computer. For the main thread, or
 * the one that made @self.
 *
 * Returns: whether that was possible, also when there are none; if not, @error is set and nothing is changed
 */
gboolean
hfs_engine_read_overrides (HfsEngine  *self,
                           GError    **error)
{
  g_autofree char *path = hfs_overrides_dup_default_path ();
  g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!hfs_overrides_load (overrides, path, NULL, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  hfs_engine_set_overrides (self, overrides);
  return TRUE;
}

/**
 * hfs_engine_set_overrides:
 * @overrides: the reader's decisions, as they are now
 *
 * Lets the attribution `mine` follow the reader from the next answer on.
 */
void
hfs_engine_set_overrides (HfsEngine    *self,
                          HfsOverrides *overrides)
{
  hfs_engine_take_publishers (self, hfs_publishers_new_with_overrides (hfs_engine_get_publishers (self), overrides));
}

/* Lets all answers from the next one on follow other tables. */
void
hfs_engine_take_publishers (HfsEngine     *self,
                            HfsPublishers *publishers)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_ptr_array_add (self->retired, self->publishers);
  self->publishers = publishers;
  g_queue_clear_full (&self->kept, g_object_unref);
}

/**
 * hfs_engine_get_archive:
 *
 * Returns: (transfer none): where snapshots are found
 */
HfsArchive *
hfs_engine_get_archive (HfsEngine *self)
{
  return self->archive;
}

/**
 * hfs_engine_get_publishers:
 *
 * Returns: (transfer none): who is where and of what kind; good as long as @self
 */
HfsPublishers *
hfs_engine_get_publishers (HfsEngine *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->publishers;
}

/* The facets of @snapshot, kept from before or new. */
HfsFacets *
hfs_engine_keep (HfsEngine   *self,
                 HfsSnapshot *snapshot)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  HfsFacets *facets = NULL;

  for (GList *link = self->kept.head; link != NULL && facets == NULL; link = link->next)
    if (hfs_facets_get_snapshot (link->data) == snapshot)
      {
        facets = link->data;
        g_queue_delete_link (&self->kept, link);
        break;
      }
  if (facets == NULL)
    facets = hfs_facets_new (snapshot, self->publishers);
  g_queue_push_head (&self->kept, facets);
  if (self->kept.length > MAX_KEPT)
    g_object_unref (g_queue_pop_tail (&self->kept));
  return g_object_ref (facets);
}

/* Opens the snapshot of @name with its facets. */
HfsFacets *
hfs_engine_open (HfsEngine   *self,
                 const char  *name,
                 GError     **error)
{
  g_autoptr (HfsSnapshot) snapshot = hfs_archive_load (self->archive, name, error);

  return snapshot ? hfs_engine_keep (self, snapshot) : NULL;
}

static gboolean
check_offered (HfsQuery  *query,
               GError   **error)
{
  HfsDimensionId by;

  if (!hfs_query_get_over_time (query) || (hfs_query_get_compare (query) == NULL && !hfs_query_get_by (query, &by)))
    return TRUE;
  g_set_error_literal (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
                       _("“over” goes neither with “compare” nor with “by”. Leave one of them out."));
  return FALSE;
}

/**
 * hfs_engine_run:
 *
 * Answers a query. Blocks while a snapshot is opened.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
HfsResult *
hfs_engine_run (HfsEngine  *self,
                HfsQuery   *query,
                GError    **error)
{
  const char *compare = hfs_query_get_compare (query);
  g_autoptr (HfsFacets) facets = NULL;
  g_autoptr (HfsFacets) old_facets = NULL;

  if (!check_offered (query, error))
    return NULL;
  if (hfs_query_get_over_time (query))
    return hfs_engine_answer_over_time (self, query, error);
  facets = hfs_engine_open (self, hfs_query_get_snapshot (query), error);
  if (facets == NULL)
    return NULL;
  if (compare != NULL && (old_facets = hfs_engine_open (self, compare, error)) == NULL)
    return NULL;
  return hfs_engine_answer (query, facets, old_facets, 0, error);
}

/**
 * hfs_engine_run_on:
 * @snapshot: what is asked about, whatever the query says
 * @before: (nullable): what it is compared with
 *
 * Answers a query about snapshots that the caller has.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
HfsResult *
hfs_engine_run_on (HfsEngine    *self,
                   HfsQuery     *query,
                   HfsSnapshot  *snapshot,
                   HfsSnapshot  *before,
                   GError      **error)
{
  g_autoptr (HfsFacets) facets = NULL;
  g_autoptr (HfsFacets) old_facets = NULL;

  if (!check_offered (query, error))
    return NULL;
  facets = hfs_engine_keep (self, snapshot);
  old_facets = before ? hfs_engine_keep (self, before) : NULL;
  return hfs_engine_answer (query, facets, old_facets, 0, error);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  HfsResult *result;

  if (g_task_return_error_if_cancelled (task))
    return;
  result = hfs_engine_run (source, task_data, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hfs_engine_run_async:
 *
 * Answers a query in a worker thread.
 */
void
hfs_engine_run_async (HfsEngine           *self,
                      HfsQuery            *query,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hfs_engine_run_async);
  g_task_set_task_data (task, g_object_ref (query), g_object_unref);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * hfs_engine_run_finish:
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
HfsResult *
hfs_engine_run_finish (HfsEngine     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
