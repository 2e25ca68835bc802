/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-answer.h"

#include "hfs-countries.h"
#include "hfs-result-private.h"

/* More parts than colours that can be told apart would be a picture nobody reads. */
#define MAX_SERIES 8

/* So many pairs of groups stay in the cache; their sums tell everything about both dimensions after one pass. */
#define MAX_PAIRS 16384

/* An answer that is divided by a second dimension. */
typedef struct
{
  const HfsPopulation *population;
  const HfsFacet *facet;
  HfsDimensionId by;
  const HfsFacet *by_facet;
  HfsSums *pairs;  /* (owned) (nullable): where there are few */
} Division;

static void
add_publisher_facts (HfsResult     *result,
                     HfsPublishers *publishers,
                     HfsResultRow  *row)
{
  const HfsPublisher *publisher = hfs_publishers_lookup (publishers, hfs_query_get_attribution (result->query), row->key);

  row->facts = g_new0 (HfsModelFacts, 1);
  row->facts->publisher = g_strdup (row->key);
  row->facts->country = g_strdup (publisher ? publisher->country : HFS_COUNTRY_UNKNOWN);
  row->facts->developer_type = g_strdup (hfs_developer_type_get_key (publisher ? publisher->type : HFS_DEVELOPER_UNKNOWN));
}

/* The largest parts of the second dimension; the rest in one. */
static void
choose_series (HfsResult      *result,
               const Division *division,
               int            *column_of_code)
{
  const HfsFacet *facet = division->by_facet;
  HfsDimensionId by = division->by;
  g_autoptr (HfsSums) sums = division->pairs
                             ? hfs_sums_fold (division->pairs, division->facet->keys->len, facet->keys->len, TRUE)
                             : hfs_grouping_sum (division->population, facet->codes, facet->keys->len);
  g_autoptr (HfsQuery) plain = hfs_query_parse (hfs_dimension_get (by)->name, NULL);
  g_autoptr (GArray) tallies = hfs_answer_tally (plain, by, facet, sums, NULL, NULL);
  g_autoptr (HfsResult) parts = g_object_new (HFS_TYPE_RESULT, NULL);
  g_autofree char *top = g_strdup_printf ("%d", MAX_SERIES - 1);
  int other = -1;

  /* The parts are themselves the answer to a query, so order and folding come from the same place. */
  parts->query = tallies->len > MAX_SERIES ? hfs_query_with (plain, "top", top, NULL) : g_object_ref (plain);
  hfs_answer_finish (parts, tallies);

  for (guint i = 0; i < facet->keys->len; i++)
    column_of_code[i] = -1;
  for (guint i = 0; i < tallies->len; i++)
    {
      const HfsTally *tally = &g_array_index (tallies, HfsTally, i);

      if (tally->value == 0 && tally->kind != HFS_ROW_CLEAR)
        continue;
      if (tally->kind == HFS_ROW_OTHER)
        other = result->series->len;
      else
        column_of_code[tally->code] = result->series->len;
      g_ptr_array_add (result->series, hfs_result_series_new (tally->kind, tally->key, hfs_result_get_row (parts, i)->label));
    }
  for (guint i = 0; i < facet->keys->len; i++)
    if (column_of_code[i] < 0 && !hfs_dimension_is_unclear (by, g_ptr_array_index (facet->keys, i)))
      column_of_code[i] = other;
}

/* The row of the result that each group is in, -1 for none. */
static int *
find_row_of_code (HfsResult      *result,
                  const HfsFacet *facet,
                  const GArray   *tallies)
{
  HfsDimensionId dimension = hfs_query_get_dimension (result->query);
  int *row_of_code = g_new (int, MAX (facet->keys->len, 1)), other = -1;

  for (guint i = 0; i < tallies->len; i++)
    if (g_array_index (tallies, HfsTally, i).kind == HFS_ROW_OTHER)
      other = i;
  for (guint i = 0; i < facet->keys->len; i++)
    row_of_code[i] = hfs_dimension_is_unclear (dimension, g_ptr_array_index (facet->keys, i)) ? -1 : other;
  for (guint i = 0; i < tallies->len; i++)
    {
      const HfsTally *tally = &g_array_index (tallies, HfsTally, i);

      if (tally->code >= 0)
        row_of_code[tally->code] = i;
    }
  return row_of_code;
}

/* The sums of each row in each column, from those of all pairs or from the models. */
static gint64 *
sum_cells (const Division *division,
           const int      *row_of_code,
           guint           n_rows,
           const int      *column_of_code,
           guint           n_columns)
{
  guint n_by = division->by_facet->keys->len;
  gint64 *cells;

  if (division->pairs == NULL)
    return hfs_grouping_cross (division->population, division->facet->codes, row_of_code, n_rows,
                               division->by_facet->codes, column_of_code, n_columns);
  cells = g_new0 (gint64, MAX (n_rows * n_columns, 1));
  for (guint y = 0; y < division->facet->keys->len; y++)
    for (guint x = 0; x < n_by; x++)
      if (row_of_code[y] >= 0 && column_of_code[x] >= 0)
        cells[(guint) row_of_code[y] * n_columns + column_of_code[x]] += division->pairs->values[(gsize) y * n_by + x];
  return cells;
}

