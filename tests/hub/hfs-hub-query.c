/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-query.h"

#include "hfs-hub-json.h"
#include "hfs-hub-labels.h"
#include "hfs-hub-order.h"

#include <string.h>

#define MOST_ROWS 1000

/* What the parameters of one request add up to, before defaults fill the gaps. */
typedef struct
{
  HfsHubQuery *query;
  HfsHubFields expand;
  HfsHubFields extra;
  char *problem;
} Reading;

static char *
decode (const char *text)
{
  g_autofree char *spaced = g_strdup (text);

  g_strdelimit (spaced, "+", ' ');
  return g_uri_unescape_string (spaced, NULL);
}

static void
set_text (char **to, const char *text)
{
  g_free (*to);
  *to = g_strdup (text);
}

static gboolean
is_yes (const char *value)
{
  return g_ascii_strcasecmp (value, "true") == 0 || strcmp (value, "1") == 0;
}

static HfsHubFields
read_expand (const char *value, char **problem)
{
  HfsHubFields field = hfs_hub_field_from_name (value);

  if (field == 0 && *problem == NULL)
    {
      g_autofree char *names = hfs_hub_fields_list_expandable ();

      *problem = g_strdup_printf ("✖ Invalid option: expected one of %s\n  → at expand[0]", names);
    }
  return field;
}

static void
read_limit (Reading *reading, const char *value)
{
  guint64 limit;

  if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &limit, NULL))
    reading->problem = g_strdup ("✖ Invalid input: expected number\n  → at limit");
  else
    reading->query->limit = limit == 0 ? MOST_ROWS : (guint) MIN (limit, MOST_ROWS);
}

static void
add_filter (HfsHubQuery *query, const char *tag)
{
  GString *quoted = g_string_new (NULL);

  hfs_hub_append_string (quoted, tag);
  g_ptr_array_add (query->filters, g_string_free (quoted, FALSE));
}

static void
read_parameter (Reading *reading, const char *name, const char *value)
{
  HfsHubQuery *query = reading->query;

  if (reading->problem != NULL)
    return;

  if (strcmp (name, "sort") == 0)
    {
      if (!hfs_hub_sort_from_name (value, &query->sort))
        reading->problem = g_strdup_printf ("✖ Invalid sort parameter: %s", value);
    }
  else if (strcmp (name, "limit") == 0)
    read_limit (reading, value);
  else if (strcmp (name, "author") == 0)
    set_text (&query->author, value);
  else if (strcmp (name, "pipeline_tag") == 0)
    set_text (&query->task, value);
  else if (strcmp (name, "cursor") == 0)
    set_text (&query->cursor, value);
  else if (strcmp (name, "search") == 0)
    g_ptr_array_add (query->search, g_ascii_strdown (value, -1));
  else if (strcmp (name, "filter") == 0)
    add_filter (query, value);
  else if (strcmp (name, "expand") == 0 || strcmp (name, "expand[]") == 0)
    reading->expand |= read_expand (value, &reading->problem);
  else if (strcmp (name, "full") == 0 && is_yes (value))
    reading->extra |= hfs_hub_fields_full ();
  else if (strcmp (name, "cardData") == 0 && is_yes (value))
    reading->extra |= hfs_hub_field_from_name ("cardData");
}

static void
read_all (Reading *reading, const char *text)
{
  g_auto (GStrv) pairs = g_strsplit (text != NULL ? text : "", "&", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (equals == NULL)
        continue;
      *equals = '\0';
      name = decode (pairs[i]);
      value = decode (equals + 1);
      if (name != NULL && value != NULL)
        read_parameter (reading, name, value);
      else if (reading->problem == NULL)
        reading->problem = g_strdup ("✖ Invalid input: malformed query string");
    }
}

static HfsHubQuery *
query_new_empty (void)
{
  HfsHubQuery *query = g_new0 (HfsHubQuery, 1);

  query->sort = HFS_HUB_SORT_TRENDING;
  query->limit = MOST_ROWS;
  query->search = g_ptr_array_new_with_free_func (g_free);
  query->filters = g_ptr_array_new_with_free_func (g_free);
  return query;
}

