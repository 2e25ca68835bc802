/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-sensitivity.h"

#include "hfs-countries.h"
#include "hfs-format.h"
#include "hfs-regions.h"

#include <glib/gi18n-lib.h>

static void
flip_free (gpointer data)
{
  HfsFlip *flip = data;

  g_free (flip->publisher);
  g_free (flip->from);
  g_free (flip->to);
  g_free (flip);
}

static void
variant_free (gpointer data)
{
  HfsVariant *variant = data;

  g_clear_pointer (&variant->finding, hfs_finding_free);
  g_free (variant->lack);
  g_free (variant);
}

/* What a search for flips needs to know. */
typedef struct
{
  HfsClaim *claim;
  const HfsRecipe *recipe;
  HfsDimensionId dimension;
  gboolean agrees;
  double own;      /* what the rows have */
  double other;    /* what the rows against have, or the whole */
  const char *rival; /* the largest row that is none of the rows */
  gboolean grows;  /* whether a publisher that was unknown adds to the whole */
} Search;

static gboolean
is_about_publishers (HfsDimensionId dimension)
{
  return dimension == HFS_DIMENSION_COUNTRIES || dimension == HFS_DIMENSION_REGIONS ||
         dimension == HFS_DIMENSION_DEVELOPER_TYPES;
}

/* The row that a publisher counts for. */
static const char *
key_of (HfsDimensionId       dimension,
        const HfsModelFacts *facts)
{
  if (dimension == HFS_DIMENSION_DEVELOPER_TYPES)
    return facts->developer_type;
  return dimension == HFS_DIMENSION_REGIONS ? hfs_region_of_country (facts->country) : facts->country;
}

static const char *
find_rival (HfsResult          *result,
            const char * const *rows)
{
  const HfsResultRow *rival = NULL;

  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);

      if (row->kind == HFS_ROW_CLEAR && !g_strv_contains (rows, row->key) && (rival == NULL || row->value > rival->value))
        rival = row;
    }
  return rival ? rival->key : NULL;
}

/* Our number if @value moved from the row @from to the row @to. */
static double
move (const Search *search,
      double        value,
      const char   *from,
      const char   *to)
{
  const char * const *rows = (const char * const *) search->recipe->rows;
  const char * const *against = (const char * const *) search->recipe->against;
  double own = search->own, other = search->other;

  own -= g_strv_contains (rows, from) ? value : 0;
  own += g_strv_contains (rows, to) ? value : 0;
  if (search->recipe->statistic == HFS_STATISTIC_RATIO)
    {
      other -= g_strv_contains (against, from) ? value : 0;
      other += g_strv_contains (against, to) ? value : 0;
    }
  else if (search->grows && hfs_dimension_is_unclear (search->dimension, from))
    other += value;
  return other > 0 ? own / other : own > 0 ? G_MAXDOUBLE : 0;
}

static gboolean
is_in_doubt (HfsEngine      *engine,
             HfsAttribution  attribution,
             const char     *account)
{
  const HfsPublisher *publisher = hfs_publishers_lookup (hfs_engine_get_publishers (engine), attribution, account);

  return publisher != NULL && g_strcmp0 (publisher->confidence, "medium") == 0 && publisher->note != NULL && *publisher->note != '\0';
}

static void
try_move (const Search       *search,
          HfsEngine          *engine,
          HfsResult          *publishers,
          const HfsResultRow *row,
          const char         *to,
          GPtrArray          *flips)
{
  const char *from = key_of (search->dimension, row->facts);
  double value;
  HfsFlip *flip;

  if (to == NULL || g_str_equal (from, to))
    return;
  value = move (search, row->value, from, to);
  if (hfs_claim_agrees_with (search->claim, value) == search->agrees)
    return;
  flip = g_new0 (HfsFlip, 1);
  flip->publisher = g_strdup (row->key);
  flip->from = g_strdup (from);
  flip->to = g_strdup (to);
  flip->share = (double) row->value / hfs_result_get_total (publishers);
  flip->value = value;
  flip->in_doubt = is_in_doubt (engine, hfs_query_get_attribution (hfs_result_get_query (publishers)), row->key);
  g_ptr_array_add (flips, flip);
}

/* First those whose place is in doubt, then the lightest: the less it takes, the weaker the verdict. */
static int
compare_flips (gconstpointer a,
               gconstpointer b)
{
  const HfsFlip *left = *(const HfsFlip * const *) a, *right = *(const HfsFlip * const *) b;

  if (left->in_doubt != right->in_doubt)
    return left->in_doubt ? -1 : 1;
  if (left->share != right->share)
    return left->share > right->share ? 1 : -1;
  return g_strcmp0 (left->publisher, right->publisher);
}

