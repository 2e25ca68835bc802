/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bundle.h"

#include "hfs-data-resources.h"
#include "hfs-snapshot-builder.h"
#include "hfs-table-rows.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define DATA "/org/example/HfState/data/"

static GBytes *
load (const char  *path,
      GError     **error)
{
  g_autofree char *full = g_strconcat (DATA, path, NULL);

  return g_resource_lookup_data (hfs_data_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* The list of the bundled snapshots; it is our own file, so it is there and right. */
static JsonNode *
load_list (void)
{
  g_autoptr (GBytes) bytes = load ("snapshots/snapshots.json", NULL);

  return json_from_string (g_bytes_get_data (bytes, NULL), NULL);
}

static HfsSnapshotInfo *
info_from_json (JsonObject *entry)
{
  HfsSnapshotInfo *info = hfs_snapshot_info_new (json_object_get_string_member (entry, "id"),
                                                 json_object_get_string_member (entry, "date"),
                                                 _(json_object_get_string_member (entry, "source")));

  info->uri = g_strdup (json_object_get_string_member (entry, "uri"));
  info->licence = g_strdup (_(json_object_get_string_member (entry, "licence")));
  info->n_models = json_object_get_int_member (entry, "models");
  info->complete = json_object_get_boolean_member (entry, "complete");
  info->most_downloaded = json_object_get_int_member_with_default (entry, "most_downloaded", 0);
  info->most_liked = json_object_get_int_member_with_default (entry, "most_liked", 0);
  info->bundled = TRUE;
  return info;
}

/**
 * hfs_bundle_list_snapshots:
 *
 * Returns: (transfer container) (element-type HfsSnapshotInfo): the snapshots that come with the program
 */
GPtrArray *
hfs_bundle_list_snapshots (void)
{
  g_autoptr (JsonNode) list = load_list ();
  JsonArray *array = json_node_get_array (list);
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_snapshot_info_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (infos, info_from_json (json_array_get_object_element (array, i)));
  return infos;
}

static gboolean
add_row (const HfsModelRow  *row,
         gpointer            user_data,
         GError            **error)
{
  hfs_snapshot_builder_add (user_data, row);
  return TRUE;
}

/**
 * hfs_bundle_load_snapshot:
 * @id: one of [func@bundle_list_snapshots]
 *
 * Returns: (transfer full) (nullable): the snapshot, or %NULL with @error set when there is none of this id
 */
HfsSnapshot *
hfs_bundle_load_snapshot (const char   *id,
                          HfsSizeList  *sizes,
                          GError      **error)
{
  g_autoptr (JsonNode) list = load_list ();
  JsonArray *array = json_node_get_array (list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *entry = json_array_get_object_element (array, i);
      g_autoptr (HfsSnapshotInfo) info = info_from_json (entry);
      g_autofree char *path = g_strconcat ("snapshots/", json_object_get_string_member (entry, "file"), NULL);
      g_autoptr (HfsSnapshotBuilder) builder = NULL;
      g_autoptr (GBytes) csv = NULL;

      if (!g_str_equal (info->id, id))
        continue;
      builder = hfs_snapshot_builder_new (info, sizes);
      csv = load (path, error);
      if (csv == NULL || !hfs_table_rows_read (csv, add_row, builder, error))
        return NULL;
      return hfs_snapshot_builder_finish (builder);
    }
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND, "There is no bundled snapshot “%s”.", id);
  return NULL;
}

/**
 * hfs_bundle_load_publishers:
 *
 * Returns: (transfer full) (nullable): the tables of publishers
 */
HfsPublishers *
hfs_bundle_load_publishers (GError **error)
{
  g_autoptr (GBytes) publishers = load ("publishers/publishers.csv", error);
  g_autoptr (GBytes) repositories = publishers ? load ("publishers/repositories.csv", error) : NULL;
  g_autoptr (GBytes) atom = repositories ? load ("publishers/atom.csv", error) : NULL;

  return atom ? hfs_publishers_new (publishers, repositories, atom, error) : NULL;
}

/**
 * hfs_bundle_load_sizes:
 *
 * Returns: (transfer full) (nullable): the curated list of model sizes
 */
HfsSizeList *
hfs_bundle_load_sizes (GError **error)
{
  g_autoptr (GBytes) csv = load ("sizes/parameters.csv", error);

  return csv ? hfs_size_list_new (csv, error) : NULL;
}

/**
 * hfs_bundle_load_map:
 *
 * Returns: (transfer full) (nullable): the outlines of the countries, as TopoJSON
 */
GBytes *
hfs_bundle_load_map (GError **error)
{
  return load ("map/countries-110m.json", error);
}
