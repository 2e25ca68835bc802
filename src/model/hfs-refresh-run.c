/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-refresh-private.h"

#include "hfs-hub-address.h"
#include "hfs-store-run.h"

#include <glib/gi18n-lib.h>

/* For the whole Hub each request counts; the sizes of GGUF files are then read from the names. */
#define PAGE_SIZE 1000

/* How many pages without a model may follow each other. */
#define MAX_EMPTY 3

/* How a refresh goes from page to page: what is fetched, what is stored, and when it ends. */

/* One run. */
typedef struct
{
  gint64 depth;
  GCancellable *inner;        /* (owned): ends what is under way, by the user or after a failure */
  GCancellable *outer;        /* (owned) (nullable) */
  gulong outer_id;
  HfsStoreRun *run;           /* (owned) (nullable) */
  HfsHubPage *waiting;        /* (owned) (nullable): fetched while the last page is being stored */
  char *next;                 /* (owned) (nullable): behind the page fetched last */
  guint n_requests;           /* of the page fetched last */
  gint64 n_taken;             /* models of all pages given to the store */
  char *mark;                 /* (owned) (nullable): an earlier address, to know a circle by */
  guint n_since_mark;
  guint mark_length;
  guint n_empty;
  gboolean is_fetching;
  gboolean is_storing;
  gboolean is_whole;
  gboolean may_restart;       /* the first page asked for is not the first of the list */
  GError *error;              /* (owned) (nullable): the first that happened */
  HfsSnapshotInfo *info;      /* (owned) (nullable): the new snapshot */
} Run;

/* A page on its way into the store. */
typedef struct
{
  HfsStoreRun *run;           /* (owned) */
  HfsHubPage *page;           /* (owned) */
  HfsStorePage store_page;
  char *next;                 /* (owned) (nullable) */
} PageJob;

static void go_on (GTask *task);

static void
run_free (gpointer data)
{
  Run *run = data;

  if (run->outer_id != 0)
    g_cancellable_disconnect (run->outer, run->outer_id);
  g_clear_object (&run->outer);
  g_object_unref (run->inner);
  g_clear_object (&run->run);
  g_clear_object (&run->waiting);
  g_free (run->next);
  g_free (run->mark);
  g_clear_error (&run->error);
  g_clear_pointer (&run->info, hfs_snapshot_info_free);
  g_free (run);
}

static void
page_job_free (gpointer data)
{
  PageJob *job = data;

  g_object_unref (job->run);
  g_clear_object (&job->page);
  g_free (job->next);
  g_free (job);
}

static void
close_thread (GTask        *job,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  hfs_store_run_close (data);
  g_task_return_boolean (job, TRUE);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HfsRefresh *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);

  hfs_refresh_end (self);
  if (run->info != NULL)
    g_task_return_pointer (task, g_steal_pointer (&run->info), (GDestroyNotify) hfs_snapshot_info_free);
  else
    g_task_return_error (task, g_steal_pointer (&run->error));
}

/* Ends the run, once nothing of it is under way: first the store is made free for the next one. */
static void
end_run (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  g_autoptr (GTask) job = g_task_new (NULL, NULL, closed_cb, g_object_ref (task));

  g_task_set_task_data (job, g_object_ref (run->run), g_object_unref);
  g_task_run_in_thread (job, close_thread);
}

/* Keeps the first error, and ends what is under way because of it. */
static void
take_error (Run    *run,
            GError *error)
{
  if (run->error == NULL)
    run->error = error;
  else
    g_error_free (error);
  g_cancellable_cancel (run->inner);
}

static void
commit_thread (GTask        *job,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  HfsSnapshotInfo *info = hfs_store_run_commit (data, cancellable, &error);

  if (info != NULL)
    g_task_return_pointer (job, info, (GDestroyNotify) hfs_snapshot_info_free);
  else
    g_task_return_error (job, error);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->info = g_task_propagate_pointer (G_TASK (result), &error);
  if (run->info == NULL)
    take_error (run, error);
  end_run (task);
}