static gboolean
begin (Search     *search,
       HfsVerdict *verdict,
       HfsResult  *result)
{
  const HfsFinding *finding = hfs_verdict_get_finding (verdict);

  search->claim = hfs_verdict_get_claim (verdict);
  search->recipe = hfs_claim_get_recipe (search->claim);
  search->dimension = hfs_query_get_dimension (finding->query);
  search->agrees = hfs_verdict_get_agrees (verdict);
  search->own = finding->part;
  search->other = finding->whole;
  search->rival = find_rival (result, (const char * const *) search->recipe->rows);
  search->grows = !hfs_query_get_shows_unknown (finding->query);
  return hfs_result_get_total (result) > 0;
}

/**
 * hfs_sensitivity_find_flips:
 * @most: how many to return at most
 *
 * Finds the publishers of which a single one, counted for another row, would turn a verdict round. For claims about
 * countries, regions and developer types. Blocks while a snapshot is opened.
 *
 * Returns: (transfer container) (element-type HfsFlip): the flips, those in doubt first, then the smallest publishers first
 */
GPtrArray *
hfs_sensitivity_find_flips (HfsVerdict *verdict,
                            HfsEngine  *engine,
                            guint       most)
{
  g_autoptr (GPtrArray) flips = g_ptr_array_new_with_free_func (flip_free);
  const HfsFinding *finding = hfs_verdict_get_finding (verdict);
  g_autoptr (HfsQuery) shown = NULL;
  g_autoptr (HfsQuery) query = NULL;
  g_autoptr (HfsResult) result = NULL;
  g_autoptr (HfsResult) publishers = NULL;
  Search search;

  if (finding == NULL || !(finding->whole > 0) || !is_about_publishers (hfs_query_get_dimension (finding->query)) ||
      hfs_claim_get_recipe (hfs_verdict_get_claim (verdict))->statistic == HFS_STATISTIC_PUBLISHERS_SHARE)
    return g_steal_pointer (&flips);
  shown = hfs_query_with (finding->query, "unknown", NULL, NULL);
  query = hfs_query_with_name (shown, HFS_DIMENSION_PUBLISHERS);
  result = hfs_engine_run (engine, finding->query, NULL);
  publishers = hfs_engine_run (engine, query, NULL);
  if (result == NULL || publishers == NULL || !begin (&search, verdict, result))
    return g_steal_pointer (&flips);

  for (guint i = 0; i < hfs_result_get_n_rows (publishers); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (publishers, i);

      if (row->kind != HFS_ROW_CLEAR || row->value == 0)
        continue;
      if (!g_strv_contains ((const char * const *) search.recipe->rows, key_of (search.dimension, row->facts)))
        try_move (&search, engine, publishers, row, search.recipe->rows[0], flips);
      else if (search.recipe->against[0] == NULL)
        try_move (&search, engine, publishers, row, search.rival, flips);
      if (!g_strv_contains ((const char * const *) search.recipe->against, key_of (search.dimension, row->facts)))
        try_move (&search, engine, publishers, row, search.recipe->against[0], flips);
    }
  g_ptr_array_sort (flips, compare_flips);
  if (flips->len > most)
    g_ptr_array_set_size (flips, most);
  return g_steal_pointer (&flips);
}

static HfsVariant *
make_variant (HfsVerdict     *verdict,
              HfsEngine      *engine,
              HfsAttribution  attribution,
              HfsCredit       credit)
{
  HfsClaim *claim = hfs_verdict_get_claim (verdict);
  const HfsRecipe *recipe = hfs_claim_get_recipe (claim);
  HfsVariant *variant = g_new0 (HfsVariant, 1);
  g_autoptr (HfsQuery) with_attribution = hfs_query_with (recipe->query, "attribution", hfs_attribution_get_key (attribution), NULL);
  g_autoptr (HfsQuery) query = hfs_query_with (with_attribution, "credit", credit == HFS_CREDIT_BASE ? "base" : "publisher", NULL);
  g_autoptr (GError) error = NULL;

  variant->attribution = attribution;
  variant->credit = credit;
  variant->finding = hfs_finding_new_for_query (engine, recipe, query, &error);
  if (variant->finding != NULL)
    variant->agrees = hfs_claim_agrees_with (claim, variant->finding->value);
  else
    variant->lack = g_strdup (error->message);
  return variant;
}

/**
 * hfs_sensitivity_list_variants:
 *
 * Makes our number under each table of publishers and each way to credit copies. For claims about countries, regions,
 * developer types and publishers. Blocks while a snapshot is opened.
 *
 * Returns: (transfer container) (element-type HfsVariant): the variants; none where such a choice changes nothing
 */
