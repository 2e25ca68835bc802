/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-question-page.h"

#include "hfs-about-number.h"
#include "hfs-accessible-name.h"
#include "hfs-after-frame.h"
#include "hfs-angle-switch.h"
#include "hfs-answer-view.h"
#include "hfs-asking.h"
#include "hfs-change-note.h"
#include "hfs-controls.h"
#include "hfs-export.h"
#include "hfs-filter-pills.h"
#include "hfs-page.h"
#include "hfs-remark-list.h"
#include "hfs-sentence.h"
#include "hfs-wait-bar.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * HfsQuestionPage:
 *
 * A question and its answer: title, sentence, of what, controls, chart or table, about this number.
 *
 * Its whole state is one query. A control asks a new one; the newest answer wins, and the last picture stays until then.
 */
struct _HfsQuestionPage
{
  GtkWidget parent_instance;

  HfsWaitBar *wait_bar;
  GtkWidget *angles_box;
  HfsAngleSwitch *angles;
  GtkLabel *title_label;
  GtkLabel *answer_label;
  HfsChangeNote *change_note;
  GtkLabel *scope_label;
  GtkWidget *workbench;
  HfsControls *controls;
  HfsFilterPills *pills;
  GtkWidget *fetch_box;
  GtkWidget *fetch_button;
  HfsAnswerView *answer_view;
  GtkWidget *caveat_box;
  GtkLabel *caveat_label;
  HfsAboutNumber *about;
  HfsRemarkList *remarks;

  HfsEngine *engine;           /* (owned) (nullable): while it is made there is none */
  HfsQuery *query;             /* (owned) (nullable) */
  HfsResult *result;           /* (owned) (nullable): of the last answer that came */
  GPtrArray *distributions;    /* (owned) (nullable): of the single models in it, if they are shown */
  HfsChartLook look;           /* but for the table, which the controls know */
  gboolean viewing;            /* query and look change together */
  gboolean presenting;         /* to an audience */
  GCancellable *cancellable;   /* (owned) (nullable): of the answer that is on its way */
};

static void hfs_question_page_page_init (HfsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsQuestionPage, hfs_question_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, hfs_question_page_page_init))

static void run (HfsQuestionPage *self);
static void update_presenting (HfsQuestionPage *self);

/* Labels that say nothing take no room. */
static void
set_text (GtkLabel  *label,
          GtkWidget *holder,
          char      *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (holder, text != NULL && *text != '\0');
  g_free (text);
}

/* Whether the newest data do not know the answer of a single model. */
static gboolean
needs_data (HfsResult *result)
{
  if (!g_str_equal (hfs_query_get_snapshot (hfs_result_get_query (result)), HFS_SNAPSHOT_LATEST))
    return FALSE;
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (hfs_result_get_row (result, i)->kind != HFS_ROW_UNCLEAR)
      return FALSE;
  return hfs_result_get_n_rows (result) > 0;
}

/* What is below the picture is not read before it. */
static void
show_rest_cb (GtkWidget *remarks,
              gpointer   data)
{
  HfsQuestionPage *self = data;

  if (self->result == NULL)
    return;
  hfs_about_number_set_result (self->about, self->result);
  gtk_widget_set_visible (GTK_WIDGET (self->about), !self->presenting);
  hfs_remark_list_ask (self->remarks, self->engine, hfs_result_get_dimension (self->result)->name, self->query);
}

static void
show_answer (HfsQuestionPage *self)
{
  HfsChartLook look;

  set_text (self->title_label, GTK_WIDGET (self->title_label), hfs_result_dup_title (self->result));
  set_text (self->answer_label, GTK_WIDGET (self->answer_label), hfs_result_dup_summary (self->result));
  set_text (self->scope_label, GTK_WIDGET (self->scope_label), hfs_result_dup_scope (self->result));
  set_text (self->caveat_label, self->caveat_box, hfs_result_dup_caveat (self->result));
  hfs_after_frame (GTK_WIDGET (self->remarks), show_rest_cb, self);
  gtk_widget_set_visible (self->fetch_box, needs_data (self->result));
  hfs_question_page_get_look (self, &look);
  hfs_answer_view_show (self->answer_view, self->result, &look, self->distributions);
  update_presenting (self);
}

