/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-publisher-facts.h"

#include "hfs-bar-row.h"
#include "hfs-fact-row.h"
#include "hfs-format.h"
#include "hfs-place.h"
#include "hfs-sentence.h"

#include <glib/gi18n.h>

/**
 * hfs_publisher_facts_dup_answer:
 *
 * Returns: (transfer full): rank, downloads, share and number of models, in one sentence
 */
char *
hfs_publisher_facts_dup_answer (HfsPublisherProfile *profile)
{
  g_autofree char *rank = hfs_format_integer (profile->rank), *n = hfs_format_integer (profile->n_publishers);
  g_autofree char *amount = hfs_format_amount (profile->downloads), *share = hfs_format_share (profile->share);
  g_autofree char *models = hfs_format_integer (profile->models);

  /* Translators: %1$s is the place by downloads, %2$s of how many publishers, %3$s the downloads, %4$s the share, %5$s how
   * many models. */
  return g_strdup_printf (ngettext ("Number %1$s of %2$s publishers: %3$s downloads in 30 days, %4$s of all, with %5$s model.",
                                    "Number %1$s of %2$s publishers: %3$s downloads in 30 days, %4$s of all, with %5$s models.",
                                    (gulong) profile->models), rank, n, amount, share, models);
}

/**
 * hfs_publisher_facts_dup_scope:
 *
 * Returns: (transfer full): of which day and source it is
 */
char *
hfs_publisher_facts_dup_scope (HfsPublisherProfile *profile)
{
  g_autofree char *date = hfs_format_date (profile->info->date);

  return g_strdup_printf (_("Data of %1$s: %2$s."), date, profile->info->source);
}

/* How sure a decision is, in words. */
static char *
dup_confidence (const HfsPublisher *decision)
{
  if (g_strcmp0 (decision->confidence, "high") == 0)
    return g_strdup (_("High: the publisher says so itself"));
  if (g_strcmp0 (decision->confidence, "medium") == 0)
    return g_strdup (_("Medium: what it says leaves some doubt"));
  return g_strdup (_("Low: it could well be otherwise"));
}

static void
add (GtkWidget  *list,
     const char *title,
     const char *text,
     GtkWidget  *end)
{
  gtk_list_box_append (GTK_LIST_BOX (list), hfs_fact_row_new (title, text, end));
}

/**
 * hfs_publisher_facts_new:
 *
 * Returns: (transfer floating): where the publisher is and of what kind, who says so, and how sure that is
 */
GtkWidget *
hfs_publisher_facts_new (HfsPublisherProfile *profile)
{
  GtkWidget *list = hfs_fact_list_new (_("About the publisher"));
  const HfsPublisher *decision = profile->decision;
  g_autofree char *country = hfs_dimension_dup_label (HFS_DIMENSION_COUNTRIES, decision ? decision->country : "unknown");
  g_autofree char *type = hfs_dimension_dup_label (HFS_DIMENSION_DEVELOPER_TYPES,
                                                   decision ? hfs_developer_type_get_key (decision->type) : "unknown");
  g_autofree char *confidence = decision ? dup_confidence (decision) : NULL;

  if (decision != NULL && *decision->name != '\0' && !g_str_equal (decision->name, profile->account))
    add (list, _("Name"), decision->name, NULL);
  add (list, _("Country"), country, NULL);
  add (list, _("Developer type"), type, NULL);
  if (decision == NULL)
    return list;
  if (*decision->evidence != '\0')
    add (list, _("Evidence"), decision->evidence,
         hfs_fact_button ("adw-external-link-symbolic", _("Open the evidence in your browser"), "win.open-evidence", decision->evidence));
  add (list, _("How sure this is"), confidence, NULL);
  if (*decision->note != '\0')
    add (list, _("Note"), decision->note, NULL);
  return list;
}

static GtkWidget *
new_bars (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "bars");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static void
add_moment (GtkWidget             *list,
            const HfsSnapshotInfo *info,
            const HfsPoint        *point,
            double                 most)
{
  GtkWidget *row = hfs_bar_row_new ();
  g_autofree char *date = hfs_format_date (info->date), *amount = hfs_format_amount (point->value);
  g_autofree char *share = hfs_format_share (point->share);
  g_autofree char *value = point->is_known ? g_strdup_printf (_("%1$s (%2$s)"), share, amount) : g_strdup (_("not stated"));
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), date, value);

  hfs_bar_row_set_texts (HFS_BAR_ROW (row), date, value, spoken);
  hfs_bar_row_set_bar (HFS_BAR_ROW (row), point->is_known && most > 0 ? point->share / most : 0, HFS_MARK_STRONG);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/**
 * hfs_publisher_facts_new_history:
 *
 * Returns: (transfer floating) (nullable): the publisher's share in each snapshot of like scope, as bars; %NULL when there
 *   are no two of them
 */
GtkWidget *
hfs_publisher_facts_new_history (HfsPublisherProfile *profile)
{
  const HfsResultRow *row = profile->history ? hfs_result_find_row (profile->history, profile->account) : NULL;
  guint n = profile->history ? hfs_result_get_n_moments (profile->history) : 0;
  GtkWidget *list;
  double most = 0;

  if (row == NULL || row->points == NULL || n < 2)
    return NULL;
  list = new_bars (_("Share of the downloads in 30 days, snapshot by snapshot"));
  for (guint i = 0; i < n; i++)
    most = MAX (most, row->points[i].is_known ? row->points[i].share : 0);
  for (guint i = 0; i < n; i++)
    add_moment (list, hfs_result_get_moment (profile->history, i), &row->points[i], most);
  return list;
}

static void
model_activated_cb (GtkListBox    *list,
                    GtkListBoxRow *bar,
                    HfsResult     *result)
{
  const HfsResultRow *row = hfs_result_get_row (result, (guint) gtk_list_box_row_get_index (bar));
  g_autofree char *place = NULL;

  if (row->kind != HFS_ROW_CLEAR)
    return;
  place = hfs_place_with ("model", "id", row->key);
  gtk_widget_activate_action (GTK_WIDGET (list), "win.open-place", "s", place);
}

/**
 * hfs_publisher_facts_new_models:
 *
 * Returns: (transfer floating): the publisher's most downloaded models as bars that open their pages
 */
GtkWidget *
hfs_publisher_facts_new_models (HfsPublisherProfile *profile)
{
  HfsResult *result = profile->parts[HFS_PUBLISHER_MODELS];
  GtkWidget *list = new_bars (_("The publisher’s models"));
  gint64 most = 1;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    most = MAX (most, hfs_result_get_row (result, i)->value);
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      GtkWidget *bar = hfs_bar_row_new ();
      g_autofree char *value = hfs_result_dup_row_value (result, row);
      g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), row->label, value);

      hfs_bar_row_set_texts (HFS_BAR_ROW (bar), row->label, value, spoken);
      hfs_bar_row_set_bar (HFS_BAR_ROW (bar), (double) row->value / (double) most,
                           row->kind == HFS_ROW_CLEAR ? HFS_MARK_STRONG : HFS_MARK_OTHER);
      gtk_list_box_append (GTK_LIST_BOX (list), bar);
    }
  g_signal_connect_data (list, "row-activated", G_CALLBACK (model_activated_cb), g_object_ref (result),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return list;
}