GPtrArray *
hfs_sensitivity_list_variants (HfsVerdict *verdict,
                               HfsEngine  *engine)
{
  GPtrArray *variants = g_ptr_array_new_with_free_func (variant_free);
  const HfsRecipe *recipe = hfs_claim_get_recipe (hfs_verdict_get_claim (verdict));
  guint n_attributions = hfs_publishers_get_n_overrides (hfs_engine_get_publishers (engine)) > 0
                         ? HFS_N_ATTRIBUTIONS : HFS_ATTRIBUTION_MINE;
  HfsDimensionId dimension;

  if (recipe == NULL)
    return variants;
  dimension = hfs_query_get_dimension (recipe->query);
  if (!is_about_publishers (dimension) && dimension != HFS_DIMENSION_PUBLISHERS)
    return variants;
  for (guint attribution = 0; attribution < n_attributions; attribution++)
    {
      /* An account is the same account whoever classifies it, and the ATOM Project has no developer types. */
      if (attribution > 0 && dimension == HFS_DIMENSION_PUBLISHERS)
        continue;
      if (attribution == HFS_ATTRIBUTION_ATOM && dimension == HFS_DIMENSION_DEVELOPER_TYPES)
        continue;
      g_ptr_array_add (variants, make_variant (verdict, engine, attribution, HFS_CREDIT_PUBLISHER));
      g_ptr_array_add (variants, make_variant (verdict, engine, attribution, HFS_CREDIT_BASE));
    }
  return variants;
}

/**
 * hfs_flip_dup_sentence:
 * @verdict: what it would turn round
 *
 * Returns: (transfer full): the flip in one or two plain sentences
 */
char *
hfs_flip_dup_sentence (const HfsFlip *flip,
                       HfsVerdict    *verdict)
{
  const HfsFinding *finding = hfs_verdict_get_finding (verdict);
  HfsDimensionId dimension = hfs_query_get_dimension (finding->query);
  HfsFinding moved = { .value = flip->value, .query = finding->query };
  g_autofree char *from = hfs_dimension_dup_label (dimension, flip->from);
  g_autofree char *to = hfs_dimension_dup_label (dimension, flip->to);
  g_autofree char *share = hfs_format_share (flip->share);
  g_autofree char *value = hfs_finding_dup_value (&moved, hfs_claim_get_recipe (hfs_verdict_get_claim (verdict))->statistic);

  if (hfs_verdict_get_agrees (verdict))
    /* Translators: an account, its share, where it counts, where it would count, what our number would be. */
    return g_strdup_printf (_("%1$s (%2$s of all) counts for “%3$s”. Counted for “%4$s”, our number would be %5$s, and the claim would not hold."),
                            flip->publisher, share, from, to, value);
  return g_strdup_printf (_("%1$s (%2$s of all) counts for “%3$s”. Counted for “%4$s”, our number would be %5$s, and the claim would hold."),
                          flip->publisher, share, from, to, value);
}

/**
 * hfs_variant_dup_sentence:
 * @verdict: what it is a variant of
 *
 * Returns: (transfer full): the variant in one plain sentence
 */
char *
hfs_variant_dup_sentence (const HfsVariant *variant,
                          HfsVerdict       *verdict)
{
  static const char * const choices[HFS_N_ATTRIBUTIONS][2] = {
    { N_("Our table, copies count for who uploaded them: %s"), N_("Our table, copies count for the maker of the first model: %s") },
    { N_("The table of the ATOM Project, copies count for who uploaded them: %s"),
      N_("The table of the ATOM Project, copies count for the maker of the first model: %s") },
    { N_("Your table, copies count for who uploaded them: %s"), N_("Your table, copies count for the maker of the first model: %s") },
  };
  g_autofree char *value = variant->finding
    ? hfs_finding_dup_value (variant->finding, hfs_claim_get_recipe (hfs_verdict_get_claim (verdict))->statistic) : NULL;

  return g_strdup_printf (_(choices[variant->attribution][variant->credit]), value ? value : variant->lack);
}

/**
 * hfs_sensitivity_rank_unknown:
 * @query: which models are looked at, and what is counted
 * @most: how many to return at most
 *
 * Finds the publishers that it would help most to classify: those whose country or developer type nobody has
 * decided yet. Blocks while a snapshot is opened.
 *
 * Returns: (transfer container) (element-type utf8) (nullable): accounts, those with most first; %NULL with @error set
 */
GPtrArray *
hfs_sensitivity_rank_unknown (HfsEngine  *engine,
                              HfsQuery   *query,
                              guint       most,
                              GError    **error)
{
  g_autoptr (HfsQuery) publishers = hfs_query_with_name (query, HFS_DIMENSION_PUBLISHERS);
  g_autoptr (HfsResult) result = hfs_engine_run (engine, publishers, error);
  GPtrArray *accounts;

  if (result == NULL)
    return NULL;
  accounts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < hfs_result_get_n_rows (result) && accounts->len < most; i++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, i);

      if (row->kind == HFS_ROW_CLEAR &&
          (g_str_equal (row->facts->country, HFS_COUNTRY_UNKNOWN) || g_str_equal (row->facts->developer_type, "unknown")))
        g_ptr_array_add (accounts, g_strdup (row->key));
    }
  return accounts;
}
