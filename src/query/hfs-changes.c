/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-changes.h"

#include "hfs-data-error.h"
#include "hfs-engine-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How far down the ranking models are compared one by one: below it most changes are chance. */
#define DEPTH 10000

/* A model is new in the top when it was not among so many before. */
#define TOP 100

/* So many changes of each kind are named. */
#define NAMED 5

/**
 * HfsChanges:
 *
 * What changed from one snapshot to a later one of like scope: new models in the top, the
 * biggest rises and falls, and the shares of countries and developer types. Immutable; any
 * thread may read it.
 */
struct _HfsChanges
{
  GObject parent_instance;

  HfsSnapshotInfo *snapshot; /* (owned) */
  HfsSnapshotInfo *before;   /* (owned) */
  gint64 depth;
  GPtrArray *changes;        /* (owned) (element-type HfsChange): by kind, the largest of a kind first */
};

/* What is asked for in a thread. */
typedef struct
{
  HfsEngine *engine;         /* (owned) */
  char *snapshot;            /* (owned) */
  char *before;              /* (owned) (nullable) */
} Request;

G_DEFINE_FINAL_TYPE (HfsChanges, hfs_changes, G_TYPE_OBJECT)

static void
change_free (gpointer data)
{
  HfsChange *change = data;

  g_free (change->key);
  g_free (change->label);
  g_free (change);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->engine);
  g_free (request->snapshot);
  g_free (request->before);
  g_free (request);
}

static void
hfs_changes_finalize (GObject *object)
{
  HfsChanges *self = HFS_CHANGES (object);

  g_clear_pointer (&self->snapshot, hfs_snapshot_info_free);
  g_clear_pointer (&self->before, hfs_snapshot_info_free);
  g_ptr_array_unref (self->changes);

  G_OBJECT_CLASS (hfs_changes_parent_class)->finalize (object);
}

static void
hfs_changes_class_init (HfsChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_changes_finalize;
}

static void
hfs_changes_init (HfsChanges *self)
{
  self->changes = g_ptr_array_new_with_free_func (change_free);
}

/* Whether a row is a change of this kind; a model that is not among those compared now may have any number. */
static gboolean
is_of_kind (const HfsResultRow *row,
            HfsChangeKind       kind)
{
  switch (kind)
    {
    case HFS_CHANGE_NEW:
      return row->kind == HFS_ROW_CLEAR && row->rank > 0 && row->rank <= TOP &&
        (row->before_rank == 0 || row->before_rank > TOP);
    case HFS_CHANGE_RISE:
      return row->kind == HFS_ROW_CLEAR && row->rank > 0 && row->before_rank > 0 && row->value > row->before;
    case HFS_CHANGE_FALL:
      return row->kind == HFS_ROW_CLEAR && row->rank > 0 && row->before_rank > 0 && row->value < row->before;
    case HFS_CHANGE_COUNTRY:
    case HFS_CHANGE_TYPE:
    case HFS_N_CHANGE_KINDS:
    default:
      return row->kind != HFS_ROW_OTHER && row->share != row->before_share;
    }
}

/* How large a change is, among those of its kind. */
static double
weigh (const HfsResultRow *row,
       HfsChangeKind       kind)
{
  switch (kind)
    {
    case HFS_CHANGE_NEW:
      return -(double) row->rank;
    case HFS_CHANGE_RISE:
    case HFS_CHANGE_FALL:
      return fabs ((double) row->value - (double) row->before);
    case HFS_CHANGE_COUNTRY:
    case HFS_CHANGE_TYPE:
    case HFS_N_CHANGE_KINDS:
    default:
      return fabs (row->share - row->before_share);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const HfsResultRow *left = *(HfsResultRow * const *) a, *right = *(HfsResultRow * const *) b;
  double x = weigh (left, GPOINTER_TO_UINT (user_data)), y = weigh (right, GPOINTER_TO_UINT (user_data));

  return x != y ? (x < y) - (x > y) : g_strcmp0 (left->key, right->key);
}

/* Old models had names without a publisher; under which account the Hub keeps them since, the tables say. */
static gboolean
is_renamed (const HfsResultRow *row,
            HfsFacets          *old_facets)
{
  const char *slash = strchr (row->key, '/');
  g_autofree char *publisher = slash ? g_strndup (row->key, (gsize) (slash - row->key)) : NULL, *owned = NULL;
  guint place;

  return slash != NULL && hfs_snapshot_find_model (hfs_facets_get_snapshot (old_facets), slash + 1, &place) &&
    g_strcmp0 (hfs_publishers_account_of (hfs_facets_get_publishers (old_facets), slash + 1, &owned), publisher) == 0;
}

static void
add_changes (HfsChanges    *self,
             HfsResult     *result,
             HfsFacets     *old_facets,
             HfsChangeKind  kind)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (is_of_kind (hfs_result_get_row (result, i), kind) &&
        (kind != HFS_CHANGE_NEW || !is_renamed (hfs_result_get_row (result, i), old_facets)))
      g_ptr_array_add (rows, (gpointer) hfs_result_get_row (result, i));
  g_ptr_array_sort_with_data (rows, compare_rows, GUINT_TO_POINTER (kind));
  for (guint i = 0; i < MIN (rows->len, NAMED); i++)
    {
      const HfsResultRow *row = g_ptr_array_index (rows, i);
      HfsChange *change = g_new (HfsChange, 1);

      *change = (HfsChange) { kind, g_strdup (row->key), g_strdup (row->label), row->before, row->value,
                              row->before_share, row->share, row->before_rank, row->rank };
      g_ptr_array_add (self->changes, change);
    }
}

