/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-order.h"

#include <json-glib/json-glib.h>
#include <string.h>

struct _HfsHubOrders
{
  HfsHubRows *rows;
  guint32 *indexes[HFS_HUB_N_SORTS];
};

typedef struct
{
  gint64 key;
  guint32 created;
  guint32 index;
} Place;

static const char *const sort_names[HFS_HUB_N_SORTS]
    = { "trendingScore", "downloads", "likes", "createdAt", "lastModified" };

/* Highest key first; equal ones by object id, which begins with the creation date and
 * ends with the index. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Place *left = a;
  const Place *right = b;

  if (left->key != right->key)
    return left->key > right->key ? -1 : 1;
  if (left->created != right->created)
    return left->created < right->created ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static guint32 *
sort_indexes (HfsHubRows *rows, HfsHubSort sort)
{
  guint n = hfs_hub_rows_get_n (rows);
  g_autofree Place *places = g_new (Place, n);
  guint32 *indexes = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    {
      HfsHubRow row;

      hfs_hub_rows_get (rows, i, &row);
      places[i] = (Place){ hfs_hub_row_get_key (&row, sort), (guint32) row.created, i };
    }
  g_qsort_with_data (places, (int) n, sizeof *places, compare_places, NULL);
  for (guint i = 0; i < n; i++)
    indexes[i] = places[i].index;
  return indexes;
}

/* The first element of the cursor's "$or": same key and a later object id. */
static JsonObject *
get_equal_branch (JsonNode *root)
{
  JsonArray *branches;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) || !json_object_has_member (json_node_get_object (root), "$or"))
    return NULL;

  root = json_object_get_member (json_node_get_object (root), "$or");
  if (!JSON_NODE_HOLDS_ARRAY (root))
    return NULL;

  branches = json_node_get_array (root);
  if (json_array_get_length (branches) == 0 || !JSON_NODE_HOLDS_OBJECT (json_array_get_element (branches, 0)))
    return NULL;
  return json_array_get_object_element (branches, 0);
}

/**
 * hfs_hub_orders_new:
 * @rows: (transfer none): the models; must outlive the orders
 *
 * Returns: (transfer full): the orders, to be freed with hfs_hub_orders_free()
 */
HfsHubOrders *
hfs_hub_orders_new (HfsHubRows *rows)
{
  HfsHubOrders *orders = g_new0 (HfsHubOrders, 1);

  orders->rows = rows;
  return orders;
}

/**
 * hfs_hub_orders_free:
 * @orders: (transfer full): the orders
 *
 * Frees the orders.
 */
void
hfs_hub_orders_free (HfsHubOrders *orders)
{
  for (guint i = 0; i < HFS_HUB_N_SORTS; i++)
    g_free (orders->indexes[i]);
  g_free (orders);
}

/**
 * hfs_hub_orders_get:
 * @orders: the orders
 * @sort: which order
 * @position: place in it, from 0; past the end there is always one more model
 * @row: (out caller-allocates): the model
 *
 * Makes the model at a place of an order.
 */
void
hfs_hub_orders_get (HfsHubOrders *orders, HfsHubSort sort, guint position, HfsHubRow *row)
{
  if (sort == HFS_HUB_SORT_DOWNLOADS || position >= hfs_hub_rows_get_n (orders->rows))
    {
      hfs_hub_rows_get (orders->rows, position, row);
      return;
    }
  if (orders->indexes[sort] == NULL)
    orders->indexes[sort] = sort_indexes (orders->rows, sort);
  hfs_hub_rows_get (orders->rows, orders->indexes[sort][position], row);
}

/**
 * hfs_hub_orders_find_after:
 * @orders: the orders
 * @sort: which order
 * @key: key of the last row seen, -1 for none
 * @object_id: object id of the last row seen
 *
 * Returns: the place of the first row that comes after it
 */
