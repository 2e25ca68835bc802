/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COLUMNS 1024

/**
 * HfsCsvReader:
 *
 * Reads comma separated values as RFC 4180 has them: a header line, then records; a
 * field in double quotes may hold commas, line breaks and doubled quotes. Lines may end
 * in LF or CR LF, and a byte order mark at the start is passed over.
 */
struct _HfsCsvReader
{
  GObject parent_instance;

  GBytes *bytes;      /* (owned) */
  const char *at;     /* borrowed from bytes */
  const char *end;    /* borrowed from bytes */
  guint line;         /* of the record that was read last */
  guint next_line;
  GString *text;      /* (owned): the fields of the record, each ended by a zero byte */
  GArray *field_at;   /* (owned) (element-type gsize): offsets into text */
  GPtrArray *columns; /* (owned) (element-type utf8) */
};

G_DEFINE_FINAL_TYPE (HfsCsvReader, hfs_csv_reader, G_TYPE_OBJECT)

static void
hfs_csv_reader_finalize (GObject *object)
{
  HfsCsvReader *self = HFS_CSV_READER (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_string_free (self->text, TRUE);
  g_array_unref (self->field_at);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (hfs_csv_reader_parent_class)->finalize (object);
}

static void
hfs_csv_reader_class_init (HfsCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_csv_reader_finalize;
}

static void
hfs_csv_reader_init (HfsCsvReader *self)
{
  self->text = g_string_new (NULL);
  self->field_at = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->next_line = 1;
}

/* Reads a quoted field, whose opening quote is at self->at. */
static gboolean
read_quoted (HfsCsvReader  *self,
             GError       **error)
{
  for (self->at++; self->at < self->end; self->at++)
    {
      if (*self->at == '"')
        {
          if (self->at + 1 < self->end && self->at[1] == '"')
            self->at++;
          else
            {
              self->at++;
              if (self->at == self->end || strchr (",\r\n", *self->at) != NULL)
                return TRUE;
              g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
                           _("Line %u: text follows a closing quotation mark."), self->next_line);
              return FALSE;
            }
        }
      else if (*self->at == '\n')
        self->next_line++;
      g_string_append_c (self->text, *self->at);
    }
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
               _("Line %u: a quotation mark is opened and never closed."), self->line);
  return FALSE;
}

/* Reads the record at self->at into the fields. */
static gboolean
read_record (HfsCsvReader  *self,
             GError       **error)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->field_at, 0);
  self->line = self->next_line;

  while (TRUE)
    {
      if (self->field_at->len == MAX_COLUMNS)
        {
          g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
                       _("Line %u: there are more than %d columns."), self->line, MAX_COLUMNS);
          return FALSE;
        }
      g_array_append_val (self->field_at, self->text->len);
      if (self->at < self->end && *self->at == '"')
        {
          if (!read_quoted (self, error))
            return FALSE;
        }
      else
        {
          const char *from = self->at;

          while (self->at < self->end && *self->at != ',' && *self->at != '\n')
            self->at++;
          g_string_append_len (self->text, from, self->at - from);
          if (self->at > from && self->at[-1] == '\r' && (self->at == self->end || *self->at == '\n'))
            g_string_truncate (self->text, self->text->len - 1);
        }
      g_string_append_c (self->text, '\0');

      if (self->at < self->end && *self->at == '\r')
        self->at++;
      if (self->at == self->end || *self->at++ == '\n')
        break;
    }
  self->next_line++;
  return TRUE;
}

static gboolean
check_text (HfsCsvReader  *self,
            GError       **error)
{
  const char *bad;
  guint line = 1;

  /* A zero byte is no text either; g_utf8_validate_len() stops at it. */
  if (g_utf8_validate_len (self->at, self->end - self->at, &bad))
    return TRUE;
  for (const char *at = self->at; at < bad; at++)
    line += *at == '\n';
  g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
               _("Line %u: the text is not valid UTF-8."), line);
  return FALSE;
}

