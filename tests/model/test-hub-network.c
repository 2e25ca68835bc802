/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-client.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#define PAGE "[{\"_id\":\"64f5fd954d3b1dd311d30e28\",\"id\":\"acorn/oak\",\"downloads\":7}]"
#define TOKEN "hf_secretOfTheTest"

/* A server on loopback, and what it was asked for. */
typedef struct
{
  SoupServer *server;
  char *address;             /* without a slash at its end */
  char *location;            /* where it sends the client, if it does */
  GPtrArray *asked;          /* (element-type utf8): host, and a word for the token */
  HfsHubClient *client;
  HfsHubPage *page;
  GError *error;
  gboolean is_done;
} Fixture;

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  Fixture *fixture = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *token = soup_message_headers_get_one (headers, "Authorization");

  g_ptr_array_add (fixture->asked, g_strdup_printf ("%s %s", soup_message_headers_get_one (headers, "Host"),
                                                    token ? "token" : "no token"));
  if (fixture->location != NULL)
    soup_server_message_set_redirect (message, SOUP_STATUS_TEMPORARY_REDIRECT, fixture->location);
  else
    {
      soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
      soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, PAGE, strlen (PAGE));
    }
}

static guint
listen_on_loopback (Fixture         *fixture,
                    GTlsCertificate *certificate)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;
  guint port;

  fixture->asked = g_ptr_array_new_with_free_func (g_free);
  fixture->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (fixture->server, NULL, answer_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, 0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY | (certificate ? SOUP_SERVER_LISTEN_HTTPS : 0), &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  port = g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  fixture->address = g_strdup_printf ("%s://127.0.0.1:%u", certificate ? "https" : "http", port);
  return port;
}

static void
clear (Fixture *fixture)
{
  g_assert_finalize_object (fixture->client);
  soup_server_disconnect (fixture->server);
  g_object_unref (fixture->server);
  g_clear_object (&fixture->page);
  g_clear_error (&fixture->error);
  g_ptr_array_unref (fixture->asked);
  g_free (fixture->address);
  g_free (fixture->location);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *next = NULL;
  guint n_requests;

  fixture->page = hfs_hub_client_fetch_finish (HFS_HUB_CLIENT (source), result, &next, &n_requests, &fixture->error);
  fixture->is_done = TRUE;
}

static void
fetch (Fixture    *fixture,
       const char *endpoint)
{
  g_autoptr (GError) error = NULL;

  fixture->client = hfs_hub_client_new (endpoint, TOKEN, &error);
  g_assert_no_error (error);
  hfs_hub_client_set_pace (fixture->client, 5, 1);
  hfs_hub_client_fetch_async (fixture->client, NULL, 10, NULL, fetched_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
}

/* A certificate that nobody vouches for, made for this test alone. */
static GTlsCertificate *
make_certificate (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *key = g_build_filename (folder, "key.pem", NULL), *file = g_build_filename (folder, "cert.pem", NULL);
  g_autoptr (GSubprocess) openssl = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, error, "openssl", "req", "-x509", "-newkey",
    "rsa:2048", "-nodes", "-keyout", key, "-out", file, "-days", "2", "-subj", "/CN=127.0.0.1", NULL);
  GTlsCertificate *certificate = NULL;

  if (openssl != NULL && g_subprocess_wait_check (openssl, NULL, error))
    certificate = g_tls_certificate_new_from_files (file, key, error);
  g_unlink (key);
  g_unlink (file);
  g_rmdir (folder);
  return certificate;
}

static void
test_an_unknown_certificate_is_refused (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = make_certificate (&error);

  if (certificate == NULL)
    {
      g_test_skip (error->message);
      return;
    }
  listen_on_loopback (&fixture, certificate);
  fetch (&fixture, fixture.address);
  g_assert_error (fixture.error, HFS_HUB_ERROR, HFS_HUB_ERROR_TLS);
  g_assert_nonnull (strstr (fixture.error->message, "certificate"));
  g_assert_null (strstr (fixture.error->message, TOKEN));
  /* Nothing went over that connection. */
  g_assert_cmpuint (fixture.asked->len, ==, 0);
  clear (&fixture);
}

static void
test_a_redirect_elsewhere_is_not_followed (void)
{
  Fixture fixture = { 0 };
  guint port = listen_on_loopback (&fixture, NULL);

  /* The same server by another name: a client that went there would show in what it was asked for. */
  fixture.location = g_strdup_printf ("http://localhost:%u/api/models", port);
  fetch (&fixture, fixture.address);
  g_assert_error (fixture.error, HFS_HUB_ERROR, HFS_HUB_ERROR_ELSEWHERE);
  g_assert_cmpuint (fixture.asked->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (fixture.asked, 0), "127.0.0.1"));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (fixture.asked, 0), " token"));
  clear (&fixture);
}

/* The proxy of a system that has one for everything. */
#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GObject)

struct _TestResolver
{
  GObject parent_instance;
};

static char **
test_resolver_lookup (GProxyResolver  *resolver,
                      const char      *uri,
                      GCancellable    *cancellable,
                      GError         **error)
{
  const char *proxies[] = { g_getenv ("TEST_PROXY") ? g_getenv ("TEST_PROXY") : "direct://", NULL };

  return g_strdupv ((char **) proxies);
}

static void
test_resolver_lookup_async (GProxyResolver      *resolver,
                            const char          *uri,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_return_pointer (task, test_resolver_lookup (resolver, uri, NULL, NULL), (GDestroyNotify) g_strfreev);
}

static char **
test_resolver_lookup_finish (GProxyResolver  *resolver,
                             GAsyncResult    *result,
                             GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
test_resolver_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static void
test_resolver_iface_init (GProxyResolverInterface *iface)
{
  iface->is_supported = test_resolver_is_supported;
  iface->lookup = test_resolver_lookup;
  iface->lookup_async = test_resolver_lookup_async;
  iface->lookup_finish = test_resolver_lookup_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestResolver, test_resolver, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, test_resolver_iface_init))

static void
test_resolver_class_init (TestResolverClass *klass)
{
}

static void
test_resolver_init (TestResolver *self)
{
}

static void
test_the_proxy_of_the_system_is_used (void)
{
  Fixture fixture = { 0 };
  const HfsModelRow *rows;
  guint n_rows;

  listen_on_loopback (&fixture, NULL);
  g_setenv ("TEST_PROXY", fixture.address, TRUE);
  /* A host that does not exist: only a proxy can know it. */
  fetch (&fixture, "http://hub.invalid");
  g_unsetenv ("TEST_PROXY");
  g_assert_no_error (fixture.error);
  rows = hfs_hub_page_get_rows (fixture.page, &n_rows);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpstr (rows[0].id, ==, "acorn/oak");
  g_assert_cmpuint (fixture.asked->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (fixture.asked, 0), "hub.invalid"));
  clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "test", TRUE);
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("HF_HUB_OFFLINE");
  g_io_extension_point_register (G_PROXY_RESOLVER_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_PROXY_RESOLVER_EXTENSION_POINT_NAME, TEST_TYPE_RESOLVER, "test", 100);
  g_test_add_func ("/model/hub-network/an-unknown-certificate-is-refused", test_an_unknown_certificate_is_refused);
  g_test_add_func ("/model/hub-network/a-redirect-elsewhere-is-not-followed", test_a_redirect_elsewhere_is_not_followed);
  g_test_add_func ("/model/hub-network/the-proxy-of-the-system-is-used", test_the_proxy_of_the_system_is_used);
  return g_test_run ();
}
