/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bundle.h"
#include "hfs-overrides-file.h"

#include <glib/gstdio.h>
#include <string.h>

static void
set (HfsOverrides     *overrides,
     const char       *publisher,
     HfsOverrideField  field,
     const char       *value)
{
  HfsOverride override = { (char *) publisher, field, (char *) value, (char *) "Its own page says so.", (char *) "2026-08-22" };
  g_autoptr (GError) error = NULL;

  g_assert_true (hfs_overrides_set (overrides, &override, &error));
  g_assert_no_error (error);
}

static HfsPublishers *
load_publishers (void)
{
  g_autoptr (GError) error = NULL;
  HfsPublishers *publishers = hfs_bundle_load_publishers (&error);

  g_assert_no_error (error);
  return publishers;
}

static void
test_mine (void)
{
  g_autoptr (HfsPublishers) published = load_publishers ();
  g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();
  g_autoptr (HfsPublishers) mine = NULL;
  const HfsPublisher *publisher;

  set (overrides, "Qwen", HFS_OVERRIDE_COUNTRY, "sg");
  set (overrides, "nobody-knows", HFS_OVERRIDE_TYPE, "academia");
  mine = hfs_publishers_new_with_overrides (published, overrides);

  g_assert_cmpuint (hfs_publishers_get_n_overrides (published), ==, 0);
  g_assert_cmpuint (hfs_publishers_get_n_overrides (mine), ==, 2);
  publisher = hfs_publishers_lookup (mine, HFS_ATTRIBUTION_MINE, "Qwen");
  g_assert_cmpstr (publisher->country, ==, "SG");
  g_assert_cmpint (publisher->type, ==, HFS_DEVELOPER_INDUSTRY);
  g_assert_cmpstr (publisher->note, ==, "Its own page says so.");
  g_assert_cmpstr (hfs_publishers_lookup_model (mine, HFS_ATTRIBUTION_MINE, "Qwen/Qwen3-8B")->country, ==, "SG");
  publisher = hfs_publishers_lookup (mine, HFS_ATTRIBUTION_MINE, "nobody-knows");
  g_assert_cmpstr (publisher->country, ==, "unknown");
  g_assert_cmpint (publisher->type, ==, HFS_DEVELOPER_ACADEMIA);

  /* Nothing else moves: not the published table, not the preset, not other accounts, not the tables it is made from. */
  g_assert_cmpstr (hfs_publishers_lookup (mine, HFS_ATTRIBUTION_PUBLISHED, "Qwen")->country, ==, "CN");
  g_assert_cmpstr (hfs_publishers_lookup (mine, HFS_ATTRIBUTION_ATOM, "Qwen")->country, ==, "CN");
  g_assert_cmpstr (hfs_publishers_lookup (mine, HFS_ATTRIBUTION_MINE, "google")->country, ==, "US");
  g_assert_cmpstr (hfs_publishers_lookup (published, HFS_ATTRIBUTION_MINE, "Qwen")->country, ==, "CN");
  g_assert_null (hfs_publishers_lookup (mine, HFS_ATTRIBUTION_PUBLISHED, "nobody-knows"));
}

/* A decision about the account counts for the old repositories without an account that it holds today. */
static void
test_legacy_names (void)
{
  g_autoptr (HfsPublishers) published = load_publishers ();
  g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();
  g_autoptr (HfsPublishers) mine = NULL;

  g_assert_cmpstr (hfs_publishers_lookup_model (published, HFS_ATTRIBUTION_MINE, "albert-base-v2")->country, ==, "US");
  set (overrides, "albert", HFS_OVERRIDE_COUNTRY, "CH");
  mine = hfs_publishers_new_with_overrides (published, overrides);
  g_assert_cmpstr (hfs_publishers_lookup_model (mine, HFS_ATTRIBUTION_MINE, "albert-base-v2")->country, ==, "CH");
  g_assert_cmpint (hfs_publishers_lookup_model (mine, HFS_ATTRIBUTION_MINE, "albert-base-v2")->type, ==, HFS_DEVELOPER_INDUSTRY);
}

