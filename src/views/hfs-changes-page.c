/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-changes-page.h"

#include "hfs-action-button.h"
#include "hfs-changes-save.h"
#include "hfs-changes-table.h"
#include "hfs-format.h"
#include "hfs-snapshot-choice.h"
#include "hfs-text-label.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * HfsChangesPage:
 *
 * “What changed since last time?”: two snapshots of like scope, and what is new, rose and fell from one to the other, in
 * sentences and as a table.
 */
struct _HfsChangesPage
{
  HfsColumnPage parent_instance;

  GtkLabel *summary;
  GtkWidget *controls;
  HfsSnapshotChoice *from;
  HfsSnapshotChoice *to;
  GtkStack *views;
  GtkBox *sentences;
  GtkScrolledWindow *table;
  GtkWidget *save_button;
  GtkWidget *fetch_button;

  HfsClaimsDesk *desk;  /* (owned) */
  HfsChanges *changes;  /* (owned) (nullable) */
};

typedef enum
{
  PROP_CHANGES = 1,
} HfsChangesPageProperty;

static GParamSpec *properties[PROP_CHANGES + 1];

G_DEFINE_FINAL_TYPE (HfsChangesPage, hfs_changes_page, HFS_TYPE_COLUMN_PAGE)

static GtkWidget *
new_sentence (const HfsChange *change)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *sentence = hfs_change_dup_sentence (change);
  GtkWidget *label = hfs_text_label (sentence, "fact");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  return row;
}

static GtkWidget *
add_list (HfsChangesPage *self,
          const char     *title)
{
  GtkWidget *list = gtk_list_box_new (), *heading = hfs_heading_label (title, "heading");

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_top (heading, 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (self->sentences, heading);
  gtk_box_append (self->sentences, list);
  return list;
}

static void
clear_sentences (HfsChangesPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sentences))) != NULL)
    gtk_box_remove (self->sentences, child);
}

static void
show_changes (HfsChangesPage *self)
{
  g_autofree char *scope = hfs_changes_dup_scope (self->changes);
  GtkWidget *list = NULL;
  int last = -1;

  gtk_label_set_text (self->summary, scope);
  clear_sentences (self);
  for (guint i = 0; i < hfs_changes_get_n (self->changes); i++)
    {
      const HfsChange *change = hfs_changes_get (self->changes, i);

      if ((int) change->kind != last)
        list = add_list (self, hfs_change_kind_get_title (change->kind));
      gtk_list_box_append (GTK_LIST_BOX (list), new_sentence (change));
      last = change->kind;
    }
  if (list == NULL)
    gtk_box_append (self->sentences, hfs_text_label (_("Nothing changed."), NULL));
  gtk_scrolled_window_set_child (self->table, hfs_changes_table_new (self->changes));
}

/* Without two snapshots alike there is nothing to show but how to get them. */
static void
set_changes (HfsChangesPage *self,
             HfsChanges     *changes,
             const GError   *error)
{
  gboolean has_changes = changes != NULL;

  g_set_object (&self->changes, changes);
  if (has_changes)
    show_changes (self);
  else
    gtk_label_set_text (self->summary, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->views), has_changes);
  gtk_widget_set_sensitive (self->save_button, has_changes);
  gtk_widget_set_visible (self->fetch_button, !has_changes);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGES]);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HfsChangesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsChanges) changes = hfs_changes_load_finish (result, &error);

  if (!hfs_column_page_end (HFS_COLUMN_PAGE (self), result))
    return;
  set_changes (self, changes, error);
}

static void
load (HfsChangesPage *self)
{
  HfsEngine *engine = hfs_claims_desk_get_engine (self->desk);
  const char *to = hfs_snapshot_choice_get_id (self->to);

  hfs_column_page_stop (HFS_COLUMN_PAGE (self));
  if (engine == NULL)
    return;
  hfs_changes_load_async (engine, to ? to : HFS_SNAPSHOT_LATEST, hfs_snapshot_choice_get_id (self->from),
                          hfs_column_page_begin (HFS_COLUMN_PAGE (self)), loaded_cb, g_object_ref (self));
}

