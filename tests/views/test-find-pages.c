/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-find-page.h"
#include "hfs-find-row.h"
#include "hfs-model-page.h"
#include "hfs-page.h"
#include "hfs-publisher-page.h"

#include "views-fixture.h"

#include <string.h>

typedef struct
{
  HfsEngine *engine;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

typedef GtkWidget * (*NewPage) (void);

static void
set_up (Fixture       *fixture,
        gconstpointer  new_page)
{
  fixture->engine = views_fixture_new_engine ();
  fixture->page = ((NewPage) new_page) ();
  fixture->window = views_fixture_show (fixture->page, 900, 800);
  hfs_page_set_engine (HFS_PAGE (fixture->page), fixture->engine);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  new_page)
{
  GtkWidget *page = g_object_ref (fixture->page);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  views_fixture_let_go (page);
  views_fixture_end_engine (fixture->engine);
}

static void
go (Fixture    *fixture,
    const char *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hfs_page_go_to (HFS_PAGE (fixture->page), place, &error));
  g_assert_no_error (error);
  views_fixture_wait_for (fixture->page, "answered");
}

/* Whether a label on the page holds @text. */
static gboolean
says (GtkWidget  *root,
      const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* The rows of the list, headings included. */
static GListModel *
get_rows (Fixture *fixture)
{
  GtkListView *view = GTK_LIST_VIEW (views_fixture_find_class (fixture->page, "find-list"));

  return G_LIST_MODEL (gtk_list_view_get_model (view));
}

static char *
dup_row_place (Fixture *fixture,
               guint    position)
{
  g_autoptr (GObject) item = g_list_model_get_item (get_rows (fixture), position);

  return hfs_find_row_dup_place (item);
}

static void
test_lists_all_at_first (Fixture       *fixture,
                         gconstpointer  data)
{
  go (fixture, "find?snapshot=2026-08-22");
  g_assert_true (says (fixture->page, "This snapshot has 166 publishers and 529 models."));
  /* Two headings, five publishers, all models. */
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 2 + 5 + 529);
}

static void
test_finds_both (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *heading = NULL, *publisher = NULL, *model = NULL;

  go (fixture, "find?snapshot=2026-08-22&search=qwen3-8b");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 3);
  model = dup_row_place (fixture, 0);
  g_assert_cmpstr (model, ==, "model?id=Qwen/Qwen3-8B");

  go (fixture, "find?snapshot=2026-08-22&search=Qwen");
  heading = dup_row_place (fixture, 0);
  publisher = dup_row_place (fixture, 1);
  g_assert_null (heading);
  g_assert_cmpstr (publisher, ==, "publisher?id=Qwen");
}

static void
test_lists_one_kind (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *first = NULL, *place = NULL;

  go (fixture, "find?show=publishers&snapshot=2026-08-22&measure=likes");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 166);
  first = dup_row_place (fixture, 0);
  g_assert_true (g_str_has_prefix (first, "publisher?id="));
  place = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_assert_cmpstr (place, ==, "find?show=publishers&measure=likes&snapshot=2026-08-22");
}

static void
test_says_when_there_is_none (Fixture       *fixture,
                              gconstpointer  data)
{
  go (fixture, "find?snapshot=2026-08-22&search=nothing-is-called-this");
  g_assert_true (says (fixture->page, "No publisher and no model of this snapshot has “nothing-is-called-this” in its name."));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 0);
}

/* What is typed is searched, and is where undo comes back to. */
static void
test_typing_searches (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *entry = views_fixture_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *place = NULL;

  go (fixture, "find?snapshot=2026-08-22");
  gtk_editable_set_text (GTK_EDITABLE (entry), "bert");
  views_fixture_wait_for (fixture->page, "moved");
  place = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_assert_nonnull (strstr (place, "search=bert"));
  views_fixture_wait_for (fixture->page, "answered");
  g_assert_true (says (fixture->page, "Found for “bert”: "));
}

