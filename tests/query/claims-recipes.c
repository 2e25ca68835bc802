/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claims-fixture.h"

#include "hfs-finding.h"

#include <math.h>
#include <string.h>

/* Recomputes every recipe by the plainest way there is: one model after the other, its words compared as text. Nothing of
 * the engine is used but the columns of a snapshot, the table of publishers and the size of a model. */

typedef struct
{
  HfsSnapshot *snapshot;
  HfsPublishers *publishers;
  HfsQuery *query;
  const gint64 *values; /* NULL counts models */
} Slow;

static const char *
word (Slow    *slow,
      guint    row,
      HfsWord  column)
{
  const char *text = hfs_dictionary_get_word (hfs_snapshot_get_dictionary (slow->snapshot, column),
                                              hfs_snapshot_get_codes (slow->snapshot, column)[row]);

  return *text == '\0' ? "unknown" : text;
}

/* The first of the chain of base models, NULL when there is none. */
static const char *
first_model (Slow  *slow,
             guint  row)
{
  const char *base, *last = NULL;

  while ((base = hfs_snapshot_get_base_model (slow->snapshot, row)) != NULL)
    {
      last = base;
      if (!hfs_snapshot_find_model (slow->snapshot, base, &row))
        break;
    }
  return last;
}

static char *
account_of (Slow       *slow,
            const char *id)
{
  g_autofree char *owned = NULL;
  const char *account = hfs_publishers_account_of (slow->publishers, id, &owned);

  return g_strdup (account ? account : "unknown");
}

static char *
year_of (Slow  *slow,
         guint  row)
{
  gint64 created = hfs_snapshot_get_created_at (slow->snapshot, row);
  g_autoptr (GDateTime) time = NULL;

  if (created == HFS_TIME_ABSENT)
    return g_strdup ("unknown");
  if (created < HFS_TIME_BACKFILL_END)
    return g_strdup ("earlier");
  time = g_date_time_new_from_unix_utc (created);
  return g_date_time_format (time, "%Y");
}

static char *
key_of (Slow           *slow,
        guint           row,
        HfsDimensionId  dimension)
{
  const char *first = hfs_query_get_credit (slow->query) == HFS_CREDIT_BASE ? first_model (slow, row) : NULL;
  const char *id = first ? first : hfs_snapshot_get_model_id (slow->snapshot, row);
  const HfsPublisher *publisher = hfs_publishers_lookup_model (slow->publishers, hfs_query_get_attribution (slow->query), id);

  switch ((int) dimension)
    {
    case HFS_DIMENSION_COUNTRIES:
      return g_strdup (publisher ? publisher->country : "unknown");
    case HFS_DIMENSION_DEVELOPER_TYPES:
      return g_strdup (hfs_developer_type_get_key (publisher ? publisher->type : HFS_DEVELOPER_UNKNOWN));
    case HFS_DIMENSION_PUBLISHERS:
      return account_of (slow, id);
    case HFS_DIMENSION_SIZES:
      return g_strdup (hfs_size_class_get_key (hfs_size_class_of (hfs_snapshot_get_parameters (slow->snapshot)[row])));
    case HFS_DIMENSION_TASKS:
      return g_strdup (word (slow, row, HFS_WORD_TASK));
    case HFS_DIMENSION_LICENSES:
      return g_strdup (word (slow, row, HFS_WORD_LICENSE));
    case HFS_DIMENSION_LIBRARIES:
      return g_strdup (word (slow, row, HFS_WORD_LIBRARY));
    case HFS_DIMENSION_YEARS:
      return year_of (slow, row);
    case HFS_DIMENSION_MODELS:
      return g_strdup (hfs_snapshot_get_model_id (slow->snapshot, row));
    default:
      g_error ("No recipe was about this yet: %s", hfs_dimension_get (dimension)->name);
    }
}

