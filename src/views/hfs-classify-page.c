/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-classify-page.h"

#include "hfs-action-button.h"
#include "hfs-classify-files.h"
#include "hfs-classify-rows.h"
#include "hfs-text-label.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * HfsClassifyPage:
 *
 * “Classify it yourself”: the reader's own decisions about publishers, what they move, and where help is wanted most.
 */
struct _HfsClassifyPage
{
  HfsColumnPage parent_instance;

  GtkLabel *summary;
  GtkLabel *trouble;
  GtkWidget *sections[3];     /* a heading and a list each */
  GtkListBox *lists[3];       /* %NULL where the section has tables */
  GtkBox *tables;             /* what the tables of the reader move */

  HfsClaimsDesk *desk;        /* (owned) */
};

enum
{
  CHANGES,
  MOVED,
  UNKNOWN,
};

G_DEFINE_FINAL_TYPE (HfsClassifyPage, hfs_classify_page, HFS_TYPE_COLUMN_PAGE)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
clear_tables (HfsClassifyPage *self)
{
  GtkWidget *table;

  while ((table = gtk_widget_get_first_child (GTK_WIDGET (self->tables))) != NULL)
    gtk_box_remove (self->tables, table);
}

/* A list without rows takes no room. */
static void
show_sections (HfsClassifyPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sections); i++)
    gtk_widget_set_visible (self->sections[i], self->lists[i] != NULL
                                                 ? gtk_list_box_get_row_at_index (self->lists[i], 0) != NULL
                                                 : gtk_widget_get_first_child (GTK_WIDGET (self->tables)) != NULL);
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  HfsClassifyPage *self = HFS_CLASSIFY_PAGE (source);
  HfsClassifyWork *work = g_task_propagate_pointer (G_TASK (result), NULL);

  if (work == NULL)
    return;
  if (hfs_column_page_end (HFS_COLUMN_PAGE (self), result))
    {
      clear_tables (self);
      clear_list (self->lists[UNKNOWN]);
      hfs_classify_add_moved (self->tables, work);
      hfs_classify_add_unknown (self->lists[UNKNOWN], work);
      show_sections (self);
    }
  hfs_classify_work_free (work);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      engine,
                GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, hfs_classify_work_new (engine), (GDestroyNotify) hfs_classify_work_free);
}

static void
update (HfsClassifyPage *self)
{
  HfsClassification *classification = hfs_claims_desk_get_classification (self->desk);
  g_autofree char *summary = classification ? hfs_classification_dup_summary (classification) : NULL;
  const char *trouble = classification ? hfs_classification_get_trouble (classification) : NULL;
  g_autoptr (GTask) task = NULL;

  hfs_column_page_stop (HFS_COLUMN_PAGE (self));
  if (classification == NULL)
    return;
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->trouble, trouble ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  clear_list (self->lists[CHANGES]);
  hfs_classify_add_changes (self->lists[CHANGES], classification);
  show_sections (self);
  task = g_task_new (self, hfs_column_page_begin (HFS_COLUMN_PAGE (self)), worked_cb, NULL);
  g_task_set_source_tag (task, update);
  g_task_set_task_data (task, g_object_ref (hfs_classification_get_engine (classification)), g_object_unref);
  g_task_run_in_thread (task, work_in_thread);
}

static void
take_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HfsClassifyPage *self = HFS_CLASSIFY_PAGE (widget);
  HfsClassification *classification = hfs_claims_desk_get_classification (self->desk);
  const char *publisher, *field_key;
  HfsOverrideField field;

  g_variant_get (parameter, "(&s&s)", &publisher, &field_key);
  if (classification != NULL && hfs_override_field_from_key (field_key, &field) &&
      hfs_overrides_remove (hfs_classification_get_overrides (classification), publisher, field))
    gtk_widget_activate_action (widget, "win.classified", "u", 1u);
}

static void
files_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HfsClassification *classification = hfs_claims_desk_get_classification (HFS_CLASSIFY_PAGE (widget)->desk);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (classification == NULL)
    return;
  if (g_str_equal (name, "classify.import"))
    hfs_classify_import (window, classification);
  else
    hfs_classify_export (window, classification);
}

static void
hfs_classify_page_finalize (GObject *object)
{
  g_clear_object (&HFS_CLASSIFY_PAGE (object)->desk);

  G_OBJECT_CLASS (hfs_classify_page_parent_class)->finalize (object);
}

