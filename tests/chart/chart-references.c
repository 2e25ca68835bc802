/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-references.h"

#define FONT_SIZE 15
#define WIDTH 860
#define NARROW_WIDTH 360

/* Ways to look at a case. */
static const struct
{
  const char *suffix;
  HfsAppearance appearance;
  double width;
  gboolean rtl;
} ways[] = {
  { "", HFS_APPEARANCE_LIGHT, WIDTH, FALSE },
  { "-dark", HFS_APPEARANCE_DARK, WIDTH, FALSE },
  { "-high-contrast", HFS_APPEARANCE_HIGH_CONTRAST, WIDTH, FALSE },
  { "-rtl", HFS_APPEARANCE_LIGHT, WIDTH, TRUE },
  { "-narrow", HFS_APPEARANCE_LIGHT, NARROW_WIDTH, FALSE },
};

guint
chart_references_count (void)
{
  return n_chart_cases * G_N_ELEMENTS (ways);
}

char *
chart_reference_dup_name (guint index)
{
  return g_strconcat (chart_cases[index / G_N_ELEMENTS (ways)].name, ways[index % G_N_ELEMENTS (ways)].suffix, NULL);
}

cairo_surface_t *
chart_reference_paint (guint index)
{
  guint way = index % G_N_ELEMENTS (ways);
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (&chart_cases[index / G_N_ELEMENTS (ways)], FONT_SIZE, ways[way].width, 0, ways[way].rtl);

  return chart_case_paint (layout, ways[way].appearance, 1);
}
