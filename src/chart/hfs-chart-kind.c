/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-chart-kind.h"

#include "hfs-sentence.h"
#include "hfs-timeline.h"

#include <glib/gi18n-lib.h>

/* More series than that are too many for a chart each. */
#define MOST_MULTIPLES 9

static gboolean
is_compared (HfsResult *result)
{
  return hfs_result_get_before (result) != NULL;
}

static gboolean
is_divided (HfsResult *result)
{
  return hfs_result_get_n_series (result) > 0 && !is_compared (result);
}

static gboolean
is_plain (HfsResult *result)
{
  return !is_compared (result) && hfs_result_get_n_series (result) == 0;
}

static gboolean
has_few_series (HfsResult *result)
{
  return is_divided (result) && hfs_result_get_n_series (result) <= MOST_MULTIPLES;
}

static gboolean
is_concentration (HfsResult *result)
{
  return is_plain (result) && hfs_query_get_dimension (hfs_result_get_query (result)) == HFS_DIMENSION_CONCENTRATION;
}

static gboolean
is_of_countries (HfsResult *result)
{
  return is_plain (result) && hfs_query_get_dimension (hfs_result_get_query (result)) == HFS_DIMENSION_COUNTRIES;
}

/* Rows that are parts of one whole: only then an area says something. Languages and the like overlap or nest. */
static gboolean
is_whole (HfsResult *result)
{
  gint64 sum = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    sum += hfs_result_get_row (result, i)->value;
  return is_plain (result) && !is_concentration (result) && sum > 0 && sum == hfs_result_get_denominator (result) &&
         !hfs_result_get_dimension (result)->natural_order;
}

/* Rows that could have more than is known of them. */
static gboolean
has_unclear (HfsResult *result)
{
  gint64 unclear = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (hfs_result_get_row (result, i)->kind == HFS_ROW_UNCLEAR)
      unclear += hfs_result_get_row (result, i)->value;
  return is_plain (result) && unclear > 0 && unclear < hfs_result_get_total (result);
}

static gboolean
is_over_time (HfsResult *result)
{
  g_autoptr (HfsTimeline) timeline = is_compared (result) ? NULL : hfs_timeline_new_for_result (result);

  return timeline != NULL && hfs_timeline_get_n_periods (timeline) > 1;
}

static gboolean
is_divided_over_time (HfsResult *result)
{
  return is_divided (result) && hfs_query_get_share (hfs_result_get_query (result)) && is_over_time (result);
}

/* Rows that have models, each with a size. */
static gboolean
is_of_groups (HfsResult *result)
{
  return is_plain (result) && hfs_result_get_dimension (result)->groups && hfs_result_get_n_models (result) > 0;
}

/* Amounts of models one by one: each model counts as one model, which is no spread. */
static gboolean
is_of_amounts (HfsResult *result)
{
  return is_of_groups (result) && hfs_query_get_measure (hfs_result_get_query (result)) != HFS_MEASURE_MODELS;
}

/* In the order in which they are offered; the first that suits is the usual one. */
static const struct
{
  HfsChartKind kind;
  const char *key;
  const char *label;
  const char *name;
  gboolean (*suits) (HfsResult *result);
  gboolean log;
} kinds[] = {
  /* Translators: the kinds of charts that a reader chooses from; then how the description of a picture begins. */
  { HFS_CHART_COMPARE, "compare", N_("Then and now"), N_("Chart with two dots a row, then and now."), is_compared, FALSE },
  { HFS_CHART_STACK, "stack", N_("Divided bars"), N_("Chart with divided bars."), is_divided, FALSE },
  { HFS_CHART_MULTIPLES, "multiples", N_("Small charts"), N_("Small bar charts, one for each part, on one scale."), has_few_series, FALSE },
  { HFS_CHART_CONCENTRATION, "curve", N_("Curve and dots"), N_("Curve of concentration beside a picture of dots."), is_concentration, FALSE },
  { HFS_CHART_BARS, "bars", N_("Bars"), N_("Bar chart."), is_plain, TRUE },
  { HFS_CHART_MAP, "map", N_("Map"), N_("World map of the publishers’ countries, and a bar chart."), is_of_countries, FALSE },
  { HFS_CHART_LINES, "lines", N_("Lines"), N_("Line chart over time."), is_over_time, TRUE },
  { HFS_CHART_AREA, "area", N_("Bands"), N_("Bands over time that fill the whole."), is_divided_over_time, FALSE },
  { HFS_CHART_TREEMAP, "treemap", N_("Areas"), N_("Rectangles as large as their values, and a bar chart."), is_whole, FALSE },
  { HFS_CHART_SPREAD, "spread", N_("Spread"), N_("Chart of how the values of single models are spread, a box a row."), is_of_amounts, TRUE },
  { HFS_CHART_PARAMETERS, "parameters", N_("Model sizes"), N_("Chart of how large the models are, a box a row."), is_of_groups, TRUE },
  { HFS_CHART_RANGE, "range", N_("Range"), N_("Chart with a value and its range a row."), has_unclear, FALSE },
};