static void
show_failure (HfsQuestionPage *self,
              const GError    *error)
{
  gtk_widget_set_visible (GTK_WIDGET (self->answer_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_label), FALSE);
  gtk_widget_set_visible (self->caveat_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->about), FALSE);
  hfs_remark_list_clear (self->remarks);
  gtk_widget_set_visible (self->fetch_box, FALSE);
  hfs_answer_view_fail (self->answer_view, error->message);
}

static void
run_cb (GObject      *source,
        GAsyncResult *async_result,
        gpointer      data)
{
  g_autoptr (HfsQuestionPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) distributions = NULL;
  g_autoptr (HfsResult) result = hfs_asking_run_finish (async_result, &distributions, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL ||
      g_task_get_cancellable (G_TASK (async_result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  hfs_wait_bar_stop (self->wait_bar);
  hfs_change_note_update (self->change_note, self->result, result);
  g_set_object (&self->result, result);
  g_clear_pointer (&self->distributions, g_ptr_array_unref);
  self->distributions = g_steal_pointer (&distributions);
  if (result != NULL)
    show_answer (self);
  else
    show_failure (self, error);
  hfs_page_answered (HFS_PAGE (self));
}

static void
run (HfsQuestionPage *self)
{
  g_autoptr (HfsQuery) query = NULL;
  HfsChartLook look;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->query == NULL)
    return;
  hfs_wait_bar_start (self->wait_bar);
  if (self->engine == NULL)
    return;
  /* The table shows all rows; a picture only as many as it can. */
  query = hfs_controls_get_shows_table (self->controls) ? g_object_ref (self->query) : hfs_export_fit_query (self->query);
  self->cancellable = g_cancellable_new ();
  hfs_question_page_get_look (self, &look);
  hfs_asking_run_async (self->engine, query, &look, self->cancellable, run_cb, g_object_ref (self));
}

static void
asked_cb (HfsQuestionPage *self,
          HfsQuery        *query)
{
  hfs_question_page_set_query (self, query);
}

static void
shows_table_cb (HfsQuestionPage *self)
{
  if (self->viewing)
    return;
  run (self);
  hfs_page_moved (HFS_PAGE (self));
}

/* Lines are over time, and the other charts are of one day: each asks for what it needs. */
static HfsQuery *
dup_query_for (HfsQuestionPage *self,
               HfsChartKind     kind)
{
  gboolean wants_time = kind == HFS_CHART_LINES && hfs_chart_kind_settle (kind, self->result) != kind;
  gboolean leaves_time = !hfs_chart_kind_is_over_time (kind) && hfs_query_get_over_time (self->query);

  if (!wants_time && !leaves_time)
    return g_object_ref (self->query);
  return hfs_query_with (self->query, "over", wants_time ? "time" : NULL, NULL);
}

static void
chosen_cb (HfsQuestionPage *self,
           HfsChartKind     kind,
           gboolean         log)
{
  g_autoptr (HfsQuery) query = self->result ? dup_query_for (self, kind) : NULL;
  HfsChartLook look = { kind, log, hfs_question_page_get_shows_table (self) };

  if (query != NULL)
    hfs_question_page_set_view (self, query, &look);
}

static void
toggle_table_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HfsQuestionPage *self = HFS_QUESTION_PAGE (widget);

  hfs_controls_set_shows_table (self->controls, !hfs_controls_get_shows_table (self->controls));
}

static void
play_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HfsQuestionPage *self = HFS_QUESTION_PAGE (widget);

  if (self->result == NULL)
    return;
  hfs_controls_set_shows_table (self->controls, FALSE);
  hfs_chart_pane_play (hfs_answer_view_get_chart (self->answer_view));
}

static void
update_snapshots (HfsQuestionPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) snapshots = hfs_archive_list (hfs_engine_get_archive (self->engine), &error);

  if (snapshots == NULL)
    g_warning ("%s", error->message);
  else
    {
      hfs_controls_set_snapshots (self->controls, snapshots);
      hfs_chart_pane_set_has_past (hfs_answer_view_get_chart (self->answer_view), snapshots->len > 1);
    }
}

static void
archive_changed_cb (HfsQuestionPage *self)
{
  update_snapshots (self);
  run (self);
}

static void
set_engine (HfsPage   *page,
            HfsEngine *engine)
{
  hfs_question_page_set_engine (HFS_QUESTION_PAGE (page), engine);
}

