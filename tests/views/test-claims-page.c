/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-config.h"

#include "hfs-claim-card.h"
#include "hfs-claims-page.h"
#include "hfs-page.h"
#include "hfs-question-page.h"
#include "hfs-question.h"
#include "hfs-range-bar.h"
#include "hfs-verdict-list.h"
#include "hfs-window.h"

#include "views-fixture.h"

/* A frame of 60 a second. */
#define LONGEST_SLICE_US 16000

/* The claims are judged once for all tests: under the sanitizers each round takes long. */
typedef struct
{
  GtkApplication *application;
  HfsEngine *engine;
  HfsVerdictList *verdicts;
} Shared;

typedef struct
{
  HfsEngine *engine;         /* borrowed */
  HfsVerdictList *verdicts;  /* borrowed */
  GtkWidget *page;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const Shared *shared = data;

  fixture->engine = shared->engine;
  fixture->verdicts = shared->verdicts;
  fixture->page = hfs_claims_page_new (G_LIST_MODEL (fixture->verdicts));
  fixture->window = views_fixture_show (fixture->page, 900, 700);
  while (gtk_widget_get_last_child (GTK_WIDGET (views_fixture_find_class (fixture->page, "claims"))) == NULL ||
         g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref (fixture->page);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (page);
}

static GtkListBox *
get_list (GtkWidget *root)
{
  return GTK_LIST_BOX (views_fixture_find_class (root, "claims"));
}

static guint
count_shown (GtkWidget *root)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (root), i)) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (row));
  return n;
}

static GtkWidget *
find_filter (GtkWidget  *root,
             const char *prefix)
{
  if (GTK_IS_TOGGLE_BUTTON (root) && gtk_button_get_label (GTK_BUTTON (root)) != NULL &&
      g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (root)), prefix))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_filter (child, prefix);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_claims (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->verdicts));
}

static void
test_card_for_each_claim (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *summary = hfs_verdict_list_dup_summary (fixture->verdicts);
  g_autofree char *all = g_strdup_printf ("Of %u claims, ", count_claims (fixture));
  GtkWidget *label = views_fixture_find_class (fixture->page, "answer");
  guint sum = 0;

  g_assert_cmpuint (count_claims (fixture), >=, 60);
  g_assert_cmpuint (count_shown (fixture->page), ==, count_claims (fixture));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, summary);
  g_assert_true (g_str_has_prefix (summary, all));
  for (guint kind = 0; kind < HFS_N_VERDICTS; kind++)
    sum += hfs_verdict_list_count (fixture->verdicts, kind, NULL);
  g_assert_cmpuint (sum, ==, count_claims (fixture));
}

static void
test_filters_by_verdict (Fixture       *fixture,
                         gconstpointer  data)
{
  guint n = hfs_verdict_list_count (fixture->verdicts, HFS_VERDICT_DEPENDS, NULL);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, count_claims (fixture));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_filter (fixture->page, "Definition")), TRUE);
  g_assert_cmpuint (count_shown (fixture->page), ==, n);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_filter (fixture->page, "All")), TRUE);
  g_assert_cmpuint (count_shown (fixture->page), ==, count_claims (fixture));
}

static void
test_filters_by_report (Fixture       *fixture,
                        gconstpointer  data)
{
  HfsEdition *edition = g_ptr_array_index (hfs_verdict_list_get_editions (fixture->verdicts), 0);
  GtkWidget *drop_down = views_fixture_find (fixture->page, GTK_TYPE_DROP_DOWN);
  g_autofree char *label = g_strdup_printf ("All %u", hfs_edition_get_n_claims (edition));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  g_assert_cmpuint (count_shown (fixture->page), ==, hfs_edition_get_n_claims (edition));
  g_assert_nonnull (find_filter (fixture->page, label));
}

