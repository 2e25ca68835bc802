/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-model-page.h"

#include "hfs-accessible-name.h"
#include "hfs-family-view.h"
#include "hfs-model-facts.h"
#include "hfs-page-state.h"
#include "hfs-page.h"
#include "hfs-place.h"
#include "hfs-text-label.h"

#include <glib/gi18n.h>

/**
 * HfsModelPage:
 *
 * All that is known of one model: its counts, what it is, what it was in other snapshots, what it is made from, and what
 * is made from it.
 */
struct _HfsModelPage
{
  GtkWidget parent_instance;

  GtkLabel *title;
  HfsPageState *state;
  GtkBox *content;
  GtkWidget *hub_button;     /* on the content, while there is one */

  HfsEngine *engine;         /* (owned) (nullable): while it is made there is none */
  char *id;                  /* (owned): the model; empty at first */
  GCancellable *cancellable; /* (owned) (nullable): of what is on its way */
};

static void page_iface_init (HfsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfsModelPage, hfs_model_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (HFS_TYPE_PAGE, page_iface_init))

static void
add_section (HfsModelPage *self,
             const char   *title,
             GtkWidget    *widget)
{
  GtkWidget *heading = hfs_heading_label (title, "title-4");

  gtk_widget_set_margin_top (heading, 30);
  gtk_widget_set_margin_bottom (heading, 12);
  gtk_box_append (self->content, heading);
  gtk_box_append (self->content, widget);
}

static GtkWidget *
new_hub_button (const char *id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Open on the _Hub"));

  hfs_accessible_name (button, _("Open on the Hub"));
  gtk_widget_set_tooltip_text (button, _("Opens the model’s page in your browser"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 18);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-hub");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  return button;
}

static void
add_family (HfsModelPage    *self,
            HfsModelProfile *profile)
{
  g_autofree char *sentence = hfs_model_facts_dup_family (profile);

  add_section (self, _("What it is made from, and what is made from it"), hfs_text_label (sentence, NULL));
  if (hfs_descent_knows_bases (profile->descent))
    {
      GtkWidget *tree = hfs_family_view_new (profile->descent, profile->id);

      gtk_widget_set_margin_top (tree, 12);
      gtk_box_append (self->content, tree);
    }
  else
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Fetch Today’s Data"));

      hfs_accessible_name (button, _("Fetch today’s data"));
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_set_margin_top (button, 12);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.refresh");
      gtk_box_append (self->content, button);
    }
}

static void
show_profile (HfsModelPage    *self,
              HfsModelProfile *profile)
{
  g_autofree char *answer = hfs_model_facts_dup_answer (profile), *scope = hfs_model_facts_dup_scope (profile);
  GtkWidget *child, *facts = hfs_model_facts_new (profile), *history = hfs_model_facts_new_history (profile);
  GtkWidget *answer_label = hfs_text_label (answer, "answer"), *scope_label = hfs_text_label (scope, "quiet");

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  gtk_label_set_selectable (GTK_LABEL (answer_label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (scope_label), TRUE);
  self->hub_button = new_hub_button (profile->id);
  gtk_widget_set_margin_top (facts, 18);
  gtk_box_append (self->content, answer_label);
  gtk_box_append (self->content, scope_label);
  gtk_box_append (self->content, facts);
  gtk_box_append (self->content, self->hub_button);
  if (history != NULL)
    add_section (self, _("Downloads in 30 days, snapshot by snapshot"), history);
  else
    add_section (self, _("Downloads in 30 days, snapshot by snapshot"),
                 hfs_text_label (_("Only one snapshot holds this model so far. Each refresh adds one."), NULL));
  add_family (self, profile);
  hfs_page_state_show (self->state);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  HfsModelProfile *profile = hfs_model_profile_new (HFS_ENGINE (source), task_data, cancellable, &error);

  if (profile != NULL)
    g_task_return_pointer (task, profile, (GDestroyNotify) hfs_model_profile_free);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HfsModelPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsModelProfile) profile = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (profile != NULL)
    show_profile (self, profile);
  else
    hfs_page_state_fail (self->state, _("This model is not in the data"), error->message);
  hfs_page_answered (HFS_PAGE (self));
}

