/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-test-hub.h"

#include "hfs-hub-faults.h"
#include "hfs-hub-list.h"
#include "hfs-hub-quota.h"
#include "hfs-hub-request.h"
#include "hfs-hub-route.h"
#include "hfs-hub-wire.h"

#include <string.h>

/**
 * HfsTestHub:
 * @catalog: the server thread's own once it runs
 * @ready: where the thread tells that it listens
 * @lock: guards everything below it
 *
 * A Hub of invented models on 127.0.0.1, for tests and measurements.
 */
struct _HfsTestHub
{
  GObject parent_instance;

  HfsHubCatalog catalog;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GAsyncQueue *ready;

  GMutex lock;
  HfsHubFaults *faults;
  HfsHubQuota quota;
  GPtrArray *requests;
  guint delay;
  guint huge;
  gboolean gzip;
};

G_DEFINE_FINAL_TYPE (HfsTestHub, hfs_test_hub, G_TYPE_OBJECT)

/* What the handler needs, for as long as the thread lives. */
typedef struct
{
  HfsTestHub *hub;
  HfsHubWire *wire;
  guint n_requests;
} Service;

static HfsHubReply *
answer (HfsTestHub *self, const HfsTestHubRequest *request, gboolean used_up, guint delay)
{
  HfsHubReply *reply;

  if (used_up)
    return hfs_hub_refuse_rate ();
  if ((reply = hfs_hub_fault_make_reply (request->fault, request->path, request->query)) != NULL)
    return reply;
  reply = hfs_hub_route (&self->catalog, request);
  hfs_hub_fault_spoil (request->fault, reply, delay);
  return reply;
}

static void
handle_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Service *service = data;
  HfsTestHub *self = service->hub;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  HfsTestHubRequest *request = hfs_hub_request_new (message);
  HfsHubQuota quota;
  HfsHubReply *reply;
  gboolean used_up, gzip;
  g_autofree char *id = NULL;
  guint delay;

  g_mutex_lock (&self->lock);
  used_up = !hfs_hub_quota_spend (&self->quota);
  quota = self->quota;
  gzip = self->gzip;
  delay = self->delay;
  self->catalog.huge = self->huge;
  if (!used_up)
    request->fault = hfs_hub_faults_take (self->faults, strcmp (request->path, "/api/models") == 0,
                                          request->query != NULL && strstr (request->query, "cursor=") != NULL);
  g_mutex_unlock (&self->lock);

  reply = answer (self, request, used_up, delay);
  request->status = reply->status;
  hfs_hub_quota_tell (&quota, reply);
  if (gzip && soup_message_headers_header_contains (headers, "Accept-Encoding", "gzip"))
    hfs_hub_reply_compress (reply);

  id = g_strdup_printf ("Root=1-%08x-%024x", (guint) (quota.start / G_USEC_PER_SEC), ++service->n_requests);
  hfs_hub_reply_add_header (reply, "X-Request-Id", id);

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->requests, request);
  g_mutex_unlock (&self->lock);

  hfs_hub_wire_send (service->wire, message, reply);
}

static void
listen_locally (HfsTestHub *self, SoupServer *server)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  if (!soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error))
    g_error ("The test Hub could not listen on 127.0.0.1: %s", error->message);

  uris = soup_server_get_uris (server);
  self->catalog.port = (guint) g_uri_get_port (uris->data);
  self->catalog.uri = g_strdup_printf ("http://127.0.0.1:%u", self->catalog.port);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static gpointer
