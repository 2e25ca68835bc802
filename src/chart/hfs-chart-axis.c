/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-layout-private.h"

#include <math.h>

/* In font sizes. */
#define AXIS_TEXT_SIZE 0.85
#define RULE_MARGIN 0.3
#define ABOVE_TEXT 0.2
/* No text is smaller, in pixels. */
#define LEAST_TEXT 12.0
/* Zero included. */
#define MOST_TICKS 4

/* Whether a line at @x would run through the text, or touch it. */
static gboolean
crosses (const HfsChartText *text,
         double              x,
         double              margin)
{
  return x > text->box.x - margin && x < text->box.x + text->box.width + margin;
}

/**
 * hfs_chart_layout_add_rule:
 *
 * Draws an upright line, except where texts are that have been added before: a line through a figure makes
 * it hard to read.
 */
void
hfs_chart_layout_add_rule (HfsChartLayout *self,
                           const HfsRule  *rule)
{
  HfsRule piece = *rule;
  double margin = RULE_MARGIN * self->em;

  while (piece.top < rule->bottom)
    {
      double next = rule->bottom;

      piece.bottom = rule->bottom;
      for (guint i = 0; i < self->texts->len; i++)
        {
          const HfsChartText *text = &g_array_index (self->texts, HfsChartText, i);
          double bottom = text->box.y + text->box.height;

          if (crosses (text, rule->x, margin) && bottom > piece.top && text->box.y < piece.bottom)
            {
              piece.bottom = MAX (text->box.y, piece.top);
              next = bottom;
            }
        }
      if (piece.bottom > piece.top)
        g_array_append_val (self->rules, piece);
      piece.top = next;
    }
}

/**
 * hfs_chart_layout_add_axis:
 * @scale: the scale of the bars
 * @bottom: where the grid lines end and their labels begin
 *
 * Draws the line that bars stand on and at most three grid lines with their values. A label that would
 * touch the one before it or leave the chart is left out.
 */
void
hfs_chart_layout_add_axis (HfsChartLayout *self,
                           const HfsScale *scale,
                           double          top,
                           double          bottom)
{
  g_autoptr (GArray) ticks = hfs_scale_dup_ticks (scale, MOST_TICKS);
  gboolean shares = hfs_query_get_share (hfs_result_get_query (self->result)) && !hfs_chart_kind_is_spread (self->kind);
  double free_from = -G_MAXDOUBLE;

  for (guint i = 0; i < ticks->len; i++)
    {
      double tick = g_array_index (ticks, double, i);
      HfsRule rule = { round (hfs_scale_get_position (scale, tick)), top, bottom, HFS_TONE_GRID };
      g_autofree char *text = hfs_scale_dup_tick_text (scale, ticks, i, shares);
      g_autoptr (PangoLayout) block = hfs_chart_layout_set_text (self, text, MAX (AXIS_TEXT_SIZE, LEAST_TEXT / self->em), FALSE, 0);
      double width = hfs_text_block_get_width (block);
      double x = MAX (rule.x - width / 2, 0);

      if (tick != scale->least)
        hfs_chart_layout_add_rule (self, &rule);
      if (x < free_from || x + width > self->width)
        continue;
      hfs_chart_layout_add_text (self, block, x, bottom + ABOVE_TEXT * self->em, HFS_TONE_DIM_TEXT);
      free_from = x + width + self->em;
    }
  hfs_chart_layout_add_rule (self, &(HfsRule) { round (scale->start), top, bottom, HFS_TONE_AXIS });
}
