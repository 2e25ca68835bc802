/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-more-options.h"

#include "views-fixture.h"

typedef struct
{
  HfsMoreOptions *options;
  GtkWidget *window;
  char *asked;
} Fixture;

static void
asked_cb (HfsMoreOptions *options,
          HfsQuery       *query,
          Fixture        *fixture)
{
  g_free (fixture->asked);
  fixture->asked = hfs_query_to_string (query);
}

static void
set_query (Fixture    *fixture,
           const char *text)
{
  g_autoptr (HfsQuery) query = hfs_query_parse (text, NULL);

  hfs_more_options_set_query (fixture->options, query);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  query)
{
  fixture->options = g_object_new (HFS_TYPE_MORE_OPTIONS, NULL);
  fixture->window = views_fixture_show (GTK_WIDGET (fixture->options), 400, 500);
  g_signal_connect (fixture->options, "asked", G_CALLBACK (asked_cb), fixture);
  set_query (fixture, query);
  gtk_menu_button_popup (GTK_MENU_BUTTON (views_fixture_find (GTK_WIDGET (fixture->options), GTK_TYPE_MENU_BUTTON)));
  views_fixture_settle ();
  g_assert_null (fixture->asked);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  query)
{
  GtkWidget *options = g_object_ref (GTK_WIDGET (fixture->options));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (options);
  g_free (fixture->asked);
}

/* The check button whose label holds @text. */
static GtkWidget *
find_choice (GtkWidget  *root,
             const char *text)
{
  if (GTK_IS_CHECK_BUTTON (root) && strstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_choice (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose (Fixture    *fixture,
        const char *text,
        gboolean    active)
{
  GtkWidget *choice = find_choice (GTK_WIDGET (fixture->options), text);

  g_assert_nonnull (choice);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), active);
}

static void
test_divides (Fixture       *fixture,
              gconstpointer  query)
{
  GtkDropDown *by = GTK_DROP_DOWN (views_fixture_find (GTK_WIDGET (fixture->options), GTK_TYPE_DROP_DOWN));
  GListModel *names = gtk_drop_down_get_model (by);

  g_assert_cmpuint (g_list_model_get_n_items (names), >, 3);
  for (guint i = 1; i < g_list_model_get_n_items (names); i++)
    {
      g_clear_pointer (&fixture->asked, g_free);
      gtk_drop_down_set_selected (by, i);
      g_assert_nonnull (fixture->asked);
      g_assert_nonnull (strstr (fixture->asked, "by="));
      g_assert_null (strstr (fixture->asked, "by=countries"));
    }
}

static void
test_choices_ask (Fixture       *fixture,
                  gconstpointer  query)
{
  choose (fixture, "not known", TRUE);
  g_assert_cmpstr (fixture->asked, ==, "countries?measure=downloads&unknown=exclude");
  set_query (fixture, "countries");
  choose (fixture, "publisher", TRUE);
  g_assert_cmpstr (fixture->asked, ==, "countries?measure=downloads&credit=base");
  set_query (fixture, "countries");
  choose (fixture, "ATOM", TRUE);
  g_assert_cmpstr (fixture->asked, ==, "countries?measure=downloads&attribution=atom");
  set_query (fixture, "countries?attribution=atom");
  choose (fixture, "this program", TRUE);
  g_assert_cmpstr (fixture->asked, ==, "countries?measure=downloads");
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  query)
{
  GtkWidget *root = GTK_WIDGET (fixture->options);

  set_query (fixture, "sizes?by=developer-types&unknown=exclude&credit=base&attribution=mine");
  g_assert_null (fixture->asked);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (views_fixture_find (root, GTK_TYPE_DROP_DOWN))), >, 0);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (root, "not known"))));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (root, "original"))));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (root, "As you"))));
}

int
main (int    argc,
      char **argv)
{
  views_fixture_init (&argc, &argv);
  g_test_add ("/views/more-options/divides-by-what-can-be", Fixture, "countries", set_up, test_divides, tear_down);
  g_test_add ("/views/more-options/each-choice-asks", Fixture, "countries", set_up, test_choices_ask, tear_down);
  g_test_add ("/views/more-options/follows-the-query", Fixture, "countries", set_up, test_follows, tear_down);
  return g_test_run ();
}
