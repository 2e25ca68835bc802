/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-import.h"

#include "hfs-hub-page.h"
#include "hfs-json-scan.h"
#include "hfs-store-run.h"
#include "hfs-table-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many single rows of a JSON file are read at a time. */
#define BATCH 1000

/* A file on its way into the store. */
typedef struct
{
  HfsStoreRun *run;     /* (owned) */
  GHashTable *ids;      /* (owned) (element-type utf8): to refuse one that comes twice */
  guint64 n_rows;       /* of a JSON file, so far */
} Import;

static void
import_clear (Import *import)
{
  g_clear_object (&import->run);
  g_clear_pointer (&import->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static gboolean
check_date (const char  *date,
            GError     **error)
{
  g_autofree char *text = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = strlen (date) == 10 && date[4] == '-' && date[7] == '-' ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);

  if (day == NULL)
    g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE,
                 _("“%s” is not a date. Write it as year, month and day, for instance 2026-08-22."), date);
  /* Somewhere it is tomorrow already. */
  else if (g_date_time_compare (day, tomorrow) > 0)
    g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE,
                 _("“%s” is in the future. Give the day on which the counts were taken."), date);
  else
    return TRUE;
  return FALSE;
}

static gboolean
claim_id (Import      *import,
          const char  *id,
          GError     **error)
{
  if (g_hash_table_add (import->ids, g_strdup (id)))
    return TRUE;
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_TWICE, _("The model “%s” is there twice."), id);
  return FALSE;
}

static gboolean
add_row_cb (const HfsModelRow  *row,
            gpointer            user_data,
            GError            **error)
{
  Import *import = user_data;
  HfsStorePage page = { .rows = row, .n_rows = 1 };

  return claim_id (import, row->id, error) && hfs_store_run_add (import->run, &page, error);
}

/* The place of a row in a file of JSON is its number, from 1. */
static gboolean
fail_row (Import        *import,
          guint64        row,
          const GError  *problem,
          GError       **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, row);

  g_set_error (error, problem->domain, problem->code, _("Model %s of the file: %s"), number, problem->message);
  return FALSE;
}

static gboolean
add_json_page (Import      *import,
               const char  *text,
               gsize        length,
               GError     **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (HfsHubPage) parsed = hfs_hub_page_parse (text, length, &problem);
  HfsStorePage page = { 0 };
  guint bad;

  if (parsed == NULL)
    return fail_row (import, import->n_rows + 1, problem, error);
  if (hfs_hub_page_get_first_bad (parsed, &bad) != NULL)
    return fail_row (import, import->n_rows + bad + 1, hfs_hub_page_get_first_bad (parsed, NULL), error);
  page.rows = hfs_hub_page_get_rows (parsed, &page.n_rows);
  for (guint i = 0; i < page.n_rows; i++)
    {
      if (page.rows[i].downloads == HFS_COUNT_ABSENT)
        g_set_error (&problem, HFS_DATA_ERROR, HFS_DATA_ERROR_COLUMN, _("“%s” is missing."), "downloads");
      if (problem != NULL || !claim_id (import, page.rows[i].id, &problem))
        return fail_row (import, import->n_rows + i + 1, problem, error);
    }
  import->n_rows += page.n_rows;
  return hfs_store_run_add (import->run, &page, error);
}

static gboolean
add_batch (Import   *import,
           GString  *batch,
           GError  **error)
{
  if (batch->len == 0)
    return TRUE;
  g_string_append_c (batch, ']');
  if (!add_json_page (import, batch->str, batch->len, error))
    return FALSE;
  g_string_truncate (batch, 0);
  return TRUE;
}

/* Reads an array of rows, or of pages of rows, a piece at a time. */
static gboolean
read_json (Import      *import,
           const char  *text,
           const char  *end,
           GError     **error)
{
  g_autoptr (GString) batch = g_string_new (NULL);
  const char *at = text + 1, *from;
  gsize length;
  guint n = 0;

  if (*text != '[')
    {
      g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT, _("The JSON is not a list of models."));
      return FALSE;
    }
  while (hfs_json_scan_element (&at, end, &from, &length))
    {
      if (*from == '[')
        {
          if (!add_batch (import, batch, error) || !add_json_page (import, from, length, error))
            return FALSE;
          continue;
        }
      g_string_append_c (batch, batch->len == 0 ? '[' : ',');
      g_string_append_len (batch, from, length);
      if (++n % BATCH == 0 && !add_batch (import, batch, error))
        return FALSE;
    }
  if (!add_batch (import, batch, error))
    return FALSE;
  if (at < end)
    {
      /* At the bracket that closes the list; nothing but white space may follow. */
      for (at++; at < end && g_ascii_isspace (*at);)
        at++;
      if (at == end)
        return TRUE;
    }
  g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
                       _("The file of JSON ends in the middle, or something follows its list."));
  return FALSE;
}

static GBytes *
open_file (GFile   *file,
           GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                                                  G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT, _("“%s” is not a file."), name);
      return NULL;
    }
  if ((guint64) g_file_info_get_size (info) > HFS_IMPORT_MAX_SIZE)
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
                   _("“%s” is larger than 512 MB. Leave out the columns that are not needed, then try again."), name);
      return NULL;
    }
  return g_file_load_bytes (file, NULL, NULL, error);
}

static char *
get_modification_day (GFile   *file,
                      GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL,
                                                  error);
  g_autoptr (GDateTime) time = info ? g_file_info_get_modification_date_time (info) : NULL;

  if (info == NULL)
    return NULL;
  return time ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}

/* JSON begins with a bracket, whatever the file is called. */
static gboolean
read_content (Import   *import,
              GBytes   *bytes,
              GError  **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *at = text, *end = text + size;

  if (size >= 3 && memcmp (at, "\xef\xbb\xbf", 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (at < end && (*at == '[' || *at == '{'))
    return read_json (import, at, end, error);
  return hfs_table_rows_read (bytes, add_row_cb, import, error);
}

/**
 * hfs_import_file:
 * @file: a table with a header line, `id` and `downloads`; or JSON, a list of rows of the
 *   Hub or of pages of them
 * @date: (nullable): `YYYY-MM-DD`, the day the counts are of; the day the file was last changed if absent
 *
 * Makes a snapshot of a file. One bad row refuses the whole file. Blocks; call it from a
 * worker thread.
 *
 * Returns: (transfer full) (nullable): the new snapshot; %NULL with @error set, which names the
 *   place in the file, and then the store is as it was
 */
HfsSnapshotInfo *
hfs_import_file (HfsStore    *store,
                 GFile       *file,
                 const char  *date,
                 GError     **error)
{
  g_auto (Import) import = { 0 };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *origin = name ? g_filename_display_name (name) : NULL;
  g_autofree char *day = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (date != NULL && !check_date (date, error))
    return NULL;
  bytes = open_file (file, error);
  day = bytes == NULL ? NULL : date != NULL ? g_strdup (date) : get_modification_day (file, error);
  if (day == NULL || !check_date (day, error))
    return NULL;
  import.run = hfs_store_run_begin_import (store, origin ? origin : "", day, error);
  if (import.run == NULL)
    return NULL;
  import.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_content (&import, bytes, error))
    return NULL;
  return hfs_store_run_commit (import.run, NULL, error);
}