static void
count_change (HfsOverrides *overrides,
              gpointer      n)
{
  (*(guint *) n)++;
}

static void
test_undo (void)
{
  g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();
  guint n = 0;

  g_signal_connect (overrides, "changed", G_CALLBACK (count_change), &n);
  g_assert_false (hfs_overrides_undo (overrides));
  set (overrides, "Qwen", HFS_OVERRIDE_COUNTRY, "SG");
  set (overrides, "Qwen", HFS_OVERRIDE_COUNTRY, "JP");
  set (overrides, "Qwen", HFS_OVERRIDE_TYPE, "government");
  g_assert_cmpuint (hfs_overrides_get_n (overrides), ==, 2);
  g_assert_true (hfs_overrides_remove (overrides, "Qwen", HFS_OVERRIDE_COUNTRY));
  g_assert_false (hfs_overrides_remove (overrides, "Qwen", HFS_OVERRIDE_COUNTRY));
  g_assert_cmpuint (n, ==, 4);

  g_assert_true (hfs_overrides_undo (overrides));
  g_assert_cmpstr (hfs_overrides_find (overrides, "Qwen", HFS_OVERRIDE_COUNTRY)->value, ==, "JP");
  g_assert_true (hfs_overrides_undo (overrides));
  g_assert_null (hfs_overrides_find (overrides, "Qwen", HFS_OVERRIDE_TYPE));
  g_assert_true (hfs_overrides_undo (overrides));
  g_assert_cmpstr (hfs_overrides_find (overrides, "Qwen", HFS_OVERRIDE_COUNTRY)->value, ==, "SG");
  g_assert_true (hfs_overrides_undo (overrides));
  g_assert_cmpuint (hfs_overrides_get_n (overrides), ==, 0);
  g_assert_false (hfs_overrides_can_undo (overrides));
  g_assert_cmpuint (n, ==, 8);
}

static void
test_difference (void)
{
  g_autoptr (HfsPublishers) published = load_publishers ();
  g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();
  g_autofree char *country = NULL;
  g_autofree char *type = NULL;

  set (overrides, "Qwen", HFS_OVERRIDE_COUNTRY, "SG");
  set (overrides, "nobody-knows", HFS_OVERRIDE_TYPE, "academia");
  country = hfs_overrides_dup_published (published, hfs_overrides_get (overrides, 0));
  type = hfs_overrides_dup_published (published, hfs_overrides_get (overrides, 1));
  g_assert_cmpstr (country, ==, "CN");
  g_assert_cmpstr (type, ==, "unknown");
}

static const struct
{
  const char *publisher;
  HfsOverrideField field;
  const char *value;
  const char *reason;
  const char *date;
  int code;
} refusals[] = {
  { "", HFS_OVERRIDE_COUNTRY, "DE", "why", "2026-08-22", HFS_OVERRIDE_ERROR_PUBLISHER },
  { "a/b", HFS_OVERRIDE_COUNTRY, "DE", "why", "2026-08-22", HFS_OVERRIDE_ERROR_PUBLISHER },
  { "Qwen", HFS_OVERRIDE_COUNTRY, "XX", "why", "2026-08-22", HFS_OVERRIDE_ERROR_VALUE },
  { "Qwen", HFS_OVERRIDE_COUNTRY, "", "why", "2026-08-22", HFS_OVERRIDE_ERROR_VALUE },
  { "Qwen", HFS_OVERRIDE_COUNTRY, "industry", "why", "2026-08-22", HFS_OVERRIDE_ERROR_VALUE },
  { "Qwen", HFS_OVERRIDE_TYPE, "DE", "why", "2026-08-22", HFS_OVERRIDE_ERROR_VALUE },
  { "Qwen", HFS_OVERRIDE_COUNTRY, "DE", "  ", "2026-08-22", HFS_OVERRIDE_ERROR_REASON },
  { "Qwen", HFS_OVERRIDE_COUNTRY, "DE", "two\nlines", "2026-08-22", HFS_OVERRIDE_ERROR_REASON },
  { "Qwen", HFS_OVERRIDE_COUNTRY, "DE", "why", "2026-02-30", HFS_OVERRIDE_ERROR_DATE },
};