static char *
dup_place (HfsPage *page)
{
  HfsQuestionPage *self = HFS_QUESTION_PAGE (page);
  g_autofree char *link = NULL;
  HfsChartLook look;

  if (self->query == NULL)
    return NULL;
  hfs_question_page_get_look (self, &look);
  link = hfs_chart_look_to_uri (&look, self->query);
  return g_strdup (link + strlen (HFS_QUERY_SCHEME));
}

static gboolean
go_to (HfsPage     *page,
       const char  *place,
       GError     **error)
{
  HfsChartLook look;
  g_autoptr (HfsQuery) query = hfs_chart_look_parse (place, &look, error);

  if (query == NULL)
    return FALSE;
  hfs_question_page_set_view (HFS_QUESTION_PAGE (page), query, &look);
  return TRUE;
}

static HfsResult *
get_result (HfsPage *page)
{
  return HFS_QUESTION_PAGE (page)->result;
}

/* The answer alone: title, sentence, of what, chart. What one works with comes back afterwards. */
static void
update_presenting (HfsQuestionPage *self)
{
  gtk_widget_set_visible (self->angles_box, !self->presenting);
  gtk_widget_set_visible (self->workbench, !self->presenting);
  /* No cursor before an audience. */
  gtk_label_set_selectable (self->answer_label, !self->presenting);
  gtk_label_set_selectable (self->scope_label, !self->presenting);
  hfs_chart_pane_set_presenting (hfs_answer_view_get_chart (self->answer_view), self->presenting);
  if (self->result == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), !self->presenting);
  if (hfs_about_number_get_result (self->about) != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->about), !self->presenting);
}

static void
set_presenting (HfsPage  *page,
                gboolean  presenting)
{
  HfsQuestionPage *self = HFS_QUESTION_PAGE (page);

  self->presenting = presenting;
  update_presenting (self);
}

static void
hfs_question_page_page_init (HfsPageInterface *iface)
{
  iface->set_engine = set_engine;
  iface->dup_place = dup_place;
  iface->go_to = go_to;
  iface->get_result = get_result;
  iface->set_presenting = set_presenting;
}

static void
hfs_question_page_dispose (GObject *object)
{
  HfsQuestionPage *self = HFS_QUESTION_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HFS_TYPE_QUESTION_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->engine);
  g_clear_object (&self->query);
  g_clear_object (&self->result);
  g_clear_pointer (&self->distributions, g_ptr_array_unref);

  G_OBJECT_CLASS (hfs_question_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HFS_TYPE_ABOUT_NUMBER);
  g_type_ensure (HFS_TYPE_ANGLE_SWITCH);
  g_type_ensure (HFS_TYPE_ANSWER_VIEW);
  g_type_ensure (HFS_TYPE_CHANGE_NOTE);
  g_type_ensure (HFS_TYPE_CONTROLS);
  g_type_ensure (HFS_TYPE_FILTER_PILLS);
  g_type_ensure (HFS_TYPE_REMARK_LIST);
  g_type_ensure (HFS_TYPE_WAIT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/HfState/ui/hfs-question-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, wait_bar);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, angles_box);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, angles);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, answer_label);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, change_note);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, scope_label);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, workbench);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, controls);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, pills);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, fetch_box);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, fetch_button);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, answer_view);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, caveat_box);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, caveat_label);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, about);
  gtk_widget_class_bind_template_child (widget_class, HfsQuestionPage, remarks);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, shows_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, hfs_question_page_reload);
}

static void
hfs_question_page_class_init (HfsQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_question_page_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.toggle-table", NULL, toggle_table_action);
  gtk_widget_class_install_action (widget_class, "page.play", NULL, play_action);
}

static void
hfs_question_page_init (HfsQuestionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hfs_accessible_name (self->fetch_button, _("Fetch today’s data"));
  g_signal_connect_swapped (hfs_answer_view_get_chart (self->answer_view), "chosen", G_CALLBACK (chosen_cb), self);
}

/**
 * hfs_question_page_new:
 *
 * Returns: (transfer floating): a page that asks nothing yet
 */
GtkWidget *
hfs_question_page_new (void)
{
  return g_object_new (HFS_TYPE_QUESTION_PAGE, NULL);
}

