/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hub-visit.h"

#include <string.h>

#define LIST "/api/models?sort=downloads&limit=10"

typedef struct
{
  HfsTestHub *hub;
  SoupSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->hub = hfs_test_hub_new (50, 7);
  fixture->session = soup_session_new_with_options ("timeout", 2, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->hub);
}

static HubVisit *
visit_with (Fixture *fixture, HfsTestHubFault fault)
{
  hfs_test_hub_inject (fixture->hub, 0, 1, fault);
  return hub_visit (fixture->session, fixture->hub, LIST);
}

static void
assert_well_again (Fixture *fixture)
{
  g_autoptr (HubVisit) visit = hub_visit (fixture->session, fixture->hub, LIST);

  g_assert_cmpuint (visit->status, ==, 200);
  g_assert_cmpuint (hub_visit_get_n_rows (visit), ==, 10);
}

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    HfsTestHubFault fault;
    guint status;
    const char *rate; /* how RateLimit begins; NULL: it is not there */
    gboolean has_retry_after;
    gboolean is_html;
  } cases[] = {
    { HFS_TEST_HUB_FAULT_RATE_JSON, 429, "\"api\";r=0;t=2", FALSE, FALSE },
    { HFS_TEST_HUB_FAULT_RATE_HTML, 429, "\"api\";r=0;t=2", FALSE, TRUE },
    { HFS_TEST_HUB_FAULT_RATE_HIDDEN, 429, "\"api\";r=9999", FALSE, FALSE },
    { HFS_TEST_HUB_FAULT_RATE_RETRY_AFTER, 429, NULL, TRUE, FALSE },
    { HFS_TEST_HUB_FAULT_RATE_BARE, 429, NULL, FALSE, FALSE },
    { HFS_TEST_HUB_FAULT_BAD_EXPAND, 400, "\"api\";r=9999", FALSE, FALSE },
    { HFS_TEST_HUB_FAULT_BAD_TOKEN, 401, "\"api\";r=9999", FALSE, FALSE },
    { HFS_TEST_HUB_FAULT_BAD_GATEWAY, 502, "\"api\";r=9999", FALSE, TRUE },
    { HFS_TEST_HUB_FAULT_UNAVAILABLE, 503, "\"api\";r=9999", FALSE, TRUE },
    { HFS_TEST_HUB_FAULT_GATEWAY_TIMEOUT, 504, "\"api\";r=9999", FALSE, TRUE },
    { HFS_TEST_HUB_FAULT_REQUEST_TIMEOUT, 408, "\"api\";r=9999", FALSE, FALSE },
    { HFS_TEST_HUB_FAULT_HTML, 200, "\"api\";r=9999", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HubVisit) visit = visit_with (fixture, cases[i].fault);
      const char *rate = hub_visit_get_header (visit, "RateLimit");

      g_test_message ("%s", hfs_test_hub_fault_get_name (cases[i].fault));
      g_assert_cmpuint (visit->status, ==, cases[i].status);
      if (cases[i].rate != NULL)
        g_assert_true (g_str_has_prefix (rate, cases[i].rate));
      else
        g_assert_null (rate);
      g_assert_cmpstr (hub_visit_get_header (visit, "Retry-After"), ==, cases[i].has_retry_after ? "2" : NULL);
      g_assert_true (g_str_has_prefix (hub_visit_get_header (visit, "Content-Type"),
                                       cases[i].is_html ? "text/html" : "application/json"));
      g_assert_true ((visit->root == NULL) == cases[i].is_html);
      assert_well_again (fixture);
    }
}

static void
test_redirects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HubVisit) once = visit_with (fixture, HFS_TEST_HUB_FAULT_REDIRECT);
  g_autoptr (HubVisit) round = visit_with (fixture, HFS_TEST_HUB_FAULT_REDIRECT_LOOP);
  g_autoptr (GPtrArray) requests = hfs_test_hub_get_requests (fixture->hub);
  const HfsTestHubRequest *first = g_ptr_array_index (requests, 0);
  const HfsTestHubRequest *second = g_ptr_array_index (requests, 1);

  g_assert_cmpuint (once->status, ==, 200);
  g_assert_cmpuint (hub_visit_get_n_rows (once), ==, 10);
  g_assert_cmpuint (first->status, ==, 307);
  g_assert_cmpint (first->fault, ==, HFS_TEST_HUB_FAULT_REDIRECT);
  g_assert_cmpuint (second->status, ==, 200);
  g_assert_cmpstr (second->query, ==, "sort=downloads&limit=10&moved=1");
  g_assert_error (round->error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_TOO_MANY_REDIRECTS);
  assert_well_again (fixture);
}

