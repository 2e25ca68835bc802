/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-waterfall-step-row.h"

#include "hfs-format.h"
#include "hfs-range-bar.h"
#include "hfs-text-label.h"
#include "hfs-verdict.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>
#include <math.h>

static const char * const rule_names[HFS_N_RULES] = {
  [HFS_RULE_WINDOW] = N_("Time"),
  [HFS_RULE_POPULATION] = N_("Which models"),
  [HFS_RULE_CREDIT] = N_("Whom a copy counts for"),
  [HFS_RULE_CLASSIFICATION] = N_("Who is where"),
  [HFS_RULE_COUNTING] = N_("How it is counted"),
};

/* How far the number is from that of the step before. */
static char *
dup_change (const HfsWaterfallStep *step)
{
  gboolean is_share = hfs_statistic_is_share (step->recipe->statistic);
  g_autofree char *size = hfs_format_decimal (fabs (step->change) * (is_share ? 100 : 1), is_share ? 1 : 2);

  if (isnan (step->change))
    return NULL;
  if (is_share)
    /* Translators: how much a share changes, in percentage points. */
    return g_strdup_printf (step->change < 0 ? _("%s points less") : _("%s points more"), size);
  return g_strdup_printf (step->change < 0 ? _("%s less") : _("%s more"), size);
}

static GtkWidget *
new_head (const HfsWaterfallStep *step,
          const char             *value,
          const char             *change)
{
  GtkWidget *head = hfs_wrap_box_new (12);

  gtk_box_append (GTK_BOX (head), hfs_text_label (value ? value : _("Cannot be recomputed"), value ? "figure" : "term"));
  if (change != NULL)
    gtk_box_append (GTK_BOX (head), hfs_text_label (change, "change"));
  /* The first number is where the way begins: nothing is otherwise yet. */
  if (value == NULL || change != NULL)
    gtk_box_append (GTK_BOX (head), hfs_text_label (_(rule_names[step->rule]), "rule"));
  return head;
}

/**
 * hfs_waterfall_step_row_new:
 * @step: what to show; not needed afterwards
 * @whole: what the line of the drawing ends at
 *
 * Returns: (transfer floating): a row of a list: the number, drawn from the number before to this one, and how it comes about
 */
GtkWidget *
hfs_waterfall_step_row_new (const HfsWaterfallStep *step,
                            double                  whole)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *value = step->finding ? hfs_finding_dup_value (step->finding, step->recipe->statistic) : NULL;
  g_autofree char *change = step->finding ? dup_change (step) : NULL;
  g_autofree char *sentence = hfs_waterfall_step_dup_sentence (step);
  g_autofree char *spoken = g_strjoin (" ", step->text, sentence, NULL);

  gtk_box_append (GTK_BOX (box), new_head (step, value, change));
  if (step->finding != NULL)
    {
      double now = step->finding->value, before = isnan (step->change) ? 0 : now - step->change;

      gtk_box_append (GTK_BOX (box), hfs_range_bar_new (MIN (before, now), MAX (before, now), now, whole, value));
    }
  gtk_box_append (GTK_BOX (box), hfs_text_label (step->text, NULL));
  gtk_box_append (GTK_BOX (box), hfs_text_label (sentence, "quiet"));
  gtk_widget_add_css_class (box, "fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), step->finding != NULL);
  if (step->finding != NULL)
    g_object_set_data_full (G_OBJECT (row), "query", hfs_query_to_string (step->finding->query), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}