static gboolean
compare_dimension (HfsChanges           *self,
                   HfsEngine            *engine,
                   const char           *text,
                   HfsFacets            *facets,
                   HfsFacets            *old_facets,
                   const HfsChangeKind  *kinds,
                   guint                 n_kinds,
                   GError              **error)
{
  g_autoptr (HfsQuery) query = hfs_query_parse (text, error);
  g_autoptr (HfsResult) result = query ? hfs_engine_answer (query, facets, old_facets, self->depth, error) : NULL;

  for (guint i = 0; result != NULL && i < n_kinds; i++)
    add_changes (self, result, old_facets, kinds[i]);
  return result != NULL;
}

static gboolean
compare (HfsChanges  *self,
         HfsEngine   *engine,
         GError     **error)
{
  static const HfsChangeKind of_models[] = { HFS_CHANGE_NEW, HFS_CHANGE_RISE, HFS_CHANGE_FALL };
  static const HfsChangeKind of_countries[] = { HFS_CHANGE_COUNTRY }, of_types[] = { HFS_CHANGE_TYPE };
  g_autoptr (HfsFacets) facets = hfs_engine_open (engine, self->snapshot->id, error);
  g_autoptr (HfsFacets) old_facets = facets ? hfs_engine_open (engine, self->before->id, error) : NULL;

  if (old_facets == NULL)
    return FALSE;
  self->depth = MAX (MIN (MIN (hfs_snapshot_info_get_depth (self->snapshot), hfs_snapshot_info_get_depth (self->before)),
                          DEPTH), 1);
  return
    compare_dimension (self, engine, "models", facets, old_facets, of_models, G_N_ELEMENTS (of_models), error) &&
    compare_dimension (self, engine, "countries", facets, old_facets, of_countries, G_N_ELEMENTS (of_countries), error) &&
    compare_dimension (self, engine, "developer-types", facets, old_facets, of_types, G_N_ELEMENTS (of_types), error);
}

/**
 * hfs_changes_new:
 * @snapshot: `latest`, an id or a date
 * @before: (nullable): the one to compare with; the last one of like scope if absent
 *
 * Finds what changed. Blocks while snapshots are opened.
 *
 * Returns: (transfer full) (nullable): the changes; %NULL with @error set, which is %HFS_DATA_ERROR_NOT_FOUND when
 *   there is no earlier snapshot of like scope
 */
HfsChanges *
hfs_changes_new (HfsEngine   *engine,
                 const char  *snapshot,
                 const char  *before,
                 GError     **error)
{
  g_autoptr (HfsChanges) self = g_object_new (HFS_TYPE_CHANGES, NULL);
  HfsArchive *archive = hfs_engine_get_archive (engine);
  g_autoptr (GError) local_error = NULL;

  self->snapshot = hfs_archive_find (archive, snapshot, error);
  if (self->snapshot == NULL)
    return NULL;
  self->before = before ? hfs_archive_find (archive, before, &local_error)
                        : hfs_engine_find_previous (engine, self->snapshot, &local_error);
  if (self->before == NULL && local_error == NULL)
    g_set_error_literal (&local_error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND,
                         _("There is no earlier snapshot like this one to compare with. After the next refresh there is."));
  if (self->before == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return compare (self, engine, error) ? g_steal_pointer (&self) : NULL;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  HfsChanges *changes = hfs_changes_new (request->engine, request->snapshot, request->before, &error);

  if (changes != NULL)
    g_task_return_pointer (task, changes, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hfs_changes_load_async:
 *
 * Finds what changed, as [ctor@Changes.new] does, in a worker thread.
 */
void
hfs_changes_load_async (HfsEngine           *engine,
                        const char          *snapshot,
                        const char          *before,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new (Request, 1);

  *request = (Request) { g_object_ref (engine), g_strdup (snapshot), g_strdup (before) };
  g_task_set_source_tag (task, hfs_changes_load_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * hfs_changes_load_finish:
 *
 * Returns: (transfer full) (nullable): the changes, or %NULL with @error set
 */
HfsChanges *
hfs_changes_load_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hfs_changes_get_snapshot:
 *
 * Returns: (transfer none): the later snapshot
 */
const HfsSnapshotInfo *
hfs_changes_get_snapshot (HfsChanges *self)
{
  return self->snapshot;
}

/**
 * hfs_changes_get_before:
 *
 * Returns: (transfer none): the earlier snapshot
 */
const HfsSnapshotInfo *
hfs_changes_get_before (HfsChanges *self)
{
  return self->before;
}

/**
 * hfs_changes_get_depth:
 *
 * Returns: how many of the most downloaded models of each were compared
 */
gint64
hfs_changes_get_depth (HfsChanges *self)
{
  return self->depth;
}

/**
 * hfs_changes_get_n:
 *
 * Returns: how many changes there are
 */
guint
hfs_changes_get_n (HfsChanges *self)
{
  return self->changes->len;
}

/**
 * hfs_changes_get:
 *
 * Returns: (transfer none): a change; they are in order of kind, the largest of a kind first
 */
const HfsChange *
hfs_changes_get (HfsChanges *self,
                 guint       index)
{
  return g_ptr_array_index (self->changes, index);
}
