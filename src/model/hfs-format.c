/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Numbers follow the language of the sentence they stand in, so separators come from the translation. */

static const char * const months[] = {
  N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
  N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

/* Puts the thousands separator into a row of digits. */
static char *
group_digits (const char *digits)
{
  /* Translators: what stands between thousands, as in 1,234,567; many languages use a no-break space. */
  const char *separator = C_("thousands separator", ",");
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * hfs_format_integer:
 * @number: a whole number
 *
 * Returns: (transfer full): all its digits, thousands apart: `55,524`
 */
char *
hfs_format_integer (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number < 0 ? -(guint64) number : (guint64) number);
  g_autofree char *grouped = group_digits (digits);

  return g_strconcat (number < 0 ? "−" : "", grouped, NULL);
}

/**
 * hfs_format_decimal:
 * @decimals: digits after the point, 0 to 6
 *
 * Returns: (transfer full): a number with a fixed number of decimals: `23.5`
 */
char *
hfs_format_decimal (double number,
                    guint  decimals)
{
  /* Translators: what stands between the whole and the decimals, as in 23.5 */
  const char *point = C_("decimal point", ".");
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts = NULL;
  g_autofree char *whole = NULL;
  char format[] = "%.0f";

  format[2] = '0' + MIN (decimals, 6);
  g_ascii_formatd (digits, sizeof digits, format, fabs (number));
  parts = g_strsplit (digits, ".", 2);
  whole = group_digits (parts[0]);
  return g_strconcat (number < 0 && strpbrk (digits, "123456789") ? "−" : "", whole, parts[1] ? point : "", parts[1], NULL);
}

/**
 * hfs_format_amount:
 * @number: an amount
 *
 * Returns: (transfer full): the amount as people write it, three digits: `2.10 billion`, `493 million`, `55,524`
 */
char *
hfs_format_amount (gint64 number)
{
  static const struct
  {
    double unit;
    const char *text;
  } units[] = {
    /* Translators: a large number; the figure is put in the place of %s. */
    { 1e12, N_("%s trillion") },
    { 1e9, N_("%s billion") },
    { 1e6, N_("%s million") },
  };
  double size = fabs ((double) number);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      double figure = size / units[i].unit;

      /* 999.6 million would be written as 1,000 million. */
      if (figure >= 0.9995)
        {
          guint decimals = figure < 9.995 ? 2 : figure < 99.95 ? 1 : 0;
          g_autofree char *text = hfs_format_decimal (number < 0 ? -figure : figure, decimals);

          return g_strdup_printf (_(units[i].text), text);
        }
    }
  return hfs_format_integer (number);
}

/**
 * hfs_format_percent:
 * @share: a share, 1 being all
 * @decimals: digits after the point
 *
 * Returns: (transfer full): the share as a percentage: `23.5 %`
 */
char *
hfs_format_percent (double share,
                    guint  decimals)
{
  g_autofree char *figure = hfs_format_decimal (share * 100, decimals);

  /* Translators: a percentage; before the sign stands a no-break space. */
  return g_strdup_printf (_("%s\u00a0%%"), figure);
}

/**
 * hfs_format_share:
 * @share: a share, 1 being all
 *
 * Returns: (transfer full): the share with one decimal: `23.5 %`; what is there but too small is `below 0.1 %`
 */
char *
hfs_format_share (double share)
{
  if (share > 0 && share < 0.0005)
    {
      g_autofree char *least = hfs_format_percent (0.001, 1);

      /* Translators: a share too small to write out, such as “below 0.1 %” */
      return g_strdup_printf (_("below %s"), least);
    }
  return hfs_format_percent (share, 1);
}

/**
 * hfs_format_date:
 * @date: `YYYY-MM-DD`
 *
 * Returns: (transfer full): the date as people write it: `22 August 2026`; @date itself when it is none
 */
char *
hfs_format_date (const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);
  guint64 year, month, day;

  if (g_strv_length (parts) != 3 || !g_ascii_string_to_unsigned (parts[0], 10, 1, 9999, &year, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 1, 12, &month, NULL) ||
      !g_ascii_string_to_unsigned (parts[2], 10, 1, 31, &day, NULL))
    return g_strdup (date);
  /* Translators: a date: the day, the name of the month (in the form it has in a date), the year. */
  return g_strdup_printf (_("%1$u %2$s %3$u"), (guint) day, _(months[month - 1]), (guint) year);
}
