/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-classify-rows.h"

#include "hfs-accessible-name.h"
#include "hfs-format.h"
#include "hfs-sensitivity.h"
#include "hfs-share-table.h"
#include "hfs-text-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How many publishers it asks for help with. */
#define MAX_UNKNOWN 20

/* What the page shows besides the reader's own decisions. Made in a worker thread, then only read. */
struct _HfsClassifyWork
{
  GPtrArray *unknown;    /* (nullable) (element-type utf8) */
  HfsResult *publishers; /* (nullable) */
  GPtrArray *ways[3];    /* (owned): to count countries, regions, and developer types */
};

static HfsResult *
run (HfsEngine  *engine,
     const char *text)
{
  g_autoptr (HfsQuery) query = hfs_query_parse (text, NULL);

  return hfs_engine_run (engine, query, NULL);
}

/**
 * hfs_classify_work_new:
 *
 * Finds what the reader's decisions move, and which publishers nobody has classified. Blocks; for worker threads.
 *
 * Returns: (transfer full): the findings
 */
HfsClassifyWork *
hfs_classify_work_new (HfsEngine *engine)
{
  HfsClassifyWork *work = g_new0 (HfsClassifyWork, 1);
  g_autoptr (HfsQuery) query = hfs_query_parse ("publishers?attribution=mine", NULL);

  work->publishers = run (engine, "publishers?share=1&attribution=mine");
  work->unknown = hfs_sensitivity_rank_unknown (engine, query, MAX_UNKNOWN, NULL);
  work->ways[0] = hfs_share_ways_new (engine, HFS_DIMENSION_COUNTRIES);
  work->ways[1] = hfs_share_ways_new (engine, HFS_DIMENSION_REGIONS);
  work->ways[2] = hfs_share_ways_new (engine, HFS_DIMENSION_DEVELOPER_TYPES);
  return work;
}

/**
 * hfs_classify_work_free:
 *
 * Frees @work.
 */
void
hfs_classify_work_free (HfsClassifyWork *work)
{
  g_clear_pointer (&work->unknown, g_ptr_array_unref);
  g_clear_object (&work->publishers);
  for (guint i = 0; i < G_N_ELEMENTS (work->ways); i++)
    g_ptr_array_unref (work->ways[i]);
  g_free (work);
}

/**
 * hfs_classify_new_list:
 * @name: what a screen reader says
 *
 * Returns: (transfer floating): a list without rows
 */
GtkWidget *
hfs_classify_new_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static GtkWidget *
new_row (const char *title,
         const char *text,
         GtkWidget  *end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* Translators: what a screen reader says for a row: what it is about, then what is said of it. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), title, text);

  gtk_box_append (GTK_BOX (texts), hfs_text_label (title, "term"));
  gtk_box_append (GTK_BOX (texts), hfs_text_label (text, NULL));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  if (end != NULL)
    {
      gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), end);
    }
  gtk_widget_add_css_class (box, "fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static GtkWidget *
new_remove_button (const HfsOverride *override)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: %s is a publisher. */
  g_autofree char *name = g_strdup_printf (_("Take back the change of %s"), override->publisher);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  hfs_accessible_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "classify.take-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", override->publisher, hfs_override_field_get_key (override->field));
  return button;
}

/**
 * hfs_classify_add_changes:
 *
 * Adds a row for each decision of the reader: what is published, what the reader says, and why.
 */
void
hfs_classify_add_changes (GtkListBox        *list,
                          HfsClassification *classification)
{
  HfsOverrides *overrides = hfs_classification_get_overrides (classification);
  HfsPublishers *publishers = hfs_engine_get_publishers (hfs_classification_get_engine (classification));

  for (guint i = 0; i < hfs_overrides_get_n (overrides); i++)
    {
      const HfsOverride *override = hfs_overrides_get (overrides, i);
      g_autofree char *before = hfs_overrides_dup_published (publishers, override);
      g_autofree char *published = hfs_classification_dup_label (override->field, before);
      g_autofree char *mine = hfs_classification_dup_label (override->field, override->value);
      /* Translators: a change of a publisher: as published, as the reader has it, the reader's reason. */
      g_autofree char *text = g_strdup_printf (_("Published: %1$s. Yours: %2$s. Reason: %3$s"), published, mine, override->reason);

      gtk_list_box_append (list, new_row (override->publisher, text, new_remove_button (override)));
    }
}

/**
 * hfs_classify_add_moved:
 *
 * Adds a table of the shares that depend on who classifies, of countries and of kinds of developers.
 */
void
hfs_classify_add_moved (GtkBox          *box,
                        HfsClassifyWork *work)
{
  static const char * const names[] = { N_("Shares of countries"), N_("Shares of regions"), N_("Shares of kinds of developers") };

  for (guint i = 0; i < G_N_ELEMENTS (work->ways); i++)
    {
      GtkWidget *table = hfs_share_table_new (work->ways[i], _(names[i]));

      if (table != NULL)
        gtk_box_append (box, table);
    }
}

static GtkWidget *
new_classify_button (const char *account)
{
  GtkWidget *button = gtk_button_new_with_label (_("Classify"));
  /* Translators: %s is a publisher. */
  g_autofree char *name = g_strdup_printf (_("Classify %s"), account);

  hfs_accessible_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.classify");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", account);
  return button;
}

/**
 * hfs_classify_add_unknown:
 *
 * Adds a row for each publisher that it would help most to classify.
 */
void
hfs_classify_add_unknown (GtkListBox      *list,
                          HfsClassifyWork *work)
{
  for (guint i = 0; work->unknown != NULL && i < work->unknown->len; i++)
    {
      const char *account = g_ptr_array_index (work->unknown, i);
      const HfsResultRow *row = work->publishers ? hfs_result_find_row (work->publishers, account) : NULL;
      gint64 value = row ? row->value : 0;
      g_autofree char *amount = hfs_format_amount (value);
      g_autofree char *text = g_strdup_printf (ngettext ("%s download in 30 days", "%s downloads in 30 days", (gulong) MIN (value, 1000000)), amount);

      gtk_list_box_append (list, new_row (account, text, new_classify_button (account)));
    }
}
