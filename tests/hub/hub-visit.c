/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hub-visit.h"

#include <string.h>

/* Enough for a server that writes the relation last and nothing with ">" in an address. */
static char *
find_next (const char *link)
{
  const char *end = link != NULL ? strstr (link, ">; rel=\"next\"") : NULL;
  const char *start = end;

  while (start != NULL && start > link && *start != '<')
    start--;
  return end != NULL ? g_strndup (start + 1, (gsize) (end - start - 1)) : NULL;
}

HubVisit *
hub_visit_with_token (SoupSession *session, HfsTestHub *hub, const char *path, const char *token)
{
  HubVisit *visit = g_new0 (HubVisit, 1);
  g_autofree char *uri = g_strconcat (*path == '/' ? hfs_test_hub_get_uri (hub) : "", path, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text;

  visit->message = soup_message_new ("GET", uri);
  g_assert_nonnull (visit->message);
  if (token != NULL)
    {
      g_autofree char *value = g_strconcat ("Bearer ", token, NULL);

      soup_message_headers_append (soup_message_get_request_headers (visit->message), "Authorization", value);
    }
  visit->body = soup_session_send_and_read (session, visit->message, NULL, &visit->error);
  visit->status = soup_message_get_status (visit->message);
  visit->next = find_next (hub_visit_get_header (visit, "Link"));
  if (visit->body != NULL)
    {
      text = g_bytes_get_data (visit->body, &length);
      if (text != NULL && json_parser_load_from_data (parser, text, (gssize) length, NULL))
        visit->root = json_parser_steal_root (parser);
    }
  return visit;
}

HubVisit *
hub_visit (SoupSession *session, HfsTestHub *hub, const char *path)
{
  return hub_visit_with_token (session, hub, path, NULL);
}

void
hub_visit_free (HubVisit *visit)
{
  g_clear_object (&visit->message);
  g_clear_error (&visit->error);
  g_clear_pointer (&visit->body, g_bytes_unref);
  g_clear_pointer (&visit->root, json_node_unref);
  g_free (visit->next);
  g_free (visit);
}

const char *
hub_visit_get_header (HubVisit *visit, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (visit->message), name);
}

const char *
hub_visit_get_error (HubVisit *visit)
{
  g_assert_nonnull (visit->root);
  return json_object_get_string_member (json_node_get_object (visit->root), "error");
}

guint
hub_visit_get_n_rows (HubVisit *visit)
{
  g_assert_no_error (visit->error);
  g_assert_nonnull (visit->root);
  return json_array_get_length (json_node_get_array (visit->root));
}

JsonObject *
hub_visit_get_row (HubVisit *visit, guint index)
{
  g_assert_cmpuint (index, <, hub_visit_get_n_rows (visit));
  return json_array_get_object_element (json_node_get_array (visit->root), index);
}

/* Follows the links, at most @most pages; adds the object id of each row to @ids. */
guint
hub_walk (SoupSession *session, HfsTestHub *hub, const char *path, guint most, GPtrArray *ids)
{
  g_autofree char *next = g_strdup (path);
  guint n_pages = 0;

  while (next != NULL && n_pages < most)
    {
      g_autoptr (HubVisit) visit = hub_visit (session, hub, next);

      g_assert_cmpuint (visit->status, ==, 200);
      for (guint i = 0; i < hub_visit_get_n_rows (visit); i++)
        g_ptr_array_add (ids, g_strdup (json_object_get_string_member (hub_visit_get_row (visit, i), "_id")));
      g_free (next);
      next = g_steal_pointer (&visit->next);
      n_pages++;
    }
  return n_pages;
}

/* The members of @row, in their order, with spaces between. */
void
hub_assert_keys (JsonObject *row, const char *expected)
{
  g_autoptr (GList) keys = json_object_get_members (row);
  GString *text = g_string_new (NULL);

  for (GList *key = keys; key != NULL; key = key->next)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (char *) key->data);
  g_assert_cmpstr (text->str, ==, expected);
  g_string_free (text, TRUE);
}
