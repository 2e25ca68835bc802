/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-series-private.h"

#include "hfs-data-resources.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define SERIES "/org/example/HfState/data/series/"

/* The series that come with the program. */

static HfsSeriesCounts
counts_from_key (const char *key)
{
  if (g_str_equal (key, "per-month"))
    return HFS_SERIES_PER_MONTH;
  return g_str_equal (key, "per-year") ? HFS_SERIES_PER_YEAR : HFS_SERIES_ON_DATE;
}

/* The list is our own file, so its members are there and right; a test reads all of it. */
static HfsSeries *
load_series (JsonObject  *entry,
             GError     **error)
{
  const char *id = json_object_get_string_member (entry, "id");
  g_autofree char *path = g_strconcat (SERIES, id, ".csv", NULL);
  g_autoptr (GBytes) csv = g_resource_lookup_data (hfs_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  HfsSeries *self = csv ? hfs_series_new (id, counts_from_key (json_object_get_string_member (entry, "counts")), csv, error)
                        : NULL;

  if (self == NULL)
    {
      g_prefix_error (error, "%s.csv: ", id);
      return NULL;
    }
  self->title = g_strdup (_(json_object_get_string_member (entry, "title")));
  self->unit = g_strdup (_(json_object_get_string_member (entry, "unit")));
  self->population = g_strdup (_(json_object_get_string_member (entry, "population")));
  self->source = g_strdup (_(json_object_get_string_member (entry, "source")));
  self->uri = g_strdup (json_object_get_string_member (entry, "uri"));
  self->licence = g_strdup (_(json_object_get_string_member (entry, "licence")));
  self->note = g_strdup (_(json_object_get_string_member (entry, "note")));
  return self;
}

static JsonNode *
load_list (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (hfs_data_get_resource (), SERIES "series.json",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes ? json_from_string (g_bytes_get_data (bytes, NULL), error) : NULL;
}

/**
 * hfs_series_load:
 * @id: what names it
 *
 * Reads one of the series that come with the program.
 *
 * Returns: (transfer full) (nullable): the series, or %NULL with @error set
 */
HfsSeries *
hfs_series_load (const char  *id,
                 GError     **error)
{
  g_autoptr (JsonNode) list = load_list (error);
  JsonArray *entries = list ? json_node_get_array (list) : NULL;

  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);

      if (g_str_equal (json_object_get_string_member (entry, "id"), id))
        return load_series (entry, error);
    }
  if (entries != NULL)
    g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND, _("There is no series “%s”."), id);
  return NULL;
}

/**
 * hfs_series_load_all:
 *
 * Reads the series that come with the program, in the order of data/series/series.json.
 *
 * Returns: (transfer container) (element-type HfsSeries) (nullable): the series, or %NULL with @error naming the file
 *   and the line
 */
GPtrArray *
hfs_series_load_all (GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) list = load_list (error);
  JsonArray *entries = list ? json_node_get_array (list) : NULL;

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      HfsSeries *series = load_series (json_array_get_object_element (entries, i), error);

      if (series == NULL)
        return NULL;
      g_ptr_array_add (all, series);
    }
  return g_steal_pointer (&all);
}