/* All but the usual one. */
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == HFS_N_CHART_KINDS - 1);

/* Where the kind is in the table; its length for %HFS_CHART_USUAL. */
static guint
find (HfsChartKind kind)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (kinds) && kinds[i].kind != kind)
    i++;
  return i;
}

/**
 * hfs_chart_kinds_for:
 * @kinds_out: (out caller-allocates): room for %HFS_N_CHART_KINDS
 *
 * Finds the kinds that a result can be drawn as, the usual one first. A result that is drawn as areas or on a map can
 * also be drawn as bars, on which values read more exactly.
 *
 * Returns: how many there are, at least one
 */
guint
hfs_chart_kinds_for (HfsResult    *result,
                     HfsChartKind *kinds_out)
{
  gboolean asks_over_time = hfs_result_get_n_moments (result) > 1;
  guint n = 0;

  /* Who asks for values over time wants to see them first; bars show the last of them alone. */
  if (asks_over_time)
    kinds_out[n++] = HFS_CHART_LINES;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].suits (result) && !(asks_over_time && kinds[i].kind == HFS_CHART_LINES))
      kinds_out[n++] = kinds[i].kind;
  return n;
}

/**
 * hfs_chart_kind_get_default:
 *
 * Returns: the kind that a result is drawn as when the reader has not chosen
 */
HfsChartKind
hfs_chart_kind_get_default (HfsResult *result)
{
  HfsChartKind suiting[HFS_N_CHART_KINDS] = { HFS_CHART_BARS };

  hfs_chart_kinds_for (result, suiting);
  return suiting[0];
}

/**
 * hfs_chart_kind_settle:
 * @kind: what the reader has chosen, perhaps for another result
 *
 * Returns: @kind if @result can be drawn so, else the usual kind
 */
HfsChartKind
hfs_chart_kind_settle (HfsChartKind  kind,
                       HfsResult    *result)
{
  guint i = find (kind);

  return i < G_N_ELEMENTS (kinds) && kinds[i].suits (result) ? kind : hfs_chart_kind_get_default (result);
}

/**
 * hfs_chart_kind_has_log:
 *
 * Returns: whether the kind can have a scale on which each step multiplies the value
 */
gboolean
hfs_chart_kind_has_log (HfsChartKind kind)
{
  return kinds[find (kind)].log;
}

/**
 * hfs_chart_kind_is_spread:
 *
 * Returns: whether the kind shows single models, and so needs hfs_engine_distribute()
 */
gboolean
hfs_chart_kind_is_spread (HfsChartKind kind)
{
  return kind == HFS_CHART_SPREAD || kind == HFS_CHART_PARAMETERS;
}

/**
 * hfs_chart_kind_is_over_time:
 *
 * Returns: whether the kind shows how something went over time
 */
gboolean
hfs_chart_kind_is_over_time (HfsChartKind kind)
{
  return kind == HFS_CHART_LINES || kind == HFS_CHART_AREA;
}

/**
 * hfs_chart_kind_get_key:
 *
 * Returns: (transfer none): what stands for the kind in files and settings
 */
const char *
hfs_chart_kind_get_key (HfsChartKind kind)
{
  return kinds[find (kind)].key;
}

/**
 * hfs_chart_kind_from_key:
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
hfs_chart_kind_from_key (const char   *key,
                         HfsChartKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (key, kinds[i].key))
      return *kind = kinds[i].kind, TRUE;
  return FALSE;
}

/**
 * hfs_chart_kind_get_label:
 *
 * Returns: (transfer none): the kind for a control, in the reader's language
 */
const char *
hfs_chart_kind_get_label (HfsChartKind kind)
{
  return _(kinds[find (kind)].label);
}

/**
 * hfs_chart_kind_dup_alt_text:
 *
 * Returns: (transfer full): a picture of @result in words: which kind of chart it is, what it says, its largest rows
 */
char *
hfs_chart_kind_dup_alt_text (HfsChartKind  kind,
                             HfsResult    *result)
{
  g_autofree char *text = hfs_result_dup_alt_text (result);

  /* Translators: the description of a picture: what kind of chart it is, then what it says; both are whole sentences. */
  return g_strdup_printf (C_("kind of chart and description", "%1$s %2$s"), _(kinds[find (kind)].name), text);
}