static gboolean
passes (Slow  *slow,
        guint  row)
{
  const char *search = hfs_query_get_search (slow->query);

  for (guint i = 0; i < HFS_N_DIMENSIONS; i++)
    {
      const char * const *allowed = hfs_query_get_filter (slow->query, i);
      g_autofree char *key = allowed ? key_of (slow, row, i) : NULL;

      if (allowed != NULL && !g_strv_contains (allowed, key))
        return FALSE;
    }
  if (search != NULL)
    {
      g_autofree char *id = g_ascii_strdown (hfs_snapshot_get_model_id (slow->snapshot, row), -1);
      g_autofree char *needle = g_ascii_strdown (search, -1);

      return strstr (id, needle) != NULL;
    }
  return TRUE;
}

static double
value_of (Slow  *slow,
          guint  row)
{
  return slow->values ? slow->values[row] : 1;
}

static gboolean
is_in (Slow         *slow,
       guint         row,
       char * const *keys)
{
  g_autofree char *key = key_of (slow, row, hfs_query_get_dimension (slow->query));

  return g_strv_contains ((const char * const *) keys, key);
}

/* The sum over the rows that pass; of some keys, or of all. */
static double
sum (Slow         *slow,
     char * const *keys,
     gboolean      models)
{
  double total = 0;

  for (guint row = 0; row < hfs_snapshot_get_n_models (slow->snapshot); row++)
    if (passes (slow, row) && (keys == NULL || is_in (slow, row, keys)))
      total += models ? 1 : value_of (slow, row);
  return total;
}

static double
whole (Slow *slow)
{
  const char * const *unclear = hfs_dimension_get (hfs_query_get_dimension (slow->query))->unclear;
  double total = sum (slow, NULL, FALSE);

  return hfs_query_get_shows_unknown (slow->query) ? total : total - sum (slow, (char **) unclear, FALSE);
}

/* How many have more. */
static double
rank (Slow         *slow,
      char * const *keys)
{
  double own = sum (slow, keys, FALSE), better = 1;

  for (guint row = 0; row < hfs_snapshot_get_n_models (slow->snapshot); row++)
    better += passes (slow, row) && value_of (slow, row) > own;
  return better;
}

static double
share_where (Slow            *slow,
             const HfsRecipe *recipe)
{
  const gint64 *parameters = hfs_snapshot_get_parameters (slow->snapshot);
  gboolean below = recipe->statistic == HFS_STATISTIC_SHARE_BELOW;
  double part = 0, all = 0;

  for (guint row = 0; row < hfs_snapshot_get_n_models (slow->snapshot); row++)
    {
      double weight = below ? 1 : value_of (slow, row);

      if (!passes (slow, row) || (!below && parameters[row] <= 0 && !hfs_query_get_shows_unknown (slow->query)))
        continue;
      all += weight;
      part += (below ? value_of (slow, row) < recipe->limit : parameters[row] > recipe->limit) ? weight : 0;
    }
  return part / all;
}

/* The value that @n models of the keys exceed or equal, by looking for the largest one again and again. */
static double *
largest (Slow         *slow,
         char * const *keys,
         guint         n,
         guint        *found)
{
  guint n_rows = hfs_snapshot_get_n_models (slow->snapshot);
  g_autofree gboolean *taken = g_new0 (gboolean, n_rows);
  g_autofree gboolean *open = g_new0 (gboolean, n_rows);
  double *values = g_new0 (double, n + 1);

  for (guint row = 0; row < n_rows; row++)
    open[row] = passes (slow, row) && (keys == NULL || is_in (slow, row, keys));
  for (*found = 0; *found < n; (*found)++)
    {
      int best = -1;

      for (guint row = 0; row < n_rows; row++)
        if (open[row] && !taken[row] && (best < 0 || value_of (slow, row) > value_of (slow, best)))
          best = row;
      if (best < 0)
        break;
      taken[best] = TRUE;
      values[*found] = value_of (slow, best);
    }
  return values;
}