static void
test_slow (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (HubVisit) visit = NULL;
  g_autoptr (HubVisit) late = NULL;

  hfs_test_hub_set_delay (fixture->hub, 300);
  visit = visit_with (fixture, HFS_TEST_HUB_FAULT_SLOW);
  g_assert_cmpuint (hub_visit_get_n_rows (visit), ==, 10);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 300000);

  /* Later than the client waits; the Hub must survive its leaving, and stop while it waits. */
  hfs_test_hub_set_delay (fixture->hub, 2300);
  late = visit_with (fixture, HFS_TEST_HUB_FAULT_SLOW);
  g_assert_error (late->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_usleep (500000);
  assert_well_again (fixture);
}

static void
test_silence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HubVisit) hang = visit_with (fixture, HFS_TEST_HUB_FAULT_HANG);
  g_autoptr (HubVisit) stall = visit_with (fixture, HFS_TEST_HUB_FAULT_STALL);

  g_assert_error (hang->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_cmpuint (hang->status, ==, 0);
  g_assert_error (stall->error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_cmpuint (stall->status, ==, 200);
  assert_well_again (fixture);
}

static void
test_broken_bodies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HubVisit) drop = visit_with (fixture, HFS_TEST_HUB_FAULT_DROP);
  g_autoptr (HubVisit) close = visit_with (fixture, HFS_TEST_HUB_FAULT_DROP_CLOSE);
  g_autoptr (HubVisit) truncated = visit_with (fixture, HFS_TEST_HUB_FAULT_TRUNCATED);

  g_assert_error (drop->error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
  g_assert_cmpuint (drop->status, ==, 200);
  g_assert_null (close->root);
  g_assert_cmpint (soup_message_headers_get_content_length (soup_message_get_response_headers (close->message)) / 2,
                   ==, (goffset) g_bytes_get_size (close->body));
  g_assert_no_error (truncated->error);
  g_assert_null (truncated->root);
  g_assert_cmpint (soup_message_headers_get_content_length (soup_message_get_response_headers (truncated->message)),
                   ==, (goffset) g_bytes_get_size (truncated->body));
  assert_well_again (fixture);
}

static void
test_gzip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HubVisit) plain = hub_visit (fixture->session, fixture->hub, LIST);
  g_autoptr (HubVisit) packed = NULL;
  g_autoptr (SoupSession) simple = soup_session_new ();
  g_autoptr (HubVisit) unasked = NULL;

  hfs_test_hub_set_gzip (fixture->hub, TRUE);
  packed = hub_visit (fixture->session, fixture->hub, LIST);
  g_assert_cmpstr (hub_visit_get_header (packed, "Content-Encoding"), ==, "gzip");
  g_assert_true (g_bytes_equal (plain->body, packed->body));

  soup_session_remove_feature_by_type (simple, SOUP_TYPE_CONTENT_DECODER);
  unasked = hub_visit (simple, fixture->hub, LIST);
  g_assert_null (hub_visit_get_header (unasked, "Content-Encoding"));
  g_assert_true (g_bytes_equal (plain->body, unasked->body));
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HubVisit) elsewhere = visit_with (fixture, HFS_TEST_HUB_FAULT_OTHER_HOST);
  g_autoptr (HubVisit) odd_case = visit_with (fixture, HFS_TEST_HUB_FAULT_LINK_CASE);
  g_autoptr (HubVisit) relations = visit_with (fixture, HFS_TEST_HUB_FAULT_LINK_RELS);
  g_autoptr (HubVisit) plain = hub_visit (fixture->session, fixture->hub, LIST);
  g_autoptr (HubVisit) second = NULL;

  g_assert_true (g_str_has_prefix (elsewhere->next, "http://localhost:"));
  g_assert_cmpstr (odd_case->next, ==, plain->next);
  g_assert_cmpstr (relations->next, ==, plain->next);
  g_assert_nonnull (strstr (hub_visit_get_header (relations, "Link"), "rel=\"first\""));

  /* On the last page too there is a link, back to the second row. */
  hfs_test_hub_inject (fixture->hub, 0, 1, HFS_TEST_HUB_FAULT_LINK_LOOP);
  second = hub_visit (fixture->session, fixture->hub, "/api/models?sort=downloads&limit=50");
  {
    g_autoptr (HubVisit) back = hub_visit (fixture->session, fixture->hub, second->next);

    g_assert_cmpuint (hub_visit_get_n_rows (back), ==, 49);
    g_assert_cmpstr (json_object_get_string_member (hub_visit_get_row (back, 0), "_id"), ==,
                     json_object_get_string_member (hub_visit_get_row (second, 1), "_id"));
  }
}

