/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-explore-words.h"

#include "hfs-format.h"
#include "hfs-sentence.h"

#include <glib/gi18n-lib.h>

/* What is selected, said in words. A selection of neighbours in an order is said by where it begins and ends. */

/* A share of an answer below this is not worth a word. */
#define VISIBLE 0.0005

/* How many names a sentence takes. */
#define MAX_NAMES 4

static const char * const phrases[HFS_N_DIMENSIONS] = {
  /* Translators: parts of a sentence that begins with “Models”, as in “Models from China or France, by companies”.
   * %s is one name, or several with “or” between them. */
  [HFS_DIMENSION_COUNTRIES] = N_("from %s"),
  [HFS_DIMENSION_DEVELOPER_TYPES] = N_("by %s"),
  [HFS_DIMENSION_SIZES] = N_("of this size: %s"),
  [HFS_DIMENSION_PUBLISHERS] = N_("published by %s"),
  [HFS_DIMENSION_TASKS] = N_("for the task “%s”"),
  [HFS_DIMENSION_LANGUAGES] = N_("that state the language %s"),
  [HFS_DIMENSION_LICENSES] = N_("under the license %s"),
  [HFS_DIMENSION_LIBRARIES] = N_("for the software %s"),
  [HFS_DIMENSION_YEARS] = N_("uploaded in %s"),
};

/* The number of parameters at which each size class begins, in words. */
static const char * const size_bounds[] = {
  [HFS_SIZE_CLASS_LT_100M] = NULL,
  [HFS_SIZE_CLASS_100M_1B] = N_("100 million"),
  [HFS_SIZE_CLASS_1B_10B] = N_("1 billion"),
  [HFS_SIZE_CLASS_10B_30B] = N_("10 billion"),
  [HFS_SIZE_CLASS_30B_100B] = N_("30 billion"),
  [HFS_SIZE_CLASS_GE_100B] = N_("100 billion"),
};

static char *
join (GPtrArray  *parts,
      const char *between)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (between, (char **) parts->pdata);
}

/* Names with “or” between them. */
static char *
dup_names (HfsDimensionId      dimension,
           const char * const *keys)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = g_strv_length ((char **) keys);

  for (guint i = 0; i < n && i < MAX_NAMES; i++)
    g_ptr_array_add (names, hfs_dimension_dup_name (dimension, keys[i]));
  if (n > MAX_NAMES)
    g_ptr_array_add (names, g_strdup_printf (ngettext ("%u other", "%u others", n - MAX_NAMES), n - MAX_NAMES));
  /* Translators: what stands between names of which any will do, as in “China or France”. */
  return join (names, C_("any of them", " or "));
}

/* Whether the keys are neighbouring size classes; @first and @last are where they begin and end. */
static gboolean
find_size_range (const char * const *keys,
                 guint              *first,
                 guint              *last)
{
  guint n = g_strv_length ((char **) keys);

  *first = HFS_N_SIZE_CLASSES;
  *last = 0;
  for (guint i = 0; i < HFS_N_SIZE_CLASSES; i++)
    if (g_strv_contains (keys, hfs_size_class_get_key (i)))
      {
        *first = MIN (*first, i);
        *last = i;
      }
  return *last < HFS_SIZE_CLASS_UNKNOWN && *last - *first + 1 == n;
}

static char *
dup_size_phrase (const char * const *keys)
{
  guint first, last;

  if (!find_size_range (keys, &first, &last))
    return NULL;
  if (first == HFS_SIZE_CLASS_LT_100M && last == HFS_SIZE_CLASS_GE_100B)
    return g_strdup (_("of a known size"));
  if (first == HFS_SIZE_CLASS_LT_100M)
    return g_strdup_printf (_("under %s parameters"), _(size_bounds[last + 1]));
  if (last == HFS_SIZE_CLASS_GE_100B)
    return g_strdup_printf (_("of %s parameters or more"), _(size_bounds[first]));
  return g_strdup_printf (_("of %1$s to %2$s parameters"), _(size_bounds[first]), _(size_bounds[last + 1]));
}

