/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout-private.h"

#include <math.h>

/* What is asked of the marks of a finished layout: which is where, what belongs together, what is drawn anew. */

static void
include (cairo_rectangle_t       *box,
         const cairo_rectangle_t *other)
{
  double right = MAX (box->x + box->width, other->x + other->width), bottom = MAX (box->y + box->height, other->y + other->height);

  box->x = MIN (box->x, other->x);
  box->y = MIN (box->y, other->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* With room for what is stroked around it, in whole pixels. */
static void
grow (HfsChartLayout    *self,
      cairo_rectangle_t *box)
{
  double right = ceil (box->x + box->width + self->em), bottom = ceil (box->y + box->height + self->em);

  box->x = floor (box->x - self->em);
  box->y = floor (box->y - self->em);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/**
 * hfs_chart_layout_get_band_extents:
 * @extents: (out caller-allocates): what lies under the mark when it is active is within, in whole pixels
 */
void
hfs_chart_layout_get_band_extents (HfsChartLayout    *self,
                                   guint              index,
                                   cairo_rectangle_t *extents)
{
  const HfsMark *mark = hfs_chart_layout_get_mark (self, index);

  *extents = mark->area;
  if (self->kind == HFS_CHART_LINES)
    *extents = mark->bar;
  grow (self, extents);
}

/**
 * hfs_chart_layout_get_edge_extents:
 * @extents: (out caller-allocates): what lies over the mark when it is active is within, in whole pixels
 *
 * Returns: whether anything does
 */
gboolean
hfs_chart_layout_get_edge_extents (HfsChartLayout    *self,
                                   guint              index,
                                   cairo_rectangle_t *extents)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (self->shapes, HfsShape, i);

      if (!hfs_shape_has_edge (shape) || shape->mark != (int) index)
        continue;
      if (found)
        include (extents, &shape->box);
      else
        *extents = shape->box;
      found = TRUE;
    }
  if (found)
    grow (self, extents);
  return found;
}

/**
 * hfs_chart_layout_dup_mark_key:
 *
 * Returns: (transfer full): what stands for the mark in any chart of such a result: its row, and its series if it has one
 */
char *
hfs_chart_layout_dup_mark_key (HfsChartLayout *self,
                               guint           index)
{
  const HfsMark *mark = hfs_chart_layout_get_mark (self, index);
  const char *series = mark->series != HFS_NO_SERIES ? hfs_result_get_series (self->result, mark->series)->key : "";

  return g_strconcat (hfs_result_get_row (self->result, mark->row)->key, "\n", series, NULL);
}

/**
 * hfs_chart_layout_are_alike:
 *
 * Returns: whether two marks stand for the same thing: one series in several rows, or one row
 */
gboolean
hfs_chart_layout_are_alike (HfsChartLayout *self,
                            guint           one,
                            guint           other)
{
  const HfsMark *a = hfs_chart_layout_get_mark (self, one), *b = hfs_chart_layout_get_mark (self, other);

  return a->series != HFS_NO_SERIES || b->series != HFS_NO_SERIES ? a->series == b->series : a->row == b->row;
}

/**
 * hfs_chart_layout_find_mark:
 *
 * Returns: the number of the mark whose area holds the point, else of the one that has a shape there, -1 for none
 */
int
hfs_chart_layout_find_mark (HfsChartLayout *self,
                            double          x,
                            double          y)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const cairo_rectangle_t *area = &g_array_index (self->marks, HfsMark, i).area;

      if (x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height)
        return i;
    }
  for (guint i = self->shapes->len; i-- > 0;)
    {
      const HfsShape *shape = &g_array_index (self->shapes, HfsShape, i);

      if (shape->mark >= 0 && hfs_shape_holds (shape, self->corners, x, y))
        return shape->mark;
    }
  return -1;
}
