/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-engine-users.h"

#include "hfs-engine-private.h"
#include "hfs-unclassified.h"

/* Those of whom the Hub was asked before cost nothing, so more names are looked at than can be asked about. */
#define NAMES_FOR_EACH_REQUEST 4

/* A look-up under way. */
typedef struct
{
  HfsHubClient *client;     /* (owned) */
  HfsStore *store;          /* (owned) */
  guint budget;
  HfsAccountCounts counts;
} LookUp;

static void
look_up_free (gpointer data)
{
  LookUp *look_up = data;

  g_object_unref (look_up->client);
  g_clear_object (&look_up->store);
  g_free (look_up);
}

/**
 * hfs_engine_read_users:
 *
 * Lets the answers from the next one on know which publishers the Hub says are persons: individuals whose country is not
 * stated. For the main thread, or the one that made @self.
 *
 * Returns: whether the store could be read, also when there is none; if not, @error is set and nothing is changed
 */
gboolean
hfs_engine_read_users (HfsEngine  *self,
                       GError    **error)
{
  g_autoptr (HfsStore) store = hfs_archive_get_store (hfs_engine_get_archive (self));
  g_auto (GStrv) users = store ? hfs_store_list_accounts (store, HFS_ACCOUNT_USER, error) : NULL;

  if (store == NULL)
    return TRUE;
  if (users == NULL)
    return FALSE;
  if (*users != NULL)
    hfs_engine_take_publishers (self, hfs_publishers_new_with_users (hfs_engine_get_publishers (self),
                                                                     (const char * const *) users));
  return TRUE;
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HfsEngine *self = g_task_get_source_object (task);
  LookUp *look_up = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean good = hfs_account_lookup_finish (result, &look_up->counts, &error);

  /* What was answered before something went wrong counts as well. */
  if (look_up->counts.users > 0 && hfs_engine_read_users (self, NULL))
    hfs_archive_changed (hfs_engine_get_archive (self));
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  char **names = hfs_unclassified_list (source, HFS_SNAPSHOT_LATEST, GPOINTER_TO_UINT (data) * NAMES_FOR_EACH_REQUEST, &error);

  if (names != NULL)
    g_task_return_pointer (task, names, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LookUp *look_up = g_task_get_task_data (task);
  GError *error = NULL;
  g_auto (GStrv) names = g_task_propagate_pointer (G_TASK (result), &error);

  if (names == NULL)
    g_task_return_error (task, error);
  else if (*names == NULL || look_up->store == NULL)
    g_task_return_boolean (task, TRUE);
  else
    hfs_account_lookup_async (look_up->store, look_up->client, (const char * const *) names, look_up->budget,
                              g_task_get_cancellable (task), looked_up_cb, g_object_ref (task));
}

/**
 * hfs_engine_look_up_async:
 * @client: the Hub, with the user's token if there is one
 * @budget: how many requests it may take
 * @cancellable: (nullable): ends it; what was answered stays
 *
 * Asks the Hub whether the most downloaded publishers of the newest snapshot about whom nothing is decided are persons or
 * organisations. Persons count as individuals from then on; organisations are left to be classified by hand. Needs an
 * open store. For the main thread.
 */
void
hfs_engine_look_up_async (HfsEngine           *self,
                          HfsHubClient        *client,
                          guint                budget,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) job = g_task_new (self, cancellable, listed_cb, g_object_ref (task));
  LookUp *look_up = g_new0 (LookUp, 1);

  g_task_set_source_tag (task, hfs_engine_look_up_async);
  g_task_set_task_data (task, look_up, look_up_free);
  look_up->client = g_object_ref (client);
  look_up->store = hfs_archive_get_store (hfs_engine_get_archive (self));
  look_up->budget = budget;
  g_task_set_task_data (job, GUINT_TO_POINTER (budget), NULL);
  g_task_run_in_thread (job, list_thread);
}

/**
 * hfs_engine_look_up_finish:
 * @counts: (out) (optional): how it went
 *
 * Returns: whether all went well; if not, @error is set to a [error@HubError], a [error@StoreError] or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
hfs_engine_look_up_finish (HfsEngine         *self,
                           GAsyncResult      *result,
                           HfsAccountCounts  *counts,
                           GError           **error)
{
  if (counts != NULL)
    *counts = ((LookUp *) g_task_get_task_data (G_TASK (result)))->counts;
  return g_task_propagate_boolean (G_TASK (result), error);
}
