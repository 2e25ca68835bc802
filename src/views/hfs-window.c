/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-window.h"

#include "hfs-config.h"

#include "hfs-accessible-name.h"
#include "hfs-after-frame.h"
#include "hfs-answers.h"
#include "hfs-late-menu.h"
#include "hfs-page.h"
#include "hfs-presentation.h"
#include "hfs-question-list.h"
#include "hfs-question-page.h"
#include "hfs-window-claims.h"
#include "hfs-window-data.h"
#include "hfs-window-fetch.h"
#include "hfs-window-help.h"
#include "hfs-window-hub.h"
#include "hfs-window-navigation.h"
#include "hfs-window-pages.h"
#include "hfs-window-saved-views.h"
#include "hfs-window-take-away.h"

#include <glib/gi18n.h>

#define OVERVIEW "overview"

/**
 * HfsWindow:
 *
 * The main window: the questions with their answers on one side, the page of one of them on the other. When it is
 * narrow, the two are two screens.
 */
struct _HfsWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkWidget *content;
  AdwHeaderBar *sidebar_header;
  AdwHeaderBar *content_header;
  AdwWindowTitle *page_title;
  GtkListBox *list;
  GtkWidget *freshness_button;
  GtkLabel *freshness_label;
  GtkWidget *back_button;
  GtkButton *refresh_button;
  AdwSplitButton *export_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GMenuModel *take_away_menu;
  HfsRefreshStrip *strip;
  GtkStack *pages;

  GListModel *questions;       /* (owned): of HfsQuestion */
  HfsQuestionList *question_list; /* (owned): on the list */
  HfsHistory *history;         /* (owned) */
  gboolean returning;          /* to a view of the history */
  gboolean presenting;         /* as soon as the page has its answer */
  HfsClaimsDesk *desk;         /* (owned): what the pages about claims share */
  GSettings *settings;         /* (owned) */
  HfsEngine *engine;           /* (owned) (nullable): while it is made there is none */
  GCancellable *answering;     /* (owned) (nullable): of the answers in the list */
  HfsPresentation *presentation; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsWindow, hfs_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_freshness (HfsWindow *self)
{
  g_autofree char *text = hfs_window_dup_freshness (self);

  if (text == NULL)
    return;
  gtk_label_set_text (self->freshness_label, text);
  hfs_accessible_name (self->freshness_button, text);
}

static void
update_answers (HfsWindow *self)
{
  g_cancellable_cancel (self->answering);
  g_clear_object (&self->answering);
  self->answering = g_cancellable_new ();
  hfs_answers_update (self->questions, self->engine, self->answering);
  hfs_claims_desk_update (self->desk, self->engine);
}

static void
archive_changed_cb (HfsWindow *self)
{
  update_freshness (self);
  update_answers (self);
}

static void
first_frame_cb (GtkWidget *widget,
                gpointer   data)
{
  HfsWindow *self = HFS_WINDOW (widget);

  if (self->answering == NULL && self->engine != NULL)
    update_answers (self);
}

/* The answers in the list come after that of the page, so that it never waits for them. */
static void
first_result_cb (HfsWindow *self)
{
  if (self->answering == NULL && self->engine != NULL)
    hfs_after_frame (GTK_WIDGET (self), first_frame_cb, NULL);
}

/* Other pages than questions keep nobody waiting. */
static void
begin_answers (HfsWindow *self)
{
  GtkWidget *page = hfs_window_get_page (self);

  if (self->answering == NULL && self->engine != NULL && page != NULL && !HFS_IS_QUESTION_PAGE (page))
    update_answers (self);
}

/* What undo comes back to, and what is opened next time. */
static void
remember_place (HfsWindow *self)
{
  g_autofree char *place = hfs_window_dup_place (self);

  g_settings_set_string (self->settings, "last-place", place);
  if (!self->returning)
    hfs_window_update_navigation (self);
}

