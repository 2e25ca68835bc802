/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout-private.h"

#include <math.h>

/* Shapes with corners, and parts that are laid out apart and then put together. */

/* In font sizes. */
#define NOTE_SIZE 0.85
/* No text is smaller, in pixels. */
#define LEAST_TEXT 12.0

/**
 * hfs_chart_layout_add_corner:
 * @begins: whether it is the first of a ring or stroke
 *
 * Adds a corner to the path that hfs_chart_layout_add_path() will close.
 */
void
hfs_chart_layout_add_corner (HfsChartLayout *self,
                             double          x,
                             double          y,
                             gboolean        begins)
{
  HfsCorner corner = { x, y, begins };

  g_array_append_val (self->corners, corner);
}

/**
 * hfs_chart_layout_add_path:
 * @shape: an area or a line; its box is found here
 * @first_corner: number of its first corner; it takes all since then
 *
 * Adds a shape with corners. Nothing happens when there are none.
 */
void
hfs_chart_layout_add_path (HfsChartLayout *self,
                           HfsShape       *shape,
                           guint           first_corner)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = first_corner; i < self->corners->len; i++)
    {
      const HfsCorner *corner = &g_array_index (self->corners, HfsCorner, i);

      left = MIN (left, corner->x);
      right = MAX (right, corner->x);
      top = MIN (top, corner->y);
      bottom = MAX (bottom, corner->y);
    }
  if (first_corner == self->corners->len)
    return;
  shape->first_corner = first_corner;
  shape->n_corners = self->corners->len - first_corner;
  shape->box = (cairo_rectangle_t) { left, top, right - left, bottom - top };
  hfs_chart_layout_add_shape (self, shape);
}

/**
 * hfs_shape_has_edge:
 *
 * Returns: whether it has an edge that is drawn over it, and stands out when its mark is active
 */
gboolean
hfs_shape_has_edge (const HfsShape *self)
{
  return self->kind == HFS_SHAPE_AREA || (self->kind == HFS_SHAPE_SEGMENT && self->stroke > 0);
}

/* Whether a line from the point to the right crosses the edges of the rings an odd number of times. */
static gboolean
area_holds (const HfsShape *self,
            const GArray   *corners,
            double          x,
            double          y)
{
  const HfsCorner *points = (const HfsCorner *) (gpointer) corners->data + self->first_corner;
  guint start = 0;
  gboolean inside = FALSE;

  for (guint i = 0; i < self->n_corners; i++)
    {
      gboolean last = i + 1 == self->n_corners || points[i + 1].begins;
      const HfsCorner *a = &points[i], *b = &points[last ? start : i + 1];

      if ((a->y > y) != (b->y > y) && x < a->x + (y - a->y) / (b->y - a->y) * (b->x - a->x))
        inside = !inside;
      if (last)
        start = i + 1;
    }
  return inside;
}

/**
 * hfs_shape_holds:
 * @corners: those of its layout
 *
 * Returns: whether the point is inside a dot, an area or a cell; lines and bars hold no point, since areas of marks do
 */
gboolean
hfs_shape_holds (const HfsShape *self,
                 const GArray   *corners,
                 double          x,
                 double          y)
{
  const cairo_rectangle_t *box = &self->box;

  if (x < box->x || y < box->y || x > box->x + box->width || y > box->y + box->height)
    return FALSE;
  if (self->kind == HFS_SHAPE_DOT)
    return hypot (x - box->x - box->width / 2, y - box->y - box->height / 2) <= box->width / 2;
  return hfs_shape_has_edge (self) && (self->kind != HFS_SHAPE_AREA || area_holds (self, corners, x, y));
}

/**
 * hfs_chart_layout_new_part:
 * @width: of the part, in pixels
 * @fit: the height for it to fill, 0 for as high as it needs
 *
 * Returns: (transfer full): an empty layout of the same result, to be arranged and then merged
 */
HfsChartLayout *
hfs_chart_layout_new_part (HfsChartLayout *self,
                           double          width,
                           double          fit)
{
  HfsChartLayout *part = g_object_new (HFS_TYPE_CHART_LAYOUT, NULL);

  part->result = g_object_ref (self->result);
  part->context = g_object_ref (self->context);
  part->kind = self->kind;
  part->log = self->log;
  part->width = width;
  part->fit = fit;
  part->em = self->em;
  return part;
}

static void
move_box (cairo_rectangle_t *box,
          double             x,
          double             y)
{
  box->x += x;
  box->y += y;
}

static void
merge_marks (HfsChartLayout *self,
             HfsChartLayout *part,
             double          x,
             double          y)
{
  g_array_set_clear_func (part->marks, NULL);
  for (guint i = 0; i < part->marks->len; i++)
    {
      HfsMark *mark = &g_array_index (part->marks, HfsMark, i);

      move_box (&mark->bar, x, y);
      move_box (&mark->area, x, y);
      g_array_append_vals (self->marks, mark, 1);
    }
  g_array_set_size (part->marks, 0);
}

static void
merge_shapes (HfsChartLayout *self,
              HfsChartLayout *part,
              double          x,
              double          y)
{
  guint first_mark = self->marks->len, first_corner = self->corners->len;

  for (guint i = 0; i < part->corners->len; i++)
    {
      HfsCorner corner = g_array_index (part->corners, HfsCorner, i);

      hfs_chart_layout_add_corner (self, corner.x + x, corner.y + y, corner.begins);
    }
  for (guint i = 0; i < part->shapes->len; i++)
    {
      HfsShape shape = g_array_index (part->shapes, HfsShape, i);

      move_box (&shape.box, x, y);
      shape.first_corner += first_corner;
      shape.mark += shape.mark >= 0 ? (int) first_mark : 0;
      shape.like += shape.like > 0 ? first_mark : 0;
      hfs_chart_layout_add_shape (self, &shape);
    }
}

/**
 * hfs_chart_layout_merge:
 * @part: a layout of [method@ChartLayout.new_part]; it gives all that it holds away
 * @x: where its left edge goes
 * @y: where its upper edge goes
 *
 * Puts a part into a chart.
 */
void
hfs_chart_layout_merge (HfsChartLayout *self,
                        HfsChartLayout *part,
                        double          x,
                        double          y)
{
  merge_shapes (self, part, x, y);
  merge_marks (self, part, x, y);
  for (guint i = 0; i < part->texts->len; i++)
    {
      HfsChartText text = g_array_index (part->texts, HfsChartText, i);

      g_object_ref (text.block);
      move_box (&text.box, x, y);
      g_array_append_val (self->texts, text);
    }
  for (guint i = 0; i < part->rules->len; i++)
    {
      HfsRule rule = g_array_index (part->rules, HfsRule, i);

      rule.x += x;
      rule.top += y;
      rule.bottom += y;
      g_array_append_val (self->rules, rule);
    }
}

/**
 * hfs_chart_layout_add_note:
 * @text: a sentence on how to read the chart
 * @y: upper edge
 *
 * Adds a dim text over the whole width, on as many lines as it needs.
 *
 * Returns: where it ends
 */
double
hfs_chart_layout_add_note (HfsChartLayout *self,
                           const char     *text,
                           double          y)
{
  HfsTextStyle style = { MAX (NOTE_SIZE, LEAST_TEXT / self->em), FALSE, 0 };
  g_autoptr (PangoLayout) block = hfs_text_block_new (self->context, text, &style, floor (self->width));

  hfs_chart_layout_add_text (self, block, 0, y, HFS_TONE_DIM_TEXT);
  return ceil (y + hfs_text_block_get_height (block));
}