/**
 * hfs_csv_reader_new:
 * @bytes: the file
 *
 * Checks that the file is text and reads its header.
 *
 * Returns: (transfer full) (nullable): a reader before the first record, or %NULL with @error set
 */
HfsCsvReader *
hfs_csv_reader_new (GBytes  *bytes,
                    GError **error)
{
  g_autoptr (HfsCsvReader) self = g_object_new (HFS_TYPE_CSV_READER, NULL);
  gsize size;

  self->bytes = g_bytes_ref (bytes);
  self->at = g_bytes_get_data (bytes, &size);
  self->end = self->at + size;
  if (!check_text (self, error))
    return NULL;
  if (size >= 3 && memcmp (self->at, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  if (self->at == self->end)
    {
      g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT, _("The file is empty."));
      return NULL;
    }
  if (!read_record (self, error))
    return NULL;

  for (guint i = 0; i < self->field_at->len; i++)
    {
      const char *column = hfs_csv_reader_get_field (self, i);

      if (*column != '\0' && hfs_csv_reader_find (self, column) >= 0)
        {
          g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_TWICE,
                       _("Line 1: the column “%s” is there twice."), column);
          return NULL;
        }
      g_ptr_array_add (self->columns, g_strdup (column));
    }
  return g_steal_pointer (&self);
}

/**
 * hfs_csv_reader_next:
 *
 * Reads the next record, passing over empty lines.
 *
 * Returns: whether there is one; at the end %FALSE without @error, otherwise with @error set
 */
gboolean
hfs_csv_reader_next (HfsCsvReader  *self,
                     GError       **error)
{
  do
    {
      if (self->at == self->end)
        return FALSE;
      if (!read_record (self, error))
        return FALSE;
    }
  while (self->field_at->len == 1 && self->text->str[0] == '\0' && self->columns->len > 1);

  if (self->field_at->len != self->columns->len)
    {
      g_set_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT,
                   _("Line %u has %u fields; the header has %u."),
                   self->line, self->field_at->len, self->columns->len);
      return FALSE;
    }
  return TRUE;
}

/**
 * hfs_csv_reader_get_line:
 *
 * Returns: the line that the current record begins on, from 1
 */
guint
hfs_csv_reader_get_line (HfsCsvReader *self)
{
  return self->line;
}

/**
 * hfs_csv_reader_find:
 *
 * Returns: the number of the column with this name, or -1
 */
int
hfs_csv_reader_find (HfsCsvReader *self,
                     const char   *column)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->columns, column, g_str_equal, &index))
    return -1;
  return (int) index;
}

/**
 * hfs_csv_reader_get_field:
 * @column: a column, or -1 for one that is not there
 *
 * Returns: (transfer none): the field of the current record, empty for -1; good until the next record
 */
const char *
hfs_csv_reader_get_field (HfsCsvReader *self,
                          int           column)
{
  if (column < 0)
    return "";
  g_return_val_if_fail ((guint) column < self->field_at->len, "");

  return self->text->str + g_array_index (self->field_at, gsize, column);
}

/**
 * hfs_csv_append_field:
 * @line: the line so far; a comma is put before the field unless the line is empty or new
 * @text: what the field holds
 *
 * Writes one field, in quotes where RFC 4180 asks for them. Text that a spreadsheet would
 * take for a formula gets an apostrophe in front.
 */
void
hfs_csv_append_field (GString    *line,
                      const char *text)
{
  const char *guard = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL ? "'" : "";
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (line->len > 0 && line->str[line->len - 1] != '\n')
    g_string_append_c (line, ',');
  else if (*text == '\0')
    {
      /* Otherwise the next field could not tell that there is one before it. */
      g_string_append (line, "\"\"");
      return;
    }
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append_printf (line, "%s%s", guard, text);
      return;
    }
  parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (line, "\"%s%s\"", guard, doubled);
}
