/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-remark-panel.h"

#include "hfs-accessible-name.h"
#include "hfs-chart-view.h"
#include "hfs-one-stop.h"
#include "hfs-result-table.h"
#include "hfs-text-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Where the control of a remark stands at first: at about the tenth model. */
#define FIRST_STEP 3

/**
 * HfsRemarkPanel:
 *
 * One remark: its title, what it says, a picture with its table, a list, a control; all of it to be copied.
 */
struct _HfsRemarkPanel
{
  GtkWidget parent_instance;

  HfsRemark *remark;  /* (owned) */
  GtkStack *stack;    /* (nullable): chart or table */
  GtkLabel *step;     /* (nullable): what is true at the step chosen */
};

G_DEFINE_FINAL_TYPE (HfsRemarkPanel, hfs_remark_panel, GTK_TYPE_WIDGET)

static void
copy_cb (HfsRemarkPanel *self)
{
  g_autofree char *text = hfs_remark_dup_copy (self->remark);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
open_cb (HfsRemarkPanel *self)
{
  g_autofree char *query = hfs_query_to_string (hfs_result_get_query (self->remark->result));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-place", "s", query);
}

/* The table is made when it is first asked for. */
static void
table_toggled_cb (HfsRemarkPanel  *self,
                  GtkToggleButton *button)
{
  gboolean shows_table = gtk_toggle_button_get_active (button);

  if (shows_table && gtk_stack_get_child_by_name (self->stack, "table") == NULL)
    {
      GtkWidget *table = hfs_result_table_new ();

      hfs_result_table_set_result (HFS_RESULT_TABLE (table), self->remark->result);
      gtk_stack_add_named (self->stack, table, "table");
    }
  gtk_stack_set_visible_child_name (self->stack, shows_table ? "table" : "chart");
}

static void
row_activated_cb (AdwActionRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "win.open-place", "s", (const char *) g_object_get_data (G_OBJECT (row), "place"));
}

static void
step_changed_cb (HfsRemarkPanel *self,
                 GtkRange       *range)
{
  guint index = (guint) (gtk_range_get_value (range) + 0.5);
  const HfsRemarkStep *step = g_ptr_array_index (self->remark->steps, MIN (index, self->remark->steps->len - 1));

  gtk_label_set_text (self->step, step->text);
}

static char *
format_step (GtkScale *scale,
             double    value,
             gpointer  data)
{
  GPtrArray *steps = HFS_REMARK_PANEL (data)->remark->steps;
  guint index = MIN ((guint) (value + 0.5), steps->len - 1);

  return g_strdup (((const HfsRemarkStep *) g_ptr_array_index (steps, index))->label);
}

static void
hfs_remark_panel_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_remark_panel_parent_class)->dispose (object);
}

static void
hfs_remark_panel_finalize (GObject *object)
{
  hfs_remark_free (HFS_REMARK_PANEL (object)->remark);

  G_OBJECT_CLASS (hfs_remark_panel_parent_class)->finalize (object);
}

static void
hfs_remark_panel_class_init (HfsRemarkPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_remark_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = hfs_remark_panel_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "remark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hfs_remark_panel_init (HfsRemarkPanel *self)
{
}

static void
add_button (HfsRemarkPanel *self,
            GtkWidget      *head,
            GtkWidget      *button,
            const char     *signal,
            GCallback       callback,
            const char     *name)
{
  /* Translators: what a screen reader says for a button of a remark: what it does, the title of the remark. */
  g_autofree char *spoken = g_strdup_printf (C_("button and what it belongs to", "%1$s: %2$s"), name, self->remark->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  hfs_accessible_name (button, spoken);
  g_signal_connect_object (button, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), button);
}

static GtkWidget *
new_head (HfsRemarkPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = hfs_heading_label (self->remark->title, "heading");
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  if (self->remark->result != NULL)
    {
      add_button (self, head, gtk_toggle_button_new_with_label (_("Table")), "toggled", G_CALLBACK (table_toggled_cb), _("Table"));
      if (!self->remark->is_series)
        add_button (self, head, gtk_button_new_with_label (_("Open")), "clicked", G_CALLBACK (open_cb), _("Open as a question"));
    }
  gtk_widget_set_tooltip_text (copy, _("Copy as text"));
  add_button (self, head, copy, "clicked", G_CALLBACK (copy_cb), _("Copy as text"));
  return head;
}

static GtkWidget *
new_picture (HfsRemarkPanel *self)
{
  GtkWidget *chart = hfs_chart_view_new ();

  self->stack = GTK_STACK (g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, "hhomogeneous", FALSE, NULL));
  hfs_chart_view_set_result (HFS_CHART_VIEW (chart), self->remark->result);
  gtk_stack_add_named (self->stack, chart, "chart");
  return GTK_WIDGET (self->stack);
}