static void
update_page_state (HfsWindow *self)
{
  guint place = hfs_questions_find (self->questions, gtk_stack_get_visible_child_name (self->pages));
  g_autoptr (HfsQuestion) question = g_list_model_get_item (self->questions, place);
  g_autofree char *title = NULL;

  hfs_window_update_take_away (self, hfs_window_get_result (self) != NULL);
  if (question == NULL)
    {
      adw_window_title_set_title (self->page_title, _("Question"));
      gtk_window_set_title (GTK_WINDOW (self), _("HF State"));
      return;
    }
  adw_window_title_set_title (self->page_title, hfs_question_get_title (question));
  /* Translators: the title of the window; %s is the name of the page. */
  title = g_strdup_printf (_("%s – HF State"), hfs_question_get_title (question));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
answered_cb (HfsWindow *self)
{
  update_page_state (self);
  first_result_cb (self);
  if (self->presenting)
    hfs_window_present (self);
}

/* A page is made when it is first asked for. One that waits for an answer can outlive the window. A question gets its
 * engine when it is shown, so that nothing is asked before it is known what. */
static GtkWidget *
ensure_page (HfsWindow  *self,
             const char *id)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, id);

  if (page != NULL)
    return page;
  page = hfs_window_new_page (self, id);
  if (HFS_IS_PAGE (page))
    {
      if (self->engine != NULL && !HFS_IS_QUESTION_PAGE (page))
        hfs_page_set_engine (HFS_PAGE (page), self->engine);
      g_signal_connect_object (page, "moved", G_CALLBACK (remember_place), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_stack_add_named (self->pages, page, id);
  return page;
}

static void
show_page (HfsWindow  *self,
           const char *id)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, id);

  if (self->engine != NULL && HFS_IS_QUESTION_PAGE (page))
    hfs_question_page_set_engine (HFS_QUESTION_PAGE (page), self->engine);
  gtk_stack_set_visible_child (self->pages, page);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  hfs_question_list_set_page (self->question_list, id);
  update_page_state (self);
  remember_place (self);
}

static void
folded_cb (HfsWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  adw_header_bar_set_show_end_title_buttons (self->sidebar_header, folded);
  adw_header_bar_set_show_start_title_buttons (self->content_header, folded);
  gtk_widget_set_visible (self->back_button, folded);
  /* The page says the same below, and a narrow header bar has room for the buttons alone. */
  gtk_widget_set_visible (GTK_WIDGET (self->page_title), !folded);
  if (folded)
    gtk_widget_add_css_class (self->content, "narrow");
  else
    gtk_widget_remove_css_class (self->content, "narrow");
  if (self->question_list != NULL)
    hfs_question_list_set_folded (self->question_list, folded);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_leaflet_set_visible_child (HFS_WINDOW (widget)->leaflet, HFS_WINDOW (widget)->sidebar);
}

/* A window that was sent nowhere begins at the overview. */
static void
hfs_window_realize (GtkWidget *widget)
{
  HfsWindow *self = HFS_WINDOW (widget);

  if (gtk_stack_get_visible_child (self->pages) == NULL)
    {
      ensure_page (self, OVERVIEW);
      hfs_question_list_set_page (self->question_list, OVERVIEW);
      update_page_state (self);
      hfs_window_update_navigation (self);
    }
  begin_answers (self);
  GTK_WIDGET_CLASS (hfs_window_parent_class)->realize (widget);
}

static void
hfs_window_dispose (GObject *object)
{
  HfsWindow *self = HFS_WINDOW (object);

  g_cancellable_cancel (self->answering);
  g_clear_object (&self->presentation);
  g_clear_object (&self->question_list);
  gtk_widget_dispose_template (GTK_WIDGET (self), HFS_TYPE_WINDOW);
  self->toasts = NULL;
  g_clear_object (&self->answering);
  g_clear_object (&self->engine);
  g_clear_object (&self->history);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);
  g_clear_object (&self->questions);

  G_OBJECT_CLASS (hfs_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  hfs_window_install_fetch (widget_class);
  hfs_window_install_navigation (widget_class);
  hfs_window_install_pages (widget_class);
  hfs_window_install_take_away (widget_class);
  hfs_window_install_claims (widget_class);
  hfs_window_install_help (widget_class);
  hfs_window_install_hub (widget_class);
  hfs_window_install_data (widget_class);
}

static void
hfs_window_class_init (HfsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hfs_window_dispose;
  widget_class->realize = hfs_window_realize;

  install_actions (widget_class);
  g_type_ensure (HFS_TYPE_REFRESH_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/HfState/ui/hfs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, content);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, sidebar_header);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, content_header);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, freshness_button);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, freshness_label);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, refresh_button);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, take_away_menu);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, HfsWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
