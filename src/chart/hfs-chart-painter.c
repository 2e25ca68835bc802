/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-painter.h"

#include "hfs-chart-layout-private.h"

#include <math.h>

/* All in font sizes. */
#define HATCH_DISTANCE 0.42
#define HATCH_WIDTH 0.11
#define OUTLINE_WIDTH 0.08
#define CORNER 0.2
#define ACTIVE_EDGE 0.16
/* What is left of a colour that recedes. */
#define RECEDING 0.3
#define HALO 0.7

typedef struct
{
  HfsChartLayout *layout;
  cairo_t *cr;
  HfsAppearance appearance;
  int active;
  int selected;
  gboolean recedes;  /* what is painted now is not what is selected */
} Painter;

static void
set_colour (Painter   *painter,
            HfsColour  colour)
{
  cairo_set_source_rgb (painter->cr, colour.red, colour.green, colour.blue);
}

static void
set_tone (Painter *painter,
          HfsTone  tone)
{
  HfsColour colour = hfs_palette_get_colour (painter->appearance, tone);

  if (painter->recedes)
    {
      HfsColour ground = hfs_palette_get_colour (painter->appearance, HFS_TONE_BACKGROUND);

      colour.red = ground.red + (colour.red - ground.red) * RECEDING;
      colour.green = ground.green + (colour.green - ground.green) * RECEDING;
      colour.blue = ground.blue + (colour.blue - ground.blue) * RECEDING;
    }
  set_colour (painter, colour);
}

/* Whether something else is selected than what the shape belongs to. */
static gboolean
does_recede (Painter        *painter,
             const HfsShape *shape)
{
  int mark = shape->mark >= 0 ? shape->mark : (int) shape->like - 1;

  return painter->selected >= 0 && mark >= 0 && (guint) mark < painter->layout->marks->len &&
         !hfs_chart_layout_are_alike (painter->layout, (guint) mark, (guint) painter->selected);
}

/* A rectangle, rounded on the side that its value is at. */
static void
trace_bar (Painter                 *painter,
           const cairo_rectangle_t *box)
{
  cairo_t *cr = painter->cr;
  double radius = MIN (CORNER * painter->layout->em, MIN (box->width, box->height / 2));
  double start = painter->layout->mirrored ? box->x + box->width : box->x;
  double end = painter->layout->mirrored ? box->x : box->x + box->width;
  double inwards = painter->layout->mirrored ? radius : -radius;

  cairo_new_path (cr);
  cairo_move_to (cr, start, box->y);
  cairo_line_to (cr, end + inwards, box->y);
  cairo_curve_to (cr, end + inwards / 2, box->y, end, box->y + radius / 2, end, box->y + radius);
  cairo_line_to (cr, end, box->y + box->height - radius);
  cairo_curve_to (cr, end, box->y + box->height - radius / 2, end + inwards / 2, box->y + box->height,
                  end + inwards, box->y + box->height);
  cairo_line_to (cr, start, box->y + box->height);
  cairo_close_path (cr);
}

static void
trace_corners (Painter        *painter,
               const HfsShape *shape)
{
  const HfsCorner *corners = (const HfsCorner *) (gpointer) painter->layout->corners->data + shape->first_corner;

  for (guint i = 0; i < shape->n_corners; i++)
    {
      if (corners[i].begins && i > 0 && shape->kind == HFS_SHAPE_AREA)
        cairo_close_path (painter->cr);
      if (corners[i].begins)
        cairo_move_to (painter->cr, corners[i].x, corners[i].y);
      else
        cairo_line_to (painter->cr, corners[i].x, corners[i].y);
    }
  if (shape->kind == HFS_SHAPE_AREA)
    cairo_close_path (painter->cr);
}

static void
trace (Painter                 *painter,
       const HfsShape          *shape,
       const cairo_rectangle_t *box)
{
  cairo_t *cr = painter->cr;

  cairo_new_path (cr);
  if (shape->kind == HFS_SHAPE_BAR)
    trace_bar (painter, box);
  else if (shape->kind == HFS_SHAPE_DOT)
    cairo_arc (cr, box->x + box->width / 2, box->y + box->height / 2, box->width / 2, 0, 2 * G_PI);
  else if (shape->kind == HFS_SHAPE_SEGMENT)
    cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  else
    trace_corners (painter, shape);
}