static GtkWidget *
new_control (HfsRemarkPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, self->remark->steps->len - 1, 1);

  self->step = GTK_LABEL (hfs_text_label (NULL, "step"));
  gtk_label_set_selectable (self->step, TRUE);
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_format_value_func (GTK_SCALE (scale), format_step, self, NULL);
  gtk_range_set_round_digits (GTK_RANGE (scale), 0);
  hfs_accessible_name (scale, self->remark->steps_label);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_range_set_value (GTK_RANGE (scale), MIN (FIRST_STEP, self->remark->steps->len - 1));
  step_changed_cb (self, GTK_RANGE (scale));
  gtk_box_append (GTK_BOX (box), hfs_text_label (self->remark->steps_label, "quiet"));
  gtk_box_append (GTK_BOX (box), scale);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->step));
  return box;
}

static GtkWidget *
new_row (const HfsRemarkRow *row)
{
  GtkWidget *widget = adw_action_row_new ();

  g_object_set (widget, "use-markup", FALSE, "title", row->label, "subtitle", row->value, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, row->value, -1);
  if (row->place == NULL)
    {
      gtk_widget_set_focusable (widget, FALSE);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
      return widget;
    }
  g_object_set_data_full (G_OBJECT (widget), "place", g_strdup (row->place), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  g_signal_connect (widget, "activated", G_CALLBACK (row_activated_cb), NULL);
  return widget;
}

static GtkWidget *
new_list (HfsRemarkPanel *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *group = NULL;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->remark->title, -1);
  for (guint i = 0; i < self->remark->rows->len; i++)
    {
      const HfsRemarkRow *row = g_ptr_array_index (self->remark->rows, i);

      if (row->group == NULL)
        {
          gtk_list_box_append (GTK_LIST_BOX (list), new_row (row));
          continue;
        }
      if (group == NULL || !g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (group)), row->group))
        {
          group = adw_expander_row_new ();
          /* The first of a group is what a reader sees before opening it. */
          g_autofree char *first = g_strdup_printf (_("%1$s: %2$s"), row->label, row->value);

          g_object_set (group, "use-markup", FALSE, "title", row->group, "subtitle", first, NULL);
          gtk_list_box_append (GTK_LIST_BOX (list), group);
        }
      adw_expander_row_add_row (ADW_EXPANDER_ROW (group), new_row (row));
    }
  /* Groups are opened and have rows of their own, so each is a stop. */
  if (group == NULL)
    hfs_one_stop (list);
  return list;
}

static void
append_quiet (GtkBox     *box,
              const char *text)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = hfs_text_label (text, "quiet");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (box, label);
}

/**
 * hfs_remark_panel_new:
 * @remark: (transfer full): what to show
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
hfs_remark_panel_new (HfsRemark *remark)
{
  HfsRemarkPanel *self = g_object_new (HFS_TYPE_REMARK_PANEL, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  GtkWidget *text = hfs_text_label (remark->text->str, NULL);

  self->remark = remark;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, remark->title, -1);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_box_append (box, new_head (self));
  gtk_box_append (box, text);
  if (remark->steps->len > 0)
    gtk_box_append (box, new_control (self));
  if (remark->result != NULL)
    gtk_box_append (box, new_picture (self));
  if (remark->rows->len > 0)
    gtk_box_append (box, new_list (self));
  append_quiet (box, remark->scope);
  append_quiet (box, remark->source);
  gtk_widget_set_parent (GTK_WIDGET (box), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * hfs_remark_panel_get_id:
 *
 * Returns: (transfer none): what stands for the remark
 */
const char *
hfs_remark_panel_get_id (HfsRemarkPanel *self)
{
  return self->remark->id;
}
