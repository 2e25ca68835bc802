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

static gboolean
is_first_of_kind (guint index)
{
  for (guint i = 0; i < index; i++)
    if (chart_cases[i].kind == chart_cases[index].kind)
      return FALSE;
  return TRUE;
}

static guint
count_ways (guint index)
{
  return is_first_of_kind (index) ? G_N_ELEMENTS (ways) : 1;
}

/* The case of a reference; returns in which way it is painted. */
static guint
find (guint  index,
      guint *chart_case)
{
  *chart_case = 0;
  while (index >= count_ways (*chart_case))
    index -= count_ways ((*chart_case)++);
  return index;
}

guint
chart_references_count (void)
{
  guint n = 0;

  for (guint i = 0; i < n_chart_cases; i++)
    n += count_ways (i);
  return n;
}

char *
chart_reference_dup_name (guint index)
{
  guint chart_case, way = find (index, &chart_case);

  return g_strconcat (chart_cases[chart_case].name, ways[way].suffix, NULL);
}

cairo_surface_t *
chart_reference_paint (guint index)
{
  guint chart_case, way = find (index, &chart_case);
  g_autoptr (HfsChartLayout) layout = chart_case_lay_out (&chart_cases[chart_case], FONT_SIZE, ways[way].width, 0, ways[way].rtl);

  return chart_case_paint (layout, ways[way].appearance, 1);
}