/* “uploaded from 2023 to 2025”, when the years are neighbours and more than one. */
static char *
dup_year_phrase (const char * const *keys)
{
  guint n = g_strv_length ((char **) keys), first = G_MAXUINT, last = 0;

  for (guint i = 0; i < n; i++)
    {
      guint64 year;

      if (!g_ascii_string_to_unsigned (keys[i], 10, 1, 9999, &year, NULL))
        return NULL;
      first = MIN (first, (guint) year);
      last = MAX (last, (guint) year);
    }
  return n > 1 && last - first + 1 == n ? g_strdup_printf (_("uploaded from %1$u to %2$u"), first, last) : NULL;
}

static char *
dup_phrase (HfsDimensionId      dimension,
            const char * const *keys)
{
  char *phrase = dimension == HFS_DIMENSION_SIZES ? dup_size_phrase (keys)
                 : dimension == HFS_DIMENSION_YEARS ? dup_year_phrase (keys) : NULL;
  g_autofree char *names = NULL;

  if (phrase != NULL)
    return phrase;
  if (dimension == HFS_DIMENSION_COUNTRIES && g_str_equal (keys[0], "unknown") && keys[1] == NULL)
    return g_strdup (_("whose country is not known"));
  if (dimension == HFS_DIMENSION_DEVELOPER_TYPES && g_str_equal (keys[0], "unknown") && keys[1] == NULL)
    return g_strdup (_("by developers who are not classified yet"));
  names = dup_names (dimension, keys);
  return g_strdup_printf (_(phrases[dimension]), names);
}

/* Which models are selected: “Models from China, by companies”. */
static char *
dup_subject (HfsQuery *query)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    if (hfs_query_get_filter (query, i) != NULL)
      g_ptr_array_add (parts, dup_phrase (i, hfs_query_get_filter (query, i)));
  if (hfs_query_get_search (query) != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("whose name holds “%s”"), hfs_query_get_search (query)));
  if (parts->len == 0)
    return g_strdup (_("All models"));
  /* Translators: what stands between parts of “Models from China, by companies, under 10 billion parameters”. */
  list = join (parts, C_("between conditions", ", "));
  return g_strdup_printf (_("Models %s"), list);
}

/* Whether the query narrows the models in ways that no linked chart shows: then “all” would not be all. */
static gboolean
is_narrowed (HfsExplore *self)
{
  HfsQuery *query = hfs_explore_get_query (self);
  guint n_filters = hfs_query_get_search (query) != NULL;

  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    n_filters += hfs_query_get_filter (query, i) != NULL;
  for (guint i = 0; i < hfs_explore_get_n_results (self); i++)
    n_filters -= hfs_query_get_filter (query, hfs_explore_get_dimension (self, i)) != NULL;
  return n_filters > 0;
}

/**
 * hfs_explore_dup_sentence:
 * @self: linked results that were updated
 *
 * Returns: (transfer full): what is selected, how much that is, and how much of all, in one sentence; no share where the query
 *   narrows what there is to select from in other ways too
 */
char *
hfs_explore_dup_sentence (HfsExplore *self)
{
  static const char * const selected[HFS_N_MEASURES] = {
    /* Translators: %1$s are the models, such as “Models from China”, %2$s the amount, %3$s the share of all. */
    N_("%1$s: %2$s downloads in 30 days, %3$s of all."),
    N_("%1$s: %2$s downloads of all time, %3$s of all."),
    N_("%1$s: %2$s models, %3$s of all."),
    N_("%1$s: %2$s likes, %3$s of all."),
  };
  static const char * const everything[HFS_N_MEASURES] = {
    N_("%1$s: %2$s downloads in 30 days."),
    N_("%1$s: %2$s downloads of all time."),
    N_("%1$s: %2$s."),
    N_("%1$s: %2$s likes."),
  };
  const HfsExploreTotals *totals = hfs_explore_get_totals (self);
  HfsQuery *query = hfs_explore_get_query (self);
  HfsMeasure measure = hfs_query_get_measure (query);
  g_autofree char *subject = dup_subject (query);
  g_autofree char *amount = NULL, *share = NULL;

  if (totals->models == 0)
    return g_strdup_printf (_("%s: no model of this snapshot is like that."), subject);
  amount = measure == HFS_MEASURE_MODELS ? hfs_format_integer (totals->value) : hfs_format_amount (totals->value);
  if (totals->models == totals->whole_models || is_narrowed (self))
    return g_strdup_printf (_(everything[measure]), subject, amount);
  share = hfs_format_share (totals->whole > 0 ? (double) totals->value / (double) totals->whole : 0);
  return g_strdup_printf (_(selected[measure]), subject, amount, share);
}