/* Slanted lines that run on from one shape to its neighbour. */
static void
hatch (Painter                 *painter,
       const cairo_rectangle_t *box)
{
  cairo_t *cr = painter->cr;
  double distance = HATCH_DISTANCE * painter->layout->em;
  double bottom = box->y + box->height;

  cairo_new_path (cr);
  for (double i = floor ((box->x + box->y) / distance); i * distance <= box->x + box->width + bottom; i++)
    {
      cairo_move_to (cr, i * distance - box->y, box->y);
      cairo_line_to (cr, i * distance - bottom, bottom);
    }
  cairo_set_line_width (cr, HATCH_WIDTH * painter->layout->em);
  cairo_stroke (cr);
}

/* The outline lies inside the shape, so that its size stays true. */
static void
outline (Painter        *painter,
         const HfsShape *shape)
{
  double width = MIN (MAX (1, OUTLINE_WIDTH * painter->layout->em), shape->box.width / 2);
  cairo_rectangle_t inner = { shape->box.x + width / 2, shape->box.y + width / 2, shape->box.width - width, shape->box.height - width };

  trace (painter, shape, &inner);
  cairo_set_line_width (painter->cr, width);
  cairo_stroke (painter->cr);
}

/* The edge between two areas or cells, and around the one that is pointed at. */
static void
paint_edge (Painter        *painter,
            const HfsShape *shape)
{
  gboolean active = shape->mark >= 0 && shape->mark == painter->active;
  double width = active ? MAX (2, ACTIVE_EDGE * painter->layout->em) : shape->stroke;

  if (!hfs_shape_has_edge (shape) || width <= 0)
    return;
  trace (painter, shape, &shape->box);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_BEVEL);
  set_tone (painter, active ? HFS_TONE_TEXT : shape->edge);
  cairo_set_line_width (painter->cr, width);
  cairo_stroke (painter->cr);
}

