/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-csv.h"

#include <string.h>

static HfsCsvReader *
open_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return hfs_csv_reader_new (bytes, error);
}

/* Reads all records as one string: fields between bars, records between slashes. */
static char *
read_all (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsCsvReader) reader = open_text (text, &error);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_no_error (error);
  while (hfs_csv_reader_next (reader, &error))
    {
      for (int i = 0; i < 2; i++)
        g_string_append_printf (all, "%s%s", i ? "|" : "", hfs_csv_reader_get_field (reader, i));
      g_string_append_c (all, '/');
    }
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
test_reads_rfc_4180 (void)
{
  static const struct
  {
    const char *text;
    const char *records;
  } cases[] = {
    { "a,b\n1,2\n", "1|2/" },
    { "a,b\r\n1,2\r\n3,4", "1|2/3|4/" },
    { "\xef\xbb\xbf" "a,b\n1,2\n", "1|2/" },
    { "a,b\n\"1,1\",\"say \"\"hi\"\"\"\n", "1,1|say \"hi\"/" },
    { "a,b\n\"two\nlines\",x\n", "two\nlines|x/" },
    { "a,b\n\"two\r\nlines\",x\r\n", "two\r\nlines|x/" },
    { "a,b\n\n1,2\n\n", "1|2/" },
    { "a,b\n,\n", "|/" },
    { "a,b\n\"\",\"\"\n", "|/" },
    { "a,b\nko\xc4\x85t,x\n", "ko\xc4\x85t|x/" },
    { "a,b\n1 \"2\",3\n", "1 \"2\"|3/" },
    { "a,b\n\"1\",\"2\"", "1|2/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *records = read_all (cases[i].text);

      g_assert_cmpstr (records, ==, cases[i].records);
    }
}

static void
test_counts_lines (void)
{
  g_autoptr (HfsCsvReader) reader = open_text ("a,b\n\"x\ny\",1\n2,3\n", NULL);

  g_assert_true (hfs_csv_reader_next (reader, NULL));
  g_assert_cmpuint (hfs_csv_reader_get_line (reader), ==, 2);
  g_assert_true (hfs_csv_reader_next (reader, NULL));
  g_assert_cmpuint (hfs_csv_reader_get_line (reader), ==, 4);
}

static void
test_finds_columns (void)
{
  g_autoptr (HfsCsvReader) reader = open_text ("id,downloads\na,1\n", NULL);

  g_assert_true (hfs_csv_reader_next (reader, NULL));
  g_assert_cmpint (hfs_csv_reader_find (reader, "downloads"), ==, 1);
  g_assert_cmpint (hfs_csv_reader_find (reader, "likes"), ==, -1);
  g_assert_cmpstr (hfs_csv_reader_get_field (reader, -1), ==, "");
}

static void
test_names_the_bad_line (void)
{
  static const struct
  {
    const char *text;
    const char *message;
    HfsDataError code;
  } cases[] = {
    { "", "The file is empty.", HFS_DATA_ERROR_FORMAT },
    { "\xef\xbb\xbf", "The file is empty.", HFS_DATA_ERROR_FORMAT },
    { "a,a\n", "Line 1: the column “a” is there twice.", HFS_DATA_ERROR_TWICE },
    { "a,b\n1\n", "Line 2 has 1 fields; the header has 2.", HFS_DATA_ERROR_FORMAT },
    { "a,b\n1,2\n1,2,3\n", "Line 3 has 3 fields; the header has 2.", HFS_DATA_ERROR_FORMAT },
    { "a,b\n\"1,2\n", "Line 2: a quotation mark is opened and never closed.", HFS_DATA_ERROR_FORMAT },
    { "a,b\n\"1\"2,3\n", "Line 2: text follows a closing quotation mark.", HFS_DATA_ERROR_FORMAT },
    { "a,b\n1,2\n\xff,2\n", "Line 3: the text is not valid UTF-8.", HFS_DATA_ERROR_FORMAT },
    { "a,b\n1,caf\xe9\n", "Line 2: the text is not valid UTF-8.", HFS_DATA_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsCsvReader) reader = open_text (cases[i].text, &error);

      while (reader != NULL && hfs_csv_reader_next (reader, &error))
        continue;
      g_assert_error (error, HFS_DATA_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_refuses_a_zero_byte (void)
{
  static const char text[] = "a,b\n1,2\n3,\0004\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (bytes, &error);

  g_assert_null (reader);
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "Line 3"));
}

static void
test_refuses_ten_million_columns (void)
{
  gsize size = 10 * 1000 * 1000;
  char *commas = memset (g_malloc (size), ',', size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (commas, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (bytes, &error);

  g_assert_null (reader);
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "Line 1"));
}

static void
test_writes_fields (void)
{
  static const struct
  {
    const char *text;
    const char *field;
  } cases[] = {
    { "plain", "plain" },
    { "", "\"\"" },
    { "a,b", "\"a,b\"" },
    { "say \"hi\"", "\"say \"\"hi\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "=1+1", "'=1+1" },
    { "+48", "'+48" },
    { "-x", "'-x" },
    { "@here", "'@here" },
    { "\tx", "'\tx" },
    { "\rx", "\"'\rx\"" },
    { "=\"a\",b", "\"'=\"\"a\"\",b\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      hfs_csv_append_field (line, cases[i].text);
      g_assert_cmpstr (line->str, ==, cases[i].field);
    }
}

static void
test_writes_lines_that_read_back (void)
{
  g_autoptr (GString) file = g_string_new ("a,b\r\n");
  g_autofree char *records = NULL;

  hfs_csv_append_field (file, "");
  hfs_csv_append_field (file, "x,\"y\"\r\nz");
  g_string_append (file, "\r\n");
  records = read_all (file->str);
  g_assert_cmpstr (records, ==, "|x,\"y\"\r\nz/");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/csv/reads-rfc-4180", test_reads_rfc_4180);
  g_test_add_func ("/model/csv/counts-lines", test_counts_lines);
  g_test_add_func ("/model/csv/finds-columns", test_finds_columns);
  g_test_add_func ("/model/csv/names-the-bad-line", test_names_the_bad_line);
  g_test_add_func ("/model/csv/refuses-a-zero-byte", test_refuses_a_zero_byte);
  g_test_add_func ("/model/csv/refuses-ten-million-columns", test_refuses_ten_million_columns);
  g_test_add_func ("/model/csv/writes-fields", test_writes_fields);
  g_test_add_func ("/model/csv/writes-lines-that-read-back", test_writes_lines_that_read_back);
  return g_test_run ();
}
