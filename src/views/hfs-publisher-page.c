/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-publisher-page.h"

#include "hfs-action-button.h"
#include "hfs-chart-view.h"
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
  HfsProfilePage parent_instance;
};

G_DEFINE_FINAL_TYPE (HfsPublisherPage, hfs_publisher_page, HFS_TYPE_PROFILE_PAGE)

/* A heading, and at its end what opens the same as a question. */
static void
add_section (HfsProfilePage *page,
             const char     *title,
             HfsResult      *result,
             GtkWidget      *widget)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = hfs_heading_label (title, "title-4");

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (head), heading);
  if (result != NULL)
    {
      g_autoptr (HfsQuery) all = hfs_query_with (hfs_result_get_query (result), "top", NULL, NULL);
      g_autofree char *query = hfs_query_to_string (all);
      GtkWidget *button = hfs_action_button_add (head, _("Open as a Question"), _("Open as a question of its own"),
                                                 "win.open-place", query);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    }
  gtk_widget_set_margin_bottom (head, 6);
  hfs_profile_page_add_section (page, head, widget);
}

static GtkWidget *
new_buttons (const char *account)
{
  GtkWidget *buttons = hfs_wrap_box_new (12), *button;

  button = hfs_action_button_add (buttons, _("Open on the _Hub"), _("Open on the Hub"), "win.open-hub", account);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  button = hfs_action_button_add (buttons, _("_Classify It Otherwise…"), _("Classify it otherwise"), "win.classify", account);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return buttons;
}

static void
add_parts (HfsProfilePage      *page,
           HfsPublisherProfile *profile)
{
  const char *titles[HFS_N_PUBLISHER_PARTS] = {
    [HFS_PUBLISHER_SIZES] = _("How big its models are"),
    [HFS_PUBLISHER_TASKS] = _("What its models are for"),
    [HFS_PUBLISHER_LICENSES] = _("What one may do with them"),
    [HFS_PUBLISHER_MODELS] = _("Its most downloaded models"),
  };

  add_section (page, titles[HFS_PUBLISHER_MODELS], profile->parts[HFS_PUBLISHER_MODELS], hfs_publisher_facts_new_models (profile));
  for (guint i = 0; i < HFS_PUBLISHER_MODELS; i++)
    {
      GtkWidget *chart = hfs_chart_view_new ();

      hfs_chart_view_set_result (HFS_CHART_VIEW (chart), profile->parts[i]);
      add_section (page, titles[i], profile->parts[i], chart);
    }
}

static void
add_history (HfsProfilePage      *page,
             HfsPublisherProfile *profile)
{
  GtkWidget *history = hfs_publisher_facts_new_history (profile);

  if (history == NULL)
    history = hfs_text_label (_("There is only one snapshot like this so far. Each refresh adds one."), NULL);
  add_section (page, _("Share of the downloads in 30 days, snapshot by snapshot"), NULL, history);
}

static gpointer
hfs_publisher_page_make_profile (HfsEngine     *engine,
                                 const char    *account,
                                 GCancellable  *cancellable,
                                 GError       **error)
{
  return hfs_publisher_profile_new (engine, account, cancellable, error);
}

static void
hfs_publisher_page_free_profile (gpointer profile)
{
  hfs_publisher_profile_free (profile);
}

/* Its models. */
static HfsResult *
hfs_publisher_page_get_result (gpointer profile)
{
  return ((HfsPublisherProfile *) profile)->parts[HFS_PUBLISHER_MODELS];
}

static void
hfs_publisher_page_show_profile (HfsProfilePage *page,
                                 gpointer        data)
{
  HfsPublisherProfile *profile = data;
  g_autofree char *answer = hfs_publisher_facts_dup_answer (profile), *scope = hfs_publisher_facts_dup_scope (profile);

  hfs_profile_page_add_head (page, answer, scope, hfs_publisher_facts_new (profile), new_buttons (profile->account));
  add_parts (page, profile);
  add_history (page, profile);
}

static void
hfs_publisher_page_class_init (HfsPublisherPageClass *klass)
{
  HfsProfilePageClass *page_class = HFS_PROFILE_PAGE_CLASS (klass);

  page_class->name = "publisher";
  page_class->none_chosen = N_("No publisher is chosen");
  page_class->not_found = N_("This publisher is not in the data");
  page_class->without_id = N_("The page of a publisher needs its account, such as publisher?id=Qwen.");
  page_class->make_profile = hfs_publisher_page_make_profile;
  page_class->free_profile = hfs_publisher_page_free_profile;
  page_class->get_result = hfs_publisher_page_get_result;
  page_class->show_profile = hfs_publisher_page_show_profile;
}

static void
hfs_publisher_page_init (HfsPublisherPage *self)
{
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
