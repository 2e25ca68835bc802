/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-refresh.h"

#include "hfs-store-run.h"

#include <glib/gi18n-lib.h>

#define PAGE_SIZE 1000

/* No Hub has as many models; a list that goes on behind is one without end. */
#define MAX_MODELS 20000000

/* How many pages without a model may follow each other. */
#define MAX_EMPTY 3

/**
 * HfsRefresh:
 *
 * Fetches the most downloaded models of a Hub into a new snapshot of the store.
 *
 * Pages are read and stored in worker threads, the next one being fetched while the last
 * is stored. What was in the store stays whatever happens, and a refresh that is broken off
 * goes on, within a day, where it stopped. Use it in one thread with a main loop; once
 * one run has ended another may begin.
 */
struct _HfsRefresh
{
  GObject parent_instance;

  HfsStore *store;            /* (owned) */
  HfsHubClient *client;       /* (owned) */
  gint64 most;                /* models; a longer list is one without end */

  gint64 fetched;
  gint64 expected;
  gint64 skipped;
  gint64 waiting_until;
  HfsHubWait wait_reason;
  char *message;              /* (owned) (nullable) */
  GSource *ticks;             /* (owned) (nullable): renews the message during a wait */
  gboolean is_running;
};

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

enum
{
  PROP_FETCHED = 1,
  PROP_EXPECTED,
  PROP_SKIPPED,
  PROP_WAITING_UNTIL,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HfsRefresh, hfs_refresh, G_TYPE_OBJECT)

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

static char *
describe_wait (HfsRefresh *self)
{
  gint64 left = MAX (self->waiting_until - g_get_monotonic_time () + G_USEC_PER_SEC - 1, 0) / G_USEC_PER_SEC;

  if (self->wait_reason == HFS_HUB_WAIT_QUOTA)
    return g_strdup_printf (_("The Hub asks for a pause. It goes on in %d:%02d minutes."), (int) (left / 60),
                            (int) (left % 60));
  return g_strdup_printf (ngettext ("The Hub did not answer properly. Trying again in %d second.",
                                    "The Hub did not answer properly. Trying again in %d seconds.", (int) left),
                          (int) left);
}

static char *
describe_progress (HfsRefresh *self)
{
  if (self->expected > 0)
    return g_strdup_printf (ngettext ("%'d of %'d model fetched", "%'d of %'d models fetched", (int) self->expected),
                            (int) self->fetched, (int) self->expected);
  return g_strdup_printf (ngettext ("%'d model fetched", "%'d models fetched", (int) self->fetched),
                          (int) self->fetched);
}

static void
set_message (HfsRefresh *self,
             char       *message)
{
  g_autofree char *owned = message;

  if (g_strcmp0 (self->message, owned) == 0)
    return;
  g_free (self->message);
  self->message = g_steal_pointer (&owned);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MESSAGE]);
}

