/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout-private.h"

/* How one picture becomes another: what stands for the same thing moves and grows from where it was, and what is new
 * grows from nothing. Lines and countries have no place to grow from, so they are where they end. */

/* What stands for a shape in both pictures: the row, the series, and which of the shapes of the mark it is. */
static char *
dup_key (HfsChartLayout *layout,
         guint           index,
         guint          *ordinal)
{
  const HfsShape *shape = &g_array_index (layout->shapes, HfsShape, index);
  const HfsShape *before = index > 0 ? shape - 1 : NULL;
  g_autofree char *key = hfs_chart_layout_dup_mark_key (layout, (guint) shape->mark);

  *ordinal = before != NULL && before->mark == shape->mark ? *ordinal + 1 : 0;
  return g_strdup_printf ("%s\n%u\n%d", key, *ordinal, shape->kind);
}

static gboolean
can_move (const HfsShape *shape)
{
  return shape->mark >= 0 && shape->kind != HFS_SHAPE_AREA && shape->kind != HFS_SHAPE_LINE;
}

static GHashTable *
index_shapes (HfsChartLayout *layout)
{
  GHashTable *shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint ordinal = 0;

  for (guint i = 0; i < layout->shapes->len; i++)
    if (can_move (&g_array_index (layout->shapes, HfsShape, i)))
      g_hash_table_insert (shapes, dup_key (layout, i, &ordinal), &g_array_index (layout->shapes, HfsShape, i));
  return shapes;
}

/* What a shape that was not there grows from: bars from where they begin, dots from their middle. */
static cairo_rectangle_t
get_seed (HfsChartLayout *layout,
          const HfsShape *shape)
{
  cairo_rectangle_t box = shape->box;

  if (shape->kind == HFS_SHAPE_DOT)
    return (cairo_rectangle_t) { box.x + box.width / 2, box.y + box.height / 2, 0, 0 };
  return (cairo_rectangle_t) { layout->mirrored ? box.x + box.width : box.x, box.y, 0, box.height };
}

static double
mix (double from,
     double to,
     double progress)
{
  return from + (to - from) * progress;
}

/**
 * hfs_chart_layout_new_between:
 * @from: (nullable): what was shown, %NULL when nothing was
 * @to: what is going to be shown
 * @progress: from 0 for @from to 1 for @to
 *
 * Makes the picture on the way from one to the other. It has the marks and the size of @to.
 *
 * Returns: (transfer full): a layout to paint
 */
HfsChartLayout *
hfs_chart_layout_new_between (HfsChartLayout *from,
                              HfsChartLayout *to,
                              double          progress)
{
  HfsChartLayout *self = hfs_chart_layout_new_part (to, to->width, to->fit);
  g_autoptr (GHashTable) shapes = from ? index_shapes (from) : NULL;
  GArray **shared[] = { &self->marks, &self->corners, &self->texts, &self->rules };
  GArray *theirs[] = { to->marks, to->corners, to->texts, to->rules };
  guint ordinal = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      g_array_unref (*shared[i]);
      *shared[i] = g_array_ref (theirs[i]);
    }
  for (guint i = 0; i < to->shapes->len; i++)
    {
      HfsShape shape = g_array_index (to->shapes, HfsShape, i);

      if (can_move (&shape))
        {
          g_autofree char *key = dup_key (to, i, &ordinal);
          const HfsShape *old = shapes ? g_hash_table_lookup (shapes, key) : NULL;
          cairo_rectangle_t seed = old ? old->box : get_seed (to, &shape);

          shape.box.x = mix (seed.x, shape.box.x, progress);
          shape.box.y = mix (seed.y, shape.box.y, progress);
          shape.box.width = mix (seed.width, shape.box.width, progress);
          shape.box.height = mix (seed.height, shape.box.height, progress);
        }
      hfs_chart_layout_add_shape (self, &shape);
    }
  self->height = to->height;
  self->mirrored = to->mirrored;
  self->text_opacity = progress;
  return self;
}
