/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-languages.h"

static void
test_codes_of_a_language_are_one (void)
{
  g_assert_cmpstr (hfs_language_from_tag ("en"), ==, "en");
  g_assert_true (hfs_language_from_tag ("eng") == hfs_language_from_tag ("en"));
  g_assert_true (hfs_language_from_tag ("fre") == hfs_language_from_tag ("fr"));
  g_assert_cmpstr (hfs_language_from_tag ("multilingual"), ==, "mul");
  g_assert_cmpstr (hfs_language_from_tag ("yue"), ==, "yue");
}

static void
test_other_tags_are_no_languages (void)
{
  static const char * const tags[] = { "", "bin", "tts", "moe", "English", "EN" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    g_assert_null (hfs_language_from_tag (tags[i]));
}

static void
test_has_one_short_name (void)
{
  static const struct
  {
    const char *code, *name;
  } cases[] = {
    { "en", "English" }, { "es", "Spanish" }, { "el", "Greek" }, { "ia", "Interlingua" }, { "zh", "Chinese" },
    { "yue", "yue" }, { "several", "several" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = hfs_language_dup_name (cases[i].code);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/languages/codes-of-a-language-are-one", test_codes_of_a_language_are_one);
  g_test_add_func ("/model/languages/other-tags-are-none", test_other_tags_are_no_languages);
  g_test_add_func ("/model/languages/has-one-short-name", test_has_one_short_name);
  return g_test_run ();
}
