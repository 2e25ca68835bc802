/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-publisher-page.h"

#include "hfs-accessible-name.h"
#include "hfs-chart-view.h"
#include "hfs-page-state.h"
#include "hfs-page.h"
#include "hfs-place.h"
#include "hfs-publisher-facts.h"
#include "hfs-text-label.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * HfsPublisherPage:
 *
 * All that is known of one publisher: how much its models are used, where it is and who says so, what its models are,
 * and what it was in other snapshots.
 */
struct _HfsPublisherPage
{
  GtkWidget parent_instance;

  GtkLabel *title;
  HfsPageState *state;
  GtkBox *content;
  GtkWidget *buttons;        /* on the content, while there is one */

  HfsEngine *engine;         /* (owned) (nullable): while it is made there is none */
  HfsResult *result;         /* (owned) (nullable): the publisher's models */
  char *account;             /* (owned): empty at first */
  GCancellable *cancellable; /* (owned) (nullable): of what is on its way */
};

static void page_iface_init (HfsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsPublisherPage, hfs_publisher_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, page_iface_init))

static GtkWidget *
new_button (const char *label,
            const char *name,
            const char *action,
            const char *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  hfs_accessible_name (button, name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

/* A heading, and at its end what opens the same as a question. */
static void
add_section (HfsPublisherPage *self,
             const char       *title,
             HfsResult        *result,
             GtkWidget        *widget)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = hfs_heading_label (title, "title-4");

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (head), heading);
  if (result != NULL)
    {
      g_autoptr (HfsQuery) all = hfs_query_with (hfs_result_get_query (result), "top", NULL, NULL);
      g_autofree char *query = hfs_query_to_string (all);
      GtkWidget *button = new_button (_("Open as a Question"), _("Open as a question of its own"), "win.open-place", query);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (head), button);
    }
  gtk_widget_set_margin_top (head, 30);
  gtk_widget_set_margin_bottom (head, 6);
  gtk_box_append (self->content, head);
  gtk_box_append (self->content, widget);
}

static GtkWidget *
new_buttons (const char *account)
{
  GtkWidget *buttons = hfs_wrap_box_new (12);

  gtk_widget_set_margin_top (buttons, 18);
  gtk_box_append (GTK_BOX (buttons), new_button (_("Open on the _Hub"), _("Open on the Hub"), "win.open-hub", account));
  gtk_box_append (GTK_BOX (buttons), new_button (_("_Classify It Otherwise…"), _("Classify it otherwise"), "win.classify", account));
  return buttons;
}

static void
add_parts (HfsPublisherPage    *self,
           HfsPublisherProfile *profile)
{
  const char *titles[HFS_N_PUBLISHER_PARTS] = {
    [HFS_PUBLISHER_SIZES] = _("How big its models are"),
    [HFS_PUBLISHER_TASKS] = _("What its models are for"),
    [HFS_PUBLISHER_LICENSES] = _("What one may do with them"),
    [HFS_PUBLISHER_MODELS] = _("Its most downloaded models"),
  };

  add_section (self, titles[HFS_PUBLISHER_MODELS], profile->parts[HFS_PUBLISHER_MODELS], hfs_publisher_facts_new_models (profile));
  for (guint i = 0; i < HFS_PUBLISHER_MODELS; i++)
    {
      GtkWidget *chart = hfs_chart_view_new ();

      hfs_chart_view_set_result (HFS_CHART_VIEW (chart), profile->parts[i]);
      add_section (self, titles[i], profile->parts[i], chart);
    }
}

static void
add_history (HfsPublisherPage    *self,
             HfsPublisherProfile *profile)
{
  GtkWidget *history = hfs_publisher_facts_new_history (profile);

  if (history == NULL)
    history = hfs_text_label (_("There is only one snapshot like this so far. Each refresh adds one."), NULL);
  add_section (self, _("Share of the downloads in 30 days, snapshot by snapshot"), NULL, history);
}

