/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-json-cursor.h"

#include <string.h>

static gboolean
is_json (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  HfsJsonCursor cursor = { copy, copy + strlen (copy) };

  return hfs_json_cursor_skip (&cursor) && hfs_json_cursor_is_at_end (&cursor);
}

static void
test_takes_json_and_nothing_else (void)
{
  static const char * const good[] = {
    "null", " true ", "false", "0", "-0", "-12.5e+3", "1E9", "\"\"", "[]", "{}", "[[],{}]", "\t[1 , 2]\r\n",
    "{\"a\":{\"b\":[null,\"\\u00e9\\ud83d\\ude00\\/\"]}}",
  };
  static const char * const bad[] = {
    "", " ", "nul", "tru", "01", "-", "+1", "1.", ".5", "1e", "NaN", "\"", "\"a", "\"\n\"", "\"\\x\"", "\"\\u12\"",
    "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "'a'", "[", "[1", "[1,]", "[,1]", "[1 2]", "]", "{", "{\"a\"}",
    "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "[1}", "{\"a\":1]", "1 2", "[] x", "// a\n1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    if (!is_json (good[i]))
      g_test_fail_printf ("%s is JSON", good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (is_json (bad[i]))
      g_test_fail_printf ("%s is not JSON", bad[i]);
}

static void
test_reads_texts_where_they_stand (void)
{
  static const struct { const char *json, *text; } cases[] = {
    { "\"plain\"", "plain" }, { "\"\"", "" }, { "\"a\\\"b\\\\c\\/\"", "a\"b\\c/" }, { "\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t" },
    { "\"\\u00E9t\\u00e9\"", "été" }, { "\"\\ud83d\\ude00!\"", "😀!" }, { "\"é\"", "é" }, { "\"a\\u0000b\"", "a\001b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *copy = g_strdup (cases[i].json);
      HfsJsonCursor cursor = { copy, copy + strlen (copy) };
      char *text;

      g_assert_true (hfs_json_cursor_read_text (&cursor, &text));
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (hfs_json_cursor_is_at_end (&cursor));
    }
}

static void
test_tells_whole_numbers (void)
{
  static const struct { const char *json; gboolean is_whole; gint64 number; } cases[] = {
    { "0", TRUE, 0 }, { "-7", TRUE, -7 }, { "9223372036854775807", TRUE, G_MAXINT64 },
    { "9223372036854775808", FALSE, 0 }, { "99999999999999999999999", FALSE, 0 }, { "1.0", FALSE, 0 }, { "1e3", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *copy = g_strdup (cases[i].json);
      HfsJsonCursor cursor = { copy, copy + strlen (copy) };
      gint64 number;
      gboolean is_whole;

      g_assert_true (hfs_json_cursor_read_number (&cursor, &number, &is_whole));
      g_assert_cmpint (is_whole, ==, cases[i].is_whole);
      if (is_whole)
        g_assert_cmpint (number, ==, cases[i].number);
    }
}

/* Every beginning of a text: the cursor must neither take it nor look behind its end. */
static void
test_stops_where_the_text_does (void)
{
  static const char text[] = "{\"a\":[1,-2.5e3,\"x\\u00e9\\ud83d\\ude00\\n\",true,false,null],\"b\":{}}";

  g_assert_true (is_json (text));
  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *copy = g_memdup2 (text, MAX (length, 1));
      HfsJsonCursor cursor = { copy, copy + length };

      g_assert_false (hfs_json_cursor_skip (&cursor));
      g_assert_false (hfs_json_cursor_is_good (&cursor) && hfs_json_cursor_skip (&cursor));
    }
}

static void
test_goes_no_deeper_than_it_may (void)
{
  g_autofree char *open = g_strnfill (1000000, '['), *fine = g_strnfill (60, '['), *close = g_strnfill (60, ']');
  g_autofree char *nested = g_strconcat (fine, close, NULL);

  g_assert_false (is_json (open));
  g_assert_true (is_json (nested));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/json-cursor/takes-json-and-nothing-else", test_takes_json_and_nothing_else);
  g_test_add_func ("/model/json-cursor/reads-texts-where-they-stand", test_reads_texts_where_they_stand);
  g_test_add_func ("/model/json-cursor/tells-whole-numbers", test_tells_whole_numbers);
  g_test_add_func ("/model/json-cursor/stops-where-the-text-does", test_stops_where_the_text_does);
  g_test_add_func ("/model/json-cursor/goes-no-deeper-than-it-may", test_goes_no_deeper_than_it_may);
  return g_test_run ();
}
