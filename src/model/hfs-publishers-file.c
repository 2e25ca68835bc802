/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-publishers-file.h"

#include "hfs-countries.h"
#include "hfs-csv.h"

#include <glib/gi18n-lib.h>

/* The ATOM Project's regions, in our words. */
static const struct
{
  const char *region;
  const char *country;
} atom_regions[] = {
  { "us", "US" },
  { "china", "CN" },
  { "eu", "EU" },
  { "other", "elsewhere" },
  { "unknown", HFS_COUNTRY_UNKNOWN },
};

static char *
dup_field (HfsCsvReader *reader,
           const char   *column)
{
  return g_strdup (hfs_csv_reader_get_field (reader, hfs_csv_reader_find (reader, column)));
}

static gboolean
fail_value (HfsCsvReader  *reader,
            const char    *column,
            GError       **error)
{
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE, _("Line %u: “%s” cannot stand in the column “%s”."),
               hfs_csv_reader_get_line (reader),
               hfs_csv_reader_get_field (reader, hfs_csv_reader_find (reader, column)), column);
  return FALSE;
}

/**
 * hfs_publishers_read_table:
 * @table: (element-type utf8 HfsPublisher): takes the rows
 * @csv: `publisher,name,country,developer_type,evidence,confidence,note`, in any order
 * @key_column: the column that names the rows, each once
 *
 * Reads a table of publishers, or of repositories without one.
 *
 * Returns: whether it could be read; if not, @error names the line
 */
gboolean
hfs_publishers_read_table (GHashTable  *table,
                           GBytes      *csv,
                           const char  *key_column,
                           GError     **error)
{
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (csv, error);
  g_autoptr (GError) local_error = NULL;

  if (reader == NULL)
    return FALSE;
  while (hfs_csv_reader_next (reader, &local_error))
    {
      HfsPublisher *publisher = g_new0 (HfsPublisher, 1);
      g_autofree char *key = dup_field (reader, key_column);
      g_autofree char *country = dup_field (reader, "country");
      g_autofree char *type = dup_field (reader, "developer_type");
      gboolean fresh;

      publisher->account = dup_field (reader, "publisher");
      publisher->name = dup_field (reader, "name");
      publisher->country = hfs_country_from_key (country);
      publisher->evidence = dup_field (reader, "evidence");
      publisher->confidence = dup_field (reader, "confidence");
      publisher->note = dup_field (reader, "note");
      publisher->type = HFS_N_DEVELOPER_TYPES;
      hfs_developer_type_from_key (type, &publisher->type);
      fresh = g_hash_table_replace (table, g_strdup (key), publisher);

      if (!fresh || *key == '\0')
        return fail_value (reader, key_column, error);
      if (publisher->country == NULL)
        return fail_value (reader, "country", error);
      if (publisher->type == HFS_N_DEVELOPER_TYPES)
        return fail_value (reader, "developer_type", error);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/**
 * hfs_publishers_read_atom:
 * @atom: (element-type utf8 HfsPublisher): takes the rows
 * @published: (element-type utf8 HfsPublisher): where names and types are from
 * @csv: `publisher,region,note`, in any order
 *
 * Reads the ATOM Project's regions.
 *
 * Returns: whether they could be read; if not, @error names the line
 */
gboolean
hfs_publishers_read_atom (GHashTable  *atom,
                          GHashTable  *published,
                          GBytes      *csv,
                          GError     **error)
{
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (csv, error);
  g_autoptr (GError) local_error = NULL;

  if (reader == NULL)
    return FALSE;
  while (hfs_csv_reader_next (reader, &local_error))
    {
      g_autofree char *region = dup_field (reader, "region");
      HfsPublisher *publisher = g_new0 (HfsPublisher, 1);
      const HfsPublisher *known;

      publisher->account = dup_field (reader, "publisher");
      publisher->note = dup_field (reader, "note");
      known = g_hash_table_lookup (published, publisher->account);
      publisher->name = g_strdup (known ? known->name : publisher->account);
      publisher->type = known ? known->type : HFS_DEVELOPER_UNKNOWN;
      for (guint i = 0; i < G_N_ELEMENTS (atom_regions); i++)
        if (g_str_equal (region, atom_regions[i].region))
          publisher->country = atom_regions[i].country;
      g_hash_table_replace (atom, g_strdup (publisher->account), publisher);
      if (publisher->country == NULL)
        return fail_value (reader, "region", error);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}