/* What libsoup reads has lost its case: look at the bytes. */
static void
test_link_case_on_the_wire (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GDataInputStream) input = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;
  char *line;

  hfs_test_hub_inject (fixture->hub, 0, 1, HFS_TEST_HUB_FAULT_LINK_CASE);
  connection = g_socket_client_connect_to_uri (client, hfs_test_hub_get_uri (fixture->hub), 80, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)),
                             "GET " LIST " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                             strlen ("GET " LIST " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), NULL, NULL, &error);
  g_assert_no_error (error);
  input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  while (!found && (line = g_data_input_stream_read_line (input, NULL, NULL, NULL)) != NULL)
    {
      found = g_str_has_prefix (line, "lINK: <http://127.0.0.1:");
      g_free (line);
    }
  g_assert_true (found);
}

static void
test_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) endless = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  hfs_test_hub_inject (fixture->hub, 0, 0, HFS_TEST_HUB_FAULT_EMPTY_LAST);
  g_assert_cmpuint (hub_walk (fixture->session, fixture->hub, LIST, 30, exact), ==, 6);
  g_assert_cmpuint (exact->len, ==, 50);

  hfs_test_hub_clear_faults (fixture->hub);
  hfs_test_hub_inject (fixture->hub, 0, 0, HFS_TEST_HUB_FAULT_ENDLESS);
  g_assert_cmpuint (hub_walk (fixture->session, fixture->hub, LIST, 30, endless), ==, 30);
  for (guint i = 0; i < endless->len; i++)
    g_hash_table_add (set, g_ptr_array_index (endless, i));
  g_assert_cmpuint (g_hash_table_size (set), ==, 300);
}

static void
test_repeated_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  hfs_test_hub_inject (fixture->hub, 0, 1, HFS_TEST_HUB_FAULT_REPEATED_ROW);
  g_assert_cmpuint (hub_walk (fixture->session, fixture->hub, LIST, 30, ids), ==, 5);
  g_assert_cmpuint (ids->len, ==, 51);
  g_assert_cmpstr (g_ptr_array_index (ids, 9), ==, g_ptr_array_index (ids, 10));
}

static void
test_bad_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HubVisit) types = visit_with (fixture, HFS_TEST_HUB_FAULT_BAD_ROW);
  g_autoptr (HubVisit) values = visit_with (fixture, HFS_TEST_HUB_FAULT_BAD_VALUES);

  g_assert_cmpuint (hub_visit_get_n_rows (types), ==, 11);
  g_assert_cmpint (json_object_get_int_member (hub_visit_get_row (types, 5), "_id"), ==, 17);
  g_assert_cmpuint (hub_visit_get_n_rows (values), ==, 11);
  g_assert_cmpstr (json_object_get_string_member (hub_visit_get_row (values, 5), "id"), ==, "bad/values");
  assert_well_again (fixture);
}

