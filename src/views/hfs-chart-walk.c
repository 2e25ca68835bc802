/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-walk.h"

#define PAGE_OF_MARKS 10

/* The nearest mark in the next or previous row, in the same series where there is one. */
static int
find_in_row (HfsChartLayout *layout,
             int             from,
             int             step)
{
  int n_marks = (int) hfs_chart_layout_get_n_marks (layout);
  const HfsMark *start = hfs_chart_layout_get_mark (layout, (guint) from);
  int found = -1;

  for (int i = from + step; i >= 0 && i < n_marks; i += step)
    {
      const HfsMark *mark = hfs_chart_layout_get_mark (layout, (guint) i);

      if (mark->row == start->row)
        continue;
      if (found >= 0 && mark->row != hfs_chart_layout_get_mark (layout, (guint) found)->row)
        break;
      found = i;
      if (mark->series == start->series)
        break;
    }
  return found;
}

static int
find_extreme (HfsChartLayout *layout,
              gboolean        most)
{
  int found = 0;

  for (guint i = 1; i < hfs_chart_layout_get_n_marks (layout); i++)
    {
      double best = hfs_chart_layout_get_mark (layout, (guint) found)->amount;
      double amount = hfs_chart_layout_get_mark (layout, i)->amount;

      if (most ? amount > best : amount < best)
        found = (int) i;
    }
  return found;
}

/**
 * hfs_chart_walk:
 * @layout: a chart with at least one mark
 * @step: -1 for back, up, left, first or least; 1 for the other way
 * @from: the mark to go from
 * @rtl: whether the chart runs from right to left
 *
 * Returns: the mark to go to, or -1 when there is none
 */
int
hfs_chart_walk (HfsChartLayout *layout,
                HfsChartMove    move,
                int             step,
                int             from,
                gboolean        rtl)
{
  int last = (int) hfs_chart_layout_get_n_marks (layout) - 1;

  switch (move)
    {
    case HFS_CHART_MOVE_ROW:
      return find_in_row (layout, from, step);
    case HFS_CHART_MOVE_MARK:
      from += rtl ? -step : step;
      return from > last ? -1 : from;
    case HFS_CHART_MOVE_PAGE:
      return CLAMP (from + step * PAGE_OF_MARKS, 0, last);
    case HFS_CHART_MOVE_ENDS:
      return step < 0 ? 0 : last;
    case HFS_CHART_MOVE_LEAST_MOST:
      return find_extreme (layout, step > 0);
    default:
      g_return_val_if_reached (-1);
    }
}

/**
 * hfs_chart_walk_bind:
 * @widget_class: of a widget in whose chart the reader can walk
 * @callback: called with the way and the step of [func@chart_walk], as `(ii)`
 *
 * Says which keys walk.
 */
void
hfs_chart_walk_bind (GtkWidgetClass  *widget_class,
                     GtkShortcutFunc  callback)
{
  static const struct
  {
    guint keys[2];
    HfsChartMove move;
    int step;
  } moves[] = {
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, HFS_CHART_MOVE_ROW, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, HFS_CHART_MOVE_ROW, 1 },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, HFS_CHART_MOVE_MARK, -1 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, HFS_CHART_MOVE_MARK, 1 },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, HFS_CHART_MOVE_PAGE, -1 },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, HFS_CHART_MOVE_PAGE, 1 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, HFS_CHART_MOVE_ENDS, -1 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, HFS_CHART_MOVE_ENDS, 1 },
    { { GDK_KEY_bracketleft }, HFS_CHART_MOVE_LEAST_MOST, -1 },
    { { GDK_KEY_bracketright }, HFS_CHART_MOVE_LEAST_MOST, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint j = 0; j < G_N_ELEMENTS (moves[i].keys) && moves[i].keys[j] != 0; j++)
      gtk_widget_class_add_binding (widget_class, moves[i].keys[j], 0, callback, "(ii)", moves[i].move, moves[i].step);
}