/* What is chosen is a place, which undo and links go back to. */
static void
test_is_a_place (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const wrong[] = { "claims?verdict=true", "claims?report=autumn", "claims?colour=red", "claims?verdict=all&x=1" };
  HfsEdition *edition = g_ptr_array_index (hfs_verdict_list_get_editions (fixture->verdicts), 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *at_first = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_autofree char *chosen = NULL, *still = NULL, *back = NULL;

  g_assert_cmpstr (at_first, ==, "claims?verdict=all");
  g_assert_true (hfs_page_go_to (HFS_PAGE (fixture->page), "claims?verdict=holds&report=spring-2026", &error));
  g_assert_no_error (error);
  chosen = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_assert_cmpstr (chosen, ==, "claims?verdict=holds&report=spring-2026");
  g_assert_cmpuint (count_shown (fixture->page), ==, hfs_verdict_list_count (fixture->verdicts, HFS_VERDICT_HOLDS, edition));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (hfs_page_go_to (HFS_PAGE (fixture->page), wrong[i], &error));
      g_assert_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE);
      g_clear_error (&error);
    }
  still = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_assert_cmpstr (still, ==, chosen);
  g_assert_true (hfs_page_go_to (HFS_PAGE (fixture->page), at_first, &error));
  back = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_assert_cmpstr (back, ==, at_first);
}

static HfsClaimCard *
find_card_with_bounds (Fixture *fixture)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (fixture->page), i)) != NULL; i++)
    if (hfs_checked_claim_get_bounds (hfs_claim_card_get_claim (HFS_CLAIM_CARD (row))) != NULL)
      return HFS_CLAIM_CARD (row);
  g_assert_not_reached ();
}

static void
test_draws_the_unknown (Fixture       *fixture,
                        gconstpointer  data)
{
  HfsClaimCard *card = find_card_with_bounds (fixture);
  GtkWidget *toggle = views_fixture_find (GTK_WIDGET (card), GTK_TYPE_TOGGLE_BUTTON);

  g_assert_null (views_fixture_find (GTK_WIDGET (card), HFS_TYPE_RANGE_BAR));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_nonnull (views_fixture_find (GTK_WIDGET (card), HFS_TYPE_RANGE_BAR));
}

static gboolean
tick_cb (gpointer data)
{
  gint64 *longest = data, now = g_get_monotonic_time ();

  longest[0] = MAX (longest[0], longest[1] > 0 ? now - longest[1] : 0);
  longest[1] = now;
  return G_SOURCE_CONTINUE;
}

/* An idle source of the same importance runs between two steps, so it sees how long each takes. */
static void
test_fills_in_slices (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *page = g_object_ref_sink (hfs_claims_page_new (G_LIST_MODEL (fixture->verdicts)));
  gint64 times[2] = { 0, 0 };
  guint tick = g_idle_add (tick_cb, times), n_before = count_shown (page), steps = 0;

  while (gtk_list_box_get_row_at_index (get_list (page), (int) count_claims (fixture) - 1) == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      steps++;
    }
  g_source_remove (tick);
  g_assert_cmpuint (n_before, ==, 0);
  g_test_message ("%u steps, the longest took %.1f ms", steps, (double) times[0] / 1000);
  if (g_test_perf ())
    g_assert_cmpint (times[0], <, LONGEST_SLICE_US);
  g_assert_cmpuint (steps, >, 1);
  g_object_unref (page);
}

static void
test_fits_360_pixels (Fixture       *fixture,
                      gconstpointer  data)
{
  int minimum;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (views_fixture_find (GTK_WIDGET (find_card_with_bounds (fixture)), GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* A card whose number is our own, or made of counts of others. */
static GtkListBoxRow *
find_row_with (GtkWidget *page,
               gboolean   ours)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (page), i)) != NULL; i++)
    {
      HfsVerdict *verdict = hfs_checked_claim_get_verdict (hfs_claim_card_get_claim (HFS_CLAIM_CARD (row)));

      if (ours ? hfs_verdict_get_finding (verdict) != NULL : hfs_verdict_get_tallied (verdict) != NULL)
        return row;
    }
  return NULL;
}

