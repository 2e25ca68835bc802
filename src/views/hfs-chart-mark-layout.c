/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-mark-layout.h"

#define MINIMUM_WIDTH 240

/**
 * HfsChartMarkLayout:
 *
 * Puts each mark of a chart where it is drawn, and makes the chart as high as what is drawn needs.
 */
struct _HfsChartMarkLayout
{
  GtkLayoutManager parent_instance;

  HfsChartStage *stage;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (HfsChartMarkLayout, hfs_chart_mark_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
hfs_chart_mark_layout_get_request_mode (GtkLayoutManager *manager,
                                        GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hfs_chart_mark_layout_measure (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  HfsChartStage *stage = HFS_CHART_MARK_LAYOUT (manager)->stage;
  HfsChartLayout *layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = HFS_CHART_NATURAL_WIDTH;
      return;
    }
  layout = hfs_chart_stage_get_layout (stage, for_size < 0 ? HFS_CHART_NATURAL_WIDTH : MAX (for_size, MINIMUM_WIDTH));
  *minimum = *natural = layout ? (int) (hfs_chart_layout_get_height (layout) + 0.5) : 0;
}

static void
hfs_chart_mark_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  HfsChartLayout *layout = hfs_chart_stage_get_layout (HFS_CHART_MARK_LAYOUT (manager)->stage, width);
  GtkWidget *mark = gtk_widget_get_first_child (widget);

  for (guint i = 0; layout != NULL && mark != NULL && i < hfs_chart_layout_get_n_marks (layout); i++)
    {
      const cairo_rectangle_t *area = &hfs_chart_layout_get_mark (layout, i)->area;
      GtkAllocation box = { (int) area->x, (int) area->y, MAX (1, (int) area->width), MAX (1, (int) area->height) };

      gtk_widget_size_allocate (mark, &box, -1);
      mark = gtk_widget_get_next_sibling (mark);
    }
}

static void
hfs_chart_mark_layout_finalize (GObject *object)
{
  g_object_unref (HFS_CHART_MARK_LAYOUT (object)->stage);

  G_OBJECT_CLASS (hfs_chart_mark_layout_parent_class)->finalize (object);
}

static void
hfs_chart_mark_layout_class_init (HfsChartMarkLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hfs_chart_mark_layout_finalize;
  layout_class->get_request_mode = hfs_chart_mark_layout_get_request_mode;
  layout_class->measure = hfs_chart_mark_layout_measure;
  layout_class->allocate = hfs_chart_mark_layout_allocate;
}

static void
hfs_chart_mark_layout_init (HfsChartMarkLayout *self)
{
}

/**
 * hfs_chart_mark_layout_new:
 * @stage: what is drawn
 *
 * Returns: (transfer full): a layout manager for the widget whose children are the marks
 */
GtkLayoutManager *
hfs_chart_mark_layout_new (HfsChartStage *stage)
{
  HfsChartMarkLayout *self = g_object_new (HFS_TYPE_CHART_MARK_LAYOUT, NULL);

  self->stage = g_object_ref (stage);
  return GTK_LAYOUT_MANAGER (self);
}
