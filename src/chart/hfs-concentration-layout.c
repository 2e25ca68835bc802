/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout-private.h"

#include "hfs-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How much a few have: a picture of dots that needs no explanation, the Lorenz curve from the top, and the rows as
 * bars. The bars are the marks; dots and points of the curve belong to the marks of their bars. */

/* In font sizes. */
#define WIDE 48.0
#define BETWEEN 2.4
#define LEAST_PLOT 11.0
#define USUAL_PLOT 17.0
#define POINT 0.75
#define CURVE 0.17
#define DIAGONAL 0.08
#define DASH 0.4
#define DOTS 10
/* What is there is seen, in pixels. */
#define LEAST_DISC 2.5
/* A dot takes this part of its place. */
#define DOT 0.72
/* Of the width of two panels. */
#define BETWEEN_PANELS 0.12

typedef struct
{
  HfsChartLayout *chart;
  guint shown;        /* the row that the dots show */
  double size;        /* of the plot and of a panel of dots, in pixels */
} Concentration;

/* The row that is nearest to half of all: “200 of 2 million have half” says most. */
static guint
find_shown (HfsResult *result)
{
  guint best = 0;

  for (guint i = 1; i < hfs_result_get_n_rows (result); i++)
    if (fabs (hfs_result_get_row (result, i)->share - 0.5) < fabs (hfs_result_get_row (result, best)->share - 0.5))
      best = i;
  return best;
}

static void
add_dot (Concentration *self,
         HfsChartLayout *part,
         double          x,
         double          y,
         double          size,
         double          filled)
{
  double inner = filled <= 0 ? 0 : MAX (size * sqrt (MIN (filled, 1)), LEAST_DISC);
  HfsShape ring = { HFS_SHAPE_DOT, HFS_FILL_OUTLINED, HFS_TONE_OTHER, { x - size / 2, y - size / 2, size, size }, self->shown };
  HfsShape disc = { HFS_SHAPE_DOT, HFS_FILL_SOLID, HFS_TONE_STRONG, { x - inner / 2, y - inner / 2, inner, inner }, self->shown };

  if (filled < 1)
    hfs_chart_layout_add_shape (part, &ring);
  if (inner > 0)
    hfs_chart_layout_add_shape (part, &disc);
}

/* A hundred dots of which @share are filled, the last one by the area that is left. */
static void
add_dots (Concentration  *self,
          HfsChartLayout *part,
          double          x,
          double          width,
          double          share)
{
  double step = width / DOTS;

  for (guint i = 0; i < DOTS * DOTS; i++)
    add_dot (self, part, x + (i % DOTS + 0.5) * step, (i / DOTS + 0.5) * step, step * DOT, share * DOTS * DOTS - i);
}

static char *
dup_models_caption (Concentration *self)
{
  HfsResult *result = self->chart->result;
  gint64 n = hfs_result_get_row (result, self->shown)->models;
  g_autofree char *top = hfs_format_integer (n);
  g_autofree char *all = hfs_format_integer (hfs_result_get_n_models (result));
  g_autofree char *hundredth = hfs_format_percent (0.01, 0);

  /* Translators: below a picture of dots: how many models are filled in, of how many, and what a dot is, such as “1 %” */
  return g_strdup_printf (ngettext ("Filled: the %1$s most used of %2$s models. Each dot is %3$s of the models.",
                                    "Filled: the %1$s most used of %2$s models. Each dot is %3$s of the models.", n),
                          top, all, hundredth);
}

static char *
dup_value_caption (Concentration *self)
{
  static const char * const captions[HFS_N_MEASURES] = {
    N_("Filled: their share of the downloads, %1$s. Each dot is %2$s of the downloads."),
    N_("Filled: their share of all downloads so far, %1$s. Each dot is %2$s of the downloads."),
    N_("Filled: their share of the models, %1$s. Each dot is %2$s of the models."),
    N_("Filled: their share of the likes, %1$s. Each dot is %2$s of the likes."),
  };
  HfsResult *result = self->chart->result;
  g_autofree char *share = hfs_format_share (hfs_result_get_row (result, self->shown)->share);
  g_autofree char *hundredth = hfs_format_percent (0.01, 0);

  return g_strdup_printf (_(captions[hfs_query_get_measure (hfs_result_get_query (result))]), share, hundredth);
}