static void
commit (GTask *task)
{
  HfsRefresh *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  g_autoptr (GTask) job = g_task_new (NULL, run->inner, committed_cb, g_object_ref (task));

  hfs_refresh_note_commit (self);
  /* A snapshot that is there stays, even if the user cancels at that moment: the task has to say so. */
  g_task_set_check_cancellable (job, FALSE);
  g_task_set_task_data (job, g_object_ref (run->run), g_object_unref);
  g_task_run_in_thread (job, commit_thread);
}

static void
store_thread (GTask        *job,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  PageJob *page_job = data;
  GError *error = NULL;
  gboolean good = hfs_store_run_add (page_job->run, &page_job->store_page, &error);

  /* A page is a tree of many thousand nodes: to free it takes some milliseconds of a frame. */
  g_clear_object (&page_job->page);
  if (good)
    g_task_return_boolean (job, TRUE);
  else
    g_task_return_error (job, error);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HfsRefresh *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->is_storing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    take_error (run, error);
  hfs_refresh_note_stage (self, hfs_store_run_get_n_rows (run->run), hfs_store_run_get_n_skipped (run->run));
  go_on (task);
}

/* Gives the page that was fetched to the store, as far down as wanted. */
static void
store_page (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  g_autoptr (GTask) job = g_task_new (NULL, NULL, stored_cb, g_object_ref (task));
  PageJob *page_job = g_new0 (PageJob, 1);
  HfsStorePage *page = &page_job->store_page;
  guint n_rows;

  page_job->run = g_object_ref (run->run);
  page_job->page = g_steal_pointer (&run->waiting);
  page->rows = hfs_hub_page_get_rows (page_job->page, &n_rows);
  page->n_rows = n_rows;
  if (run->depth > 0)
    page->n_rows = MIN (n_rows, run->depth - run->n_taken);
  run->n_taken += page->n_rows;
  if (run->depth > 0 && run->n_taken >= run->depth && (run->next != NULL || page->n_rows < n_rows))
    g_clear_pointer (&run->next, g_free);
  else
    page->last = run->next == NULL;
  run->is_whole = page->last;
  page_job->next = g_strdup (run->next);
  page->next = page_job->next;
  page->n_requests = run->n_requests;
  page->n_skipped = hfs_hub_page_get_n_skipped (page_job->page);

  run->is_storing = TRUE;
  g_task_set_task_data (job, page_job, page_job_free);
  g_task_run_in_thread (job, store_thread);
}

/* Brent's way to find a circle: an address is kept for twice as many pages as the one before. */
static gboolean
is_circle (Run        *run,
           const char *next)
{
  if (g_strcmp0 (run->mark, next) == 0)
    return TRUE;
  if (run->n_since_mark++ >= run->mark_length)
    {
      g_free (run->mark);
      run->mark = g_strdup (next);
      run->mark_length = MAX (run->mark_length * 2, 1);
      run->n_since_mark = 0;
    }
  return FALSE;
}

static void
check_end (HfsRefresh *self,
           Run        *run)
{
  guint n_rows;

  hfs_hub_page_get_rows (run->waiting, &n_rows);
  run->n_empty = n_rows > 0 ? 0 : run->n_empty + 1;
  if (run->next != NULL &&
      (is_circle (run, run->next) || run->n_empty > MAX_EMPTY || run->n_taken > hfs_refresh_get_most (self)))
    take_error (run, hfs_hub_error_new (HFS_HUB_ERROR_ENDLESS, hfs_hub_client_get_host (hfs_refresh_get_client (self))));
}

/* An address that was kept from an earlier run may mean nothing to the Hub any more: then the run begins anew. */
static gboolean
restart (Run    *run,
         GError *error)
{
  if (!run->may_restart || !(g_error_matches (error, HFS_HUB_ERROR, HFS_HUB_ERROR_REFUSED) ||
                             g_error_matches (error, HFS_HUB_ERROR, HFS_HUB_ERROR_NOT_HUB)))
    return FALSE;
  run->may_restart = FALSE;
  run->n_taken = 0;
  g_clear_pointer (&run->next, g_free);
  return hfs_store_run_restart (run->run, NULL);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HfsRefresh *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->is_fetching = FALSE;
  g_clear_pointer (&run->next, g_free);
  run->waiting = hfs_hub_client_fetch_finish (hfs_refresh_get_client (self), result, &run->next, &run->n_requests, &error);
  if (run->waiting != NULL)
    {
      run->may_restart = FALSE;
      check_end (self, run);
    }
  else if (restart (run, error))
    g_error_free (error);
  else
    take_error (run, error);
  go_on (task);
}

