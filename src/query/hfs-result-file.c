/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-result-file.h"

#include "hfs-csv.h"
#include "hfs-json-member.h"
#include "hfs-sentence.h"

#include <math.h>
#include <string.h>

static void
add_snapshot_object (JsonBuilder           *builder,
                     const HfsSnapshotInfo *snapshot)
{
  json_builder_begin_object (builder);
  hfs_json_add_text (builder, "id", snapshot->id);
  hfs_json_add_text (builder, "date", snapshot->date);
  hfs_json_add_text (builder, "source", snapshot->source);
  hfs_json_add_whole (builder, "models", snapshot->n_models);
  json_builder_set_member_name (builder, "complete");
  json_builder_add_boolean_value (builder, snapshot->complete);
  json_builder_end_object (builder);
}

static void
add_snapshot (JsonBuilder           *builder,
              const char            *name,
              const HfsSnapshotInfo *snapshot)
{
  json_builder_set_member_name (builder, name);
  add_snapshot_object (builder, snapshot);
}

/* The window in words that do not change with the reader's language. */
static char *
dup_plain_window (HfsResult *result)
{
  const char *date = hfs_result_get_snapshot (result)->date;

  switch (hfs_query_get_measure (hfs_result_get_query (result)))
    {
    case HFS_MEASURE_DOWNLOADS:
      return g_strconcat ("30 days to ", date, NULL);
    case HFS_MEASURE_DOWNLOADS_ALL_TIME:
      return g_strconcat ("all time to ", date, NULL);
    case HFS_MEASURE_MODELS:
    case HFS_MEASURE_LIKES:
    case HFS_N_MEASURES:
    default:
      return g_strconcat ("on ", date, NULL);
    }
}

static void
add_facts (JsonBuilder         *builder,
           HfsDimensionId       dimension,
           const HfsModelFacts *facts)
{
  if (dimension == HFS_DIMENSION_MODELS)
    hfs_json_add_text (builder, "publisher", facts->publisher);
  hfs_json_add_text (builder, "country", facts->country);
  hfs_json_add_text (builder, "developer_type", facts->developer_type);
  if (dimension != HFS_DIMENSION_MODELS)
    return;
  json_builder_set_member_name (builder, "parameters");
  if (facts->parameters > 0)
    json_builder_add_int_value (builder, facts->parameters);
  else
    json_builder_add_null_value (builder);
  if (facts->active_parameters > 0)
    hfs_json_add_whole (builder, "active_parameters", facts->active_parameters);
  hfs_json_add_text (builder, "size_source", facts->size_source);
  hfs_json_add_text (builder, "task", *facts->task != '\0' ? facts->task : NULL);
}

static void
add_before (JsonBuilder        *builder,
            HfsResult          *result,
            const HfsResultRow *row)
{
  json_builder_set_member_name (builder, "before");
  json_builder_begin_object (builder);
  hfs_json_add_whole (builder, "value", row->before);
  hfs_json_add_number (builder, "share", row->before_share);
  if (row->before_rank > 0)
    hfs_json_add_whole (builder, "rank", row->before_rank);
  json_builder_end_object (builder);
  hfs_json_add_whole (builder, "value_change", row->value - row->before);
  hfs_json_add_number (builder, "share_change", row->share - row->before_share);
  if (row->rank > 0 && row->before_rank > 0)
    hfs_json_add_whole (builder, "rank_change", (gint64) row->before_rank - row->rank);
}

