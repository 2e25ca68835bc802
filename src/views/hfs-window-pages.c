/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window-pages.h"

#include "hfs-changes-page.h"
#include "hfs-claims-page.h"
#include "hfs-classify-page.h"
#include "hfs-country-page.h"
#include "hfs-explore-page.h"
#include "hfs-find-page.h"
#include "hfs-model-page.h"
#include "hfs-overview-page.h"
#include "hfs-page.h"
#include "hfs-publisher-page.h"
#include "hfs-question-page.h"
#include "hfs-snapshots-page.h"
#include "hfs-trends-page.h"
#include "hfs-waterfall-page.h"

static void
chosen_cb (HfsWindow   *window,
           HfsQuestion *question)
{
  hfs_window_open_question (window, hfs_question_get_id (question));
}

static GtkWidget *
new_overview (HfsWindow *window)
{
  GtkWidget *overview = hfs_overview_page_new ();
  GListModel *questions = hfs_window_get_questions (window);
  g_autoptr (HfsQuestion) changes = g_list_model_get_item (questions, hfs_questions_find (questions, "changes"));

  hfs_overview_page_set_questions (HFS_OVERVIEW_PAGE (overview), hfs_window_get_listed (window));
  hfs_overview_page_set_changes (HFS_OVERVIEW_PAGE (overview), changes);
  g_signal_connect_object (overview, "chosen", G_CALLBACK (chosen_cb), window, G_CONNECT_SWAPPED);
  return overview;
}

static GtkWidget *
new_claims (HfsWindow *window)
{
  return hfs_claims_page_new (hfs_claims_desk_get_verdicts (hfs_window_get_desk (window)));
}

/* The pages that are no query: made of nothing, of what the pages about claims share, or of the window. */
static const struct
{
  const char *id;
  GtkWidget *(*create) (void);
  GtkWidget *(*create_for_desk) (HfsClaimsDesk *desk);
  GtkWidget *(*create_for_window) (HfsWindow *window);
} makers[] = {
  { "overview", .create_for_window = new_overview },
  { "country", hfs_country_page_new },
  { "trends", hfs_trends_page_new },
  { "changes", .create_for_desk = hfs_changes_page_new },
  { "explore", hfs_explore_page_new },
  { "find", hfs_find_page_new },
  { "publisher", hfs_publisher_page_new },
  { "model", hfs_model_page_new },
  { "claims", .create_for_window = new_claims },
  { "differences", .create_for_desk = hfs_waterfall_page_new },
  { "classify", .create_for_desk = hfs_classify_page_new },
  { "snapshots", .create_for_desk = hfs_snapshots_page_new },
};

static GtkWidget *
make (HfsWindow *self,
      guint      place)
{
  if (makers[place].create != NULL)
    return makers[place].create ();
  if (makers[place].create_for_desk != NULL)
    return makers[place].create_for_desk (hfs_window_get_desk (self));
  return makers[place].create_for_window (self);
}

/**
 * hfs_window_new_page:
 * @id: of a question
 *
 * Returns: (transfer floating): the page of the question
 */
GtkWidget *
hfs_window_new_page (HfsWindow  *self,
                     const char *id)
{
  GListModel *questions = hfs_window_get_questions (self);
  g_autoptr (HfsQuestion) question = NULL;
  GtkWidget *page;

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].id, id))
      return make (self, i);
  question = g_list_model_get_item (questions, hfs_questions_find (questions, id));
  page = hfs_question_page_new ();
  hfs_question_page_set_question (HFS_QUESTION_PAGE (page), question);
  return page;
}

/**
 * hfs_window_dup_place:
 *
 * Returns: (transfer full): where the reader is; [method@Window.open_place] goes there again
 */
char *
hfs_window_dup_place (HfsWindow *self)
{
  GtkWidget *page = hfs_window_get_page (self);
  char *place = HFS_IS_PAGE (page) ? hfs_page_dup_place (HFS_PAGE (page)) : NULL;

  return place ? place : g_strdup (hfs_window_get_page_id (self));
}

/* A page that is only named is shown as it was left; a query says what is asked even then. */
static gboolean
leads_into_page (const char *place)
{
  HfsDimensionId dimension;

  return strchr (place, '?') != NULL || hfs_dimension_from_name (place, &dimension);
}

/**
 * hfs_window_open_place:
 * @text: a query or a place of a page, with or without the scheme `hf-state:`
 *
 * Goes to a place as a link has it.
 *
 * Returns: whether there is such a place; when there is none, @error is set and the window stays as it is
 */
gboolean
hfs_window_open_place (HfsWindow   *self,
                       const char  *text,
                       GError     **error)
{
  const char *place = g_str_has_prefix (text, HFS_QUERY_SCHEME) ? text + strlen (HFS_QUERY_SCHEME) : text;
  g_autoptr (HfsQuestion) question = hfs_questions_resolve (hfs_window_get_questions (self), place, error);

  if (question == NULL)
    return FALSE;
  return hfs_window_open_page (self, hfs_question_get_id (question), leads_into_page (place) ? place : NULL, error);
}

/**
 * hfs_window_get_result:
 *
 * Returns: (transfer none) (nullable): the answer that the page shows, to be taken away
 */
HfsResult *
hfs_window_get_result (HfsWindow *self)
{
  GtkWidget *page = hfs_window_get_page (self);

  return HFS_IS_PAGE (page) ? hfs_page_get_result (HFS_PAGE (page)) : NULL;
}

/**
 * hfs_window_get_query:
 * @look: (out caller-allocates): how the answer is shown
 *
 * Returns: (transfer none) (nullable): what the answer that can be taken away is to
 */
HfsQuery *
hfs_window_get_query (HfsWindow    *self,
                      HfsChartLook *look)
{
  GtkWidget *page = hfs_window_get_page (self);
  HfsResult *result = hfs_window_get_result (self);

  *look = (HfsChartLook) HFS_CHART_LOOK_INIT;
  if (result == NULL)
    return NULL;
  if (!HFS_IS_QUESTION_PAGE (page))
    return hfs_result_get_query (result);
  /* Its picture shows fewer rows than it asks for. */
  hfs_question_page_get_look (HFS_QUESTION_PAGE (page), look);
  return hfs_question_page_get_query (HFS_QUESTION_PAGE (page));
}

static void
open_place_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!hfs_window_open_place (HFS_WINDOW (widget), g_variant_get_string (parameter, NULL), &error))
    hfs_window_show_message (HFS_WINDOW (widget), error->message);
}

/**
 * hfs_window_install_pages:
 * @widget_class: the class of [class@Window]
 *
 * Adds the action `win.open-place`, through which each page can lead to any other.
 */
void
hfs_window_install_pages (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-place", "s", open_place_action);
}
