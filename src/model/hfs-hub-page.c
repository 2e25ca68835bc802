/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-page.h"

#include "hfs-hub-row.h"
#include "hfs-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * HfsHubPage:
 *
 * A page of the Hub's list of models, checked. A bad row costs itself alone. Once made
 * it does not change; any thread may read it.
 */
struct _HfsHubPage
{
  GObject parent_instance;

  GPtrArray *parsers;   /* (owned) (element-type JsonParser): the rows borrow from their trees */
  GPtrArray *lists;     /* (owned): the rows borrow from it */
  GArray *rows;         /* (owned) (element-type HfsModelRow) */
  guint n_skipped;
  GError *first_bad;    /* (owned) (nullable) */
  guint first_bad_at;
};

G_DEFINE_FINAL_TYPE (HfsHubPage, hfs_hub_page, G_TYPE_OBJECT)

static void
hfs_hub_page_finalize (GObject *object)
{
  HfsHubPage *self = HFS_HUB_PAGE (object);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->parsers);
  g_clear_error (&self->first_bad);

  G_OBJECT_CLASS (hfs_hub_page_parent_class)->finalize (object);
}

static void
hfs_hub_page_class_init (HfsHubPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_hub_page_finalize;
}

static void
hfs_hub_page_init (HfsHubPage *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (HfsModelRow));
  self->lists = g_ptr_array_new_with_free_func (g_free);
  self->parsers = g_ptr_array_new_with_free_func (g_object_unref);
}

static JsonNode *
parse_text (HfsHubPage  *self,
            const char  *text,
            gsize        length,
            GError     **error)
{
  JsonParser *parser = json_parser_new_immutable ();

  g_ptr_array_add (self->parsers, parser);
  return json_parser_load_from_data (parser, text, length, error) ? json_parser_get_root (parser) : NULL;
}

static void
skip_row (HfsHubPage   *self,
          guint         element,
          const GError *error)
{
  if (self->n_skipped++ > 0)
    return;
  self->first_bad = g_error_copy (error);
  self->first_bad_at = element;
}

static void
read_row (HfsHubPage *self,
          guint       element,
          JsonNode   *node)
{
  g_autoptr (GError) error = NULL;
  HfsModelRow row;

  if (hfs_hub_row_is_private (node))
    return;
  if (hfs_hub_row_read (node, self->lists, &row, &error))
    g_array_append_val (self->rows, row);
  else
    skip_row (self, element, error);
}

/* Reads the rows one by one, since one of them is not even JSON: for instance one with half a surrogate pair,
 * which JavaScript writes and json-glib refuses.
 *
 * Returns: whether the list is whole */
static gboolean
read_apart (HfsHubPage *self,
            const char *text,
            gsize       length)
{
  const char *end = text + length, *at = text, *from;
  gsize size;

  while (end > at && g_ascii_isspace (end[-1]))
    end--;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (at + 1 >= end || *at++ != '[' || end[-1] != ']')
    return FALSE;
  for (guint i = 0; hfs_json_scan_element (&at, end, &from, &size); i++)
    {
      g_autoptr (GError) error = NULL;
      JsonNode *node = parse_text (self, from, size, &error);

      if (node != NULL)
        read_row (self, i, node);
      else if (error != NULL)
        skip_row (self, i, error);
    }
  return at + 1 == end;
}

/**
 * hfs_hub_page_parse:
 * @text: a page
 * @length: its length, -1 if it ends with a zero byte
 *
 * Reads a page. It takes about 15 ms for 1,000 rows.
 *
 * Returns: (transfer full) (nullable): the page; %NULL with @error set to %HFS_DATA_ERROR_FORMAT when
 *   it is not a JSON array, or cut short
 */
HfsHubPage *
hfs_hub_page_parse (const char  *text,
                    gssize       length,
                    GError     **error)
{
  g_autoptr (HfsHubPage) self = g_object_new (HFS_TYPE_HUB_PAGE, NULL);
  g_autoptr (GError) local_error = NULL;
  JsonNode *root;

  if (length < 0)
    length = strlen (text);
  if (!hfs_json_scan_depth (text, length))
    {
      g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
                           _("The list of models is nested too deeply to be one."));
      return NULL;
    }
  root = parse_text (self, text, length, &local_error);
  if (local_error != NULL && read_apart (self, text, length))
    return g_steal_pointer (&self);
  if (local_error != NULL)
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
                   _("The list of models is not whole JSON (%s)."), local_error->message);
      return NULL;
    }
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT, _("The JSON is not a list of models."));
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (root)); i++)
    read_row (self, i, json_array_get_element (json_node_get_array (root), i));
  return g_steal_pointer (&self);
}

/**
 * hfs_hub_page_get_rows:
 * @n_rows: (out): their number
 *
 * Returns: (transfer none) (array length=n_rows): the good rows, in their order
 */
const HfsModelRow *
hfs_hub_page_get_rows (HfsHubPage *self,
                       guint      *n_rows)
{
  *n_rows = self->rows->len;
  return (const HfsModelRow *) self->rows->data;
}

/**
 * hfs_hub_page_get_n_skipped:
 *
 * Returns: how many rows were bad
 */
guint
hfs_hub_page_get_n_skipped (HfsHubPage *self)
{
  return self->n_skipped;
}

/**
 * hfs_hub_page_get_first_bad:
 * @element: (out) (optional): its place on the page, from 0
 *
 * Returns: (transfer none) (nullable): what is wrong with the first bad row
 */
const GError *
hfs_hub_page_get_first_bad (HfsHubPage *self,
                            guint      *element)
{
  if (element != NULL)
    *element = self->first_bad_at;
  return self->first_bad;
}
