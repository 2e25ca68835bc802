/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"

#include "hfs-chart-painter.h"
#include "hfs-palette.h"

#include <math.h>

const ChartCase chart_cases[] = {
  { "bars", chart_fixture_countries, "countries", HFS_CHART_BARS, FALSE },
  { "bars-share", chart_fixture_countries, "countries?share=1", HFS_CHART_BARS, FALSE },
  { "bars-log", chart_fixture_countries, "countries", HFS_CHART_BARS, TRUE },
  { "compare", chart_fixture_then_and_now, "countries?compare=then", HFS_CHART_COMPARE, FALSE },
  { "compare-share", chart_fixture_then_and_now, "countries?share=1&compare=then", HFS_CHART_COMPARE, FALSE },
  { "stack", chart_fixture_divided, "countries?by=developer-types", HFS_CHART_STACK, FALSE },
  { "stack-share", chart_fixture_divided, "countries?share=1&by=developer-types", HFS_CHART_STACK, FALSE },
  { "multiples", chart_fixture_divided, "countries?by=developer-types", HFS_CHART_MULTIPLES, FALSE },
  { "multiples-share", chart_fixture_divided, "countries?share=1&by=developer-types", HFS_CHART_MULTIPLES, FALSE },
  { "curve", chart_fixture_concentration, "concentration", HFS_CHART_CONCENTRATION, FALSE },
  { "map", chart_fixture_countries, "countries?share=1", HFS_CHART_MAP, FALSE },
  { "treemap", chart_fixture_countries, "countries", HFS_CHART_TREEMAP, FALSE },
  { "treemap-share", chart_fixture_countries, "countries?share=1", HFS_CHART_TREEMAP, FALSE },
  { "lines", chart_fixture_years, "years", HFS_CHART_LINES, FALSE },
  { "lines-log", chart_fixture_divided_years, "years?by=developer-types", HFS_CHART_LINES, TRUE },
  { "lines-divided", chart_fixture_divided_years, "years?by=developer-types", HFS_CHART_LINES, FALSE },
  { "area", chart_fixture_divided_years, "years?share=1&by=developer-types", HFS_CHART_AREA, FALSE },
  { "spread", chart_fixture_countries, "countries", HFS_CHART_SPREAD, FALSE },
  { "spread-log", chart_fixture_countries, "countries", HFS_CHART_SPREAD, TRUE },
  { "parameters", chart_fixture_countries, "countries?share=1", HFS_CHART_PARAMETERS, FALSE },
  { "parameters-log", chart_fixture_countries, "countries?share=1", HFS_CHART_PARAMETERS, TRUE },
  { "range", chart_fixture_countries, "countries", HFS_CHART_RANGE, FALSE },
  { "range-share", chart_fixture_countries, "countries?share=1", HFS_CHART_RANGE, FALSE },
};
const guint n_chart_cases = G_N_ELEMENTS (chart_cases);

HfsChartLayout *
chart_case_lay_out (const ChartCase *self,
                    double           font_size,
                    double           width,
                    double           height,
                    gboolean         rtl)
{
  g_autoptr (HfsResult) result = self->create (self->query);
  g_autoptr (FixtureContext) context = chart_fixture_create_context (font_size);
  g_autoptr (GPtrArray) distributions = chart_fixture_distribute (result);
  HfsChartOptions options = { self->kind, width, height, rtl, self->log, distributions };
  HfsChartLayout *layout;

  if (rtl)
    pango_context_set_base_dir (context, PANGO_DIRECTION_RTL);
  layout = hfs_chart_layout_new_with_options (result, context, &options);
  g_assert_cmpint (hfs_chart_layout_get_kind (layout), ==, self->kind);
  return layout;
}

cairo_surface_t *
chart_case_paint (HfsChartLayout *layout,
                  HfsAppearance   appearance,
                  double          scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (hfs_chart_layout_get_width (layout) * scale),
                                                         (int) ceil (hfs_chart_layout_get_height (layout) * scale));
  cairo_t *cr = cairo_create (surface);
  HfsColour ground = hfs_palette_get_colour (appearance, HFS_TONE_BACKGROUND);

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  hfs_chart_paint (layout, cr, appearance, -1, -1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}
