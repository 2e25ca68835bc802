/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Below this many times the font size labels stand above their bars. */
#define NARROW 32.0
/* Rows grow to fill a given height, but not beyond this many times their usual height. */
#define MOST_GROWTH 1.6

/**
 * HfsChartLayout:
 *
 * Where everything in a chart is: a function of the result, the font, the width and the direction alone.
 * Needs no display. A layout is used in the thread that made it.
 */
G_DEFINE_FINAL_TYPE (HfsChartLayout, hfs_chart_layout, G_TYPE_OBJECT)

/* One function a kind. */
static void (* const arrangers[HFS_N_CHART_KINDS]) (HfsChartLayout *self) = {
  [HFS_CHART_BARS] = hfs_bars_layout_arrange,
  [HFS_CHART_COMPARE] = hfs_compare_layout_arrange,
  [HFS_CHART_STACK] = hfs_stack_layout_arrange,
  [HFS_CHART_MULTIPLES] = hfs_multiples_layout_arrange,
  [HFS_CHART_CONCENTRATION] = hfs_concentration_layout_arrange,
  [HFS_CHART_MAP] = hfs_map_layout_arrange,
  [HFS_CHART_TREEMAP] = hfs_treemap_layout_arrange,
  [HFS_CHART_LINES] = hfs_lines_layout_arrange,
  [HFS_CHART_AREA] = hfs_area_layout_arrange,
  [HFS_CHART_SPREAD] = hfs_spread_layout_arrange,
  [HFS_CHART_PARAMETERS] = hfs_spread_layout_arrange,
  [HFS_CHART_RANGE] = hfs_range_layout_arrange,
};

static void
clear_text (gpointer data)
{
  HfsChartText *text = data;

  g_object_unref (text->block);
}

static void
mirror_box (HfsChartLayout    *self,
            cairo_rectangle_t *box)
{
  box->x = self->width - box->x - box->width;
}

static void
mirror (HfsChartLayout *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      mirror_box (self, &g_array_index (self->marks, HfsMark, i).bar);
      mirror_box (self, &g_array_index (self->marks, HfsMark, i).area);
    }
  for (guint i = 0; i < self->shapes->len; i++)
    mirror_box (self, &g_array_index (self->shapes, HfsShape, i).box);
  for (guint i = 0; i < self->corners->len; i++)
    g_array_index (self->corners, HfsCorner, i).x = self->width - g_array_index (self->corners, HfsCorner, i).x;
  for (guint i = 0; i < self->texts->len; i++)
    mirror_box (self, &g_array_index (self->texts, HfsChartText, i).box);
  for (guint i = 0; i < self->rules->len; i++)
    g_array_index (self->rules, HfsRule, i).x = self->width - g_array_index (self->rules, HfsRule, i).x;
}

/* A result without rows says so where its bars would be. */
static void
arrange_nothing (HfsChartLayout *self)
{
  g_autoptr (PangoLayout) block = hfs_chart_layout_set_text (self, _("There is nothing to show: no model fits this question."),
                                                             1, FALSE, self->width);

  hfs_chart_layout_add_text (self, block, 0, self->em, HFS_TONE_DIM_TEXT);
  self->height = ceil (hfs_text_block_get_height (block) + 2 * self->em);
}

static void
arrange (HfsChartLayout *self)
{
  if (hfs_result_get_n_rows (self->result) == 0)
    arrange_nothing (self);
  else
    arrangers[self->kind] (self);
}

static void
hfs_chart_layout_finalize (GObject *object)
{
  HfsChartLayout *self = HFS_CHART_LAYOUT (object);

  g_clear_object (&self->result);
  g_clear_object (&self->context);
  g_clear_pointer (&self->distributions, g_ptr_array_unref);
  g_array_unref (self->marks);
  g_array_unref (self->shapes);
  g_array_unref (self->corners);
  g_array_unref (self->texts);
  g_array_unref (self->rules);

  G_OBJECT_CLASS (hfs_chart_layout_parent_class)->finalize (object);
}

static void
hfs_chart_layout_class_init (HfsChartLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hfs_chart_layout_finalize;
}

