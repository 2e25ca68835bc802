/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-overrides-file.h"

#include "hfs-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More faults than that help nobody. */
#define MAX_FAULTS 100

static const char * const columns[] = { "publisher", "field", "value", "reason", "date" };

/* What is found while a file is read. */
typedef struct
{
  HfsCsvReader *reader;
  int column[G_N_ELEMENTS (columns)];
  GPtrArray *overrides; /* (owned) (element-type HfsOverride) */
  GHashTable *lines;    /* (owned) (element-type utf8 guint): publisher and field to the line that was first */
  GPtrArray *faults;    /* (owned) (element-type utf8) */
} Reading;

/**
 * hfs_overrides_to_csv:
 *
 * Returns: (transfer full): the decisions as comma separated values (RFC 4180), the header first
 */
char *
hfs_overrides_to_csv (HfsOverrides *self)
{
  g_autoptr (GString) text = g_string_new ("publisher,field,value,reason,date\r\n");

  for (guint i = 0; i < hfs_overrides_get_n (self); i++)
    {
      const HfsOverride *override = hfs_overrides_get (self, i);

      hfs_csv_append_field (text, override->publisher);
      hfs_csv_append_field (text, hfs_override_field_get_key (override->field));
      hfs_csv_append_field (text, override->value);
      hfs_csv_append_field (text, override->reason);
      hfs_csv_append_field (text, override->date);
      g_string_append (text, "\r\n");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_fault (Reading    *reading,
           const char *what)
{
  if (reading->faults->len < MAX_FAULTS)
    /* Translators: a line of a file, then a whole sentence on what is wrong there. */
    g_ptr_array_add (reading->faults, g_strdup_printf (_("Line %1$u: %2$s"), hfs_csv_reader_get_line (reading->reader), what));
}

/* What guards a text against being read as a formula is no part of it. */
static const char *
skip_guard (const char *text)
{
  return text[0] == '\'' && text[1] != '\0' && strchr ("=+-@\t\r", text[1]) != NULL ? text + 1 : text;
}

static char *
dup_field (Reading *reading,
           guint    column)
{
  return g_strdup (skip_guard (hfs_csv_reader_get_field (reading->reader, reading->column[column])));
}

static void
read_line (Reading *reading)
{
  g_autofree char *publisher = dup_field (reading, 0);
  g_autofree char *field = dup_field (reading, 1);
  g_autofree char *value = dup_field (reading, 2);
  g_autofree char *reason = dup_field (reading, 3);
  g_autofree char *date = dup_field (reading, 4);
  HfsOverride draft = { publisher, HFS_OVERRIDE_COUNTRY, value, reason, date };
  g_autoptr (HfsOverride) override = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autofree char *key = g_strconcat (publisher, ",", field, NULL);
  gpointer first;

  if (!hfs_override_field_from_key (field, &draft.field))
    {
      what = g_strdup_printf (_("There is no field “%s”. There are: country, developer-type."), field);
      add_fault (reading, what);
      return;
    }
  override = hfs_override_new_checked (&draft, &error);
  if (override == NULL)
    {
      add_fault (reading, error->message);
      return;
    }
  if (g_hash_table_lookup_extended (reading->lines, key, NULL, &first))
    {
      what = g_strdup_printf (_("The %1$s of “%2$s” stands in line %3$u already."), field, publisher, GPOINTER_TO_UINT (first));
      add_fault (reading, what);
      return;
    }
  g_hash_table_insert (reading->lines, g_steal_pointer (&key), GUINT_TO_POINTER (hfs_csv_reader_get_line (reading->reader)));
  g_ptr_array_add (reading->overrides, g_steal_pointer (&override));
}

static gboolean
read_lines (Reading  *reading,
            GError  **error)
{
  GError *local_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      reading->column[i] = hfs_csv_reader_find (reading->reader, columns[i]);
      if (reading->column[i] < 0)
        {
          g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_COLUMN,
                       _("The column “%s” is missing. The first line has to be: publisher,field,value,reason,date"), columns[i]);
          return FALSE;
        }
    }
  while (hfs_csv_reader_next (reading->reader, &local_error))
    read_line (reading);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static char **
steal_faults (GPtrArray *faults)
{
  g_ptr_array_add (faults, NULL);
  return (char **) g_ptr_array_free (faults, FALSE);
}

/**
 * hfs_overrides_read_csv:
 * @csv: `publisher,field,value,reason,date` by header, in any order
 * @report: (out) (optional) (array zero-terminated=1): one sentence a fault, each with its line; empty when there is none
 *
 * Puts the decisions of a file in the place of all that are there, as one step. A file with a fault changes nothing.
 *
 * Returns: whether the file was taken; if not, @error says why in one sentence and @report lists all faults
 */
gboolean
hfs_overrides_read_csv (HfsOverrides   *self,
                        GBytes         *csv,
                        char         ***report,
                        GError        **error)
{
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (csv, error);
  Reading reading = { reader };
  g_auto (GStrv) faults = NULL;
  guint n_faults;
  gboolean whole = FALSE;

  reading.overrides = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_override_free);
  reading.lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.faults = g_ptr_array_new ();
  if (reader != NULL)
    whole = read_lines (&reading, error);
  n_faults = reading.faults->len;
  faults = steal_faults (reading.faults);
  g_hash_table_unref (reading.lines);

  if (whole && n_faults > 0)
    g_set_error (error, HFS_OVERRIDE_ERROR, HFS_OVERRIDE_ERROR_FILE,
                 ngettext ("The file has a fault, so nothing was changed. %s", "The file has faults, so nothing was changed. The first: %s",
                           n_faults), faults[0]);
  if (whole && n_faults == 0)
    hfs_overrides_replace (self, g_ptr_array_ref (reading.overrides));
  g_ptr_array_unref (reading.overrides);
  if (report != NULL)
    *report = g_steal_pointer (&faults);
  return whole && n_faults == 0;
}

/**
 * hfs_overrides_dup_default_path:
 *
 * Returns: (transfer full) (type filename): where the reader's decisions are kept
 */
char *
hfs_overrides_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "hf-state", "classification.csv", NULL);
}

/**
 * hfs_overrides_save:
 *
 * Writes the decisions to a file, whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean
hfs_overrides_save (HfsOverrides  *self,
                    const char    *path,
                    GError       **error)
{
  g_autofree char *csv = hfs_overrides_to_csv (self);

  return g_file_set_contents_full (path, csv, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/**
 * hfs_overrides_load:
 * @report: (out) (optional) (array zero-terminated=1): as [method@Overrides.read_csv]
 *
 * Reads a file of decisions.
 *
 * Returns: whether it was read; if not, @error is set and nothing is changed
 */
gboolean
hfs_overrides_load (HfsOverrides   *self,
                    const char     *path,
                    char         ***report,
                    GError        **error)
{
  g_autoptr (GBytes) csv = NULL;
  char *text;
  gsize length;

  if (report != NULL)
    *report = g_new0 (char *, 1);
  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  csv = g_bytes_new_take (text, length);
  if (report != NULL)
    g_clear_pointer (report, g_strfreev);
  return hfs_overrides_read_csv (self, csv, report, error);
}
