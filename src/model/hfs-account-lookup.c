/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-account-lookup.h"

/* One look-up of many accounts, one after the other. */
typedef struct
{
  HfsStore *store;          /* (owned) */
  HfsHubClient *client;     /* (owned) */
  char **names;             /* (owned) */
  guint at;
  guint budget;             /* requests left */
  gboolean asks_for_user;   /* the second question about a name */
  HfsAccountKind answer;    /* on its way into the store */
  HfsAccountCounts counts;
} Lookup;

static void go_on (GTask *task);

static void
lookup_free (gpointer data)
{
  Lookup *lookup = data;

  g_object_unref (lookup->store);
  g_object_unref (lookup->client);
  g_strfreev (lookup->names);
  g_free (lookup);
}

static void
count (Lookup         *lookup,
       HfsAccountKind  kind)
{
  guint *counts[HFS_N_ACCOUNT_KINDS] = { &lookup->counts.users, &lookup->counts.organizations, &lookup->counts.none };

  ++*counts[kind];
  lookup->at++;
  lookup->asks_for_user = FALSE;
}

/* The store may have to wait for another program that writes; the main loop must not. */
static void
keep_thread (GTask        *job,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Lookup *lookup = data;
  GError *error = NULL;

  if (hfs_store_set_account (lookup->store, lookup->names[lookup->at], lookup->answer, &error))
    g_task_return_boolean (job, TRUE);
  else
    g_task_return_error (job, error);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  count (lookup, lookup->answer);
  go_on (task);
}

static void
keep (GTask          *task,
      HfsAccountKind  kind)
{
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr (GTask) job = g_task_new (NULL, NULL, kept_cb, g_object_ref (task));

  lookup->answer = kind;
  /* Nobody else touches the look-up until the job has ended, and the callback holds its task. */
  g_task_set_task_data (job, lookup, NULL);
  g_task_run_in_thread (job, keep_thread);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) document = hfs_hub_client_ask_finish (HFS_HUB_CLIENT (source), result, &error);
  gboolean is_absent = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  if (document == NULL && !is_absent)
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  if (is_absent && !lookup->asks_for_user)
    {
      lookup->asks_for_user = TRUE;
      go_on (task);
    }
  else
    keep (task, document == NULL ? HFS_ACCOUNT_NONE
                : lookup->asks_for_user ? HFS_ACCOUNT_USER : HFS_ACCOUNT_ORGANIZATION);
}

static void
ask (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  g_autofree char *name = g_uri_escape_string (lookup->names[lookup->at], NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("/api/%s/%s/overview", lookup->asks_for_user ? "users" : "organizations", name);

  lookup->budget--;
  lookup->counts.requests++;
  hfs_hub_client_ask_async (lookup->client, path, g_task_get_cancellable (task), answered_cb, g_object_ref (task));
}

/* Passes over the names that the store knows, and asks about the next one. */
static void
go_on (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  GError *error = NULL;

  while (lookup->names[lookup->at] != NULL && !lookup->asks_for_user)
    {
      HfsAccountKind kind;
      gboolean found;

      if (!hfs_store_get_account (lookup->store, lookup->names[lookup->at], &kind, &found, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      if (!found)
        break;
      count (lookup, kind);
    }
  if (lookup->names[lookup->at] != NULL && lookup->budget > 0)
    {
      ask (task);
      return;
    }
  lookup->counts.left = g_strv_length (lookup->names + lookup->at);
  g_task_return_boolean (task, TRUE);
}

/**
 * hfs_account_lookup_async:
 * @names: (array zero-terminated=1): accounts, the most downloaded first
 * @budget: how many requests it may take
 * @cancellable: (nullable): ends it; what was answered stays in the store
 *
 * Asks the Hub of each account whether it is a user or an organisation, and keeps the answer in
 * the store for half a year. Nothing else about an account is read or kept.
 */
void
hfs_account_lookup_async (HfsStore            *store,
                          HfsHubClient        *client,
                          const char * const  *names,
                          guint                budget,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Lookup *lookup = g_new0 (Lookup, 1);

  g_task_set_source_tag (task, hfs_account_lookup_async);
  g_task_set_task_data (task, lookup, lookup_free);
  lookup->store = g_object_ref (store);
  lookup->client = g_object_ref (client);
  lookup->names = g_strdupv ((char **) names);
  lookup->budget = budget;
  go_on (task);
}

/**
 * hfs_account_lookup_finish:
 * @counts: (out) (optional): how it went
 *
 * Returns: whether all went well; if not, @error is set to a [error@HubError], a [error@StoreError]
 *   or %G_IO_ERROR_CANCELLED
 */
gboolean
hfs_account_lookup_finish (GAsyncResult      *result,
                           HfsAccountCounts  *counts,
                           GError           **error)
{
  Lookup *lookup = g_task_get_task_data (G_TASK (result));

  if (counts != NULL)
    *counts = lookup->counts;
  return g_task_propagate_boolean (G_TASK (result), error);
}