static void
hfs_chart_layout_init (HfsChartLayout *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (HfsMark));
  g_array_set_clear_func (self->marks, (GDestroyNotify) hfs_mark_clear);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (HfsShape));
  self->corners = g_array_new (FALSE, FALSE, sizeof (HfsCorner));
  self->texts = g_array_new (FALSE, FALSE, sizeof (HfsChartText));
  g_array_set_clear_func (self->texts, clear_text);
  self->rules = g_array_new (FALSE, FALSE, sizeof (HfsRule));
  self->text_opacity = 1;
}

/**
 * hfs_chart_layout_add_mark:
 * @mark: (transfer full): the mark; its texts are taken over
 *
 * Returns: its number
 */
guint
hfs_chart_layout_add_mark (HfsChartLayout *self,
                           const HfsMark  *mark)
{
  g_array_append_vals (self->marks, mark, 1);
  return self->marks->len - 1;
}

/**
 * hfs_chart_layout_add_shape:
 * @shape: (transfer none): what to draw; later shapes cover earlier ones
 */
void
hfs_chart_layout_add_shape (HfsChartLayout *self,
                            const HfsShape *shape)
{
  g_array_append_vals (self->shapes, shape, 1);
}

/**
 * hfs_chart_layout_set_text:
 * @size: multiple of the font size
 * @width: what it may take on its one line before it ends in an ellipsis; 0 for as much as it needs
 *
 * Returns: (transfer full): the text, set, to be measured and then added
 */
PangoLayout *
hfs_chart_layout_set_text (HfsChartLayout *self,
                           const char     *text,
                           double          size,
                           gboolean        bold,
                           double          width)
{
  return hfs_text_block_new (self->context, text, &(HfsTextStyle) { size, bold, 1 }, width);
}

/**
 * hfs_chart_layout_add_text:
 * @x: left edge
 * @y: upper edge
 */
void
hfs_chart_layout_add_text (HfsChartLayout *self,
                           PangoLayout    *block,
                           double          x,
                           double          y,
                           HfsTone         tone)
{
  HfsChartText text = { g_object_ref (block), { x, y, hfs_text_block_get_width (block), hfs_text_block_get_height (block) },
                        tone, HFS_TONE_BACKGROUND };

  g_array_append_val (self->texts, text);
}

/**
 * hfs_chart_layout_get_row_height:
 * @usual: what a row takes where height is free
 * @least: what a row takes at least
 * @taken: what the rest of the chart takes
 *
 * Returns: the height of a row in whole pixels
 */
double
hfs_chart_layout_get_row_height (HfsChartLayout *self,
                                 double          usual,
                                 double          least,
                                 double          taken)
{
  double height = usual;

  if (self->fit > 0)
    height = CLAMP ((self->fit - taken) / hfs_result_get_n_rows (self->result), least, usual * MOST_GROWTH);
  return self->fit > 0 ? floor (height) : round (height);
}

/**
 * hfs_chart_layout_is_narrow:
 *
 * Returns: whether labels stand above what they name, since there is no room beside it
 */
gboolean
hfs_chart_layout_is_narrow (HfsChartLayout *self)
{
  return self->width < NARROW * self->em;
}

/**
 * hfs_chart_layout_get_amount:
 *
 * Returns: what the length of the row's bar stands for
 */
double
hfs_chart_layout_get_amount (HfsChartLayout     *self,
                             const HfsResultRow *row)
{
  return hfs_query_get_share (hfs_result_get_query (self->result)) ? row->share : (double) row->value;
}

/* Whether the answer's sentence names the row; see hfs_result_dup_summary(). */
static gboolean
is_named (HfsChartLayout     *self,
          const HfsResultRow *row)
{
  switch ((int) hfs_query_get_dimension (hfs_result_get_query (self->result)))
    {
    case HFS_DIMENSION_SIZES:
      return g_str_equal (row->key, "lt100m") || g_str_equal (row->key, "100m-1b") || g_str_equal (row->key, "ge100b");
    case HFS_DIMENSION_CONCENTRATION:
      return g_str_equal (row->key, "top-1");
    default:
      return row->rank >= 1 && row->rank <= 3;
    }
}

/**
 * hfs_chart_layout_get_emphasis:
 *
 * Returns: how the row stands out: those that the sentence names do
 */
HfsMarkEmphasis
hfs_chart_layout_get_emphasis (HfsChartLayout     *self,
                               const HfsResultRow *row)
{
  if (row->kind == HFS_ROW_UNCLEAR)
    return HFS_MARK_UNCLEAR;
  if (row->kind == HFS_ROW_OTHER)
    return HFS_MARK_OTHER;
  return is_named (self, row) ? HFS_MARK_STRONG : HFS_MARK_RECEDING;
}