/* Other snapshots are there, or other tables of publishers. */
static void
update (HfsChangesPage *self)
{
  HfsEngine *engine = hfs_claims_desk_get_engine (self->desk);
  g_autoptr (GPtrArray) infos = engine ? hfs_archive_list (hfs_engine_get_archive (engine), NULL) : NULL;

  if (infos == NULL)
    return;
  hfs_snapshot_choice_set_infos (self->from, infos);
  hfs_snapshot_choice_set_infos (self->to, infos);
  load (self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HfsChangesPage *self = HFS_CHANGES_PAGE (widget);

  if (self->changes != NULL)
    hfs_changes_save (GTK_WINDOW (gtk_widget_get_root (widget)), self->changes);
}

static void
hfs_changes_page_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((HfsChangesPageProperty) id)
    {
    case PROP_CHANGES:
      g_value_set_object (value, HFS_CHANGES_PAGE (object)->changes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hfs_changes_page_finalize (GObject *object)
{
  HfsChangesPage *self = HFS_CHANGES_PAGE (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (hfs_changes_page_parent_class)->finalize (object);
}

static void
hfs_changes_page_class_init (HfsChangesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = hfs_changes_page_get_property;
  G_OBJECT_CLASS (klass)->finalize = hfs_changes_page_finalize;

  /**
   * HfsChangesPage:changes:
   *
   * What is shown; %NULL while nothing can be compared.
   */
  properties[PROP_CHANGES] = g_param_spec_object ("changes", NULL, NULL, HFS_TYPE_CHANGES,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "changes.save", NULL, save_action);
}

static void
add_controls (HfsChangesPage *self,
              GtkBox         *column)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->controls = hfs_wrap_box_new (6);
  self->from = HFS_SNAPSHOT_CHOICE (hfs_snapshot_choice_new (_("From"), _("The last one like it")));
  self->to = HFS_SNAPSHOT_CHOICE (hfs_snapshot_choice_new (_("To"), _("The newest data")));
  g_signal_connect_object (self->from, "chosen", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->to, "chosen", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->views);
  gtk_widget_set_margin_top (self->controls, 18);
  gtk_box_append (GTK_BOX (self->controls), GTK_WIDGET (self->from));
  gtk_box_append (GTK_BOX (self->controls), GTK_WIDGET (self->to));
  gtk_box_append (GTK_BOX (self->controls), switcher);
  self->save_button = hfs_action_button_add (self->controls, _("_Save the Table…"), _("Save the table"), "changes.save", NULL);
  self->fetch_button = hfs_action_button_add (self->controls, _("_Fetch Today’s Data"), _("Fetch today’s data from the Hub"),
                                              "win.refresh", NULL);
  gtk_box_append (column, self->controls);
}

static void
hfs_changes_page_init (HfsChangesPage *self)
{
  GtkBox *column = hfs_column_page_get_column (HFS_COLUMN_PAGE (self));

  self->summary = GTK_LABEL (hfs_text_label (NULL, "answer"));
  self->views = GTK_STACK (gtk_stack_new ());
  self->sentences = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->table = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "table-card");
  g_object_set (self->table, "vscrollbar-policy", GTK_POLICY_NEVER, "margin-top", 18, NULL);
  gtk_stack_set_vhomogeneous (self->views, FALSE);
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->sentences), "sentences", _("In Words"));
  gtk_stack_add_titled (self->views, GTK_WIDGET (self->table), "table", _("Table"));
  gtk_widget_set_visible (GTK_WIDGET (self->views), FALSE);
  gtk_box_append (column, hfs_heading_label (_("What changed since last time?"), "question"));
  gtk_box_append (column, GTK_WIDGET (self->summary));
  gtk_box_append (column, hfs_text_label (_("Only as many of the most downloaded models are compared as both snapshots hold. A "
                                            "download is one of the 30 days before."), "quiet"));
  add_controls (self, column);
  gtk_box_append (column, GTK_WIDGET (self->views));
}

/**
 * hfs_changes_page_new:
 * @desk: what the page follows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
hfs_changes_page_new (HfsClaimsDesk *desk)
{
  HfsChangesPage *self = g_object_new (HFS_TYPE_CHANGES_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * hfs_changes_page_get_changes:
 *
 * Returns: (transfer none) (nullable): what is shown; %NULL while nothing can be compared
 */
HfsChanges *
hfs_changes_page_get_changes (HfsChangesPage *self)
{
  return self->changes;
}
