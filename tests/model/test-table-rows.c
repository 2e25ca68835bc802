/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-table-rows.h"

#include <string.h>

/* Notes each row as one line of text. */
static gboolean
note_row (const HfsModelRow  *row,
          gpointer            user_data,
          GError            **error)
{
  GString *notes = user_data;

  if (g_str_equal (row->id, "refused"))
    {
      g_set_error_literal (error, HFS_DATA_ERROR, HFS_DATA_ERROR_TWICE, "it is not wanted.");
      return FALSE;
    }
  g_string_append_printf (notes, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                          row->id, row->downloads, row->downloads_all_time, row->likes,
                          row->task ? row->task : "-", row->library ? row->library : "-", row->license ? row->license : "-",
                          row->created_at == HFS_TIME_ABSENT ? -1 : row->created_at, row->stated);
  return TRUE;
}

static char *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GString) notes = g_string_new (NULL);

  return hfs_table_rows_read (bytes, note_row, notes, error) ? g_string_free (g_steal_pointer (&notes), FALSE) : NULL;
}

static void
test_reads_columns_by_name (void)
{
  static const struct
  {
    const char *text;
    const char *notes;
  } cases[] = {
    { "id,downloads\na/b,7\n", "a/b 7 -1 -1 - - - -1 0\n" },
    { "downloads,model\n7,a/b\n", "a/b 7 -1 -1 - - - -1 0\n" },
    { "modelId,downloads,other\na/b,1234.0,x\n", "a/b 1234 -1 -1 - - - -1 0\n" },
    { "id,downloads,likes,downloads_all_time\na,1,2,3\n", "a 1 3 2 - - - -1 0\n" },
    { "id,downloads,likes\na,1,\n", "a 1 -1 -1 - - - -1 0\n" },
    { "id,downloads,pipeline_tag,library_name,license\na,1,t,l,mit\n", "a 1 -1 -1 t l mit -1 0\n" },
    { "id,downloads,task\na,1,NA\n", "a 1 -1 -1 - - - -1 0\n" },
    { "id,downloads,created_at\na,1,1970-01-02\n", "a 1 -1 -1 - - - 86400 0\n" },
    { "id,downloads,createdAt\na,1,1970-01-01T00:01:00.000Z\n", "a 1 -1 -1 - - - 60 0\n" },
    { "id,downloads,parameters\na,1,7e9\n", "a 1 -1 -1 - - - -1 7000000000\n" },
    { "id,downloads\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *notes = read_text (cases[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (notes, ==, cases[i].notes);
    }
}

static void
test_names_the_bad_line (void)
{
  static const struct
  {
    const char *text;
    HfsDataError code;
    const char *message;
  } cases[] = {
    { "downloads\n1\n", HFS_DATA_ERROR_COLUMN, "Line 1: the column “id” is missing." },
    { "id\na\n", HFS_DATA_ERROR_COLUMN, "Line 1: the column “downloads” is missing." },
    { "id,downloads\na,1\nb,-1\n", HFS_DATA_ERROR_VALUE, "Line 3: “-1” in the column “downloads” is not a whole number from 0." },
    { "id,downloads\na,1.5\n", HFS_DATA_ERROR_VALUE, "Line 2: “1.5” in the column “downloads” is not a whole number from 0." },
    { "id,downloads\na,\n", HFS_DATA_ERROR_VALUE, "Line 2: “” in the column “downloads” is not a whole number from 0." },
    { "id,downloads\na,99999999999999999999\n", HFS_DATA_ERROR_VALUE, "Line 2: “99999999999999999999” in the column “downloads” is not a whole number from 0." },
    { "id,downloads\na,nan\n", HFS_DATA_ERROR_VALUE, "Line 2: “nan” in the column “downloads” is not a whole number from 0." },
    { "id,downloads\na,0x10\n", HFS_DATA_ERROR_VALUE, "Line 2: “0x10” in the column “downloads” is not a whole number from 0." },
    { "id,downloads,likes\na,1,x\n", HFS_DATA_ERROR_VALUE, "Line 2: “x” in the column “likes” is not a whole number from 0." },
    { "id,downloads\n,1\n", HFS_DATA_ERROR_VALUE, "Line 2: “” in the column “id” is not the name of a model." },
    { "id,downloads\n/a,1\n", HFS_DATA_ERROR_VALUE, "Line 2: “/a” in the column “id” is not the name of a model." },
    { "id,downloads\na/,1\n", HFS_DATA_ERROR_VALUE, "Line 2: “a/” in the column “id” is not the name of a model." },
    { "id,downloads\na/b/c,1\n", HFS_DATA_ERROR_VALUE, "Line 2: “a/b/c” in the column “id” is not the name of a model." },
    { "id,downloads\na b,1\n", HFS_DATA_ERROR_VALUE, "Line 2: “a b” in the column “id” is not the name of a model." },
    { "id,downloads,created_at\na,1,soon\n", HFS_DATA_ERROR_VALUE, "Line 2: “soon” in the column “created_at” is not a date." },
    { "id,downloads,created_at\na,1,2022-02-30\n", HFS_DATA_ERROR_VALUE, "Line 2: “2022-02-30” in the column “created_at” is not a date." },
    { "id,downloads\na,1\nb\n", HFS_DATA_ERROR_FORMAT, "Line 3 has 1 fields; the header has 2." },
    { "id,downloads\na,1\nrefused,1\n", HFS_DATA_ERROR_TWICE, "Line 3: it is not wanted." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].message);
      g_assert_null (read_text (cases[i].text, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_error (error, HFS_DATA_ERROR, (int) cases[i].code);
    }
}

static void
test_refuses_a_long_name (void)
{
  g_autofree char *id = g_strnfill (1025, 'x');
  g_autofree char *text = g_strconcat ("id,downloads\n", id, ",1\n", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, &error));
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/table-rows/reads-columns-by-name", test_reads_columns_by_name);
  g_test_add_func ("/model/table-rows/names-the-bad-line", test_names_the_bad_line);
  g_test_add_func ("/model/table-rows/refuses-a-long-name", test_refuses_a_long_name);
  return g_test_run ();
}