static void
hfs_classify_page_class_init (HfsClassifyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hfs_classify_page_finalize;
  gtk_widget_class_install_action (widget_class, "classify.take-back", "(ss)", take_back_action);
  gtk_widget_class_install_action (widget_class, "classify.import", NULL, files_action);
  gtk_widget_class_install_action (widget_class, "classify.export", NULL, files_action);
}

static GtkWidget *
new_button_line (const char *name)
{
  GtkWidget *box = hfs_wrap_box_new (6);

  gtk_widget_set_margin_top (box, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static GtkWidget *
new_actions (void)
{
  GtkWidget *box = new_button_line (_("Changes"));

  hfs_action_button_add (box, _("_Classify a Publisher…"), _("Classify a publisher"), "win.classify", "");
  hfs_action_button_add (box, _("_Import…"), _("Import changes from a file"), "classify.import", NULL);
  hfs_action_button_add (box, _("_Export…"), _("Export your changes to a file"), "classify.export", NULL);
  return box;
}

/* The same chart by each table. */
static GtkWidget *
new_presets (void)
{
  GtkWidget *box = new_button_line (_("Whose table counts"));

  hfs_action_button_add (box, _("Countries as _Published"), _("Countries by the published table"), "win.open-place", "countries?share=1");
  hfs_action_button_add (box, _("By the A_TOM Project"), _("Countries by the table of the ATOM Project"), "win.open-place",
                         "countries?share=1&attribution=atom");
  hfs_action_button_add (box, _("By _Your Table"), _("Countries by your table"), "win.open-place", "countries?share=1&attribution=mine");
  return box;
}

static void
add_section (HfsClassifyPage *self,
             GtkBox          *column,
             guint            index,
             const char      *title,
             const char      *text)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *content = index == MOVED ? gtk_box_new (GTK_ORIENTATION_VERTICAL, 12) : hfs_classify_new_list (title);

  self->sections[index] = section;
  if (index == MOVED)
    self->tables = GTK_BOX (content);
  else
    self->lists[index] = GTK_LIST_BOX (content);
  gtk_widget_set_margin_top (section, 24);
  gtk_widget_set_visible (section, FALSE);
  gtk_box_append (GTK_BOX (section), hfs_heading_label (title, "heading"));
  gtk_box_append (GTK_BOX (section), hfs_text_label (text, "quiet"));
  gtk_box_append (GTK_BOX (section), content);
  gtk_box_append (column, section);
}

static void
hfs_classify_page_init (HfsClassifyPage *self)
{
  GtkBox *column = hfs_column_page_get_column (HFS_COLUMN_PAGE (self));
  GtkWidget *look_up;

  self->summary = GTK_LABEL (hfs_text_label (NULL, "answer"));
  self->trouble = GTK_LABEL (hfs_text_label (NULL, "caveat"));
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  gtk_box_append (column, hfs_heading_label (_("Would you classify it otherwise?"), "question"));
  gtk_box_append (column, GTK_WIDGET (self->summary));
  gtk_box_append (column, hfs_text_label (_("Which country a publisher has, and what kind of developer it is, is a decision. "
                                            "Change it and see what moves. Your changes stay on this computer."), "quiet"));
  gtk_box_append (column, GTK_WIDGET (self->trouble));
  gtk_box_append (column, new_actions ());
  gtk_box_append (column, new_presets ());
  add_section (self, column, CHANGES, _("Your changes"), _("What the published table says, and what you say."));
  add_section (self, column, MOVED, _("What it moves"),
               _("Shares of the downloads of 30 days by our table, by that of the ATOM Project, and by yours. Only what differs is shown."));
  add_section (self, column, UNKNOWN, _("Help classify"), _("Of these publishers nobody has said yet where they are or what they are. Those with most downloads come first."));
  look_up = hfs_action_button_add (self->sections[UNKNOWN], _("_Look Them Up on the Hub"), _("Look them up on the Hub"), "win.look-up", NULL);
  gtk_widget_set_halign (look_up, GTK_ALIGN_START);
}

/**
 * hfs_classify_page_new:
 * @desk: what the page follows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
hfs_classify_page_new (HfsClaimsDesk *desk)
{
  HfsClassifyPage *self = g_object_new (HFS_TYPE_CLASSIFY_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