static void
set_number (HfsRefresh *self,
            gint64     *field,
            gint64      value,
            guint       prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
stop_ticks (HfsRefresh *self)
{
  if (self->ticks != NULL)
    g_source_destroy (self->ticks);
  g_clear_pointer (&self->ticks, g_source_unref);
}

static gboolean
tick_cb (gpointer user_data)
{
  HfsRefresh *self = user_data;

  set_message (self, describe_wait (self));
  return G_SOURCE_CONTINUE;
}

static void
waiting_cb (HfsHubClient *client,
            gint64        until,
            guint         reason,
            HfsRefresh   *self)
{
  self->wait_reason = reason;
  self->waiting_until = until;
  set_message (self, until > 0 ? describe_wait (self) : describe_progress (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WAITING_UNTIL]);
  stop_ticks (self);
  if (until == 0)
    return;
  self->ticks = g_timeout_source_new_seconds (1);
  g_source_set_callback (self->ticks, tick_cb, self, NULL);
  g_source_attach (self->ticks, g_main_context_get_thread_default ());
}

static void
hfs_refresh_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  HfsRefresh *self = HFS_REFRESH (object);

  switch (prop_id)
    {
    case PROP_FETCHED:
      g_value_set_int64 (value, self->fetched);
      break;
    case PROP_EXPECTED:
      g_value_set_int64 (value, self->expected);
      break;
    case PROP_SKIPPED:
      g_value_set_int64 (value, self->skipped);
      break;
    case PROP_WAITING_UNTIL:
      g_value_set_int64 (value, self->waiting_until);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hfs_refresh_dispose (GObject *object)
{
  HfsRefresh *self = HFS_REFRESH (object);

  stop_ticks (self);
  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (hfs_refresh_parent_class)->dispose (object);
}

static void
hfs_refresh_class_init (HfsRefreshClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = hfs_refresh_get_property;
  object_class->dispose = hfs_refresh_dispose;

  /**
   * HfsRefresh:fetched:
   *
   * How many models are in the staging area.
   */
  props[PROP_FETCHED] = g_param_spec_int64 ("fetched", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * HfsRefresh:expected:
   *
   * How many models are wanted, 0 for all there are.
   */
  props[PROP_EXPECTED] = g_param_spec_int64 ("expected", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * HfsRefresh:skipped:
   *
   * How many rows of the Hub were bad.
   */
  props[PROP_SKIPPED] = g_param_spec_int64 ("skipped", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * HfsRefresh:waiting-until:
   *
   * Monotonic time in microseconds at which a wait ends, 0 while there is none.
   */
  props[PROP_WAITING_UNTIL] = g_param_spec_int64 ("waiting-until", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * HfsRefresh:message:
   *
   * What is going on, for readers; renewed every second of a wait.
   */
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
hfs_refresh_init (HfsRefresh *self)
{
  self->most = MAX_MODELS;
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

  stop_ticks (self);
  set_number (self, &self->waiting_until, 0, PROP_WAITING_UNTIL);
  self->is_running = FALSE;
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

  set_message (self, g_strdup (_("Putting the models together…")));
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
  set_number (self, &self->fetched, hfs_store_run_get_n_rows (run->run), PROP_FETCHED);
  set_number (self, &self->skipped, hfs_store_run_get_n_skipped (run->run), PROP_SKIPPED);
  if (self->waiting_until == 0)
    set_message (self, describe_progress (self));
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
      (is_circle (run, run->next) || run->n_empty > MAX_EMPTY || run->n_taken > self->most))
    take_error (run, hfs_hub_error_new (HFS_HUB_ERROR_ENDLESS, hfs_hub_client_get_host (self->client)));
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
  run->waiting = hfs_hub_client_fetch_finish (self->client, result, &run->next, &run->n_requests, &error);
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
  guint limit = run->depth > 0 ? MIN (run->depth, PAGE_SIZE) : PAGE_SIZE;

  run->is_fetching = TRUE;
  hfs_hub_client_fetch_async (self->client, run->next, limit, run->inner, fetched_cb, g_object_ref (task));
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
  HfsStoreRun *run = hfs_store_run_begin (self->store, hfs_hub_client_get_endpoint (self->client), *depth, cancellable,
                                          &error);

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
      self->is_running = FALSE;
      g_task_return_error (task, error);
      return;
    }
  run->n_taken = hfs_store_run_get_n_rows (run->run);
  run->next = g_strdup (hfs_store_run_get_next (run->run));
  run->is_whole = hfs_store_run_is_whole (run->run);
  run->may_restart = run->next != NULL;
  set_number (self, &self->fetched, run->n_taken, PROP_FETCHED);
  set_number (self, &self->skipped, hfs_store_run_get_n_skipped (run->run), PROP_SKIPPED);
  set_message (self, describe_progress (self));
  go_on (task);
}

static void
cancelled_cb (GCancellable *outer,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

/**
 * hfs_refresh_new:
 * @store: where the snapshot goes
 * @client: the Hub
 *
 * Returns: (transfer full): a refresh that has not begun
 */
HfsRefresh *
hfs_refresh_new (HfsStore     *store,
                 HfsHubClient *client)
{
  HfsRefresh *self = g_object_new (HFS_TYPE_REFRESH, NULL);

  self->store = g_object_ref (store);
  self->client = g_object_ref (client);
  g_signal_connect (client, "waiting", G_CALLBACK (waiting_cb), self);
  return self;
}

/**
 * hfs_refresh_set_most:
 * @most: a number of models
 *
 * Changes how many models a list may have before it counts as one without end: 20 million at first.
 */
void
hfs_refresh_set_most (HfsRefresh *self,
                      gint64      most)
{
  self->most = most;
}

/**
 * hfs_refresh_get_client:
 *
 * Returns: (transfer none): the Hub
 */
HfsHubClient *
hfs_refresh_get_client (HfsRefresh *self)
{
  return self->client;
}

/**
 * hfs_refresh_get_fetched:
 *
 * Returns: how many models are fetched
 */
gint64
hfs_refresh_get_fetched (HfsRefresh *self)
{
  return self->fetched;
}

/**
 * hfs_refresh_get_expected:
 *
 * Returns: how many models are wanted, 0 for all there are
 */
gint64
hfs_refresh_get_expected (HfsRefresh *self)
{
  return self->expected;
}

/**
 * hfs_refresh_get_skipped:
 *
 * Returns: how many rows of the Hub were bad
 */
gint64
hfs_refresh_get_skipped (HfsRefresh *self)
{
  return self->skipped;
}

/**
 * hfs_refresh_get_waiting_until:
 *
 * Returns: the monotonic time in microseconds at which the present wait ends, 0 when there is none
 */
gint64
hfs_refresh_get_waiting_until (HfsRefresh *self)
{
  return self->waiting_until;
}

/**
 * hfs_refresh_get_message:
 *
 * Returns: (transfer none) (nullable): what is going on, for readers
 */
const char *
hfs_refresh_get_message (HfsRefresh *self)
{
  return self->message;
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
  Run *run = g_new0 (Run, 1);

  g_return_if_fail (!self->is_running);

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
  self->is_running = TRUE;
  set_number (self, &self->fetched, 0, PROP_FETCHED);
  set_number (self, &self->skipped, 0, PROP_SKIPPED);
  set_number (self, &self->expected, depth, PROP_EXPECTED);
  set_message (self, g_strdup (_("Connecting…")));

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
