/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-format.h"

#define SPACE "\xc2\xa0"

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_integers (void)
{
  assert_text (hfs_format_integer (0), "0");
  assert_text (hfs_format_integer (999), "999");
  assert_text (hfs_format_integer (1000), "1,000");
  assert_text (hfs_format_integer (55524), "55,524");
  assert_text (hfs_format_integer (1234567890), "1,234,567,890");
  assert_text (hfs_format_integer (-1234), "−1,234");
  assert_text (hfs_format_integer (G_MAXINT64), "9,223,372,036,854,775,807");
  assert_text (hfs_format_integer (G_MININT64), "−9,223,372,036,854,775,808");
}

static void
test_amounts_have_three_digits (void)
{
  assert_text (hfs_format_amount (0), "0");
  assert_text (hfs_format_amount (55524), "55,524");
  assert_text (hfs_format_amount (999499), "999,499");
  assert_text (hfs_format_amount (999500), "1.00 million");
  assert_text (hfs_format_amount (1000000), "1.00 million");
  assert_text (hfs_format_amount (9994999), "9.99 million");
  assert_text (hfs_format_amount (9995000), "10.0 million");
  assert_text (hfs_format_amount (99950000), "100 million");
  assert_text (hfs_format_amount (493000000), "493 million");
  assert_text (hfs_format_amount (999600000), "1.00 billion");
  assert_text (hfs_format_amount (2098051849), "2.10 billion");
  assert_text (hfs_format_amount (1500000000000), "1.50 trillion");
  assert_text (hfs_format_amount (-2098051849), "−2.10 billion");
}

static void
test_shares (void)
{
  assert_text (hfs_format_share (0), "0.0" SPACE "%");
  assert_text (hfs_format_share (0.41), "41.0" SPACE "%");
  assert_text (hfs_format_share (1), "100.0" SPACE "%");
  assert_text (hfs_format_share (0.0005), "0.1" SPACE "%");
  assert_text (hfs_format_share (0.0004), "below 0.1" SPACE "%");
  assert_text (hfs_format_percent (0.235, 1), "23.5" SPACE "%");
  assert_text (hfs_format_percent (-0.235, 0), "−24" SPACE "%");
  assert_text (hfs_format_percent (-0.00001, 1), "0.0" SPACE "%");
}

static void
test_decimals (void)
{
  assert_text (hfs_format_decimal (1234.5, 1), "1,234.5");
  assert_text (hfs_format_decimal (1234.5, 0), "1,234");
  assert_text (hfs_format_decimal (-0.04, 1), "0.0");
  assert_text (hfs_format_decimal (0.123456789, 6), "0.123457");
  assert_text (hfs_format_decimal (0.123456789, 99), "0.123457");
}

static void
test_dates (void)
{
  assert_text (hfs_format_date ("2026-08-22"), "22 August 2026");
  assert_text (hfs_format_date ("2022-07-02"), "2 July 2022");
  assert_text (hfs_format_date ("soon"), "soon");
  assert_text (hfs_format_date ("2022-13-02"), "2022-13-02");
  assert_text (hfs_format_date (""), "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/format/integers", test_integers);
  g_test_add_func ("/model/format/amounts-have-three-digits", test_amounts_have_three_digits);
  g_test_add_func ("/model/format/shares", test_shares);
  g_test_add_func ("/model/format/decimals", test_decimals);
  g_test_add_func ("/model/format/dates", test_dates);
  return g_test_run ();
}
