/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-list.h"

#include "hfs-hub-query.h"

#include <string.h>

#define DEPTH 100000

static const char bad_row[] = "{\"_id\":17,\"id\":[\"bad/row\"],\"author\":{},\"gated\":3.5,\"lastModified\":true,"
                              "\"pipeline_tag\":[],\"library_name\":9,\"tags\":\"none\",\"likes\":[],"
                              "\"downloads\":\"many\",\"downloadsAllTime\":{},\"safetensors\":[1],\"gguf\":\"x\","
                              "\"baseModels\":[\"a\"],\"createdAt\":20240101},";
static const char bad_values[] = "{\"_id\":\"ffffffffffffffffffffffff\",\"id\":\"bad/values\",\"author\":\"\","
                                 "\"gated\":\"perhaps\",\"lastModified\":\"yesterday\",\"tags\":[1,null,{},[\"x\"]],"
                                 "\"likes\":-1,\"downloads\":-5,\"downloadsAllTime\":1e300,"
                                 "\"safetensors\":{\"parameters\":{\"BF16\":\"7b\"},\"total\":-7.5},"
                                 "\"baseModels\":{\"relation\":\"cousin\",\"models\":{}},"
                                 "\"createdAt\":\"2024-13-45T99:00:00.000Z\"},";

/**
 * Page:
 * @last: the last row of the page, valid if @n_rows > 0
 * @middle: where the row in the middle begins
 * @more: whether there are rows after the page
 */
typedef struct
{
  GString *json;
  HfsHubRow last;
  guint n_rows;
  gsize middle;
  gboolean more;
} Page;

static void
add_row (Page *page, HfsHubCatalog *catalog, const HfsHubQuery *query, const HfsHubRow *row)
{
  if (page->n_rows > 0)
    g_string_append_c (page->json, ',');
  if (page->n_rows == 0 || page->n_rows == query->limit / 2)
    page->middle = page->json->len;
  hfs_hub_append_row (page->json, catalog->rows, row, query->fields);
  page->last = *row;
  page->n_rows++;
}

/* The nearest row before @start that the query matches. */
static gboolean
find_before (HfsHubCatalog *catalog, const HfsHubQuery *query, guint start, HfsHubRow *row)
{
  g_autoptr (GString) scratch = g_string_new (NULL);

  while (start-- > 0)
    {
      hfs_hub_orders_get (catalog->orders, query->sort, start, row);
      if (hfs_hub_query_matches (query, catalog->rows, row, scratch))
        return TRUE;
    }
  return FALSE;
}

static void
fill_page (Page *page, HfsHubCatalog *catalog, const HfsHubQuery *query, guint start, gboolean endless)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  guint end = hfs_hub_rows_get_n (catalog->rows);
  guint wanted = page->n_rows + query->limit;

  for (guint position = start; position < end || (endless && position < G_MAXUINT); position++)
    {
      HfsHubRow row;

      if (page->n_rows == wanted && position >= end)
        break;
      hfs_hub_orders_get (catalog->orders, query->sort, position, &row);
      if (position < end && !hfs_hub_query_matches (query, catalog->rows, &row, scratch))
        continue;
      if (page->n_rows == wanted)
        {
          page->more = TRUE;
          break;
        }
      add_row (page, catalog, query, &row);
    }
  page->more |= endless;
}

static void
insert_deep (GString *json)
{
  GString *deep = g_string_new ("\"nested\":");

  for (guint i = 0; i < DEPTH; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i < DEPTH; i++)
    g_string_append_c (deep, ']');
  g_string_append_c (deep, ',');
  g_string_insert_len (json, 2, deep->str, (gssize) deep->len);
  g_string_free (deep, TRUE);
}

static void
insert_huge (GString *json, guint mebibytes)
{
  static const char before[] = "\"padding\":\"";
  static const char after[] = "\",";
  gsize length = (gsize) mebibytes << 20;
  gsize rest = json->len - 2;
  gsize more = strlen (before) + length + strlen (after);

  g_string_set_size (json, json->len + more);
  memmove (json->str + 2 + more, json->str + 2, rest);
  memcpy (json->str + 2, before, strlen (before));
  memset (json->str + 2 + strlen (before), 'x', length);
  memcpy (json->str + 2 + strlen (before) + length, after, strlen (after));
}