static void
show_profile (HfsPublisherPage    *self,
              HfsPublisherProfile *profile)
{
  g_autofree char *answer = hfs_publisher_facts_dup_answer (profile), *scope = hfs_publisher_facts_dup_scope (profile);
  GtkWidget *child, *facts = hfs_publisher_facts_new (profile);
  GtkWidget *answer_label = hfs_text_label (answer, "answer"), *scope_label = hfs_text_label (scope, "quiet");

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  gtk_label_set_selectable (GTK_LABEL (answer_label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (scope_label), TRUE);
  self->buttons = new_buttons (profile->account);
  gtk_widget_set_margin_top (facts, 18);
  gtk_box_append (self->content, answer_label);
  gtk_box_append (self->content, scope_label);
  gtk_box_append (self->content, facts);
  gtk_box_append (self->content, self->buttons);
  add_parts (self, profile);
  add_history (self, profile);
  g_set_object (&self->result, profile->parts[HFS_PUBLISHER_MODELS]);
  hfs_page_state_show (self->state);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  HfsPublisherProfile *profile = hfs_publisher_profile_new (HFS_ENGINE (source), task_data, cancellable, &error);

  if (profile != NULL)
    g_task_return_pointer (task, profile, (GDestroyNotify) hfs_publisher_profile_free);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HfsPublisherPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsPublisherProfile) profile = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->result);
  if (profile != NULL)
    show_profile (self, profile);
  else
    hfs_page_state_fail (self->state, _("This publisher is not in the data"), error->message);
  hfs_page_answered (HFS_PAGE (self));
}

static void
update (HfsPublisherPage *self)
{
  g_autoptr (GTask) task = NULL;

  gtk_label_set_text (self->title, self->account);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->engine == NULL)
    return;
  if (*self->account == '\0')
    {
      hfs_page_state_fail (self->state, _("No publisher is chosen"), _("Look for one on the page “Find”."));
      return;
    }
  self->cancellable = g_cancellable_new ();
  hfs_page_state_wait (self->state);
  task = g_task_new (self->engine, self->cancellable, worked_cb, g_object_ref (self));
  g_task_set_task_data (task, g_strdup (self->account), g_free);
  g_task_run_in_thread (task, work_in_thread);
}

static void
hfs_publisher_page_set_engine (HfsPage   *page,
                               HfsEngine *engine)
{
  HfsPublisherPage *self = HFS_PUBLISHER_PAGE (page);

  g_set_object (&self->engine, engine);
  g_signal_connect_object (hfs_engine_get_archive (engine), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static char *
hfs_publisher_page_dup_place (HfsPage *page)
{
  HfsPublisherPage *self = HFS_PUBLISHER_PAGE (page);

  return *self->account != '\0' ? hfs_place_with ("publisher", "id", self->account) : NULL;
}

static gboolean
hfs_publisher_page_go_to (HfsPage     *page,
                          const char  *place,
                          GError     **error)
{
  HfsPublisherPage *self = HFS_PUBLISHER_PAGE (page);
  char *account = hfs_place_get (place, "id");

  if (account == NULL || *account == '\0')
    {
      g_free (account);
      g_set_error_literal (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
                           _("The page of a publisher needs its account, such as publisher?id=Qwen."));
      return FALSE;
    }
  g_free (self->account);
  self->account = account;
  update (self);
  return TRUE;
}

static HfsResult *
hfs_publisher_page_get_result (HfsPage *page)
{
  return HFS_PUBLISHER_PAGE (page)->result;
}

static void
hfs_publisher_page_set_presenting (HfsPage  *page,
                                   gboolean  presenting)
{
  HfsPublisherPage *self = HFS_PUBLISHER_PAGE (page);

  if (self->buttons != NULL)
    gtk_widget_set_visible (self->buttons, !presenting);
}

static void
page_iface_init (HfsPageInterface *iface)
{
  iface->set_engine = hfs_publisher_page_set_engine;
  iface->dup_place = hfs_publisher_page_dup_place;
  iface->go_to = hfs_publisher_page_go_to;
  iface->get_result = hfs_publisher_page_get_result;
  iface->set_presenting = hfs_publisher_page_set_presenting;
}

static void
hfs_publisher_page_dispose (GObject *object)
{
  HfsPublisherPage *self = HFS_PUBLISHER_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->result);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (hfs_publisher_page_parent_class)->dispose (object);
}

static void
hfs_publisher_page_finalize (GObject *object)
{
  g_free (HFS_PUBLISHER_PAGE (object)->account);

  G_OBJECT_CLASS (hfs_publisher_page_parent_class)->finalize (object);
}

static void
hfs_publisher_page_class_init (HfsPublisherPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_publisher_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hfs_publisher_page_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hfs_publisher_page_init (HfsPublisherPage *self)
{
  GtkWidget *column = hfs_page_column (GTK_WIDGET (self));

  self->account = g_strdup ("");
  self->title = GTK_LABEL (hfs_heading_label (NULL, "question"));
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->state = HFS_PAGE_STATE (hfs_page_state_new (GTK_WIDGET (self->content)));
  g_signal_connect_swapped (self->state, "again", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->state));
}

/**
 * hfs_publisher_page_new:
 *
 * Returns: (transfer floating): a page about no publisher yet
 */
GtkWidget *
hfs_publisher_page_new (void)
{
  return g_object_new (HFS_TYPE_PUBLISHER_PAGE, NULL);
}