static void
test_a_wrong_place_is_named (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) show = NULL, key = NULL;

  g_assert_false (hfs_page_go_to (HFS_PAGE (fixture->page), "find?show=moons", &show));
  g_assert_error (show, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE);
  g_assert_false (hfs_page_go_to (HFS_PAGE (fixture->page), "find?moon=full", &key));
  g_assert_error (key, HFS_QUERY_ERROR, HFS_QUERY_ERROR_KEY);
}

static void
test_publisher (Fixture       *fixture,
                gconstpointer  data)
{
  go (fixture, "publisher?id=Qwen");
  g_assert_true (says (fixture->page, "Number 2 of 166 publishers: 283 million downloads in 30 days"));
  g_assert_true (says (fixture->page, "China"));
  g_assert_true (says (fixture->page, "https://qwen.ai/"));
  g_assert_true (says (fixture->page, "Qwen/Qwen3-0.6B"));
  g_assert_nonnull (hfs_page_get_result (HFS_PAGE (fixture->page)));
}

static void
test_unknown_publisher (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  go (fixture, "publisher?id=nobody-at-all");
  g_assert_true (gtk_widget_get_child_visible (views_fixture_find_class (fixture->page, "failure")));
  g_assert_true (says (fixture->page, "nobody-at-all"));
  g_assert_null (hfs_page_get_result (HFS_PAGE (fixture->page)));
  g_assert_false (hfs_page_go_to (HFS_PAGE (fixture->page), "publisher", &error));
  g_assert_error (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE);
}

static void
test_model (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *place = NULL;

  go (fixture, "model?id=Qwen/Qwen3-8B");
  g_assert_true (says (fixture->page, "Number 21 of 529 models: 15.5 million downloads in 30 days"));
  g_assert_true (says (fixture->page, "8.19 billion parameters; from a list of published sizes"));
  /* These data know no base models, and the page says so instead of showing a tree of one. */
  g_assert_true (says (fixture->page, "These data do not say which models are made from which"));
  place = hfs_page_dup_place (HFS_PAGE (fixture->page));
  g_assert_cmpstr (place, ==, "model?id=Qwen/Qwen3-8B");
}

static void
test_unknown_model (Fixture       *fixture,
                    gconstpointer  data)
{
  go (fixture, "model?id=nobody/nothing");
  g_assert_true (gtk_widget_get_child_visible (views_fixture_find_class (fixture->page, "failure")));
  go (fixture, "model?id=Qwen/Qwen3-8B");
  g_assert_false (gtk_widget_get_child_visible (views_fixture_find_class (fixture->page, "failure")));
}

#define ADD(path, new_page, function) g_test_add (path, Fixture, new_page, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  views_fixture_init (&argc, &argv);
  ADD ("/views/find-page/lists-all-at-first", hfs_find_page_new, test_lists_all_at_first);
  ADD ("/views/find-page/finds-publishers-and-models", hfs_find_page_new, test_finds_both);
  ADD ("/views/find-page/lists-one-kind", hfs_find_page_new, test_lists_one_kind);
  ADD ("/views/find-page/says-when-there-is-none", hfs_find_page_new, test_says_when_there_is_none);
  ADD ("/views/find-page/typing-searches", hfs_find_page_new, test_typing_searches);
  ADD ("/views/find-page/a-wrong-place-is-named", hfs_find_page_new, test_a_wrong_place_is_named);
  ADD ("/views/publisher-page/tells-of-a-publisher", hfs_publisher_page_new, test_publisher);
  ADD ("/views/publisher-page/says-when-there-is-none", hfs_publisher_page_new, test_unknown_publisher);
  ADD ("/views/model-page/tells-of-a-model", hfs_model_page_new, test_model);
  ADD ("/views/model-page/says-when-there-is-none", hfs_model_page_new, test_unknown_model);
  return g_test_run ();
}