static void
update (HfsModelPage *self)
{
  g_autoptr (GTask) task = NULL;

  gtk_label_set_text (self->title, self->id);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->engine == NULL)
    return;
  if (*self->id == '\0')
    {
      hfs_page_state_fail (self->state, _("No model is chosen"), _("Look for one on the page “Find”."));
      return;
    }
  self->cancellable = g_cancellable_new ();
  hfs_page_state_wait (self->state);
  task = g_task_new (self->engine, self->cancellable, worked_cb, g_object_ref (self));
  g_task_set_task_data (task, g_strdup (self->id), g_free);
  g_task_run_in_thread (task, work_in_thread);
}

static void
hfs_model_page_set_engine (HfsPage   *page,
                           HfsEngine *engine)
{
  HfsModelPage *self = HFS_MODEL_PAGE (page);

  g_set_object (&self->engine, engine);
  g_signal_connect_object (hfs_engine_get_archive (engine), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static char *
hfs_model_page_dup_place (HfsPage *page)
{
  HfsModelPage *self = HFS_MODEL_PAGE (page);

  return *self->id != '\0' ? hfs_place_with ("model", "id", self->id) : NULL;
}

static gboolean
hfs_model_page_go_to (HfsPage     *page,
                      const char  *place,
                      GError     **error)
{
  HfsModelPage *self = HFS_MODEL_PAGE (page);
  char *id = hfs_place_get (place, "id");

  if (id == NULL || *id == '\0')
    {
      g_free (id);
      g_set_error_literal (error, HFS_QUERY_ERROR, HFS_QUERY_ERROR_VALUE,
                           _("The page of a model needs its name, such as model?id=Qwen/Qwen3-8B."));
      return FALSE;
    }
  g_free (self->id);
  self->id = id;
  update (self);
  return TRUE;
}

static void
hfs_model_page_set_presenting (HfsPage  *page,
                               gboolean  presenting)
{
  HfsModelPage *self = HFS_MODEL_PAGE (page);

  if (self->hub_button != NULL)
    gtk_widget_set_visible (self->hub_button, !presenting);
}

static void
page_iface_init (HfsPageInterface *iface)
{
  iface->set_engine = hfs_model_page_set_engine;
  iface->dup_place = hfs_model_page_dup_place;
  iface->go_to = hfs_model_page_go_to;
  iface->set_presenting = hfs_model_page_set_presenting;
}

static void
hfs_model_page_dispose (GObject *object)
{
  HfsModelPage *self = HFS_MODEL_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (hfs_model_page_parent_class)->dispose (object);
}

static void
hfs_model_page_finalize (GObject *object)
{
  g_free (HFS_MODEL_PAGE (object)->id);

  G_OBJECT_CLASS (hfs_model_page_parent_class)->finalize (object);
}

static void
hfs_model_page_class_init (HfsModelPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hfs_model_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hfs_model_page_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hfs_model_page_init (HfsModelPage *self)
{
  GtkWidget *column = hfs_page_column (GTK_WIDGET (self));

  self->id = g_strdup ("");
  self->title = GTK_LABEL (hfs_heading_label (NULL, "question"));
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->state = HFS_PAGE_STATE (hfs_page_state_new (GTK_WIDGET (self->content)));
  g_signal_connect_swapped (self->state, "again", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->state));
}

/**
 * hfs_model_page_new:
 *
 * Returns: (transfer floating): a page about no model yet
 */
GtkWidget *
hfs_model_page_new (void)
{
  return g_object_new (HFS_TYPE_MODEL_PAGE, NULL);
}