/**
 * hfs_question_page_set_question:
 * @question: what the page is about
 *
 * Offers the sides of the question, and asks the first. To be called once.
 */
void
hfs_question_page_set_question (HfsQuestionPage *self,
                                HfsQuestion     *question)
{
  hfs_angle_switch_set_question (self->angles, question);
  hfs_question_page_set_query (self, hfs_question_get_query (question));
}

/**
 * hfs_question_page_set_engine:
 * @engine: what answers; the page then follows its snapshots
 */
void
hfs_question_page_set_engine (HfsQuestionPage *self,
                              HfsEngine       *engine)
{
  HfsArchive *archive;

  if (self->engine == engine)
    return;
  g_return_if_fail (self->engine == NULL);
  self->engine = g_object_ref (engine);
  archive = hfs_engine_get_archive (engine);
  g_signal_connect_object (archive, "changed", G_CALLBACK (archive_changed_cb), self, G_CONNECT_SWAPPED);
  update_snapshots (self);
  run (self);
}

/**
 * hfs_question_page_get_query:
 *
 * Returns: (transfer none) (nullable): what is asked
 */
HfsQuery *
hfs_question_page_get_query (HfsQuestionPage *self)
{
  return self->query;
}

/**
 * hfs_question_page_set_query:
 * @query: what to ask
 */
void
hfs_question_page_set_query (HfsQuestionPage *self,
                             HfsQuery        *query)
{
  if (self->query != NULL && hfs_query_equal (self->query, query))
    return;
  if (self->query == NULL)
    gtk_label_set_text (self->title_label,
                        hfs_dimension_get_title (hfs_query_get_dimension (query), hfs_query_get_measure (query)));
  g_set_object (&self->query, query);
  hfs_angle_switch_set_query (self->angles, query);
  hfs_controls_set_query (self->controls, query);
  hfs_filter_pills_set_query (self->pills, query);
  run (self);
  hfs_page_moved (HFS_PAGE (self));
}

/**
 * hfs_question_page_get_result:
 *
 * Returns: (transfer none) (nullable): the answer that is shown
 */
HfsResult *
hfs_question_page_get_result (HfsQuestionPage *self)
{
  return self->result;
}

/**
 * hfs_question_page_is_asking:
 *
 * Returns: whether an answer is on its way
 */
gboolean
hfs_question_page_is_asking (HfsQuestionPage *self)
{
  return self->cancellable != NULL;
}

/**
 * hfs_question_page_get_shows_table:
 *
 * Returns: whether the answer is shown as a table
 */
gboolean
hfs_question_page_get_shows_table (HfsQuestionPage *self)
{
  return hfs_controls_get_shows_table (self->controls);
}

/**
 * hfs_question_page_show_table:
 * @shows_table: whether to show the answer as a table, and not as a chart
 */
void
hfs_question_page_show_table (HfsQuestionPage *self,
                              gboolean         shows_table)
{
  hfs_controls_set_shows_table (self->controls, shows_table);
}

/**
 * hfs_question_page_get_look:
 * @look: (out caller-allocates): how the answer is shown
 */
void
hfs_question_page_get_look (HfsQuestionPage *self,
                            HfsChartLook    *look)
{
  *look = self->look;
  look->table = hfs_controls_get_shows_table (self->controls);
}

/**
 * hfs_question_page_set_view:
 * @query: what to ask
 * @look: how to show the answer
 *
 * Changes both as one step of the reader.
 */
void
hfs_question_page_set_view (HfsQuestionPage    *self,
                            HfsQuery           *query,
                            const HfsChartLook *look)
{
  HfsChartLook before;
  gboolean asks = self->query == NULL || !hfs_query_equal (self->query, query);

  hfs_question_page_get_look (self, &before);
  self->look = *look;
  self->viewing = TRUE;
  hfs_controls_set_shows_table (self->controls, look->table);
  self->viewing = FALSE;
  if (asks)
    {
      hfs_question_page_set_query (self, query);
      return;
    }
  if (hfs_chart_look_equal (&before, look))
    return;
  run (self);
  hfs_page_moved (HFS_PAGE (self));
}

/**
 * hfs_question_page_reload:
 *
 * Asks the same again.
 */
void
hfs_question_page_reload (HfsQuestionPage *self)
{
  run (self);
}
