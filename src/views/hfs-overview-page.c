/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-overview-page.h"

#include "hfs-config.h"

#include "hfs-accessible-name.h"
#include "hfs-format.h"
#include "hfs-headline-cards.h"
#include "hfs-one-stop.h"
#include "hfs-page.h"
#include "hfs-question-row.h"
#include "hfs-remark-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define HEADLINES_PATH "/org/example/HfState/editions/headlines.json"

/**
 * HfsOverviewPage:
 *
 * The first page: the report in headline figures, the questions with their answers today, which data there are.
 */
struct _HfsOverviewPage
{
  GtkWidget parent_instance;

  HfsHeadlineCards *cards;
  GtkButton *report_button;
  GtkLabel *report_label;
  GtkWidget *hint;
  GtkWidget *hint_button;
  GtkWidget *changes_button;
  GtkLabel *changes_label;
  GtkListBox *list;
  HfsRemarkList *remarks;

  HfsEngine *engine;    /* (owned) (nullable): while it is made there is none */
  GSettings *settings;  /* (owned) */
  char *report_uri;     /* (owned) (nullable) */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void hfs_overview_page_page_init (HfsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsOverviewPage, hfs_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, hfs_overview_page_page_init))

static void
run (HfsOverviewPage *self)
{
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries", NULL);

  hfs_remark_list_ask (self->remarks, self->engine, "overview", query);
}

static void
set_engine (HfsPage   *page,
            HfsEngine *engine)
{
  HfsOverviewPage *self = HFS_OVERVIEW_PAGE (page);

  self->engine = g_object_ref (engine);
  g_signal_connect_object (hfs_engine_get_archive (engine), "changed", G_CALLBACK (run), self, G_CONNECT_SWAPPED);
  run (self);
}

static void
hfs_overview_page_page_init (HfsPageInterface *iface)
{
  iface->set_engine = set_engine;
}

static void
hint_clicked_cb (HfsOverviewPage *self)
{
  g_settings_set_boolean (self->settings, "shows-hint", FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
row_activated_cb (HfsOverviewPage *self,
                  HfsQuestionRow  *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, hfs_question_row_get_question (row));
}

static void
report_clicked_cb (HfsOverviewPage *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->report_uri, GDK_CURRENT_TIME);
}

static void
hfs_overview_page_dispose (GObject *object)
{
  HfsOverviewPage *self = HFS_OVERVIEW_PAGE (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), HFS_TYPE_OVERVIEW_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->engine);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->report_uri, g_free);

  G_OBJECT_CLASS (hfs_overview_page_parent_class)->dispose (object);
}

static void
hfs_overview_page_class_init (HfsOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_overview_page_dispose;

  /**
   * HfsOverviewPage::chosen:
   * @question: the question
   *
   * The reader chose a question.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, HFS_TYPE_QUESTION);

  g_type_ensure (HFS_TYPE_HEADLINE_CARDS);
  g_type_ensure (HFS_TYPE_REMARK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/HfState/ui/hfs-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfsOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, HfsOverviewPage, report_button);
  gtk_widget_class_bind_template_child (widget_class, HfsOverviewPage, report_label);
  gtk_widget_class_bind_template_child (widget_class, HfsOverviewPage, hint);
  gtk_widget_class_bind_template_child (widget_class, HfsOverviewPage, hint_button);
  gtk_widget_class_bind_template_child (widget_class, HfsOverviewPage, changes_button);
  gtk_widget_class_bind_template_child (widget_class, HfsOverviewPage, changes_label);
  gtk_widget_class_bind_template_child (widget_class, HfsOverviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, HfsOverviewPage, remarks);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, hint_clicked_cb);
}

static void
show_headlines (HfsOverviewPage    *self,
                const HfsHeadlines *headlines)
{
  g_autofree char *date = hfs_format_date (headlines->date);
  /* Translators: where the figures come from: the title of a report, its date. */
  g_autofree char *source = g_strdup_printf (_("Source: “%1$s”, %2$s"), headlines->title, date);

  hfs_headline_cards_set_headlines (self->cards, headlines);
  gtk_label_set_text (self->report_label, source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->report_button), GTK_ACCESSIBLE_PROPERTY_LABEL, source, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->report_button), headlines->uri);
  self->report_uri = g_strdup (headlines->uri);
}

static void
hfs_overview_page_init (HfsOverviewPage *self)
{
  g_autoptr (GBytes) json = g_resources_lookup_data (HEADLINES_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsHeadlines) headlines = hfs_headlines_parse (json, &error);

  gtk_widget_init_template (GTK_WIDGET (self));
  if (headlines == NULL)
    g_error ("%s: %s", HEADLINES_PATH, error->message);
  show_headlines (self, headlines);
  hfs_one_stop (GTK_WIDGET (self->list));
  hfs_accessible_name (self->hint_button, _("Put this hint away"));
  self->settings = g_settings_new (HFS_APP_ID);
  g_settings_bind (self->settings, "shows-hint", self->hint, "visible", G_SETTINGS_BIND_DEFAULT);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer data)
{
  return hfs_question_row_new (item, TRUE);
}

static gboolean
is_elsewhere (gpointer item,
              gpointer data)
{
  return !g_str_equal (hfs_question_get_id (item), "overview");
}

/**
 * hfs_overview_page_new:
 *
 * Returns: (transfer floating): the page, without questions yet
 */
GtkWidget *
hfs_overview_page_new (void)
{
  return g_object_new (HFS_TYPE_OVERVIEW_PAGE, NULL);
}

/**
 * hfs_overview_page_set_questions:
 * @questions: (transfer none): a list of [class@Question]; the overview itself is left out
 */
void
hfs_overview_page_set_questions (HfsOverviewPage *self,
                                 GListModel      *questions)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_elsewhere, NULL, NULL));
  g_autoptr (GtkFilterListModel) filtered = gtk_filter_list_model_new (g_object_ref (questions), filter);

  gtk_list_box_bind_model (self->list, G_LIST_MODEL (filtered), create_row_cb, NULL, NULL);
}

static void
changes_answer_cb (HfsOverviewPage *self,
                   GParamSpec      *pspec,
                   HfsQuestion     *changes)
{
  const char *text = hfs_question_get_answer (changes);

  gtk_label_set_text (self->changes_label, text);
  hfs_accessible_name (self->changes_button, text);
  gtk_widget_set_visible (self->changes_button, *text != '\0');
}

/**
 * hfs_overview_page_set_changes:
 * @changes: the question about what changed
 *
 * Lets the page say the largest change, as soon as it is known.
 */
void
hfs_overview_page_set_changes (HfsOverviewPage *self,
                               HfsQuestion     *changes)
{
  g_signal_connect_object (changes, "notify::answer", G_CALLBACK (changes_answer_cb), self, G_CONNECT_SWAPPED);
}