static void
paint_line (Painter        *painter,
            const HfsShape *shape)
{
  cairo_t *cr = painter->cr;

  cairo_save (cr);
  trace (painter, shape, &shape->box);
  set_tone (painter, shape->tone);
  cairo_set_line_width (cr, shape->stroke);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (shape->dash > 0)
    cairo_set_dash (cr, &shape->dash, 1, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_shape (Painter        *painter,
             const HfsShape *shape)
{
  cairo_t *cr = painter->cr;

  if (shape->kind == HFS_SHAPE_LINE)
    {
      paint_line (painter, shape);
      return;
    }
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  if (shape->kind == HFS_SHAPE_AREA)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  trace (painter, shape, &shape->box);
  if (shape->fill == HFS_FILL_SOLID)
    {
      set_tone (painter, shape->tone);
      cairo_fill (cr);
    }
  else
    {
      set_tone (painter, shape->fill == HFS_FILL_HATCHED ? HFS_TONE_UNCLEAR_GROUND : HFS_TONE_BACKGROUND);
      cairo_fill_preserve (cr);
      set_tone (painter, shape->tone);
      if (shape->fill == HFS_FILL_HATCHED)
        {
          cairo_save (cr);
          cairo_clip (cr);
          hatch (painter, &shape->box);
          cairo_restore (cr);
        }
      outline (painter, shape);
    }
  paint_edge (painter, shape);
  cairo_restore (cr);
}

static void
paint_rules (Painter *painter)
{
  cairo_t *cr = painter->cr;

  cairo_set_line_width (cr, MAX (1, round (painter->layout->em / 15)));
  for (guint i = 0; i < painter->layout->rules->len; i++)
    {
      const HfsRule *rule = &g_array_index (painter->layout->rules, HfsRule, i);

      set_tone (painter, rule->tone);
      cairo_move_to (cr, rule->x + 0.5, rule->top);
      cairo_line_to (cr, rule->x + 0.5, rule->bottom);
      cairo_stroke (cr);
    }
}

/* Whether the shape below a text has receded to nearly the background. */
static gboolean
stands_on_receding (Painter            *painter,
                    const HfsChartText *text)
{
  double x = text->box.x + text->box.width / 2, y = text->box.y + text->box.height / 2;

  for (guint i = painter->layout->shapes->len; painter->selected >= 0 && i-- > 0;)
    {
      const HfsShape *shape = &g_array_index (painter->layout->shapes, HfsShape, i);

      if (x >= shape->box.x && x < shape->box.x + shape->box.width && y >= shape->box.y && y < shape->box.y + shape->box.height)
        return does_recede (painter, shape);
    }
  return FALSE;
}

static void
paint_text (Painter            *painter,
            const HfsChartText *text)
{
  PangoRectangle extents;

  pango_layout_get_extents (text->block, NULL, &extents);
  if (text->ground == HFS_TONE_BACKGROUND)
    set_tone (painter, text->tone);
  else if (stands_on_receding (painter, text))
    set_tone (painter, HFS_TONE_TEXT);
  else
    set_colour (painter, hfs_palette_get_text_on (painter->appearance, text->ground));
  cairo_move_to (painter->cr, text->box.x - (double) extents.x / PANGO_SCALE, text->box.y - (double) extents.y / PANGO_SCALE);
  pango_cairo_show_layout (painter->cr, text->block);
}

static void
paint_shapes (Painter *painter)
{
  for (guint i = 0; i < painter->layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (painter->layout->shapes, HfsShape, i);

      painter->recedes = does_recede (painter, shape);
      paint_shape (painter, shape);
    }
  painter->recedes = FALSE;
}

static void
paint_texts (Painter *painter)
{
  double opacity = painter->layout->text_opacity;

  if (opacity < 1)
    cairo_push_group (painter->cr);
  for (guint i = 0; i < painter->layout->texts->len; i++)
    paint_text (painter, &g_array_index (painter->layout->texts, HfsChartText, i));
  if (opacity < 1)
    {
      cairo_pop_group_to_source (painter->cr);
      cairo_paint_with_alpha (painter->cr, opacity);
    }
}

static void
paint_band (Painter *painter,
            int      active)
{
  const HfsMark *mark = hfs_chart_layout_get_mark (painter->layout, (guint) active);
  const cairo_rectangle_t *box = &mark->bar;

  set_tone (painter, HFS_TONE_BAND);
  /* All that is nearest to a point would be far more than the point. */
  if (hfs_chart_layout_get_kind (painter->layout) == HFS_CHART_LINES)
    cairo_arc (painter->cr, box->x + box->width / 2, box->y + box->height / 2, box->width / 2 + HALO * painter->layout->em, 0, 2 * G_PI);
  else
    cairo_rectangle (painter->cr, mark->area.x, mark->area.y, mark->area.width, mark->area.height);
  cairo_fill (painter->cr);
}

/**
 * hfs_chart_paint_band:
 * @active: the mark that is pointed at or has the focus
 *
 * Paints what lies under the active mark; for those who keep a picture of the rest, which [func@chart_paint] paints without an
 * active mark, and paint [func@chart_paint_edge] over it.
 */
void
hfs_chart_paint_band (HfsChartLayout *layout,
                      cairo_t        *cr,
                      HfsAppearance   appearance,
                      int             active)
{
  Painter painter = { layout, cr, appearance, active, -1, FALSE };

  cairo_save (cr);
  paint_band (&painter, active);
  cairo_restore (cr);
}

/**
 * hfs_chart_paint_edge:
 * @active: the mark that is pointed at or has the focus
 *
 * Paints what lies over the active mark.
 */
void
hfs_chart_paint_edge (HfsChartLayout *layout,
                      cairo_t        *cr,
                      HfsAppearance   appearance,
                      int             active)
{
  Painter painter = { layout, cr, appearance, active, -1, FALSE };

  cairo_save (cr);
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, i);

      if (shape->mark == active)
        paint_edge (&painter, shape);
    }
  cairo_restore (cr);
}

/**
 * hfs_chart_paint:
 * @cr: painted on from its origin; the background is the caller's
 * @active: the mark that is pointed at or has the focus, -1 for none
 * @selected: the mark from which all that is not like it recedes, -1 for none
 *
 * Paints a layout. Decides nothing about places or texts.
 */
void
hfs_chart_paint (HfsChartLayout *layout,
                 cairo_t        *cr,
                 HfsAppearance   appearance,
                 int             active,
                 int             selected)
{
  int n_marks = (int) hfs_chart_layout_get_n_marks (layout);
  Painter painter = { layout, cr, appearance, active, selected < n_marks ? selected : -1, FALSE };

  cairo_save (cr);
  if (active >= 0 && active < n_marks)
    paint_band (&painter, active);
  paint_rules (&painter);
  paint_shapes (&painter);
  paint_texts (&painter);
  cairo_restore (cr);
}