hfs_window_init (HfsWindow *self)
{
  self->questions = hfs_questions_new ();
  self->history = hfs_history_new ();
  self->desk = hfs_claims_desk_new (self->questions);
  self->settings = g_settings_new (HFS_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Sentences can be selected to be copied; walking past them with Tab should not do that. */
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-label-select-on-focus", FALSE, NULL);

  self->question_list = hfs_question_list_new (self->list, self->questions);
  g_signal_connect_object (self->question_list, "chosen", G_CALLBACK (hfs_window_open_question), self, G_CONNECT_SWAPPED);

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  folded_cb (self);
  hfs_late_menu (self->menu_button, self->primary_menu);
  hfs_window_init_take_away (self->export_button, self->take_away_menu);
  hfs_window_init_fetch (self, self->strip, self->refresh_button);
  update_page_state (self);
  hfs_window_init_navigation (self);
  hfs_window_init_saved_views (self, self->sidebar_header);
  self->presentation = hfs_presentation_new (GTK_APPLICATION_WINDOW (self), self->content, self->pages);
  hfs_window_init_data (self);
}

/**
 * hfs_window_new:
 * @application: whose window it is
 *
 * Returns: (transfer floating): a window; it shows the overview unless it is sent elsewhere first
 */
GtkWidget *
hfs_window_new (GtkApplication *application)
{
  return g_object_new (HFS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * hfs_window_get_engine:
 *
 * Returns: (transfer none) (nullable): what answers
 */
HfsEngine *
hfs_window_get_engine (HfsWindow *self)
{
  return self->engine;
}

/**
 * hfs_window_set_engine:
 * @engine: what answers; can be set once
 */
void
hfs_window_set_engine (HfsWindow *self,
                       HfsEngine *engine)
{
  if (self->engine == engine)
    return;
  g_return_if_fail (self->engine == NULL);
  self->engine = g_object_ref (engine);
  g_signal_connect_object (hfs_engine_get_archive (engine), "changed", G_CALLBACK (archive_changed_cb), self, G_CONNECT_SWAPPED);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (HFS_IS_PAGE (child))
      hfs_page_set_engine (HFS_PAGE (child), engine);
  update_freshness (self);
  begin_answers (self);
}

/**
 * hfs_window_present:
 *
 * Shows the window or, when its page is about to have its first answer, waits for that: it comes within the time of a
 * frame, and a frame without it would take longer than the one with it.
 */
void
hfs_window_present (HfsWindow *self)
{
  GtkWidget *page = hfs_window_get_page (self);

  self->presenting = !gtk_widget_get_mapped (GTK_WIDGET (self)) && HFS_IS_QUESTION_PAGE (page) &&
                     hfs_question_page_is_asking (HFS_QUESTION_PAGE (page));
  if (!self->presenting)
    gtk_window_present (GTK_WINDOW (self));
}

/**
 * hfs_window_get_page:
 *
 * Returns: (transfer none) (nullable): the page that is shown; none before the window is
 */
GtkWidget *
hfs_window_get_page (HfsWindow *self)
{
  return gtk_stack_get_visible_child (self->pages);
}

/**
 * hfs_window_get_strip:
 *
 * Returns: (transfer none): what fetches data, and shows how far it is
 */
HfsRefreshStrip *
hfs_window_get_strip (HfsWindow *self)
{
  return self->strip;
}

/**
 * hfs_window_get_page_id:
 *
 * Returns: (transfer none) (nullable): the name of the page that is shown, as its question has it
 */
const char *
hfs_window_get_page_id (HfsWindow *self)
{
  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * hfs_window_get_questions:
 *
 * Returns: (transfer none): the questions in the list, as [class@Question]
 */
GListModel *
hfs_window_get_questions (HfsWindow *self)
{
  return self->questions;
}

/**
 * hfs_window_get_listed:
 *
 * Returns: (transfer none): the questions that have a line of their own in the list
 */
GListModel *
hfs_window_get_listed (HfsWindow *self)
{
  return hfs_question_list_get_listed (self->question_list);
}

/**
 * hfs_window_get_history:
 *
 * Returns: (transfer none): the views that were shown
 */
HfsHistory *
hfs_window_get_history (HfsWindow *self)
{
  return self->history;
}

/**
 * hfs_window_get_desk:
 *
 * Returns: (transfer none): what the pages about claims share
 */
HfsClaimsDesk *
hfs_window_get_desk (HfsWindow *self)
{
  return self->desk;
}

/**
 * hfs_window_open_query:
 * @query: what to show
 *
 * Goes to the page that asks @query.
 */
void
hfs_window_open_query (HfsWindow *self,
                       HfsQuery  *query)
{
  g_autoptr (HfsQuestion) question = g_list_model_get_item (self->questions, hfs_questions_find_query (self->questions, query));
  const char *id = hfs_question_get_id (question);

  hfs_question_page_set_query (HFS_QUESTION_PAGE (ensure_page (self, id)), query);
  show_page (self, id);
}

/* What was chosen for the question that is shown goes on to the next one: the same models, counted alike. */
static void
turn_page (HfsWindow *self,
           GtkWidget *page)
{
  GtkWidget *shown = hfs_window_get_page (self);
  HfsQuery *asked = HFS_IS_QUESTION_PAGE (shown) ? hfs_question_page_get_query (HFS_QUESTION_PAGE (shown)) : NULL;
  HfsQuery *left = HFS_IS_QUESTION_PAGE (page) ? hfs_question_page_get_query (HFS_QUESTION_PAGE (page)) : NULL;
  g_autoptr (HfsQuery) next = NULL;

  if (asked == NULL || left == NULL || page == shown)
    return;
  next = hfs_query_turn_to (asked, left);
  if (!hfs_query_equal (next, left))
    hfs_question_page_set_query (HFS_QUESTION_PAGE (page), next);
}

/**
 * hfs_window_open_question:
 * @id: of a question
 *
 * Goes to the page of a question, as it was left but for what was chosen since: filters, measure and snapshot go along.
 */
void
hfs_window_open_question (HfsWindow  *self,
                          const char *id)
{
  g_return_if_fail (hfs_questions_find (self->questions, id) != G_MAXUINT);
  turn_page (self, ensure_page (self, id));
  show_page (self, id);
}

/**
 * hfs_window_open_page:
 * @id: of a question
 * @place: (nullable): where in its page
 *
 * Goes to a place of a page.
 *
 * Returns: whether there is such a place; when there is none, @error is set and the window stays as it is
 */
gboolean
hfs_window_open_page (HfsWindow   *self,
                      const char  *id,
                      const char  *place,
                      GError     **error)
{
  GtkWidget *page = ensure_page (self, id);

  if (place != NULL && HFS_IS_PAGE (page) && !hfs_page_go_to (HFS_PAGE (page), place, error))
    return FALSE;
  show_page (self, id);
  return TRUE;
}

/**
 * hfs_window_return_to:
 * @id: of a question
 * @place: (nullable): where in its page
 *
 * Shows again what was shown, and takes it for nothing new.
 */
void
hfs_window_return_to (HfsWindow  *self,
                      const char *id,
                      const char *place)
{
  g_autoptr (GError) error = NULL;

  self->returning = TRUE;
  if (!hfs_window_open_page (self, id, place, &error))
    hfs_window_show_message (self, error->message);
  self->returning = FALSE;
  hfs_window_update_navigation (self);
}

/**
 * hfs_window_open_last:
 *
 * Goes to what was open when the program was last closed; at first, and when that cannot be read, stays at the overview.
 */
void
hfs_window_open_last (HfsWindow *self)
{
  g_autofree char *place = g_settings_get_string (self->settings, "last-place");

  if (*place == '\0' || !hfs_window_open_place (self, place, NULL))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/**
 * hfs_window_show_message:
 * @message: a sentence, as plain text
 *
 * Shows a short piece of news.
 */
void
hfs_window_show_message (HfsWindow  *self,
                         const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  hfs_window_add_toast (self, adw_toast_new (markup));
}

/**
 * hfs_window_add_toast:
 * @toast: (transfer full): its title is markup
 *
 * Shows a toast, unless the window is already going away.
 */
void
hfs_window_add_toast (HfsWindow *self,
                      AdwToast  *toast)
{
  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, toast);
  else
    g_object_unref (toast);
}