static double
top_share (Slow            *slow,
           const HfsRecipe *recipe)
{
  double n_models = sum (slow, NULL, TRUE), part = 0;
  guint n = recipe->count > 0 ? recipe->count : MAX (1, (guint) lround (n_models * recipe->percent / 100)), found;
  g_autofree double *values = largest (slow, NULL, n, &found);

  for (guint i = 0; i < found; i++)
    part += values[i];
  return part / sum (slow, NULL, FALSE);
}

static double
median (Slow         *slow,
        char * const *keys,
        guint         n)
{
  guint found;
  g_autofree double *values = largest (slow, keys, n, &found);

  return found % 2 ? values[found / 2] : (values[found / 2] + values[found / 2 - 1]) / 2;
}

static double
mean_size (Slow *slow)
{
  const gint64 *parameters = hfs_snapshot_get_parameters (slow->snapshot);
  double weighted = 0, weight = 0;

  for (guint row = 0; row < hfs_snapshot_get_n_models (slow->snapshot); row++)
    if (passes (slow, row) && parameters[row] > 0)
      {
        weighted += (double) parameters[row] * value_of (slow, row);
        weight += value_of (slow, row);
      }
  return weighted / weight;
}

/* The smallest size that at least half of the weight does not exceed, by trying each. */
static double
median_size (Slow *slow)
{
  const gint64 *parameters = hfs_snapshot_get_parameters (slow->snapshot);
  guint n_rows = hfs_snapshot_get_n_models (slow->snapshot);
  double best = INFINITY;

  for (guint candidate = 0; candidate < n_rows; candidate++)
    {
      double below = 0, all = 0;

      if (!passes (slow, candidate) || parameters[candidate] <= 0 || parameters[candidate] >= best)
        continue;
      for (guint row = 0; row < n_rows; row++)
        if (passes (slow, row) && parameters[row] > 0)
          {
            all += value_of (slow, row);
            below += parameters[row] <= parameters[candidate] ? value_of (slow, row) : 0;
          }
      if (below * 2 >= all)
        best = parameters[candidate];
    }
  return best;
}

/* Whether fewer than @n rows come before this one. */
static gboolean
is_among_first (Slow         *slow,
                const gint64 *values,
                guint         row,
                guint         n)
{
  guint before = 0;

  for (guint other = 0; other < hfs_snapshot_get_n_models (slow->snapshot); other++)
    before += values[other] > values[row] || (values[other] == values[row] && other < row);
  return before < n;
}

static double
overlap (Slow  *slow,
         guint  n)
{
  double both = 0;

  for (guint row = 0; row < hfs_snapshot_get_n_models (slow->snapshot); row++)
    both += is_among_first (slow, hfs_snapshot_get_counts (slow->snapshot, HFS_COUNT_DOWNLOADS), row, n) &&
            is_among_first (slow, hfs_snapshot_get_counts (slow->snapshot, HFS_COUNT_LIKES), row, n);
  return both;
}

static double
derivatives (Slow         *slow,
             char * const *accounts)
{
  double n = 0;

  for (guint row = 0; row < hfs_snapshot_get_n_models (slow->snapshot); row++)
    {
      const char *first = first_model (slow, row);
      g_autofree char *account = first ? account_of (slow, first) : NULL;

      n += account != NULL && passes (slow, row) && g_strv_contains ((const char * const *) accounts, account);
    }
  return n;
}