static void
add_points (JsonBuilder    *builder,
            HfsResult      *result,
            const HfsPoint *points)
{
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hfs_result_get_n_moments (result); i++)
    {
      json_builder_begin_object (builder);
      hfs_json_add_text (builder, "date", hfs_result_get_moment (result, i)->date);
      if (points[i].is_known)
        {
          hfs_json_add_whole (builder, "value", points[i].value);
          hfs_json_add_number (builder, "share", points[i].share);
          hfs_json_add_whole (builder, "models", points[i].models);
        }
      else
        hfs_json_add_text (builder, "value", NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_row (JsonBuilder        *builder,
         HfsResult          *result,
         const HfsResultRow *row)
{
  HfsDimensionId dimension = hfs_query_get_dimension (hfs_result_get_query (result));

  json_builder_begin_object (builder);
  hfs_json_add_text (builder, dimension == HFS_DIMENSION_MODELS && row->kind == HFS_ROW_CLEAR ? "id" : "key", row->key);
  if (dimension == HFS_DIMENSION_MODELS && row->kind == HFS_ROW_CLEAR)
    hfs_json_add_text (builder, "key", row->key);
  hfs_json_add_text (builder, "label", row->label);
  hfs_json_add_whole (builder, "value", row->value);
  hfs_json_add_number (builder, "share", row->share);
  hfs_json_add_whole (builder, "models", row->models);
  if (row->rank > 0)
    hfs_json_add_whole (builder, "rank", row->rank);
  if (row->facts != NULL)
    add_facts (builder, dimension, row->facts);
  if (hfs_result_get_before (result) != NULL)
    add_before (builder, result, row);
  if (row->points != NULL)
    add_points (builder, result, row->points);
  if (row->series != NULL)
    {
      json_builder_set_member_name (builder, "series");
      json_builder_begin_array (builder);
      for (guint i = 0; i < hfs_result_get_n_series (result); i++)
        {
          json_builder_begin_object (builder);
          hfs_json_add_text (builder, "key", hfs_result_get_series (result, i)->key);
          hfs_json_add_text (builder, "label", hfs_result_get_series (result, i)->label);
          hfs_json_add_whole (builder, "value", row->series[i]);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_head (JsonBuilder *builder,
          HfsResult   *result)
{
  HfsQuery *query = hfs_result_get_query (result);
  HfsMeasure measure = hfs_query_get_measure (query);
  g_autofree char *text = hfs_query_to_string (query);
  g_autofree char *title = hfs_result_dup_title (result);
  g_autofree char *window = dup_plain_window (result);
  gint64 in_rings, missing_roots;
  HfsDimensionId by;

  hfs_json_add_text (builder, "query", text);
  hfs_json_add_text (builder, "title", title);
  add_snapshot (builder, "snapshot", hfs_result_get_snapshot (result));
  if (hfs_result_get_before (result) != NULL)
    add_snapshot (builder, "compare", hfs_result_get_before (result));
  if (hfs_result_get_depth (result) > 0)
    hfs_json_add_whole (builder, "most_downloaded", hfs_result_get_depth (result));
  hfs_json_add_text (builder, "measure", hfs_measure_get_key (measure));
  hfs_json_add_text (builder, "unit", hfs_measure_get_unit (measure));
  hfs_json_add_text (builder, "window", window);
  hfs_json_add_text (builder, "attribution", hfs_attribution_get_key (hfs_query_get_attribution (query)));
  hfs_json_add_text (builder, "credit", hfs_query_get_credit (query) == HFS_CREDIT_BASE ? "base" : "publisher");
  hfs_json_add_whole (builder, "total", hfs_result_get_total (result));
  hfs_json_add_whole (builder, "denominator", hfs_result_get_denominator (result));
  hfs_json_add_whole (builder, "models", hfs_result_get_n_models (result));
  if (hfs_result_get_lineage (result, &in_rings, &missing_roots))
    {
      hfs_json_add_whole (builder, "base_models_in_rings", in_rings);
      hfs_json_add_whole (builder, "base_models_missing", missing_roots);
    }
  if (!isnan (hfs_result_get_gini (result)))
    hfs_json_add_number (builder, "gini", hfs_result_get_gini (result));
  if (hfs_result_get_n_moments (result) > 0)
    {
      hfs_json_add_text (builder, "over", "time");
      json_builder_set_member_name (builder, "snapshots");
      json_builder_begin_array (builder);
      for (guint i = 0; i < hfs_result_get_n_moments (result); i++)
        add_snapshot_object (builder, hfs_result_get_moment (result, i));
      json_builder_end_array (builder);
    }
  if (hfs_query_get_by (query, &by))
    hfs_json_add_text (builder, "by", hfs_dimension_get (by)->name);
}

static void
add_tail (JsonBuilder *builder,
          HfsResult   *result)
{
  g_autofree char *summary = hfs_result_dup_summary (result);
  g_autofree char *definition = hfs_result_dup_definition (result);
  g_autofree char *coverage = hfs_result_dup_coverage (result);
  g_autofree char *source = hfs_result_dup_source (result);

  hfs_json_add_text (builder, "summary", summary);
  hfs_json_add_text (builder, "definition", definition);
  hfs_json_add_text (builder, "coverage", coverage);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, source);
  if (hfs_result_get_snapshot (result)->uri != NULL)
    json_builder_add_string_value (builder, hfs_result_get_snapshot (result)->uri);
  json_builder_end_array (builder);
  hfs_json_add_whole (builder, "overrides", hfs_result_get_n_overrides (result));
}

/**
 * hfs_result_to_json:
 *
 * Returns: (transfer full): the whole result, in a form that other programs may rely on
 */
char *
hfs_result_to_json (HfsResult *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_head (builder, self);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hfs_result_get_n_rows (self); i++)
    add_row (builder, self, hfs_result_get_row (self, i));
  json_builder_end_array (builder);
  add_tail (builder, self);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

static void
append_integer (GString *line,
                gint64   value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  /* A number keeps its minus: only text is guarded against being read as a formula. */
  g_string_append_printf (line, ",%s", text);
}

static void
append_double (GString *line,
               double   value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (line, ",%s", g_ascii_formatd (text, sizeof text, "%.6f", value));
}

static void
append_facts (GString            *text,
              HfsDimensionId      dimension,
              const HfsResultRow *row)
{
  const HfsModelFacts *facts = row->facts;

  if (dimension == HFS_DIMENSION_MODELS)
    hfs_csv_append_field (text, facts ? facts->publisher : "");
  hfs_csv_append_field (text, facts ? facts->country : "");
  hfs_csv_append_field (text, facts ? facts->developer_type : "");
  if (dimension != HFS_DIMENSION_MODELS)
    return;
  if (facts != NULL && facts->parameters > 0)
    append_integer (text, facts->parameters);
  else
    g_string_append_c (text, ',');
  hfs_csv_append_field (text, facts ? facts->size_source : "");
  hfs_csv_append_field (text, facts ? facts->task : "");
}

/* What is not known is empty. */
static void
append_points (GString        *text,
               HfsResult      *result,
               const HfsPoint *points)
{
  for (guint i = 0; i < hfs_result_get_n_moments (result); i++)
    if (points[i].is_known)
      {
        append_integer (text, points[i].value);
        append_double (text, points[i].share);
      }
    else
      g_string_append (text, ",,");
}

static void
append_header (GString   *text,
               HfsResult *result)
{
  HfsDimensionId dimension = hfs_query_get_dimension (hfs_result_get_query (result));

  g_string_append (text, "key,label,value,share,models");
  if (dimension == HFS_DIMENSION_MODELS)
    g_string_append (text, ",publisher,country,developer_type,parameters,size_source,task");
  else if (dimension == HFS_DIMENSION_PUBLISHERS)
    g_string_append (text, ",country,developer_type");
  if (hfs_result_get_before (result) != NULL)
    g_string_append (text, ",value_before,share_before");
  for (guint i = 0; i < hfs_result_get_n_moments (result); i++)
    g_string_append_printf (text, ",value_%1$s,share_%1$s", hfs_result_get_moment (result, i)->date);
  for (guint i = 0; i < hfs_result_get_n_series (result); i++)
    hfs_csv_append_field (text, hfs_result_get_series (result, i)->key);
  g_string_append (text, "\r\n");
}

/**
 * hfs_result_to_csv:
 *
 * Returns: (transfer full): the rows as comma separated values (RFC 4180), the header first and nothing above it
 */
char *
hfs_result_to_csv (HfsResult *self)
{
  HfsDimensionId dimension = hfs_query_get_dimension (hfs_result_get_query (self));
  g_autoptr (GString) text = g_string_new (NULL);

  append_header (text, self);
  for (guint i = 0; i < hfs_result_get_n_rows (self); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (self, i);

      hfs_csv_append_field (text, row->key);
      hfs_csv_append_field (text, row->label);
      append_integer (text, row->value);
      append_double (text, row->share);
      append_integer (text, row->models);
      if (dimension == HFS_DIMENSION_MODELS || dimension == HFS_DIMENSION_PUBLISHERS)
        append_facts (text, dimension, row);
      if (hfs_result_get_before (self) != NULL)
        {
          append_integer (text, row->before);
          append_double (text, row->before_share);
        }
      append_points (text, self, row->points);
      for (guint j = 0; j < hfs_result_get_n_series (self); j++)
        append_integer (text, row->series ? row->series[j] : 0);
      g_string_append (text, "\r\n");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
