/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-mark.h"

/**
 * HfsChartMark:
 *
 * One mark of a chart, for the keyboard and for screen readers: it takes the focus and says what the mark says.
 * It paints nothing but the focus ring; the chart below it is painted as a whole.
 *
 * ## CSS nodes
 * One node named `mark`.
 *
 * ## Accessibility
 * %GTK_ACCESSIBLE_ROLE_LIST_ITEM, labelled with the spoken text.
 */
struct _HfsChartMark
{
  GtkWidget parent_instance;

  char *spoken;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsChartMark, hfs_chart_mark, GTK_TYPE_WIDGET)

static void
hfs_chart_mark_finalize (GObject *object)
{
  HfsChartMark *self = HFS_CHART_MARK (object);

  g_free (self->spoken);

  G_OBJECT_CLASS (hfs_chart_mark_parent_class)->finalize (object);
}

static void
hfs_chart_mark_class_init (HfsChartMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hfs_chart_mark_finalize;
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
hfs_chart_mark_init (HfsChartMark *self)
{
  self->spoken = g_strdup ("");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* Marks can overlap, so the chart itself finds the one below the pointer. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * hfs_chart_mark_new:
 *
 * Returns: (transfer floating): a mark that says nothing yet
 */
GtkWidget *
hfs_chart_mark_new (void)
{
  return g_object_new (HFS_TYPE_CHART_MARK, NULL);
}

/**
 * hfs_chart_mark_get_spoken:
 *
 * Returns: (transfer none): what a screen reader says for it
 */
const char *
hfs_chart_mark_get_spoken (HfsChartMark *self)
{
  return self->spoken;
}

/**
 * hfs_chart_mark_set_spoken:
 * @spoken: name, value and place, such as "United States, 36.1 %, 1 of 12"
 */
void
hfs_chart_mark_set_spoken (HfsChartMark *self,
                           const char   *spoken)
{
  if (g_str_equal (self->spoken, spoken))
    return;
  g_free (self->spoken);
  self->spoken = g_strdup (spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->spoken, -1);
}