static void
test_big_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HubVisit) huge = NULL;
  const char *padding;
  gsize length, longest = 0, depth = 0;
  const char *text;

  hfs_test_hub_set_huge (fixture->hub, 3);
  huge = visit_with (fixture, HFS_TEST_HUB_FAULT_HUGE);
  g_assert_cmpuint (hub_visit_get_n_rows (huge), ==, 10);
  padding = json_object_get_string_member (hub_visit_get_row (huge, 0), "padding");
  g_assert_cmpuint (strlen (padding), ==, 3 << 20);

  /* Not through a parser: this one is made to break parsers. */
  {
    g_autoptr (SoupMessage) message = NULL;
    g_autofree char *uri = g_strconcat (hfs_test_hub_get_uri (fixture->hub), LIST, NULL);
    g_autoptr (GBytes) body = NULL;

    hfs_test_hub_inject (fixture->hub, 0, 1, HFS_TEST_HUB_FAULT_DEEP);
    message = soup_message_new ("GET", uri);
    body = soup_session_send_and_read (fixture->session, message, NULL, NULL);
    text = g_bytes_get_data (body, &length);
    for (gsize i = 0; i < length; i++)
      {
        depth = text[i] == '[' ? depth + 1 : text[i] == ']' ? depth - 1 : depth;
        longest = MAX (longest, depth);
      }
  }
  g_assert_cmpuint (depth, ==, 0);
  g_assert_cmpuint (longest, >=, 100000);
}

static void
test_planning (Fixture *fixture, gconstpointer data)
{
  static const guint expected[] = { 200, 200, 503, 503, 502, 200, 429 };

  hfs_test_hub_inject (fixture->hub, 2, 2, HFS_TEST_HUB_FAULT_UNAVAILABLE);
  hfs_test_hub_inject (fixture->hub, 2, 1, HFS_TEST_HUB_FAULT_BAD_GATEWAY);
  hfs_test_hub_inject (fixture->hub, 6, 0, HFS_TEST_HUB_FAULT_RATE_BARE);
  /* Waits for a list, and none comes. */
  hfs_test_hub_inject (fixture->hub, 0, 1, HFS_TEST_HUB_FAULT_BAD_ROW);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (HubVisit) visit = hub_visit (fixture->session, fixture->hub, "/api/organizations/maker-2/overview");

      g_assert_cmpuint (visit->status, ==, expected[i]);
    }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  HfsTestHubFault back;

  for (HfsTestHubFault fault = 0; fault < HFS_TEST_HUB_N_FAULTS; fault++)
    {
      g_assert_true (hfs_test_hub_fault_from_name (hfs_test_hub_fault_get_name (fault), &back));
      g_assert_cmpint (back, ==, fault);
    }
  g_assert_false (hfs_test_hub_fault_from_name ("no-such-fault", &back));
}

static void
test_stop_in_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupMessage) message = NULL;
  g_autofree char *uri = g_strconcat (hfs_test_hub_get_uri (fixture->hub), LIST, NULL);
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  hfs_test_hub_set_delay (fixture->hub, 60000);
  hfs_test_hub_inject (fixture->hub, 0, 1, HFS_TEST_HUB_FAULT_SLOW);
  message = soup_message_new ("GET", uri);
  soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, cancellable, NULL, NULL);
  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_clear_pointer (&requests, g_ptr_array_unref);
      requests = hfs_test_hub_get_requests (fixture->hub);
    }
  while (requests->len == 0);

  hfs_test_hub_stop (fixture->hub);
  g_cancellable_cancel (cancellable);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

void
hub_add_fault_tests (void)
{
  add ("/hub/faults/statuses", test_statuses);
  add ("/hub/faults/redirects", test_redirects);
  add ("/hub/faults/slow", test_slow);
  add ("/hub/faults/silence", test_silence);
  add ("/hub/faults/broken-bodies", test_broken_bodies);
  add ("/hub/faults/gzip", test_gzip);
  add ("/hub/faults/links", test_links);
  add ("/hub/faults/link-case-on-the-wire", test_link_case_on_the_wire);
  add ("/hub/faults/ends", test_ends);
  add ("/hub/faults/repeated-row", test_repeated_row);
  add ("/hub/faults/bad-rows", test_bad_rows);
  add ("/hub/faults/big-pages", test_big_pages);
  add ("/hub/faults/planning", test_planning);
  add ("/hub/faults/names", test_names);
  add ("/hub/faults/stop-in-the-middle", test_stop_in_the_middle);
}
