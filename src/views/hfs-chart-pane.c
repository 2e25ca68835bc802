/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-pane.h"

#include "hfs-chart-switch.h"
#include "hfs-chart-view.h"

/**
 * HfsChartPane:
 *
 * A chart with the choice of its kind above it.
 */
struct _HfsChartPane
{
  GtkWidget parent_instance;

  HfsChartSwitch *chart_switch;
  HfsChartView *chart;

  gboolean has_past;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfsChartPane, hfs_chart_pane, GTK_TYPE_WIDGET)

static void
chosen_cb (HfsChartPane *self,
           int           kind,
           gboolean      log)
{
  g_signal_emit (self, signals[CHOSEN], 0, kind, log);
}

static gboolean
hfs_chart_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HFS_CHART_PANE (widget)->chart));
}

static void
hfs_chart_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hfs_chart_pane_parent_class)->dispose (object);
}

static void
hfs_chart_pane_class_init (HfsChartPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hfs_chart_pane_dispose;
  widget_class->grab_focus = hfs_chart_pane_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  /**
   * HfsChartPane::chosen:
   * @kind: the kind of chart, one of #HfsChartKind
   * @log: whether each step of the scale is to be ten times the last
   *
   * The reader chose another chart; see [signal@ChartSwitch::chosen].
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
hfs_chart_pane_init (HfsChartPane *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->chart_switch = HFS_CHART_SWITCH (hfs_chart_switch_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->chart_switch), GTK_WIDGET (self));
  g_signal_connect_object (self->chart_switch, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->chart = HFS_CHART_VIEW (hfs_chart_view_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->chart), GTK_WIDGET (self));
}

/**
 * hfs_chart_pane_new:
 *
 * Returns: (transfer floating): a pane of nothing yet
 */
GtkWidget *
hfs_chart_pane_new (void)
{
  return g_object_new (HFS_TYPE_CHART_PANE, NULL);
}

/**
 * hfs_chart_pane_set_result:
 * @result: what to show
 * @look: how
 * @distributions: (nullable) (element-type HfsDistribution): one a row, for a chart of single models
 */
void
hfs_chart_pane_set_result (HfsChartPane       *self,
                           HfsResult          *result,
                           const HfsChartLook *look,
                           GPtrArray          *distributions)
{
  hfs_chart_switch_set_result (self->chart_switch, result, look, self->has_past);
  hfs_chart_view_set_drawing (self->chart, result, look, distributions);
}

/**
 * hfs_chart_pane_set_has_past:
 * @has_past: whether there are data of several days, so that lines over time can be asked for
 */
void
hfs_chart_pane_set_has_past (HfsChartPane *self,
                             gboolean      has_past)
{
  self->has_past = has_past;
}
