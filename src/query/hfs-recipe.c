/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-recipe.h"

#include <glib/gi18n-lib.h>

/* The words of the files, in the order of the enumerations. */
static const char * const statistic_keys[] = {
  "share", "value", "models", "ratio", "rank", "share-below", "share-larger", "top-share", "top-median-ratio",
  "mean-size", "median-size", "overlap", "derivatives", "derivatives-ratio", "publishers-share", NULL,
};
const char * const hfs_comparison_keys[] = { "equals", "at-least", "at-most", "greater", NULL };
const char * const hfs_rule_keys[] = { "window", "population", "credit", "classification", "counting", NULL };
static const char * const snapshot_keys[] = { "newest", "complete", NULL };
static const char * const end_keys[] = { "from", "to", NULL };

const HfsSchemaMember hfs_difference_schema[] = {
  { "rule", HFS_SCHEMA_TEXT, TRUE, 1, 40, hfs_rule_keys, NULL },
  { "text", HFS_SCHEMA_TEXT, TRUE, 1, 400, NULL, NULL },
  { NULL },
};

const HfsSchemaMember hfs_recipe_schema[] = {
  { "query", HFS_SCHEMA_TEXT, TRUE, 1, 1000, NULL, NULL },
  { "snapshot", HFS_SCHEMA_TEXT, FALSE, 1, 20, snapshot_keys, NULL },
  { "statistic", HFS_SCHEMA_TEXT, TRUE, 1, 40, statistic_keys, NULL },
  { "rows", HFS_SCHEMA_TEXTS, FALSE, 1, 50, NULL, NULL },
  { "against", HFS_SCHEMA_TEXTS, FALSE, 1, 50, NULL, NULL },
  { "limit", HFS_SCHEMA_NUMBER, FALSE, 1, 1e15, NULL, NULL },
  { "count", HFS_SCHEMA_WHOLE, FALSE, 1, 1e6, NULL, NULL },
  { "percent", HFS_SCHEMA_NUMBER, FALSE, 0.001, 100, NULL, NULL },
  { "comparison", HFS_SCHEMA_TEXT, FALSE, 1, 20, hfs_comparison_keys, NULL },
  { "tolerance", HFS_SCHEMA_NUMBER, FALSE, 0, 1e12, NULL, NULL },
  { "end", HFS_SCHEMA_TEXT, FALSE, 1, 10, end_keys, NULL },
  { "differences", HFS_SCHEMA_OBJECTS, FALSE, 1, 10, NULL, hfs_difference_schema },
  { NULL },
};

/* What each statistic cannot do without, and what would mean nothing beside it. */
static const struct
{
  gboolean rows;
  gboolean against;
  gboolean limit;
  gboolean count;
} needs[HFS_N_STATISTICS] = {
  [HFS_STATISTIC_SHARE] = { .rows = TRUE },
  [HFS_STATISTIC_RATIO] = { .rows = TRUE, .against = TRUE },
  [HFS_STATISTIC_RANK] = { .rows = TRUE },
  [HFS_STATISTIC_SHARE_BELOW] = { .limit = TRUE },
  [HFS_STATISTIC_SHARE_LARGER] = { .limit = TRUE },
  [HFS_STATISTIC_TOP_SHARE] = { .count = TRUE },
  [HFS_STATISTIC_TOP_MEDIAN_RATIO] = { .rows = TRUE, .against = TRUE, .count = TRUE },
  [HFS_STATISTIC_OVERLAP] = { .count = TRUE },
  [HFS_STATISTIC_DERIVATIVES] = { .rows = TRUE },
  [HFS_STATISTIC_DERIVATIVES_RATIO] = { .rows = TRUE, .against = TRUE },
  [HFS_STATISTIC_PUBLISHERS_SHARE] = { .rows = TRUE, .count = TRUE },
};

static void
difference_free (gpointer data)
{
  HfsDifference *difference = data;

  g_free (difference->text);
  g_free (difference);
}

/**
 * hfs_recipe_dup_texts:
 * @member: a list of texts that has been checked
 *
 * Returns: (transfer full): the texts of the list, none when it is not there
 */
