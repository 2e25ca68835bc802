/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"

#include "hfs-distribution.h"
#include "hfs-result-private.h"

#include <math.h>

static const FixtureRow countries[] = {
  { HFS_ROW_CLEAR, "US", "United States", 3600, 5000 },
  { HFS_ROW_CLEAR, "CN", "China", 2500, 300 },
  { HFS_ROW_CLEAR, "DE", "Germany", 1900, 700 },
  { HFS_ROW_CLEAR, "FR", "France", 300, 800 },
  { HFS_ROW_CLEAR, "GB", "United Kingdom of Great Britain and Northern Ireland, all four countries of it", 90, 90 },
  { HFS_ROW_CLEAR, "NL", "Netherlands", 40, 0 },
  { HFS_ROW_CLEAR, "CH", "Switzerland", 1, 1 },
  { HFS_ROW_OTHER, "other", "All others together", 169, 200 },
  { HFS_ROW_UNCLEAR, "unstated", "Individuals, country not stated", 800, 100 },
  { HFS_ROW_UNCLEAR, "unknown", "Not classified yet", 600, 2000 },
  { HFS_ROW_UNCLEAR, "international", "International", 0, 0 },
};

static guint
count_before (const FixtureRow *rows,
              guint             n_rows,
              gint64            value)
{
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    n += rows[i].kind == HFS_ROW_CLEAR && rows[i].before > value;
  return n;
}

/* Rows have to come in the order of a result. */
HfsResult *
chart_fixture_create (const char       *query,
                      const FixtureRow *rows,
                      guint             n_rows)
{
  g_autoptr (GError) error = NULL;
  HfsResult *result = g_object_new (HFS_TYPE_RESULT, NULL);

  result->query = hfs_query_parse (query, &error);
  g_assert_no_error (error);
  result->snapshot = hfs_snapshot_info_new ("now", "2026-08-22", "A table made for tests");
  result->snapshot->licence = g_strdup ("CC0-1.0");
  result->n_models = 500;
  for (guint i = 0; i < n_rows; i++)
    {
      result->total += rows[i].value;
      result->before_denominator += rows[i].before;
    }
  result->denominator = result->total;
  for (guint i = 0; i < n_rows; i++)
    {
      HfsResultRow *row = hfs_result_row_new (rows[i].kind, rows[i].key, rows[i].label);

      row->value = rows[i].value;
      row->before = rows[i].before;
      row->share = result->total > 0 ? (double) row->value / result->total : 0;
      row->before_share = result->before_denominator > 0 ? (double) row->before / result->before_denominator : 0;
      row->rank = row->kind == HFS_ROW_CLEAR && row->value > 0 ? i + 1 : 0;
      row->before_rank = row->kind == HFS_ROW_CLEAR && row->before > 0 ? count_before (rows, n_rows, row->before) + 1 : 0;
      g_ptr_array_add (result->rows, row);
    }
  return result;
}

HfsResult *
chart_fixture_countries (const char *query)
{
  return chart_fixture_create (query, countries, G_N_ELEMENTS (countries));
}

HfsResult *
chart_fixture_then_and_now (const char *query)
{
  HfsResult *result = chart_fixture_countries (query);

  result->before = hfs_snapshot_info_new ("then", "2022-07-02", "A table made for tests");
  return result;
}

/* Divides each row into four series, of which one is unclear. */
static void
divide (HfsResult *result)
{
  static const double parts[] = { 0.5, 0.3, 0.15, 0.05 };

  g_ptr_array_add (result->series, hfs_result_series_new (HFS_ROW_CLEAR, "industry", "Companies"));
  g_ptr_array_add (result->series, hfs_result_series_new (HFS_ROW_CLEAR, "individual", "Individuals"));
  g_ptr_array_add (result->series, hfs_result_series_new (HFS_ROW_CLEAR, "academia", "Universities"));
  g_ptr_array_add (result->series, hfs_result_series_new (HFS_ROW_UNCLEAR, "unknown", "Not classified yet"));
  for (guint i = 0; i < result->rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);
      gint64 rest = row->value;

      row->series = g_new0 (gint64, G_N_ELEMENTS (parts));
      for (guint j = 1; j < G_N_ELEMENTS (parts); j++)
        rest -= row->series[j] = (gint64) (parts[j] * row->value);
      row->series[0] = rest;
    }
}

HfsResult *
chart_fixture_divided (const char *query)
{
  HfsResult *result = chart_fixture_countries (query);

  divide (result);
  return result;
}

/* A year that is missing, one that has less than the year before, and one that is not over. */
HfsResult *
chart_fixture_years (const char *query)
{
  static const FixtureRow rows[] = {
    { HFS_ROW_CLEAR, "earlier", "2 March 2022 or earlier", 60, 0 },
    { HFS_ROW_CLEAR, "2022", "2022", 1200, 0 },
    { HFS_ROW_CLEAR, "2023", "2023", 4000, 0 },
    { HFS_ROW_CLEAR, "2025", "2025", 9000, 0 },
    { HFS_ROW_CLEAR, "2026", "2026", 5100, 0 },
    { HFS_ROW_UNCLEAR, "unknown", "Year not stated", 40, 0 },
  };

  return chart_fixture_create (query, rows, G_N_ELEMENTS (rows));
}

HfsResult *
chart_fixture_divided_years (const char *query)
{
  HfsResult *result = chart_fixture_years (query);

  divide (result);
  return result;
}

/* 200 of 2 million have half. */
HfsResult *
chart_fixture_concentration (const char *query)
{
  static const FixtureRow rows[] = {
    { HFS_ROW_CLEAR, "top-0.01", "Top 0.01 % of models", 500, 0 },
    { HFS_ROW_CLEAR, "top-0.1", "Top 0.1 % of models", 800, 0 },
    { HFS_ROW_CLEAR, "top-1", "Top 1 % of models", 960, 0 },
    { HFS_ROW_CLEAR, "top-10", "Top 10 % of models", 995, 0 },
  };
  HfsResult *result = chart_fixture_create (query, rows, G_N_ELEMENTS (rows));
  gint64 models = 200;

  result->n_models = 2000000;
  result->total = result->denominator = 1000;
  result->gini = 0.99;
  for (guint i = 0; i < result->rows->len; i++, models *= 10)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);

      row->share = row->value / 1000.0;
      row->models = models;
      row->rank = 0;
    }
  return result;
}

/* Spreads the value of each row: half of its models have a hundredth of it at most. A row without value has no models. */
GPtrArray *
chart_fixture_distribute (HfsResult *result)
{
  static const double parts[HFS_N_QUANTILES] = { 0, 0.002, 0.01, 0.08, 0.6 };
  GPtrArray *distributions = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      HfsDistribution *distribution = g_new0 (HfsDistribution, 1);
      const HfsResultRow *row = hfs_result_get_row (result, i);

      for (guint j = 0; j < HFS_N_QUANTILES; j++)
        distribution->quantiles[j] = row->value > 0 ? parts[j] * row->value : NAN;
      g_ptr_array_add (distributions, distribution);
    }
  return distributions;
}

PangoContext *
chart_fixture_create_context (double size)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell, DejaVu Sans, Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}