guint
hfs_hub_orders_find_after (HfsHubOrders *orders, HfsHubSort sort, gint64 key, const char *object_id)
{
  guint64 index = g_ascii_strtoull (object_id + 16, NULL, 16);
  guint low = 0;
  guint high = hfs_hub_rows_get_n (orders->rows);

  /* Rows that only a never-ending list has: they are in no order but their own. */
  if (index >= high)
    return (guint) MIN (index + 1, G_MAXUINT - 1);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      HfsHubRow row;
      gint64 row_key;

      hfs_hub_orders_get (orders, sort, middle, &row);
      row_key = hfs_hub_row_get_key (&row, sort);
      if (row_key < key || (row_key == key && strcmp (row.object_id, object_id) > 0))
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * hfs_hub_row_get_key:
 * @row: a row
 * @sort: an order
 *
 * Returns: what the order goes by, -1 if the row has no such value
 */
gint64
hfs_hub_row_get_key (const HfsHubRow *row, HfsHubSort sort)
{
  const gint64 keys[HFS_HUB_N_SORTS] = { row->trending, row->downloads, row->likes, row->created, row->modified };

  return row->bare ? -1 : keys[sort];
}

/**
 * hfs_hub_sort_get_name:
 * @sort: an order
 *
 * Returns: its name as in `sort=`
 */
const char *
hfs_hub_sort_get_name (HfsHubSort sort)
{
  return sort_names[sort];
}

/**
 * hfs_hub_sort_from_name:
 * @name: a name as in `sort=`
 * @sort: (out): the order
 *
 * Returns: whether there is such an order
 */
gboolean
hfs_hub_sort_from_name (const char *name, HfsHubSort *sort)
{
  for (guint i = 0; i < HFS_HUB_N_SORTS; i++)
    if (strcmp (sort_names[i], name) == 0)
      {
        *sort = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * hfs_hub_cursor_new:
 * @last: the last row of a page
 * @sort: the order of the list
 *
 * Makes the cursor of the page after, a keyset condition like the Hub's: the same key
 * and a later object id, or a lower key, or none.
 *
 * Returns: (transfer full): base64 text
 */
char *
hfs_hub_cursor_new (const HfsHubRow *last, HfsHubSort sort)
{
  const char *name = sort_names[sort];
  gint64 key = hfs_hub_row_get_key (last, sort);
  g_autofree char *json = NULL;

  if (key < 0)
    json = g_strdup_printf ("{\"$or\":[{\"%s\":null,\"_id\":{\"$gt\":\"%s\"}}]}", name, last->object_id);
  else
    json = g_strdup_printf ("{\"$or\":[{\"%s\":%" G_GINT64_FORMAT ",\"_id\":{\"$gt\":\"%s\"}},"
                            "{\"%s\":{\"$lt\":%" G_GINT64_FORMAT "}},{\"%s\":null}]}",
                            name, key, last->object_id, name, key, name);
  return g_base64_encode ((const guchar *) json, strlen (json));
}

/**
 * hfs_hub_cursor_parse:
 * @cursor: what a request carries
 * @sort: the order of the list
 * @key: (out): key of the last row seen, -1 for none
 * @object_id: (out caller-allocates): room for 25 bytes
 *
 * Reads a cursor made by hfs_hub_cursor_new() for the same order.
 *
 * Returns: whether it is one
 */
gboolean
hfs_hub_cursor_parse (const char *cursor, HfsHubSort sort, gint64 *key, char *object_id)
{
  gsize length;
  g_autofree guchar *text = g_base64_decode (cursor, &length);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *equal;
  JsonNode *id;
  const char *hex;

  if (!json_parser_load_from_data (parser, (const char *) text, (gssize) length, NULL))
    return FALSE;

  equal = get_equal_branch (json_parser_get_root (parser));
  if (equal == NULL || !json_object_has_member (equal, sort_names[sort]) || !json_object_has_member (equal, "_id"))
    return FALSE;

  id = json_object_get_member (equal, "_id");
  if (!JSON_NODE_HOLDS_OBJECT (id))
    return FALSE;
  hex = json_object_get_string_member_with_default (json_node_get_object (id), "$gt", "");
  if (strlen (hex) != 24)
    return FALSE;

  *key = json_object_get_null_member (equal, sort_names[sort])
             ? -1
             : json_object_get_int_member_with_default (equal, sort_names[sort], -1);
  memcpy (object_id, hex, 25);
  return TRUE;
}