static void
test_counts_of_others_lead_to_trends (Fixture       *fixture,
                                      gconstpointer  data)
{
  HfsClaimCard *card = HFS_CLAIM_CARD (find_row_with (fixture->page, FALSE));
  g_autofree char *place = hfs_checked_claim_dup_place (hfs_claim_card_get_claim (card));
  GtkWidget *toggle = views_fixture_find (GTK_WIDGET (card), GTK_TYPE_TOGGLE_BUTTON);

  g_assert_cmpstr (place, ==, "trends");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_nonnull (views_fixture_find_label (GTK_WIDGET (card), "The count of others: "));
}

static void
test_card_opens_chart (Fixture       *fixture,
                       gconstpointer  shared)
{
  GtkWidget *window = g_object_ref (hfs_window_new (((const Shared *) shared)->application));
  GtkListBoxRow *row;
  g_autofree char *expected = NULL, *asked = NULL;

  hfs_window_set_engine (HFS_WINDOW (window), fixture->engine);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_activate_action (window, "win.claims", NULL));
  g_assert_true (HFS_IS_CLAIMS_PAGE (hfs_window_get_page (HFS_WINDOW (window))));
  while ((row = find_row_with (hfs_window_get_page (HFS_WINDOW (window)), TRUE)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  expected = hfs_checked_claim_dup_place (hfs_claim_card_get_claim (HFS_CLAIM_CARD (row)));
  g_signal_emit_by_name (row, "activate");
  g_assert_true (HFS_IS_QUESTION_PAGE (hfs_window_get_page (HFS_WINDOW (window))));
  asked = hfs_query_to_string (hfs_question_page_get_query (HFS_QUESTION_PAGE (hfs_window_get_page (HFS_WINDOW (window)))));
  g_assert_cmpstr (asked, ==, expected);
  gtk_window_destroy (GTK_WINDOW (window));
  views_fixture_let_go (window);
}

int
main (int    argc,
      char **argv)
{
  Shared shared = { NULL };
  g_autoptr (GError) error = NULL;
  int status;

  views_fixture_init (&argc, &argv);
  shared.application = GTK_APPLICATION (adw_application_new ("org.example.HfState.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (shared.application), NULL, &error);
  g_assert_no_error (error);
  shared.engine = views_fixture_new_engine ();
  shared.verdicts = hfs_verdict_list_new ();
  hfs_verdict_list_judge (shared.verdicts, shared.engine);
  views_fixture_wait_for (shared.verdicts, "items-changed");
  g_test_add ("/views/claims-page/has-a-card-for-each-claim", Fixture, &shared, set_up, test_card_for_each_claim, tear_down);
  g_test_add ("/views/claims-page/filters-by-verdict", Fixture, &shared, set_up, test_filters_by_verdict, tear_down);
  g_test_add ("/views/claims-page/filters-by-report", Fixture, &shared, set_up, test_filters_by_report, tear_down);
  g_test_add ("/views/claims-page/is-a-place", Fixture, &shared, set_up, test_is_a_place, tear_down);
  g_test_add ("/views/claims-page/draws-what-the-unknown-could-be", Fixture, &shared, set_up, test_draws_the_unknown, tear_down);
  g_test_add ("/views/claims-page/is-filled-in-slices", Fixture, &shared, set_up, test_fills_in_slices, tear_down);
  g_test_add ("/views/claims-page/fits-360-pixels", Fixture, &shared, set_up, test_fits_360_pixels, tear_down);
  g_test_add ("/views/claims-page/counts-of-others-lead-to-trends", Fixture, &shared, set_up, test_counts_of_others_lead_to_trends, tear_down);
  g_test_add ("/views/claims-page/a-card-opens-the-chart-behind-it", Fixture, &shared, set_up, test_card_opens_chart, tear_down);
  status = g_test_run ();
  g_assert_finalize_object (shared.verdicts);
  views_fixture_end_engine (shared.engine);
  g_object_unref (shared.application);
  return status;
}