char **
hfs_recipe_dup_texts (JsonObject *json,
                      const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = json_object_has_member (json, member) ? json_object_get_array_member (json, member) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

/* A dimension that the statistic can be made from. */
static gboolean
suits_dimension (HfsStatistic   statistic,
                 HfsDimensionId dimension,
                 gboolean       has_rows)
{
  if (statistic == HFS_STATISTIC_DERIVATIVES || statistic == HFS_STATISTIC_DERIVATIVES_RATIO)
    return dimension == HFS_DIMENSION_PUBLISHERS;
  if (statistic == HFS_STATISTIC_TOP_MEDIAN_RATIO)
    return dimension == HFS_DIMENSION_SIZES;
  if (statistic == HFS_STATISTIC_PUBLISHERS_SHARE)
    return dimension == HFS_DIMENSION_COUNTRIES || dimension == HFS_DIMENSION_DEVELOPER_TYPES;
  /* A result with a row for each model of the Hub would be far too much. */
  if (dimension == HFS_DIMENSION_MODELS)
    return statistic != HFS_STATISTIC_RATIO && statistic != HFS_STATISTIC_MODELS &&
           (statistic != HFS_STATISTIC_VALUE || has_rows);
  return dimension != HFS_DIMENSION_CONCENTRATION;
}

/* Sums of rows that are not shown, parts and comparisons have no place in one number. */
static gboolean
is_plain (HfsQuery *query)
{
  HfsDimensionId by;

  return hfs_query_get_top (query) == 0 && !hfs_query_get_by (query, &by) && hfs_query_get_compare (query) == NULL &&
         !hfs_query_get_over_time (query);
}

static gboolean
check (HfsRecipe   *self,
       const char  *place,
       GError     **error)
{
  gboolean has_count = self->count > 0 || (self->statistic == HFS_STATISTIC_TOP_SHARE && self->percent > 0);
  gboolean is_ratio = needs[self->statistic].against;

  if (needs[self->statistic].rows && self->rows[0] == NULL)
    return hfs_schema_fail (place, _("This statistic needs the member “rows”."), error);
  if (is_ratio != (self->against[0] != NULL))
    return hfs_schema_fail (place, is_ratio ? _("This statistic needs the member “against”.")
                                        : _("This statistic has no use for the member “against”."), error);
  if (needs[self->statistic].limit != (self->limit > 0))
    return hfs_schema_fail (place, needs[self->statistic].limit ? _("This statistic needs the member “limit”.")
                                                            : _("This statistic has no use for the member “limit”."), error);
  if (needs[self->statistic].count != has_count)
    return hfs_schema_fail (place, needs[self->statistic].count ? _("This statistic needs the member “count”.")
                                                            : _("This statistic has no use for the member “count”."), error);
  if (self->comparison == HFS_COMPARISON_GREATER && !is_ratio)
    return hfs_schema_fail (place, _("Only a ratio can be compared with “greater”."), error);
  if (!suits_dimension (self->statistic, hfs_query_get_dimension (self->query), self->rows[0] != NULL))
    return hfs_schema_fail (place, _("This statistic cannot be made from this query."), error);
  if (!is_plain (self->query))
    return hfs_schema_fail (place, _("The query of a recipe has no “top”, “by”, “compare” or “over”."), error);
  if (self->statistic == HFS_STATISTIC_RANK && self->rows[1] != NULL)
    return hfs_schema_fail (place, _("Only one row has a rank."), error);
  return TRUE;
}

/**
 * hfs_differences_new_from_json:
 * @json: an object that may have the member `differences`, which has been checked
 *
 * Returns: (transfer full) (element-type HfsDifference): the differences
 */
GPtrArray *
hfs_differences_new_from_json (JsonObject *json)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);
  JsonArray *array = json_object_has_member (json, "differences")
                     ? json_object_get_array_member (json, "differences") : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *entry = json_array_get_object_element (array, i);
      HfsDifference *difference = g_new0 (HfsDifference, 1);

      difference->rule = hfs_schema_find_choice (hfs_rule_keys, json_object_get_string_member (entry, "rule"));
      difference->text = hfs_schema_dup_text (entry, "text");
      g_ptr_array_add (differences, difference);
    }
  return differences;
}

/**
 * hfs_recipe_new_from_json:
 * @json: an object that is as `hfs_recipe_schema` says
 * @place: where it stands
 *
 * Returns: (transfer full) (nullable): the recipe, or %NULL with @error naming the place
 */
HfsRecipe *
hfs_recipe_new_from_json (JsonObject  *json,
                          const char  *place,
                          GError     **error)
{
  g_autoptr (HfsRecipe) self = g_new0 (HfsRecipe, 1);
  g_autoptr (GError) local_error = NULL;

  self->differences = hfs_differences_new_from_json (json);
  self->rows = hfs_recipe_dup_texts (json, "rows");
  self->against = hfs_recipe_dup_texts (json, "against");
  self->query = hfs_query_parse (json_object_get_string_member (json, "query"), &local_error);
  if (self->query == NULL)
    {
      hfs_schema_fail (place, local_error->message, error);
      return NULL;
    }
  self->needs_complete = g_str_equal (json_object_get_string_member_with_default (json, "snapshot", "newest"), "complete");
  self->statistic = hfs_schema_find_choice (statistic_keys, json_object_get_string_member (json, "statistic"));
  self->comparison = hfs_schema_find_choice (hfs_comparison_keys, json_object_get_string_member_with_default (json, "comparison", "equals"));
  self->limit = json_object_get_double_member_with_default (json, "limit", 0);
  self->count = json_object_get_int_member_with_default (json, "count", 0);
  self->percent = json_object_get_double_member_with_default (json, "percent", 0);
  self->tolerance = json_object_get_double_member_with_default (json, "tolerance", 0);
  self->earlier = g_str_equal (json_object_get_string_member_with_default (json, "end", "to"), "from");
  return check (self, place, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hfs_recipe_free:
 *
 * Frees @recipe.
 */
void
hfs_recipe_free (HfsRecipe *recipe)
{
  g_clear_object (&recipe->query);
  g_strfreev (recipe->rows);
  g_strfreev (recipe->against);
  g_ptr_array_unref (recipe->differences);
  g_free (recipe);
}

/**
 * hfs_statistic_is_share:
 *
 * Returns: whether the number is a part of a whole, 1 being all of it
 */
gboolean
hfs_statistic_is_share (HfsStatistic statistic)
{
  return statistic == HFS_STATISTIC_SHARE || statistic == HFS_STATISTIC_SHARE_BELOW ||
         statistic == HFS_STATISTIC_SHARE_LARGER || statistic == HFS_STATISTIC_TOP_SHARE ||
         statistic == HFS_STATISTIC_PUBLISHERS_SHARE;
}

/**
 * hfs_statistic_get_key:
 *
 * Returns: (transfer none): the word of the files
 */
const char *
hfs_statistic_get_key (HfsStatistic statistic)
{
  return statistic_keys[statistic];
}

/**
 * hfs_rule_get_key:
 *
 * Returns: (transfer none): the word of the files
 */
const char *
hfs_rule_get_key (HfsRule rule)
{
  return hfs_rule_keys[rule];
}