static gboolean
is_by (const HfsHubRow *row, const char *author)
{
  return strlen (author) == row->author_length && strncmp (row->id, author, row->author_length) == 0;
}

/**
 * hfs_hub_query_new:
 * @text: (nullable): the query string as it came, percent-encoded
 * @problem: (out) (transfer full): why the Hub refuses it
 *
 * Reads the parameters of `/api/models`. Unknown ones are passed over, as the Hub does.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL with @problem set
 */
HfsHubQuery *
hfs_hub_query_new (const char *text, char **problem)
{
  g_autoptr (HfsHubQuery) query = query_new_empty ();
  Reading reading = { .query = query };

  read_all (&reading, text);
  if (reading.problem != NULL)
    {
      *problem = reading.problem;
      return NULL;
    }
  query->fields = reading.expand != 0 ? reading.expand : hfs_hub_fields_default (query->sort) | reading.extra;
  return g_steal_pointer (&query);
}

/**
 * hfs_hub_query_free:
 * @query: (transfer full): a query
 *
 * Frees the query.
 */
void
hfs_hub_query_free (HfsHubQuery *query)
{
  g_free (query->author);
  g_free (query->task);
  g_free (query->cursor);
  g_ptr_array_unref (query->search);
  g_ptr_array_unref (query->filters);
  g_free (query);
}

/**
 * hfs_hub_query_matches:
 * @query: a query
 * @rows: the set @row is from
 * @row: a row
 * @scratch: room to work in; what it holds is lost
 *
 * Returns: whether the row is among those asked for
 */
gboolean
hfs_hub_query_matches (const HfsHubQuery *query, HfsHubRows *rows, const HfsHubRow *row, GString *scratch)
{
  if (query->author != NULL && !is_by (row, query->author))
    return FALSE;
  if (query->task != NULL && g_strcmp0 (hfs_hub_row_get_task (row), query->task) != 0)
    return FALSE;

  if (query->search->len > 0)
    {
      g_autofree char *id = g_ascii_strdown (row->id, -1);

      for (guint i = 0; i < query->search->len; i++)
        if (strstr (id, g_ptr_array_index (query->search, i)) == NULL)
          return FALSE;
    }
  if (query->filters->len > 0)
    {
      g_string_truncate (scratch, 0);
      hfs_hub_append_tags (scratch, rows, row);
      for (guint i = 0; i < query->filters->len; i++)
        if (strstr (scratch->str, g_ptr_array_index (query->filters, i)) == NULL)
          return FALSE;
    }
  return TRUE;
}

/**
 * hfs_hub_query_parse_single:
 * @text: (nullable): the query string of a request for one model
 * @problem: (out) (transfer full) (nullable): why the Hub refuses it
 *
 * Returns: the fields asked for
 */
HfsHubFields
hfs_hub_query_parse_single (const char *text, char **problem)
{
  g_autoptr (HfsHubQuery) query = query_new_empty ();
  Reading reading = { .query = query };

  read_all (&reading, text);
  *problem = reading.problem;
  return reading.expand != 0 ? reading.expand : hfs_hub_fields_single ();
}

/**
 * hfs_hub_query_with_cursor:
 * @text: (nullable): the query string of a request
 * @cursor: a cursor, not percent-encoded
 *
 * Returns: (transfer full): all the same parameters as they came, and the cursor last
 */
char *
hfs_hub_query_with_cursor (const char *text, const char *cursor)
{
  g_auto (GStrv) pairs = g_strsplit (text != NULL ? text : "", "&", -1);
  g_autofree char *encoded = g_uri_escape_string (cursor, NULL, FALSE);
  GString *out = g_string_new (NULL);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (*pairs[i] != '\0' && !g_str_has_prefix (pairs[i], "cursor="))
      g_string_append_printf (out, "%s&", pairs[i]);
  g_string_append_printf (out, "cursor=%s", encoded);
  return g_string_free (out, FALSE);
}