/* Divides each row by the second dimension. */
static void
add_series (HfsResult      *result,
            const Division *division,
            const GArray   *tallies)
{
  g_autofree int *row_of_code = find_row_of_code (result, division->facet, tallies);
  g_autofree int *column_of_code = g_new (int, division->by_facet->keys->len);
  g_autofree gint64 *cells = NULL;
  guint n_series;

  choose_series (result, division, column_of_code);
  n_series = result->series->len;
  cells = sum_cells (division, row_of_code, result->rows->len, column_of_code, n_series);
  for (guint i = 0; i < result->rows->len; i++)
    {
      HfsResultRow *row = g_ptr_array_index (result->rows, i);

      row->series = g_memdup2 (cells + (gsize) i * n_series, n_series * sizeof (gint64));
    }
}

/* The publisher with most weight whose place was a decision that could have gone another way. */
static void
find_decisive_publisher (HfsResult           *result,
                         HfsPublishers       *publishers,
                         const HfsPopulation *population)
{
  HfsAttribution attribution = hfs_query_get_attribution (result->query);
  const HfsFacet *facet = hfs_facets_get_doubtful (population->facets, attribution, hfs_query_get_credit (result->query));
  g_autoptr (HfsSums) sums = hfs_grouping_sum (population, facet->codes, facet->keys->len);

  for (guint i = 0; i < facet->keys->len; i++)
    {
      const char *account = g_ptr_array_index (facet->keys, i);

      if (sums->values[i] <= result->decisive_value || *account == '\0')
        continue;
      result->decisive = hfs_publishers_lookup (publishers, attribution, account);
      result->decisive_value = sums->values[i];
    }
}

/* How much of the total has a size that is not read from a name or taken from a base model. */
static double
find_measured_share (const HfsPopulation *population)
{
  HfsColumn sources = hfs_snapshot_get_column (hfs_facets_get_snapshot (population->facets), HFS_COLUMN_SIZE_SOURCES);
  g_autoptr (HfsSums) sums = hfs_grouping_sum (population, sources, HFS_N_SIZE_SOURCES);
  gint64 measured = 0, total = 0;

  for (guint i = 0; i < HFS_N_SIZE_SOURCES; i++)
    {
      total += sums->values[i];
      measured += hfs_size_source_is_measured (i) ? sums->values[i] : 0;
    }
  return total > 0 ? (double) measured / total : 0;
}

/**
 * hfs_answer_add_facts:
 *
 * Adds what is known of each publisher to the rows of an answer about publishers.
 */
void
hfs_answer_add_facts (HfsResult     *result,
                      HfsPublishers *publishers)
{
  if (hfs_query_get_dimension (result->query) != HFS_DIMENSION_PUBLISHERS)
    return;
  for (guint i = 0; i < result->rows->len; i++)
    if (hfs_result_get_row (result, i)->kind == HFS_ROW_CLEAR)
      add_publisher_facts (result, publishers, g_ptr_array_index (result->rows, i));
}

/* Sums the pairs of groups where the answer is divided and there are few of them. */
static Division
divide (HfsResult           *result,
        const HfsPopulation *population,
        const HfsFacet      *facet)
{
  Division division = { population, facet };

  if (!hfs_query_get_by (result->query, &division.by))
    return division;
  division.by_facet = hfs_facets_get_for (population->facets, division.by, result->query);
  if ((guint64) facet->keys->len * division.by_facet->keys->len <= MAX_PAIRS)
    division.pairs = hfs_grouping_sum_pairs (population, facet->codes, facet->keys->len,
                                             division.by_facet->codes, division.by_facet->keys->len);
  return division;
}

/**
 * hfs_answer_groups:
 * @before: (nullable): the population of the snapshot compared with
 *
 * Answers a question whose rows are groups of models.
 */
void
hfs_answer_groups (HfsResult           *result,
                   HfsPublishers       *publishers,
                   const HfsPopulation *now,
                   const HfsPopulation *before)
{
  HfsDimensionId dimension = hfs_query_get_dimension (result->query);
  const HfsFacet *facet = hfs_facets_get_for (now->facets, dimension, result->query);
  const HfsFacet *old_facet = before ? hfs_facets_get_for (before->facets, dimension, result->query) : NULL;
  Division division = divide (result, now, facet);
  g_autoptr (HfsSums) sums = division.pairs
                             ? hfs_sums_fold (division.pairs, facet->keys->len, division.by_facet->keys->len, FALSE)
                             : hfs_grouping_sum (now, facet->codes, facet->keys->len);
  g_autoptr (HfsSums) old_sums = before ? hfs_grouping_sum (before, old_facet->codes, old_facet->keys->len) : NULL;
  g_autoptr (GArray) tallies = hfs_answer_tally (result->query, dimension, facet, sums, old_facet, old_sums);

  hfs_answer_finish (result, tallies);
  hfs_answer_add_facts (result, publishers);
  if (dimension == HFS_DIMENSION_COUNTRIES || dimension == HFS_DIMENSION_REGIONS ||
      dimension == HFS_DIMENSION_DEVELOPER_TYPES)
    {
      result->publishers = g_object_ref (publishers);
      find_decisive_publisher (result, publishers, now);
    }
  if (dimension == HFS_DIMENSION_SIZES)
    result->measured_share = find_measured_share (now);
  if (division.by_facet != NULL)
    add_series (result, &division, tallies);
  g_clear_pointer (&division.pairs, hfs_sums_free);
}