/* What the first accounts have, found by taking the largest account again and again. */
static double
publishers_share (Slow            *slow,
                  const HfsRecipe *recipe)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean by_country = hfs_query_get_dimension (recipe->query) == HFS_DIMENSION_COUNTRIES;
  double part = 0, all = 0;

  for (guint row = 0; row < hfs_snapshot_get_n_models (slow->snapshot); row++)
    {
      char *account = key_of (slow, row, HFS_DIMENSION_PUBLISHERS);
      double *value = g_hash_table_lookup (values, account);

      if (value == NULL)
        g_hash_table_insert (values, g_strdup (account), value = g_new0 (double, 1));
      *value += passes (slow, row) ? value_of (slow, row) : 0;
      g_free (account);
    }
  g_hash_table_remove (values, "unknown");
  for (guint i = 0; i < recipe->count && g_hash_table_size (values) > 0; i++)
    {
      const char *best = NULL, *account;
      double most = -1, *value;
      const HfsPublisher *publisher;
      GHashTableIter iter;

      g_hash_table_iter_init (&iter, values);
      while (g_hash_table_iter_next (&iter, (gpointer *) &account, (gpointer *) &value))
        if (*value > most || (*value == most && strcmp (account, best) < 0))
          {
            most = *value;
            best = account;
          }
      publisher = hfs_publishers_lookup (slow->publishers, hfs_query_get_attribution (slow->query), best);
      all += most;
      if (g_strv_contains ((const char * const *) recipe->rows,
                           by_country ? (publisher ? publisher->country : "unknown")
                                      : hfs_developer_type_get_key (publisher ? publisher->type : HFS_DEVELOPER_UNKNOWN)))
        part += most;
      g_hash_table_remove (values, best);
    }
  return part / all;
}

static double
recompute (Slow            *slow,
           const HfsRecipe *recipe)
{
  switch (recipe->statistic)
    {
    case HFS_STATISTIC_SHARE:
      return sum (slow, recipe->rows, FALSE) / whole (slow);
    case HFS_STATISTIC_VALUE:
      return sum (slow, recipe->rows[0] ? recipe->rows : NULL, FALSE);
    case HFS_STATISTIC_MODELS:
      return sum (slow, recipe->rows[0] ? recipe->rows : NULL, TRUE);
    case HFS_STATISTIC_RATIO:
      return sum (slow, recipe->rows, FALSE) / sum (slow, recipe->against, FALSE);
    case HFS_STATISTIC_RANK:
      return rank (slow, recipe->rows);
    case HFS_STATISTIC_SHARE_BELOW:
    case HFS_STATISTIC_SHARE_LARGER:
      return share_where (slow, recipe);
    case HFS_STATISTIC_TOP_SHARE:
      return top_share (slow, recipe);
    case HFS_STATISTIC_TOP_MEDIAN_RATIO:
      return median (slow, recipe->rows, recipe->count) / median (slow, recipe->against, recipe->count);
    case HFS_STATISTIC_MEAN_SIZE:
      return mean_size (slow);
    case HFS_STATISTIC_MEDIAN_SIZE:
      return median_size (slow);
    case HFS_STATISTIC_OVERLAP:
      return overlap (slow, recipe->count);
    case HFS_STATISTIC_DERIVATIVES:
      return derivatives (slow, recipe->rows);
    case HFS_STATISTIC_DERIVATIVES_RATIO:
      return derivatives (slow, recipe->rows) / derivatives (slow, recipe->against);
    case HFS_STATISTIC_PUBLISHERS_SHARE:
      return publishers_share (slow, recipe);
    case HFS_N_STATISTICS:
    default:
      g_assert_not_reached ();
    }
}

/* Compares the number of the engine with the slow one. */
static void
check (HfsEngine       *engine,
       HfsPublishers   *publishers,
       const HfsRecipe *recipe,
       const char      *name,
       gboolean         has_all,
       guint           *n)
{
  static const HfsCount counts[] = { HFS_COUNT_DOWNLOADS, HFS_COUNT_DOWNLOADS_ALL_TIME, 0, HFS_COUNT_LIKES };
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsFinding) finding = hfs_finding_new (engine, recipe, &error);
  g_autoptr (HfsSnapshot) snapshot = NULL;
  Slow slow = { NULL, publishers, NULL, NULL };
  double value;

  if (finding == NULL && !has_all)
    return;
  if (finding == NULL)
    g_error ("%s: %s", name, error->message);
  snapshot = hfs_archive_load (hfs_engine_get_archive (engine), finding->snapshot->id, NULL);
  slow.snapshot = snapshot;
  slow.query = finding->query;
  if (hfs_query_get_measure (finding->query) != HFS_MEASURE_MODELS)
    slow.values = hfs_snapshot_get_counts (snapshot, counts[hfs_query_get_measure (finding->query)]);
  value = recompute (&slow, recipe);
  g_test_message ("%s: %.17g, slowly %.17g", name, finding->value, value);
  g_assert_true (isfinite (value));
  g_assert_cmpfloat_with_epsilon (finding->value, value, 1e-9 * MAX (1, fabs (value)));
  (*n)++;
}