static void
test_refusals (void)
{
  g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      HfsOverride draft = { (char *) refusals[i].publisher, refusals[i].field, (char *) refusals[i].value,
                            (char *) refusals[i].reason, (char *) refusals[i].date };
      g_autoptr (GError) error = NULL;

      g_assert_false (hfs_overrides_set (overrides, &draft, &error));
      g_assert_error (error, HFS_OVERRIDE_ERROR, refusals[i].code);
    }
  g_assert_false (hfs_overrides_can_undo (overrides));
}

/* What is written reads back the same, even a reason that looks like a formula. */
static void
test_file (void)
{
  g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();
  g_autoptr (HfsOverrides) again = hfs_overrides_new ();
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "mine.csv", NULL);
  HfsOverride formula = { (char *) "BAAI", HFS_OVERRIDE_TYPE, (char *) "academia", (char *) "=1+1, \"they\" say; ünïcode",
                          (char *) "2026-08-22" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) report = NULL;
  g_autoptr (GError) error = NULL;

  set (overrides, "Qwen", HFS_OVERRIDE_COUNTRY, "SG");
  g_assert_true (hfs_overrides_set (overrides, &formula, NULL));
  g_assert_true (hfs_overrides_save (overrides, path, &error));
  g_assert_true (hfs_overrides_load (again, path, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (report), ==, 0);
  before = hfs_overrides_to_csv (overrides);
  after = hfs_overrides_to_csv (again);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (hfs_overrides_find (again, "BAAI", HFS_OVERRIDE_TYPE)->reason, ==, formula.reason);

  g_assert_true (hfs_overrides_undo (again));
  g_assert_cmpuint (hfs_overrides_get_n (again), ==, 0);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_report (void)
{
  static const char csv[] = "publisher,field,value,reason,date\n"
                            "Qwen,country,CN,why,2026-08-22\n"
                            "google,country,QQ,why,2026-08-22\n"
                            "google,colour,US,why,2026-08-22\n"
                            "Qwen,country,SG,why,2026-08-22\n"
                            "google,developer-type,industry,,2026-08-22\n";
  static const char * const lines[] = { "Line 3: ", "Line 4: ", "Line 5: ", "Line 6: " };
  g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_auto (GStrv) report = NULL;
  g_autoptr (GError) error = NULL;

  set (overrides, "meta-llama", HFS_OVERRIDE_COUNTRY, "GB");
  g_assert_false (hfs_overrides_read_csv (overrides, bytes, &report, &error));
  g_assert_error (error, HFS_OVERRIDE_ERROR, HFS_OVERRIDE_ERROR_FILE);
  g_assert_cmpuint (g_strv_length (report), ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_true (g_str_has_prefix (report[i], lines[i]));
  g_assert_nonnull (strstr (report[2], "stands in line 2 already"));
  g_assert_cmpuint (hfs_overrides_get_n (overrides), ==, 1);
  g_assert_nonnull (hfs_overrides_find (overrides, "meta-llama", HFS_OVERRIDE_COUNTRY));
}

static void
test_not_a_table (void)
{
  static const char * const files[] = { "", "publisher,value\nQwen,CN\n", "publisher,field,value,reason,date\n\"Qwen", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));
      g_test_message ("file %u", i);
      g_auto (GStrv) report = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (hfs_overrides_read_csv (overrides, bytes, &report, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (report);
      g_assert_false (hfs_overrides_can_undo (overrides));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/overrides/change-only-mine", test_mine);
  g_test_add_func ("/claims/overrides/count-for-legacy-names", test_legacy_names);
  g_test_add_func ("/claims/overrides/undo-step-by-step", test_undo);
  g_test_add_func ("/claims/overrides/difference-against-published", test_difference);
  g_test_add_func ("/claims/overrides/refuse-what-cannot-be", test_refusals);
  g_test_add_func ("/claims/overrides/read-back-what-was-written", test_file);
  g_test_add_func ("/claims/overrides/report-faults-by-line-and-change-nothing", test_report);
  g_test_add_func ("/claims/overrides/refuse-what-is-no-table", test_not_a_table);
  return g_test_run ();
}
