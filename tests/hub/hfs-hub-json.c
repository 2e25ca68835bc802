/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-json.h"

static void
append_two (GString *json, int number)
{
  g_string_append_c (json, '0' + number / 10);
  g_string_append_c (json, '0' + number % 10);
}

/**
 * hfs_hub_append_number:
 * @json: where to write
 * @number: any whole number
 *
 * Writes the number in digits.
 */
void
hfs_hub_append_number (GString *json, gint64 number)
{
  char digits[20];
  char *end = digits + sizeof digits;
  char *at = end;
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;

  do
    *--at = '0' + rest % 10;
  while ((rest /= 10) > 0);

  if (number < 0)
    g_string_append_c (json, '-');
  g_string_append_len (json, at, end - at);
}

/**
 * hfs_hub_append_plain:
 * @json: where to write
 * @plain: text without quotation marks, backslashes and control characters
 *
 * Writes a JSON string with its quotation marks.
 */
void
hfs_hub_append_plain (GString *json, const char *plain)
{
  g_string_append_c (json, '"');
  g_string_append (json, plain);
  g_string_append_c (json, '"');
}

/**
 * hfs_hub_append_string:
 * @json: where to write
 * @text: UTF-8 text of any content
 *
 * Writes a JSON string with its quotation marks.
 */
void
hfs_hub_append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *text < 0x20)
        g_string_append_printf (json, "\\u%04x", *text);
      else
        g_string_append_c (json, *text);
    }
  g_string_append_c (json, '"');
}

/**
 * hfs_hub_append_time:
 * @json: where to write
 * @seconds: since 1970, UTC
 *
 * Writes a moment as the Hub does, with quotation marks: "2026-10-01T00:00:00.000Z".
 */
void
hfs_hub_append_time (GString *json, gint64 seconds)
{
  GDate date;
  int rest = (int) (seconds % 86400);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (seconds / 86400 + 719163)); /* 1970-01-01 is GDate's day 719163 */
  g_string_append_c (json, '"');
  hfs_hub_append_number (json, g_date_get_year (&date));
  g_string_append_c (json, '-');
  append_two (json, g_date_get_month (&date));
  g_string_append_c (json, '-');
  append_two (json, g_date_get_day (&date));
  g_string_append_c (json, 'T');
  append_two (json, rest / 3600);
  g_string_append_c (json, ':');
  append_two (json, rest / 60 % 60);
  g_string_append_c (json, ':');
  append_two (json, rest % 60);
  g_string_append (json, ".000Z\"");
}