serve (gpointer data)
{
  HfsTestHub *self = data;
  g_autoptr (SoupServer) server = NULL;
  Service service = { .hub = self };

  g_main_context_push_thread_default (self->context);
  service.wire = hfs_hub_wire_new ();
  server = soup_server_new ("server-header", "HfsTestHub", NULL);
  soup_server_add_handler (server, NULL, handle_cb, &service, NULL);
  listen_locally (self, server);
  g_async_queue_push (self->ready, self);

  g_main_loop_run (self->loop);

  soup_server_disconnect (server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  hfs_hub_wire_free (service.wire);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
hfs_test_hub_dispose (GObject *object)
{
  hfs_test_hub_stop (HFS_TEST_HUB (object));

  G_OBJECT_CLASS (hfs_test_hub_parent_class)->dispose (object);
}

static void
hfs_test_hub_finalize (GObject *object)
{
  HfsTestHub *self = HFS_TEST_HUB (object);

  g_clear_pointer (&self->catalog.orders, hfs_hub_orders_free);
  g_clear_pointer (&self->catalog.rows, hfs_hub_rows_free);
  g_free (self->catalog.uri);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_async_queue_unref (self->ready);
  hfs_hub_faults_free (self->faults);
  g_ptr_array_unref (self->requests);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (hfs_test_hub_parent_class)->finalize (object);
}

static void
hfs_test_hub_class_init (HfsTestHubClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hfs_test_hub_dispose;
  object_class->finalize = hfs_test_hub_finalize;
}

static void
hfs_test_hub_init (HfsTestHub *self)
{
  g_mutex_init (&self->lock);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->ready = g_async_queue_new ();
  self->faults = hfs_hub_faults_new ();
  self->requests = g_ptr_array_new_with_free_func (hfs_hub_request_free);
  self->delay = 500;
  self->huge = 64;
  hfs_hub_quota_set (&self->quota, 1000000, 300);
}

/**
 * hfs_test_hub_new:
 * @n_models: how many models the Hub has
 * @seed: the same seed gives the same models
 *
 * Starts a Hub on a free port of 127.0.0.1, in a thread of its own; it listens when this returns.
 * From 20 models on every oddity of rows is among them, see #HfsHubOddity.
 *
 * Returns: (transfer full): the Hub
 */
HfsTestHub *
hfs_test_hub_new (guint n_models, guint64 seed)
{
  HfsTestHub *self = g_object_new (HFS_TYPE_TEST_HUB, NULL);

  self->catalog.rows = hfs_hub_rows_new (n_models, seed);
  self->catalog.orders = hfs_hub_orders_new (self->catalog.rows);
  self->thread = g_thread_new ("test-hub", serve, self);
  g_async_queue_pop (self->ready);
  return self;
}

/**
 * hfs_test_hub_get_uri:
 * @self: a Hub
 *
 * Returns: its address without a slash at the end, as for `HF_ENDPOINT`
 */
const char *
hfs_test_hub_get_uri (HfsTestHub *self)
{
  g_return_val_if_fail (HFS_IS_TEST_HUB (self), NULL);

  return self->catalog.uri;
}

/**
 * hfs_test_hub_stop:
 * @self: a Hub
 *
 * Ends the server, its thread and its connections. The log can still be read.
 */
void
hfs_test_hub_stop (HfsTestHub *self)
{
  g_autoptr (GSource) quit = NULL;

  g_return_if_fail (HFS_IS_TEST_HUB (self));

  if (self->thread == NULL)
    return;
  quit = g_idle_source_new ();
  g_source_set_callback (quit, quit_cb, self->loop, NULL);
  g_source_attach (quit, self->context);
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * hfs_test_hub_set_quota:
 * @self: a Hub
 * @quota: requests that each window allows, at first 1 000 000
 * @window_seconds: length of a window, at first 300
 *
 * Begins a new window with another quota. What goes beyond it is answered 429.
 */
void
hfs_test_hub_set_quota (HfsTestHub *self, guint quota, guint window_seconds)
{
  g_return_if_fail (HFS_IS_TEST_HUB (self));
  g_return_if_fail (window_seconds > 0);

  g_mutex_lock (&self->lock);
  hfs_hub_quota_set (&self->quota, quota, window_seconds);
  g_mutex_unlock (&self->lock);
}

/**
 * hfs_test_hub_set_delay:
 * @self: a Hub
 * @milliseconds: at first 500
 *
 * Sets how long %HFS_TEST_HUB_FAULT_SLOW takes.
 */
void
hfs_test_hub_set_delay (HfsTestHub *self, guint milliseconds)
{
  g_return_if_fail (HFS_IS_TEST_HUB (self));

  g_mutex_lock (&self->lock);
  self->delay = milliseconds;
  g_mutex_unlock (&self->lock);
}

/**
 * hfs_test_hub_set_huge:
 * @self: a Hub
 * @mebibytes: at first 64
 *
 * Sets how much %HFS_TEST_HUB_FAULT_HUGE adds to a page.
 */
void
hfs_test_hub_set_huge (HfsTestHub *self, guint mebibytes)
{
  g_return_if_fail (HFS_IS_TEST_HUB (self));

  g_mutex_lock (&self->lock);
  self->huge = mebibytes;
  g_mutex_unlock (&self->lock);
}

/**
 * hfs_test_hub_set_gzip:
 * @self: a Hub
 * @gzip: at first %FALSE
 *
 * Sets whether answers are packed for clients that accept gzip.
 */
void
hfs_test_hub_set_gzip (HfsTestHub *self, gboolean gzip)
{
  g_return_if_fail (HFS_IS_TEST_HUB (self));

  g_mutex_lock (&self->lock);
  self->gzip = gzip;
  g_mutex_unlock (&self->lock);
}

/**
 * hfs_test_hub_inject:
 * @self: a Hub
 * @after_n_requests: how many requests from now on are still answered well
 * @count: how many go wrong then, 0 for all
 * @fault: what goes wrong
 *
 * Plans a fault. Of several that are due the earliest planned is taken, so that faults with the same
 * @after_n_requests come one after the other. A request over the quota takes none.
 */
void
hfs_test_hub_inject (HfsTestHub *self, guint after_n_requests, guint count, HfsTestHubFault fault)
{
  g_return_if_fail (HFS_IS_TEST_HUB (self));
  g_return_if_fail (fault < HFS_TEST_HUB_N_FAULTS);

  g_mutex_lock (&self->lock);
  hfs_hub_faults_plan (self->faults, after_n_requests, count, fault);
  g_mutex_unlock (&self->lock);
}

/**
 * hfs_test_hub_clear_faults:
 * @self: a Hub
 *
 * Forgets all planned faults.
 */
void
hfs_test_hub_clear_faults (HfsTestHub *self)
{
  g_return_if_fail (HFS_IS_TEST_HUB (self));

  g_mutex_lock (&self->lock);
  hfs_hub_faults_clear (self->faults);
  g_mutex_unlock (&self->lock);
}

/**
 * hfs_test_hub_get_requests:
 * @self: a Hub
 *
 * Copies the log, in the order of the requests. A request is in it before its answer is sent.
 *
 * Returns: (transfer full) (element-type HfsTestHubRequest): the requests
 */
GPtrArray *
hfs_test_hub_get_requests (HfsTestHub *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (HFS_IS_TEST_HUB (self), NULL);

  copy = g_ptr_array_new_with_free_func (hfs_hub_request_free);
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->requests->len; i++)
    g_ptr_array_add (copy, hfs_hub_request_copy (g_ptr_array_index (self->requests, i)));
  g_mutex_unlock (&self->lock);
  return copy;
}

/**
 * hfs_test_hub_clear_requests:
 * @self: a Hub
 *
 * Empties the log.
 */
void
hfs_test_hub_clear_requests (HfsTestHub *self)
{
  g_return_if_fail (HFS_IS_TEST_HUB (self));

  g_mutex_lock (&self->lock);
  g_ptr_array_set_size (self->requests, 0);
  g_mutex_unlock (&self->lock);
}