/**
 * hfs_chart_layout_new:
 * @result: the answer
 * @context: gives the font, its size and its rendering
 * @width: in pixels
 * @rtl: whether the page reads leftwards
 *
 * Lays out a result, as high as it needs.
 *
 * Returns: (transfer full): the layout
 */
HfsChartLayout *
hfs_chart_layout_new (HfsResult    *result,
                      PangoContext *context,
                      double        width,
                      gboolean      rtl)
{
  return hfs_chart_layout_new_to_fit (result, context, width, 0, rtl);
}

/**
 * hfs_chart_layout_new_to_fit:
 * @height: the height to fill, in pixels; 0 for as high as it needs
 *
 * As [ctor@ChartLayout.new], with rows that shrink or grow towards a height. There are limits to both, so
 * [method@ChartLayout.get_height] tells what came of it.
 *
 * Returns: (transfer full): the layout
 */
HfsChartLayout *
hfs_chart_layout_new_to_fit (HfsResult    *result,
                             PangoContext *context,
                             double        width,
                             double        height,
                             gboolean      rtl)
{
  HfsChartOptions options = { HFS_CHART_USUAL, width, height, rtl, FALSE, NULL };

  return hfs_chart_layout_new_with_options (result, context, &options);
}

static HfsChartLayout *
create (HfsResult    *result,
        PangoContext *context,
        HfsChartKind  kind,
        double        width,
        double        fit)
{
  HfsChartLayout *self = g_object_new (HFS_TYPE_CHART_LAYOUT, NULL);

  self->result = g_object_ref (result);
  self->context = g_object_ref (context);
  self->kind = kind;
  self->width = width;
  self->fit = fit;
  self->em = hfs_text_block_get_em (context);
  return self;
}

/**
 * hfs_chart_layout_new_with_options:
 * @options: the kind, the size and the scale
 *
 * As [ctor@ChartLayout.new_to_fit] for a kind of chart that the reader has chosen. A kind that the result cannot be
 * drawn as, because the question has changed since, gives way to the usual one.
 *
 * Returns: (transfer full): the layout
 */
HfsChartLayout *
hfs_chart_layout_new_with_options (HfsResult             *result,
                                   PangoContext          *context,
                                   const HfsChartOptions *options)
{
  gboolean is_spread = options->distributions != NULL && options->distributions->len == hfs_result_get_n_rows (result);
  HfsChartKind wanted = hfs_chart_kind_is_spread (options->kind) && !is_spread ? HFS_CHART_USUAL : options->kind;
  HfsChartKind kind = hfs_chart_kind_settle (wanted, result);
  HfsChartLayout *self = create (result, context, kind, options->width, options->height);

  self->log = options->log && hfs_chart_kind_has_log (kind);
  self->mirrored = options->rtl;
  self->distributions = is_spread ? g_ptr_array_ref (options->distributions) : NULL;
  arrange (self);
  if (options->rtl)
    mirror (self);
  return self;
}

/**
 * hfs_chart_layout_get_kind:
 *
 * Returns: which kind of chart it is
 */
HfsChartKind
hfs_chart_layout_get_kind (HfsChartLayout *self)
{
  return self->kind;
}

/**
 * hfs_chart_layout_get_log:
 *
 * Returns: whether each step of the scale of values is ten times the last
 */
gboolean
hfs_chart_layout_get_log (HfsChartLayout *self)
{
  return self->log;
}

/**
 * hfs_chart_layout_get_width:
 *
 * Returns: in pixels
 */
double
hfs_chart_layout_get_width (HfsChartLayout *self)
{
  return self->width;
}

/**
 * hfs_chart_layout_get_height:
 *
 * Returns: in pixels
 */
double
hfs_chart_layout_get_height (HfsChartLayout *self)
{
  return self->height;
}

/**
 * hfs_chart_layout_get_n_marks:
 *
 * Returns: how many marks there are
 */
guint
hfs_chart_layout_get_n_marks (HfsChartLayout *self)
{
  return self->marks->len;
}

/**
 * hfs_chart_layout_get_mark:
 *
 * Returns: (transfer none): a mark, in the order of reading
 */
const HfsMark *
hfs_chart_layout_get_mark (HfsChartLayout *self,
                           guint           index)
{
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, HfsMark, index);
}