/**
 * hfs_explore_dup_scope:
 * @self: linked results that were updated
 *
 * Returns: (transfer full): how many models are selected of how many, and of which snapshot
 */
char *
hfs_explore_dup_scope (HfsExplore *self)
{
  const HfsExploreTotals *totals = hfs_explore_get_totals (self);
  HfsResult *first = hfs_explore_get_result (self, 0);
  g_autofree char *models = hfs_format_integer (totals->models);
  g_autofree char *whole_models = hfs_format_integer (totals->whole_models);
  g_autofree char *whole = hfs_format_amount (totals->whole);
  g_autofree char *window = hfs_result_dup_window (first);

  if (hfs_query_get_measure (hfs_explore_get_query (self)) == HFS_MEASURE_MODELS)
    return g_strdup_printf (ngettext ("All is %1$s model, %2$s", "All are %1$s models, %2$s", totals->whole_models),
                            whole_models, window);
  if (hfs_query_get_measure (hfs_explore_get_query (self)) == HFS_MEASURE_LIKES)
    return g_strdup_printf (ngettext ("%1$s of %2$s model; all have %3$s likes, %4$s",
                                      "%1$s of %2$s models; all have %3$s likes, %4$s", totals->whole_models),
                            models, whole_models, whole, window);
  return g_strdup_printf (ngettext ("%1$s of %2$s model; all have %3$s downloads, %4$s",
                                    "%1$s of %2$s models; all have %3$s downloads, %4$s", totals->whole_models),
                          models, whole_models, whole, window);
}

/* How much of what is selected has no answer in a linked dimension. */
static double
get_unclear_share (HfsResult *result,
                   HfsQuery  *state)
{
  HfsDimensionId dimension = hfs_query_get_dimension (hfs_result_get_query (result));
  const char * const *keys = hfs_query_get_filter (state, dimension);
  gint64 total = 0, unclear = 0;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);

      if (keys != NULL && !g_strv_contains (keys, row->key))
        continue;
      total += row->value;
      if (row->kind == HFS_ROW_UNCLEAR)
        unclear += row->value;
    }
  return total > 0 ? (double) unclear / (double) total : 0;
}

/**
 * hfs_explore_dup_unclear:
 * @self: linked results that were updated
 *
 * Returns: (transfer full) (nullable): for how much of what is selected it is not known where it belongs, chart by
 *   chart; %NULL when all is known
 */
char *
hfs_explore_dup_unclear (HfsExplore *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < hfs_explore_get_n_results (self); i++)
    {
      HfsResult *result = hfs_explore_get_result (self, i);
      double share = get_unclear_share (result, hfs_explore_get_query (self));
      g_autofree char *percent = hfs_format_share (share);

      if (share < VISIBLE)
        continue;
      /* Translators: what is not known, and for how much of what is selected, as in “Country 12 %”. */
      g_ptr_array_add (parts, g_strdup_printf (C_("not known", "%1$s %2$s"), _(hfs_result_get_dimension (result)->heading), percent));
    }
  if (parts->len == 0)
    return NULL;
  list = join (parts, C_("between conditions", ", "));
  /* Translators: %s is a list such as “Country 12 %, Size 3 %”. */
  return g_strdup_printf (_("Not known for a part of what is selected: %s"), list);
}