static guint
check_all (ClaimsFixture *fixture,
           HfsEngine     *engine,
           gboolean       has_all)
{
  guint n = 0;

  for (guint i = 0; i < fixture->editions->len; i++)
    {
      HfsEdition *edition = g_ptr_array_index (fixture->editions, i);

      for (guint j = 0; j < hfs_edition_get_n_claims (edition); j++)
        {
          HfsClaim *claim = hfs_edition_get_claim (edition, j);
          g_autofree char *name = g_strconcat (hfs_edition_get_id (edition), "/", hfs_claim_get_id (claim), NULL);

          if (hfs_claim_get_recipe (claim) != NULL)
            check (engine, fixture->publishers, hfs_claim_get_recipe (claim), name, has_all, &n);
        }
    }
  return n;
}

static void
test_whole_hub (ClaimsFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HfsEngine) engine = claims_fixture_with (fixture, claims_fixture_hub (600, owned), 600);

  /* No recipe may go untested here. */
  g_assert_cmpuint (check_all (fixture, engine, TRUE), >=, 60);
}

static void
test_bundled (ClaimsFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);

  g_assert_cmpuint (check_all (fixture, engine, FALSE), >=, 30);
}

/* Numbers of 2 July 2022 that are known from outside. */
static void
test_known_numbers (ClaimsFixture *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *statistic;
    double value;
  } known[] = {
    { "\"statistic\":\"share-below\",\"limit\":200", .9251 },
    { "\"statistic\":\"share-below\",\"limit\":1", .3089 },
    { "\"statistic\":\"top-share\",\"count\":6", .3374 },
    { "\"statistic\":\"top-share\",\"count\":10", .4469 },
    { "\"statistic\":\"top-share\",\"count\":200", .9005 },
  };
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"query\":\"models?snapshot=2022-07-02\",\"comparison\":\"equals\",%s}", known[i].statistic);
      g_autoptr (JsonNode) node = json_from_string (json, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsRecipe) recipe = hfs_recipe_new_from_json (json_node_get_object (node), "recipe", &error);
      g_autoptr (HfsFinding) finding = recipe ? hfs_finding_new (engine, recipe, &error) : NULL;

      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (finding->value, known[i].value, .00006);
      g_assert_cmpint (finding->n_models, ==, 55524);
    }
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* Half of the models of that day had two downloads or fewer. */
static void
test_known_median (ClaimsFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  g_autoptr (HfsSnapshot) snapshot = hfs_archive_load (hfs_engine_get_archive (engine), "hub-whole-2022-07-02", NULL);
  guint n = hfs_snapshot_get_n_models (snapshot);
  g_autofree gint64 *counts = g_memdup2 (hfs_snapshot_get_counts (snapshot, HFS_COUNT_DOWNLOADS), n * sizeof (gint64));

  qsort (counts, n, sizeof *counts, compare_counts);
  g_assert_cmpuint (n, ==, 55524);
  g_assert_cmpint (counts[n / 2 - 1], ==, 2);
  g_assert_cmpint (counts[n / 2], ==, 2);
}

#define ADD(path, func) g_test_add ("/claims/recipes/" path, ClaimsFixture, NULL, claims_fixture_set_up, func, claims_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("slow-path-agrees-on-a-whole-hub", test_whole_hub);
  ADD ("slow-path-agrees-on-bundled-data", test_bundled);
  ADD ("known-numbers-of-2022", test_known_numbers);
  ADD ("known-median-of-2022", test_known_median);
  return g_test_run ();
}
