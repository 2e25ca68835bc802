/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-about-number.h"
#include "hfs-citation.h"
#include "hfs-format.h"
#include "hfs-glossary.h"
#include "hfs-range-bar.h"
#include "hfs-unknown-range.h"

#include "views-fixture.h"

#include <string.h>

static void
test_shows_citations (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (HfsResult) result = views_fixture_run (engine, "countries?share=1&snapshot=2026-08-22");
  GtkWidget *about = g_object_ref_sink (hfs_about_number_new ());

  hfs_about_number_set_result (HFS_ABOUT_NUMBER (about), result);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (views_fixture_find (about, ADW_TYPE_EXPANDER_ROW)), TRUE);
  g_assert_nonnull (views_fixture_find_label (about, "HF State: “Whose models are downloaded?”, data of 22 August 2026"));
  g_assert_nonnull (views_fixture_find_label (about, "@misc{hf-state-countries-2026-08-22,"));
  g_assert_nonnull (views_fixture_find_label (about, "Downloads count file requests."));
  g_object_unref (about);
}

/* Whatever is asked, the rows of a whole are the whole. */
static void
test_adds_up (void)
{
  static const char * const queries[] = {
    "countries", "countries?top=3", "countries?unknown=exclude", "developer-types?measure=likes", "sizes?measure=models",
    "publishers?top=5", "models?top=4", "years?country=CN",
  };
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (HfsResult) result = views_fixture_run (engine, queries[i]);
      g_autofree char *sanity = hfs_result_dup_sanity (result);

      if (strstr (sanity, "total: yes") == NULL)
        g_error ("%s: %s", queries[i], sanity);
    }
}

static void
test_nested_rows (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (HfsResult) result = views_fixture_run (engine, "concentration");
  g_autofree char *sanity = hfs_result_dup_sanity (result);

  g_assert_null (strstr (sanity, "total:"));
}

/* What stands between the braces of BibTeX may not be a command of it. */
static void
test_escapes_bibtex (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (HfsResult) result = views_fixture_run (engine, "countries?search=a_b%20c&share=1");
  g_autofree char *bibtex = hfs_result_dup_bibtex (result);
  int depth = 0;

  for (const char *at = bibtex; *at != '\0'; at++)
    {
      if (at > bibtex && at[-1] == '\\')
        continue;
      g_assert_null (strchr ("_%&#$", *at));
      depth += (*at == '{') - (*at == '}');
    }
  g_assert_cmpint (depth, ==, 0);
  g_assert_nonnull (strstr (bibtex, "a\\_b"));
}

static void
test_explains_verdicts (void)
{
  GtkWidget *window = hfs_glossary_new (NULL);
  int minimum;

  g_assert_nonnull (views_fixture_find_label (window, "Depends on the definition"));
  g_assert_nonnull (views_fixture_find_label (window, "Gini coefficient"));
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_type (GtkWidget *root,
            GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

/* The ends of the range, counted here again from the rows. */
static void
test_the_unknown_has_a_range (void)
{
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();
  g_autoptr (HfsResult) result = views_fixture_run (engine, "sizes?share=1&snapshot=2026-08-22");
  const HfsResultRow *small = hfs_result_find_row (result, "lt100m");
  double total = (double) hfs_result_get_total (result), unknown = (double) hfs_result_find_row (result, "unknown")->value;
  g_autofree char *least = hfs_format_share ((double) small->value / total);
  g_autofree char *even = hfs_format_share ((double) small->value / (total - unknown));
  g_autofree char *most = hfs_format_share (((double) small->value + unknown) / total);
  g_autofree char *expected = g_strdup_printf ("%s has %s if none of the unknown belongs to it, %s if the unknown is spread like the rest, and %s if all of it does.",
                                               small->label, least, even, most);
  GtkWidget *about = g_object_ref_sink (hfs_about_number_new ());

  hfs_about_number_set_result (HFS_ABOUT_NUMBER (about), result);
  g_assert_null (views_fixture_find_label (about, expected));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (views_fixture_find (about, ADW_TYPE_EXPANDER_ROW)), TRUE);
  g_assert_nonnull (views_fixture_find_label (about, expected));
  g_assert_cmpuint (count_type (about, HFS_TYPE_RANGE_BAR), ==, 5);
  g_object_unref (about);
}

static void
test_what_is_known_has_no_range (void)
{
  static const char * const queries[] = { "countries?unknown=exclude", "concentration", "models?top=5", "countries?country=CN" };
  g_autoptr (HfsEngine) engine = views_fixture_new_engine ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (HfsResult) result = views_fixture_run (engine, queries[i]);

      g_test_message ("%s", queries[i]);
      g_assert_null (hfs_unknown_range_new (result));
    }
}

int
main (int    argc,
      char **argv)
{
  views_fixture_init (&argc, &argv);
  g_test_add_func ("/views/about-number/can-be-cited", test_shows_citations);
  g_test_add_func ("/views/about-number/adds-up", test_adds_up);
  g_test_add_func ("/views/about-number/nested-rows-are-not-added-up", test_nested_rows);
  g_test_add_func ("/views/about-number/escapes-bibtex", test_escapes_bibtex);
  g_test_add_func ("/views/glossary/explains-the-verdicts", test_explains_verdicts);
  g_test_add_func ("/views/about-number/the-unknown-has-a-range", test_the_unknown_has_a_range);
  g_test_add_func ("/views/about-number/what-is-known-has-no-range", test_what_is_known_has_no_range);
  return g_test_run ();
}