/* Two panels of dots with their captions. */
static HfsChartLayout *
create_dots (Concentration *self,
             double         width)
{
  HfsChartLayout *part = hfs_chart_layout_new_part (self->chart, width, 0);
  const HfsResultRow *row = hfs_result_get_row (part->result, self->shown);
  double gap = floor (width * BETWEEN_PANELS);
  double panel = MIN (floor ((width - gap) / 2), self->size);
  double models = hfs_result_get_n_models (part->result);
  g_autofree char *models_caption = dup_models_caption (self);
  g_autofree char *value_caption = dup_value_caption (self);
  const char *captions[] = { models_caption, value_caption };

  for (guint i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      g_autoptr (HfsChartLayout) caption = hfs_chart_layout_new_part (part, floor ((width - gap) / 2), 0);
      double x = i * (caption->width + gap);
      double height = hfs_chart_layout_add_note (caption, captions[i], 0);

      add_dots (self, part, x, panel, i == 0 ? (models > 0 ? row->models / models : 0) : row->share);
      hfs_chart_layout_merge (part, caption, x, panel + 0.5 * part->em);
      part->height = MAX (part->height, ceil (panel + 0.5 * part->em + height));
    }
  return part;
}

static void
add_line (HfsChartLayout *part,
          HfsTone         tone,
          double          stroke,
          double          dash,
          guint           first)
{
  HfsShape shape = { .kind = HFS_SHAPE_LINE, .tone = tone, .mark = -1, .stroke = MAX (1, stroke * part->em), .dash = dash * part->em };

  hfs_chart_layout_add_path (part, &shape, first);
}

static void
add_place (HfsChartLayout          *part,
           const cairo_rectangle_t *plot,
           double                   models,
           double                   share,
           gboolean                 begins)
{
  hfs_chart_layout_add_corner (part, plot->x + plot->width * models, plot->y + plot->height * (1 - share), begins);
}

/* The whole curve where the result has it, else straight from row to row. */
static void
trace_curve (HfsChartLayout          *part,
             const cairo_rectangle_t *plot)
{
  const HfsLorenzPoint *lorenz = hfs_result_get_lorenz (part->result);
  double models = MAX (hfs_result_get_n_models (part->result), 1);

  for (guint i = 0; lorenz != NULL && i < HFS_RESULT_LORENZ_POINTS; i++)
    add_place (part, plot, lorenz[i].models, lorenz[i].value, i == 0);
  if (lorenz != NULL)
    return;
  add_place (part, plot, 0, 0, TRUE);
  for (guint i = 0; i < hfs_result_get_n_rows (part->result); i++)
    add_place (part, plot, hfs_result_get_row (part->result, i)->models / models, hfs_result_get_row (part->result, i)->share, FALSE);
  add_place (part, plot, 1, 1, FALSE);
}

/* The curve, the points of the rows on it, and the line of equal shares. */
static void
add_curve (Concentration           *self,
           HfsChartLayout          *part,
           const cairo_rectangle_t *plot)
{
  HfsResult *result = part->result;
  double models = MAX (hfs_result_get_n_models (result), 1);
  guint first = part->corners->len;
  double size = POINT * part->em;

  add_place (part, plot, 0, 0, TRUE);
  add_place (part, plot, 1, 1, FALSE);
  add_line (part, HFS_TONE_OTHER, DIAGONAL, DASH, first);
  first = part->corners->len;
  trace_curve (part, plot);
  add_line (part, HFS_TONE_STRONG, CURVE, 0, first);
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);
      double x = plot->x + plot->width * row->models / models, y = plot->y + plot->height * (1 - row->share);

      hfs_chart_layout_add_shape (part, &(HfsShape) { HFS_SHAPE_DOT, HFS_FILL_SOLID, HFS_TONE_STRONG,
                                                      { x - size / 2, y - size / 2, size, size }, i });
    }
}

static void
add_frame (HfsChartLayout          *part,
           const cairo_rectangle_t *plot)
{
  guint first = part->corners->len;

  hfs_chart_layout_add_corner (part, plot->x, plot->y, TRUE);
  hfs_chart_layout_add_corner (part, plot->x, plot->y + plot->height, FALSE);
  hfs_chart_layout_add_corner (part, plot->x + plot->width, plot->y + plot->height, FALSE);
  add_line (part, HFS_TONE_AXIS, 0, 0, first);
}

