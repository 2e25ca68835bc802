/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-legend.h"

#include <math.h>

/* All in font sizes. */
#define SWATCH 0.85
#define GAP 0.45
#define BETWEEN 1.4
#define LINE 1.55
#define BELOW 0.5

static void
add_swatch (HfsChartLayout *chart,
            const HfsShape *shape,
            HfsTone         edge)
{
  HfsShape inner = *shape, outer = *shape;

  outer.tone = edge;
  if (edge != HFS_TONE_BACKGROUND)
    {
      hfs_chart_layout_add_shape (chart, &outer);
      inner.box = (cairo_rectangle_t) { shape->box.x + 1, shape->box.y + 1, shape->box.width - 2, shape->box.height - 2 };
    }
  hfs_chart_layout_add_shape (chart, &inner);
}

/**
 * hfs_chart_legend_add:
 * @entries: (array length=n_entries): what to explain, in the order of the shapes
 * @width: where lines end
 *
 * Puts the legend at the top of a chart, on as many lines as it needs.
 *
 * Returns: where the chart can begin
 */
double
hfs_chart_legend_add (HfsChartLayout       *chart,
                      const HfsLegendEntry *entries,
                      guint                 n_entries,
                      double                width)
{
  double swatch = round (SWATCH * chart->em);
  double x = 0;
  double y = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      double most = floor (width - swatch - GAP * chart->em);
      g_autoptr (PangoLayout) label = hfs_chart_layout_set_text (chart, entries[i].label, 1, FALSE, MAX (most, chart->em));
      double text_width = hfs_text_block_get_width (label);
      double text_height = hfs_text_block_get_height (label);
      HfsShape shape = { entries[i].kind, entries[i].fill, entries[i].tone, { 0 }, -1 };

      if (x > 0 && x + swatch + GAP * chart->em + text_width > width)
        {
          x = 0;
          y += LINE * chart->em;
        }
      shape.box = (cairo_rectangle_t) { x, y + (text_height - swatch) / 2, swatch, swatch };
      add_swatch (chart, &shape, entries[i].edge);
      hfs_chart_layout_add_text (chart, label, x + swatch + GAP * chart->em, y, HFS_TONE_TEXT);
      x += swatch + GAP * chart->em + text_width + BETWEEN * chart->em;
    }
  return ceil (y + (LINE + BELOW) * chart->em);
}