static void
fetch (GTask *task)
{
  HfsRefresh *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  guint limit = run->depth > 0 && run->depth <= HFS_REFRESH_USUAL ? MIN (run->depth, HFS_HUB_MAX_WITH_GGUF) : PAGE_SIZE;

  run->is_fetching = TRUE;
  hfs_hub_client_fetch_async (hfs_refresh_get_client (self), run->next, limit, run->inner, fetched_cb, g_object_ref (task));
}

/* Begins whatever can be begun now. The first page has no address. */
static void
go_on (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  if (run->error == NULL && run->waiting != NULL && !run->is_storing)
    store_page (task);
  if (run->error == NULL && run->waiting == NULL && !run->is_fetching && !run->is_whole &&
      (run->depth == 0 || run->n_taken < run->depth))
    fetch (task);
  if (run->is_fetching || run->is_storing)
    return;
  if (run->error != NULL)
    end_run (task);
  else
    commit (task);
}

static void
begin_thread (GTask        *job,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  HfsRefresh *self = source;
  gint64 *depth = data;
  GError *error = NULL;
  HfsStoreRun *run = hfs_store_run_begin (hfs_refresh_get_store (self),
                                          hfs_hub_client_get_endpoint (hfs_refresh_get_client (self)), *depth,
                                          cancellable, &error);

  if (run != NULL)
    g_task_return_pointer (job, run, g_object_unref);
  else
    g_task_return_error (job, error);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  HfsRefresh *self = HFS_REFRESH (source);
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->run = g_task_propagate_pointer (G_TASK (result), &error);
  if (run->run == NULL)
    {
      hfs_refresh_end (self);
      g_task_return_error (task, error);
      return;
    }
  run->n_taken = hfs_store_run_get_n_rows (run->run);
  run->next = g_strdup (hfs_store_run_get_next (run->run));
  run->is_whole = hfs_store_run_is_whole (run->run);
  run->may_restart = run->next != NULL;
  hfs_refresh_note_stage (self, run->n_taken, hfs_store_run_get_n_skipped (run->run));
  go_on (task);
}

static void
cancelled_cb (GCancellable *outer,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

/**
 * hfs_refresh_run_async:
 * @depth: how many of the most downloaded models to fetch, %HFS_REFRESH_ALL for all
 * @cancellable: (nullable): stops the run; what is fetched waits for the next one
 *
 * Makes a new snapshot.
 */
void
hfs_refresh_run_async (HfsRefresh          *self,
                       gint64               depth,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) job = NULL;
  Run *run;

  if (!hfs_refresh_begin (self, depth))
    return;
  run = g_new0 (Run, 1);
  g_task_set_source_tag (task, hfs_refresh_run_async);
  g_task_set_task_data (task, run, run_free);
  run->depth = depth;
  run->inner = g_cancellable_new ();
  if (cancellable != NULL)
    {
      run->outer = g_object_ref (cancellable);
      run->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (run->inner),
                                             g_object_unref);
    }

  /* Making the staging area waits for the disk; a user who cancels does not. The run then closes by itself. */
  job = g_task_new (self, run->inner, begun_cb, g_object_ref (task));
  g_task_set_return_on_cancel (job, TRUE);
  g_task_set_task_data (job, g_memdup2 (&depth, sizeof depth), g_free);
  g_task_run_in_thread (job, begin_thread);
}

/**
 * hfs_refresh_run_finish:
 *
 * Returns: (transfer full) (nullable): the new snapshot; %NULL with @error set to a [error@HubError], a
 *   [error@StoreError] or %G_IO_ERROR_CANCELLED, and then the store is as it was
 */
HfsSnapshotInfo *
hfs_refresh_run_finish (HfsRefresh    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