/* 0 and 100 % at both axes. */
static double
add_ticks (HfsChartLayout          *part,
           const cairo_rectangle_t *plot,
           PangoLayout             *none,
           PangoLayout             *all)
{
  double height = hfs_text_block_get_height (all), below = plot->y + plot->height + 0.3 * part->em;
  double end = plot->x - 0.4 * part->em;

  hfs_chart_layout_add_text (part, all, end - hfs_text_block_get_width (all), plot->y - height / 2, HFS_TONE_DIM_TEXT);
  hfs_chart_layout_add_text (part, none, end - hfs_text_block_get_width (none), plot->y + plot->height - height, HFS_TONE_DIM_TEXT);
  hfs_chart_layout_add_text (part, all, plot->x + plot->width - hfs_text_block_get_width (all), below, HFS_TONE_DIM_TEXT);
  return below + height;
}

/* The curve with its axes and what they are. */
static HfsChartLayout *
create_curve (Concentration *self,
              double         width)
{
  static const char * const notes[HFS_N_MEASURES] = {
    N_("Lorenz curve, the most used models first. Across: share of the models. Up: share of the downloads. Dashed: if all models had the same."),
    N_("Lorenz curve, the most used models first. Across: share of the models. Up: share of all downloads so far. Dashed: if all models had the same."),
    N_("Lorenz curve. Across: share of the models. Up: share of the models. Dashed: if all had the same."),
    N_("Lorenz curve, the most liked models first. Across: share of the models. Up: share of the likes. Dashed: if all models had the same."),
  };
  HfsChartLayout *part = hfs_chart_layout_new_part (self->chart, width, 0);
  g_autofree char *none_text = hfs_format_percent (0, 0);
  g_autofree char *all_text = hfs_format_percent (1, 0);
  g_autoptr (PangoLayout) none = hfs_chart_layout_set_text (part, none_text, 1, FALSE, 0);
  g_autoptr (PangoLayout) all = hfs_chart_layout_set_text (part, all_text, 1, FALSE, 0);
  double left = ceil (hfs_text_block_get_width (all) + 0.4 * part->em);
  double half = ceil (hfs_text_block_get_height (all) / 2);
  cairo_rectangle_t plot = { left, half, floor (MIN (self->size * 1.3, width - left - POINT / 2 * part->em)), self->size - half };
  g_autoptr (HfsChartLayout) note = hfs_chart_layout_new_part (part, width, 0);
  double bottom;

  add_frame (part, &plot);
  add_curve (self, part, &plot);
  bottom = add_ticks (part, &plot, none, all);
  part->height = ceil (bottom + 0.3 * part->em +
                       hfs_chart_layout_add_note (note, _(notes[hfs_query_get_measure (hfs_result_get_query (part->result))]), 0));
  hfs_chart_layout_merge (part, note, 0, ceil (bottom + 0.3 * part->em));
  return part;
}

/* The height of plot and panels that lets all fit. */
static double
find_size (HfsChartLayout *self,
           gboolean        wide)
{
  double usual = USUAL_PLOT * self->em;
  double rows = hfs_result_get_n_rows (self->result) * 2 + 8;

  if (self->fit <= 0)
    return floor (MIN (usual, self->width * 0.6));
  return floor (CLAMP ((self->fit - rows * self->em) / (wide ? 1 : 2), LEAST_PLOT * self->em, usual * 1.6));
}

/**
 * hfs_concentration_layout_arrange:
 * @self: an empty layout of a result about concentration
 *
 * Lays out dots, curve and bars.
 */
void
hfs_concentration_layout_arrange (HfsChartLayout *self)
{
  gboolean wide = self->width >= WIDE * self->em;
  double gap = BETWEEN * self->em;
  double width = wide ? floor ((self->width - gap) / 2) : self->width;
  Concentration concentration = { self, find_shown (self->result), find_size (self, wide) };
  g_autoptr (HfsChartLayout) dots = create_dots (&concentration, width);
  g_autoptr (HfsChartLayout) curve = create_curve (&concentration, width);
  double y = (wide ? MAX (dots->height, curve->height) : dots->height + self->em + curve->height) + self->em;
  g_autoptr (HfsChartLayout) bars = hfs_chart_layout_new_part (self, self->width, self->fit > 0 ? MAX (self->fit - ceil (y), 1) : 0);

  hfs_bars_layout_arrange (bars);
  hfs_chart_layout_merge (self, dots, 0, 0);
  hfs_chart_layout_merge (self, curve, wide ? width + gap : 0, wide ? 0 : dots->height + self->em);
  hfs_chart_layout_merge (self, bars, 0, ceil (y));
  self->height = ceil (y) + bars->height;
}
