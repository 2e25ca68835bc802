/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-newest.h"

/* Updates of a list, or of linked results, of which the newest wins. The number of the last one that was asked for is the list's own. */
typedef struct
{
  guint *newest;                /* of the list, which the task holds */
  guint number;
  const HfsNewestFuncs *funcs;
  HfsQuery *query;              /* (owned) */
} Update;

static void
update_free (Update *update)
{
  g_object_unref (update->query);
  g_free (update);
}

static gboolean
is_newest (const Update *update)
{
  return g_atomic_int_get (update->newest) == (int) update->number;
}

static void
return_overtaken (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "A newer update came.");
}

static void
find_in_thread (GTask        *task,
                gpointer      list,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Update *update = task_data;
  GError *error = NULL;
  gpointer found;

  if (g_task_return_error_if_cancelled (task))
    return;
  /* While it waited a newer one may have come: nobody will look at this one. */
  if (!is_newest (update))
    {
      return_overtaken (task);
      return;
    }
  found = update->funcs->find (list, update->query, &error);
  if (found != NULL)
    g_task_return_pointer (task, found, update->funcs->free);
  else
    g_task_return_error (task, error);
}

static void
found_cb (GObject      *list,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) outer = data;
  const Update *update = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found == NULL)
    {
      g_task_return_error (outer, error);
      return;
    }
  if (is_newest (update))
    {
      update->funcs->take (list, found);
      g_task_return_boolean (outer, TRUE);
    }
  else
    return_overtaken (outer);
  update->funcs->free (found);
}

/**
 * hfs_newest_update:
 * @list: (type GObject): what is updated
 * @newest: where @list keeps the number of its last update
 * @funcs: how
 * @query: what it is to hold
 *
 * Updates at once, and overtakes what is on its way. Blocks.
 *
 * Returns: whether the list is new; if not, @error is set and it is as before
 */
gboolean
hfs_newest_update (gpointer               list,
                   guint                 *newest,
                   const HfsNewestFuncs  *funcs,
                   HfsQuery              *query,
                   GError               **error)
{
  gpointer found = funcs->find (list, query, error);

  g_atomic_int_inc (newest);
  if (found == NULL)
    return FALSE;
  funcs->take (list, found);
  funcs->free (found);
  return TRUE;
}

/**
 * hfs_newest_update_async:
 * @list: (type GObject): what is updated
 * @newest: where @list keeps the number of its last update
 * @funcs: how
 * @query: what it is to hold
 *
 * Updates in a worker thread. The newest wins: an update that a later one overtakes ends with %G_IO_ERROR_CANCELLED and
 * changes nothing.
 */
void
hfs_newest_update_async (gpointer              list,
                         guint                *newest,
                         const HfsNewestFuncs *funcs,
                         HfsQuery             *query,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              data)
{
  GTask *outer = g_task_new (list, cancellable, callback, data);
  g_autoptr (GTask) task = g_task_new (list, cancellable, found_cb, outer);
  Update *update = g_new0 (Update, 1);

  g_task_set_source_tag (outer, hfs_newest_update_async);
  update->newest = newest;
  update->number = g_atomic_int_add (newest, 1) + 1;
  update->funcs = funcs;
  update->query = g_object_ref (query);
  g_task_set_task_data (task, update, (GDestroyNotify) update_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * hfs_newest_update_finish:
 *
 * Returns: whether the list is new, or %FALSE with @error set
 */
gboolean
hfs_newest_update_finish (gpointer       list,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, list), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
