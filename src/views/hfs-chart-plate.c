/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-plate.h"

#include "hfs-chart-painter.h"

/* Up to so many a picture is kept as pixels. A window on a large screen has about as many. */
#define MOST_PIXELS 8e6
/* The sides of the pieces that pixels are copied in. */
#define TILE 128

/* The whole picture as pixels, as fine as the screen's. */
static cairo_surface_t *
create_pixels (const HfsChartImpression *of)
{
  cairo_surface_t *pixels = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, of->width * of->factor, of->height * of->factor);
  cairo_t *cr;

  cairo_surface_set_device_scale (pixels, of->factor, of->factor);
  cr = cairo_create (pixels);
  hfs_chart_paint (of->layout, cr, of->appearance, -1, of->selected);
  cairo_destroy (cr);
  return pixels;
}

/* The part of the picture within @bounds, copied from its pixels. */
static GskRenderNode *
create_tile (cairo_surface_t       *pixels,
             const graphene_rect_t *bounds)
{
  GskRenderNode *tile = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (tile);

  cairo_set_source_surface (cr, pixels, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  return tile;
}

/* In tiles, since all that lies between two places that change would be copied too. */
static GskRenderNode *
create_tiles (const HfsChartImpression *of)
{
  g_autoptr (GPtrArray) tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  cairo_surface_t *pixels = create_pixels (of);

  for (int y = 0; y < of->height; y += TILE)
    for (int x = 0; x < of->width; x += TILE)
      {
        graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, MIN (TILE, of->width - x), MIN (TILE, of->height - y));

        g_ptr_array_add (tiles, create_tile (pixels, &bounds));
      }
  cairo_surface_destroy (pixels);
  return gsk_container_node_new ((GskRenderNode **) tiles->pdata, tiles->len);
}

/* For a picture that is much larger than a window: only the part that shows is drawn. */
static GskRenderNode *
create_drawing (const HfsChartImpression *of)
{
  GskRenderNode *drawing = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, of->width, of->height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (drawing);

  hfs_chart_paint (of->layout, cr, of->appearance, -1, of->selected);
  cairo_destroy (cr);
  return drawing;
}

static gboolean
is_like (const HfsChartImpression *one,
         const HfsChartImpression *other)
{
  return one->layout == other->layout && one->width == other->width && one->height == other->height &&
         one->factor == other->factor && one->appearance == other->appearance && one->selected == other->selected;
}

/**
 * hfs_chart_plate_print:
 * @of: a layout and a size above zero
 *
 * Draws the picture if it is not the one that is there. What is drawn once is copied from then on, wherever something moves
 * below or above it, and GTK sees by the very same node that the rest has not changed.
 *
 * Returns: (transfer none): the picture
 */
GskRenderNode *
hfs_chart_plate_print (HfsChartPlate            *self,
                       const HfsChartImpression *of)
{
  if (self->node != NULL && is_like (&self->of, of))
    return self->node;
  g_object_ref (of->layout);
  hfs_chart_plate_clear (self);
  self->of = *of;
  self->node = (double) of->width * of->height * of->factor * of->factor > MOST_PIXELS ? create_drawing (of) : create_tiles (of);
  return self->node;
}

/**
 * hfs_chart_plate_clear:
 *
 * Lets go of the picture.
 */
void
hfs_chart_plate_clear (HfsChartPlate *self)
{
  g_clear_object (&self->of.layout);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}