static void
spoil_page (Page *page, HfsTestHubFault fault, guint huge)
{
  if (page->n_rows == 0)
    return;
  if (fault == HFS_TEST_HUB_FAULT_BAD_ROW)
    g_string_insert (page->json, (gssize) page->middle, bad_row);
  else if (fault == HFS_TEST_HUB_FAULT_BAD_VALUES)
    g_string_insert (page->json, (gssize) page->middle, bad_values);
  else if (fault == HFS_TEST_HUB_FAULT_DEEP)
    insert_deep (page->json);
  else if (fault == HFS_TEST_HUB_FAULT_HUGE)
    insert_huge (page->json, huge);
}

static char *
make_next_uri (HfsHubCatalog *catalog, const HfsHubQuery *query, const char *text, const HfsHubRow *last,
               HfsTestHubFault fault)
{
  g_autofree char *cursor = NULL;
  g_autofree char *next = NULL;
  HfsHubRow first;

  if (fault == HFS_TEST_HUB_FAULT_LINK_LOOP)
    {
      hfs_hub_orders_get (catalog->orders, query->sort, 0, &first);
      last = &first;
    }
  cursor = hfs_hub_cursor_new (last, query->sort);
  next = hfs_hub_query_with_cursor (text, cursor);
  if (fault == HFS_TEST_HUB_FAULT_OTHER_HOST)
    return g_strdup_printf ("http://localhost:%u/api/models?%s", catalog->port, next);
  return g_strdup_printf ("%s/api/models?%s", catalog->uri, next);
}

static void
add_link (HfsHubReply *reply, const char *uri, const char *next, HfsTestHubFault fault)
{
  g_autofree char *link = NULL;

  if (fault == HFS_TEST_HUB_FAULT_LINK_RELS)
    link = g_strdup_printf (
        "<%s/api/models?num_parameters=min:6B,max:128B>; rel=\"first\"; "
        "title=\"one, \\\"two\\\"; rel=next\", <%s/catalog>; rel=\"ai-catalog\", <%s>; rel=\"next\"",
        uri, uri, next);
  else
    link = g_strdup_printf ("<%s>; rel=\"next\"", next);
  hfs_hub_reply_add_header (reply, fault == HFS_TEST_HUB_FAULT_LINK_CASE ? "lINK" : "Link", link);
}

static gboolean
find_start (HfsHubCatalog *catalog, const HfsHubQuery *query, guint *start)
{
  char object_id[25];
  gint64 key;

  *start = 0;
  if (query->cursor == NULL)
    return TRUE;
  if (!hfs_hub_cursor_parse (query->cursor, query->sort, &key, object_id))
    return FALSE;
  *start = hfs_hub_orders_find_after (catalog->orders, query->sort, key, object_id);
  return TRUE;
}

/**
 * hfs_hub_list_models:
 * @catalog: the models
 * @query: (nullable): the query string as it came
 * @fault: what shall go wrong with the page or its link
 *
 * Answers `GET /api/models`.
 *
 * Returns: (transfer full): the answer
 */
HfsHubReply *
hfs_hub_list_models (HfsHubCatalog *catalog, const char *query, HfsTestHubFault fault)
{
  g_autofree char *problem = NULL;
  g_autoptr (HfsHubQuery) parsed = hfs_hub_query_new (query, &problem);
  Page page = { 0 };
  HfsHubReply *reply;
  HfsHubRow before;
  guint start;

  if (parsed == NULL)
    return hfs_hub_reply_new_error (400, NULL, problem);
  if (!find_start (catalog, parsed, &start))
    return hfs_hub_reply_new_error (400, NULL, "✖ Invalid cursor");

  page.json = g_string_sized_new (1024 + (gsize) parsed->limit * 800);
  g_string_append_c (page.json, '[');
  if (fault == HFS_TEST_HUB_FAULT_REPEATED_ROW && find_before (catalog, parsed, start, &before))
    add_row (&page, catalog, parsed, &before);
  fill_page (&page, catalog, parsed, start, fault == HFS_TEST_HUB_FAULT_ENDLESS);
  g_string_append_c (page.json, ']');
  spoil_page (&page, fault, catalog->huge);

  reply = hfs_hub_reply_new_json (200, page.json);
  page.more |= fault == HFS_TEST_HUB_FAULT_EMPTY_LAST || fault == HFS_TEST_HUB_FAULT_LINK_LOOP;
  if (page.n_rows > 0 && page.more)
    {
      g_autofree char *next = make_next_uri (catalog, parsed, query, &page.last, fault);

      add_link (reply, catalog->uri, next, fault);
    }
  return reply;
}
