/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-table-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The longest id of 2022 has 251 characters; a line of nothing but letters is no id. */
#define MAX_ID 1024

enum
{
  COLUMN_ID,
  COLUMN_DOWNLOADS,
  COLUMN_DOWNLOADS_ALL_TIME,
  COLUMN_LIKES,
  COLUMN_TASK,
  COLUMN_LIBRARY,
  COLUMN_CREATED_AT,
  COLUMN_PARAMETERS,
  COLUMN_LICENSE,
  N_COLUMNS,
};

/* The names a column may go by, the first being ours. */
static const char * const names[N_COLUMNS][3] = {
  { "id", "model", "modelId" },
  { "downloads" },
  { "downloads_all_time", "downloadsAllTime" },
  { "likes" },
  { "task", "pipeline_tag" },
  { "library", "library_name" },
  { "created_at", "createdAt" },
  { "parameters" },
  { "license" },
};

/**
 * hfs_table_parse_count:
 * @count: (out): the number, from 0
 *
 * Reads a count as tables have them: `1234`, or `1234.0` as R and pandas write it.
 *
 * Returns: whether @text is a whole number that is not negative
 */
gboolean
hfs_table_parse_count (const char *text,
                       gint64     *count)
{
  char *end;
  double number;

  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, count, NULL))
    return TRUE;
  /* g_ascii_strtod() reads hexadecimal numbers too. */
  if (!g_ascii_isdigit (*text) || text[strspn (text, "0123456789.eE+")] != '\0')
    return FALSE;
  number = g_ascii_strtod (text, &end);
  if (*end != '\0' || number != floor (number) || number < 0 || number > 9007199254740992.0)
    return FALSE;
  *count = (gint64) number;
  return TRUE;
}

static gboolean
find_columns (HfsCsvReader  *reader,
              int           *columns,
              GError       **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = -1;
      for (guint j = 0; j < G_N_ELEMENTS (names[i]) && names[i][j] != NULL && columns[i] < 0; j++)
        columns[i] = hfs_csv_reader_find (reader, names[i][j]);
    }
  for (guint i = COLUMN_ID; i <= COLUMN_DOWNLOADS; i++)
    if (columns[i] < 0)
      {
        g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_COLUMN,
                     _("Line 1: the column “%s” is missing."), names[i][0]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
fail_value (HfsCsvReader  *reader,
            guint          column,
            const char    *text,
            GError       **error)
{
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE,
               column == COLUMN_CREATED_AT ? _("Line %u: “%s” in the column “%s” is not a date.")
               : column == COLUMN_ID ? _("Line %u: “%s” in the column “%s” is not the name of a model.")
               : _("Line %u: “%s” in the column “%s” is not a whole number from 0."),
               hfs_csv_reader_get_line (reader), text, names[column][0]);
  return FALSE;
}

static gboolean
read_count (HfsCsvReader  *reader,
            const int     *columns,
            guint          column,
            gint64        *count,
            GError       **error)
{
  const char *text = hfs_csv_reader_get_field (reader, columns[column]);

  if (*text == '\0' && column != COLUMN_DOWNLOADS)
    return TRUE;
  return hfs_table_parse_count (text, count) || fail_value (reader, column, text, error);
}

static gboolean
read_created_at (HfsCsvReader  *reader,
                 const int     *columns,
                 gint64        *created_at,
                 GError       **error)
{
  const char *text = hfs_csv_reader_get_field (reader, columns[COLUMN_CREATED_AT]);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = strlen (text) == 10 ? g_strconcat (text, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) time = NULL;

  if (*text == '\0')
    return TRUE;
  time = g_date_time_new_from_iso8601 (midnight ? midnight : text, utc);
  if (time == NULL)
    return fail_value (reader, COLUMN_CREATED_AT, text, error);
  *created_at = g_date_time_to_unix (time);
  return TRUE;
}

/* A word of the file; R writes NA for one that is not stated. */
static const char *
get_word (HfsCsvReader *reader,
          const int    *columns,
          guint         column)
{
  const char *text = hfs_csv_reader_get_field (reader, columns[column]);

  return *text == '\0' || g_str_equal (text, "NA") ? NULL : text;
}

/* A model id is one word, or two with a slash between, and nothing that could be a path. */
static gboolean
is_model_id (const char *id)
{
  const char *slash = strchr (id, '/');

  if (*id == '\0' || strlen (id) > MAX_ID || *id == '/' || (slash != NULL && (slash[1] == '\0' || strchr (slash + 1, '/'))))
    return FALSE;
  for (const char *at = id; *at != '\0'; at++)
    if ((guchar) *at <= ' ' || *at == 0x7f)
      return FALSE;
  return TRUE;
}

/**
 * hfs_table_rows_read:
 * @csv: a table with a header: `id` and `downloads`, and as far as it has them
 *   `downloads_all_time likes task library created_at parameters license`
 * @func: (scope call): takes each row
 *
 * Reads a table of models. The first bad line ends it.
 *
 * Returns: whether the whole table was read; if not, @error names the line
 */
gboolean
hfs_table_rows_read (GBytes      *csv,
                     HfsRowFunc   func,
                     gpointer     user_data,
                     GError     **error)
{
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (csv, error);
  g_autoptr (GError) local_error = NULL;
  int columns[N_COLUMNS];

  if (reader == NULL || !find_columns (reader, columns, error))
    return FALSE;
  while (hfs_csv_reader_next (reader, &local_error))
    {
      HfsModelRow row = HFS_MODEL_ROW_INIT;

      row.id = hfs_csv_reader_get_field (reader, columns[COLUMN_ID]);
      row.task = get_word (reader, columns, COLUMN_TASK);
      row.library = get_word (reader, columns, COLUMN_LIBRARY);
      row.license = get_word (reader, columns, COLUMN_LICENSE);
      if (!is_model_id (row.id))
        return fail_value (reader, COLUMN_ID, row.id, error);
      if (!read_count (reader, columns, COLUMN_DOWNLOADS, &row.downloads, error) ||
          !read_count (reader, columns, COLUMN_DOWNLOADS_ALL_TIME, &row.downloads_all_time, error) ||
          !read_count (reader, columns, COLUMN_LIKES, &row.likes, error) ||
          !read_count (reader, columns, COLUMN_PARAMETERS, &row.stated, error) ||
          !read_created_at (reader, columns, &row.created_at, error))
        return FALSE;
      if (!func (&row, user_data, &local_error))
        {
          g_prefix_error (&local_error, _("Line %u: "), hfs_csv_reader_get_line (reader));
          break;
        }
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}
