/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-switch.h"

#include "hfs-accessible-name.h"
#include "hfs-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * HfsChartSwitch:
 *
 * Chooses the kind of chart among those that suit the answer, and its scale where it can have another.
 *
 * Where there are data of several days it also offers lines over time, which is another query: it says so with
 * [signal@ChartSwitch::chosen] as the rest, and its owner asks it.
 */
struct _HfsChartSwitch
{
  GtkWidget parent_instance;

  GtkDropDown *kind_drop_down;
  GtkCheckButton *log_button;

  HfsChartKind kinds[HFS_N_CHART_KINDS + 1];  /* in the order of the list */
  guint n_kinds;
  gboolean updating;                          /* the controls follow the answer, and not the reader */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsChartSwitch, hfs_chart_switch, GTK_TYPE_WIDGET)

static void
chosen_cb (HfsChartSwitch *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

  if (!self->updating && selected < self->n_kinds)
    g_signal_emit (self, signals[CHOSEN], 0, (int) self->kinds[selected], gtk_check_button_get_active (self->log_button));
}

static void
hfs_chart_switch_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_chart_switch_parent_class)->dispose (object);
}

static void
hfs_chart_switch_class_init (HfsChartSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_chart_switch_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, HFS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * HfsChartSwitch::chosen:
   * @kind: the kind of chart, one of #HfsChartKind
   * @log: whether each step of the scale is to be ten times the last
   *
   * The reader chose another kind or another scale. Lines can be chosen for an answer that has no past: it is to be
   * asked for then.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
hfs_chart_switch_init (HfsChartSwitch *self)
{
  GtkWidget *label = gtk_label_new (_("Drawn as"));

  gtk_widget_add_css_class (GTK_WIDGET (self), "chart-switch");
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 6, NULL);
  gtk_widget_add_css_class (label, "quiet");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  self->kind_drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind_drop_down), _("Which kind of chart shows the answer"));
  gtk_widget_set_parent (GTK_WIDGET (self->kind_drop_down), GTK_WIDGET (self));
  self->log_button = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("_Each step is ten times the last")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->log_button), _("Shows small values beside large ones. Equal distances are then not equal amounts."));
  hfs_accessible_name (GTK_WIDGET (self->log_button), _("Each step of the scale is ten times the last"));
  gtk_widget_set_parent (GTK_WIDGET (self->log_button), GTK_WIDGET (self));
  g_signal_connect_object (self->kind_drop_down, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->log_button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hfs_chart_switch_new:
 *
 * Returns: (transfer floating): a switch that offers nothing yet
 */
GtkWidget *
hfs_chart_switch_new (void)
{
  return g_object_new (HFS_TYPE_CHART_SWITCH, NULL);
}

/* The button inside a drop-down is named after its class in GTK 4.8. */
static void
name_drop_down (HfsChartSwitch *self,
                HfsChartKind    kind)
{
  /* Translators: what a screen reader says for the choice of a chart; %s is its kind, such as “Map”. */
  g_autofree char *name = g_strdup_printf (_("Drawn as: %s"), hfs_chart_kind_get_label (kind));

  hfs_accessible_name (GTK_WIDGET (self->kind_drop_down), name);
  hfs_accessible_name (gtk_widget_get_first_child (GTK_WIDGET (self->kind_drop_down)), name);
}

/* Lines need values of several days: a comparison and divided rows have no such values. */
static gboolean
can_be_over_time (HfsChartSwitch *self,
                  HfsResult      *result)
{
  for (guint i = 0; i < self->n_kinds; i++)
    if (self->kinds[i] == HFS_CHART_LINES)
      return FALSE;
  return !hfs_query_get_over_time (hfs_result_get_query (result)) && hfs_result_get_before (result) == NULL && hfs_result_get_n_series (result) == 0;
}

/**
 * hfs_chart_switch_set_result:
 * @result: the answer
 * @look: how it is shown
 * @has_past: whether there are data of several days
 *
 * Offers what suits @result; emits no signal.
 */
void
hfs_chart_switch_set_result (HfsChartSwitch     *self,
                             HfsResult          *result,
                             const HfsChartLook *look,
                             gboolean            has_past)
{
  HfsChartKind kind = hfs_chart_kind_settle (look->kind, result);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->n_kinds = hfs_chart_kinds_for (result, self->kinds);
  if (has_past && can_be_over_time (self, result))
    self->kinds[self->n_kinds++] = HFS_CHART_LINES;
  for (guint i = 0; i < self->n_kinds; i++)
    gtk_string_list_append (labels, hfs_chart_kind_get_label (self->kinds[i]));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (labels));
  for (guint i = 0; i < self->n_kinds; i++)
    if (self->kinds[i] == kind)
      gtk_drop_down_set_selected (self->kind_drop_down, i);
  gtk_check_button_set_active (self->log_button, look->log);
  gtk_widget_set_visible (GTK_WIDGET (self->log_button), hfs_chart_kind_has_log (kind));
  /* A choice between one is none. */
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_kinds > 1 || hfs_chart_kind_has_log (kind));
  self->updating = FALSE;
  name_drop_down (self, kind);
}
