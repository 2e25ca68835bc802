/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-model-page.h"

#include "hfs-action-button.h"
#include "hfs-family-view.h"
#include "hfs-model-facts.h"
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
  HfsProfilePage parent_instance;
};

G_DEFINE_FINAL_TYPE (HfsModelPage, hfs_model_page, HFS_TYPE_PROFILE_PAGE)

static void
add_section (HfsProfilePage *page,
             const char     *title,
             GtkWidget      *widget)
{
  GtkWidget *heading = hfs_heading_label (title, "title-4");

  gtk_widget_set_margin_bottom (heading, 12);
  hfs_profile_page_add_section (page, heading, widget);
}

static GtkWidget *
new_hub_button (const char *id)
{
  GtkWidget *button = hfs_action_button_new (_("Open on the _Hub"), _("Open on the Hub"), "win.open-hub", id);

  gtk_widget_set_tooltip_text (button, _("Opens the model’s page in your browser"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
add_history (HfsProfilePage  *page,
             HfsModelProfile *profile)
{
  GtkWidget *history = hfs_model_facts_new_history (profile);

  if (history == NULL)
    history = hfs_text_label (_("Only one snapshot holds this model so far. Each refresh adds one."), NULL);
  add_section (page, _("Downloads in 30 days, snapshot by snapshot"), history);
}

static void
add_family (HfsProfilePage  *page,
            HfsModelProfile *profile)
{
  g_autofree char *sentence = hfs_model_facts_dup_family (profile);
  GtkWidget *below;

  add_section (page, _("What it is made from, and what is made from it"), hfs_text_label (sentence, NULL));
  if (hfs_descent_knows_bases (profile->descent))
    below = hfs_family_view_new (profile->descent, profile->id);
  else
    {
      below = hfs_action_button_new (_("_Fetch Today’s Data"), _("Fetch today’s data"), "win.refresh", NULL);
      gtk_widget_set_halign (below, GTK_ALIGN_START);
    }
  gtk_widget_set_margin_top (below, 12);
  hfs_profile_page_add (page, below);
}

static gpointer
hfs_model_page_make_profile (HfsEngine     *engine,
                             const char    *id,
                             GCancellable  *cancellable,
                             GError       **error)
{
  return hfs_model_profile_new (engine, id, cancellable, error);
}

static void
hfs_model_page_free_profile (gpointer profile)
{
  hfs_model_profile_free (profile);
}

static void
hfs_model_page_show_profile (HfsProfilePage *page,
                             gpointer        data)
{
  HfsModelProfile *profile = data;
  g_autofree char *answer = hfs_model_facts_dup_answer (profile), *scope = hfs_model_facts_dup_scope (profile);

  hfs_profile_page_add_head (page, answer, scope, hfs_model_facts_new (profile), new_hub_button (profile->id));
  add_history (page, profile);
  add_family (page, profile);
}

static void
hfs_model_page_class_init (HfsModelPageClass *klass)
{
  HfsProfilePageClass *page_class = HFS_PROFILE_PAGE_CLASS (klass);

  page_class->name = "model";
  page_class->none_chosen = N_("No model is chosen");
  page_class->not_found = N_("This model is not in the data");
  page_class->without_id = N_("The page of a model needs its name, such as model?id=Qwen/Qwen3-8B.");
  page_class->make_profile = hfs_model_page_make_profile;
  page_class->free_profile = hfs_model_page_free_profile;
  page_class->show_profile = hfs_model_page_show_profile;
}

static void
hfs_model_page_init (HfsModelPage *self)
{
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
