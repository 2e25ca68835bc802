/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-headline.h"

#include "hfs-data-error.h"
#include "hfs-format.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* The wording of a figure; the numbers are in the file. */
static const struct
{
  const char *id;
  double divisor;
  const char *figure;
  const char *text;
} wordings[] = {
  /* Translators: %1$s and %2$s are two figures that the sources give for the same thing, in millions. */
  { "users", 1e6, N_("%1$s or %2$s million"), N_("users; copies of the report differ") },
  { "models", 1e6, N_("over %s million"), N_("public models") },
  { "datasets", 1, N_("over %s"), N_("public datasets") },
  { "fortune-500", 1, N_("over %s %%"), N_("of the Fortune 500 companies have a verified account") },
};

static void
headline_free (gpointer data)
{
  HfsHeadline *self = data;

  g_free (self->id);
  g_free (self->figure);
  g_free (self->text);
  g_free (self->when);
  g_free (self);
}

void
hfs_headlines_free (HfsHeadlines *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->uri);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static const char *
get_text (JsonObject  *object,
          const char  *member,
          GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("“%s” of the report’s figures is not a text."), member);
  return NULL;
}

static JsonArray *
get_array (JsonObject  *object,
           const char  *member,
           GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("“%s” of the report’s figures is not a list."), member);
  return NULL;
}

static gboolean
get_number (JsonArray  *values,
            guint       index,
            double     *number,
            GError    **error)
{
  JsonNode *element = index < json_array_get_length (values) ? json_array_get_element (values, index) : NULL;
  JsonNode *value = element && JSON_NODE_HOLDS_OBJECT (element)
                      ? json_object_get_member (json_node_get_object (element), "value") : NULL;

  if (value == NULL || json_node_get_value_type (value) != G_TYPE_INT64 || json_node_get_int (value) < 0)
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("A figure of the report is not a number."));
      return FALSE;
    }
  *number = (double) json_node_get_int (value);
  return TRUE;
}

/* Figures that the program has no words for are left out. */
static gboolean
add_headline (HfsHeadlines  *self,
              JsonObject    *object,
              GError       **error)
{
  const char *id = get_text (object, "id", error);
  const char *period = id ? get_text (object, "period", error) : NULL;
  JsonArray *values = period ? get_array (object, "values", error) : NULL;

  if (values == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    if (g_str_equal (wordings[i].id, id))
      {
        gboolean two = strstr (wordings[i].figure, "%2$s") != NULL;
        /* A year is no date, and comes back as it is. */
        g_autofree char *when = hfs_format_date (period);
        g_autofree char *first_text = NULL, *second_text = NULL;
        double first, second = 0;
        HfsHeadline *headline;

        if (!get_number (values, 0, &first, error) || (two && !get_number (values, 1, &second, error)))
          return FALSE;
        first_text = hfs_format_decimal (first / wordings[i].divisor, 0);
        second_text = hfs_format_decimal (second / wordings[i].divisor, 0);
        headline = g_new0 (HfsHeadline, 1);
        headline->id = g_strdup (id);
        headline->figure = two ? g_strdup_printf (_(wordings[i].figure), first_text, second_text)
                               : g_strdup_printf (_(wordings[i].figure), first_text);
        headline->text = g_strdup (_(wordings[i].text));
        /* Translators: the time that a figure of the report is of; %s is a year or a day. */
        headline->when = g_strdup_printf (_("Report’s figure, %s"), when);
        g_ptr_array_add (self->items, headline);
      }
  return TRUE;
}

static gboolean
read_headlines (HfsHeadlines  *self,
                JsonObject    *object,
                GError       **error)
{
  const char *title = get_text (object, "title", error);
  const char *date = title ? get_text (object, "date", error) : NULL;
  const char *uri = date ? get_text (object, "uri", error) : NULL;
  JsonArray *list = uri ? get_array (object, "headlines", error) : NULL;

  if (list == NULL)
    return FALSE;
  self->title = g_strdup (title);
  self->date = g_strdup (date);
  self->uri = g_strdup (uri);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("A figure of the report is not a number."));
          return FALSE;
        }
      if (!add_headline (self, json_node_get_object (node), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hfs_headlines_parse:
 * @json: a file of headline figures
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with @error set
 */
HfsHeadlines *
hfs_headlines_parse (GBytes  *json,
                     GError **error)
{
  g_autoptr (HfsHeadlines) self = g_new0 (HfsHeadlines, 1);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *text = g_bytes_get_data (json, &size);
  JsonNode *root;

  self->items = g_ptr_array_new_with_free_func (headline_free);
  if (!json_parser_load_from_data (parser, text, (gssize) size, error))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT, _("The report’s figures are not a JSON object."));
      return NULL;
    }
  return read_headlines (self, json_node_get_object (root), error) ? g_steal_pointer (&self) : NULL;
}
