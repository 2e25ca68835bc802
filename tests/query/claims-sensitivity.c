/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claims-fixture.h"

#include "hfs-bounds.h"
#include "hfs-overrides.h"
#include "hfs-sensitivity.h"

#include <math.h>
#include <string.h>

static const HfsModelRow three[] = {
  { .hub_id = "640000000000000000000001", .id = "Qwen/Qwen3-8B", .downloads = 30, .downloads_all_time = 30, .likes = 1, .created_at = 1700000000 },
  { .hub_id = "640000000000000000000002", .id = "google/gemma-3", .downloads = 40, .downloads_all_time = 40, .likes = 1, .created_at = 1700000000 },
  { .hub_id = "640000000000000000000003", .id = "nobody-knows/model", .downloads = 30, .downloads_all_time = 30, .likes = 1, .created_at = 1700000000 },
};

static HfsResult *
run (HfsEngine  *engine,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse (text, &error);
  HfsResult *result = query ? hfs_engine_run (engine, query, &error) : NULL;

  g_assert_no_error (error);
  return result;
}

/* The engine as it would be if the account were classified so. */
static HfsEngine *
engine_with_override (ClaimsFixture    *fixture,
                      HfsEngine        *engine,
                      const char       *publisher,
                      HfsOverrideField  field,
                      const char       *value)
{
  HfsOverride override = { (char *) publisher, field, (char *) value, (char *) "a test", (char *) "2026-08-22" };
  g_autoptr (HfsOverrides) overrides = hfs_overrides_new ();
  g_autoptr (HfsPublishers) publishers = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hfs_overrides_set (overrides, &override, &error));
  g_assert_no_error (error);
  publishers = hfs_publishers_new_with_overrides (fixture->publishers, overrides);
  return hfs_engine_new (hfs_engine_get_archive (engine), publishers);
}

static double
recompute (HfsClaim  *claim,
           HfsEngine *engine)
{
  const HfsRecipe *recipe = hfs_claim_get_recipe (claim);
  g_autoptr (HfsQuery) query = hfs_query_with (recipe->query, "attribution", "mine", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsFinding) finding = hfs_finding_new_for_query (engine, recipe, query, &error);

  g_assert_no_error (error);
  return finding->value;
}

static void
test_bounds (ClaimsFixture *fixture,
             gconstpointer  data)
{
  static const char * const china[] = { "CN", NULL }, * const us[] = { "US", NULL }, * const unknown[] = { "unknown", NULL };
  g_autoptr (HfsEngine) engine = claims_fixture_with (fixture, three, G_N_ELEMENTS (three));
  g_autoptr (HfsResult) result = run (engine, "countries");
  g_autoptr (HfsResult) excluded = run (engine, "countries?unknown=exclude");
  HfsBounds bounds;

  g_assert_true (hfs_bounds_of_share (result, china, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.unknown, .3, 1e-12);
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_COUNTED], .3, 1e-12);
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_LEAST], .3, 1e-12);
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_PROPORTIONAL], 30. / 70, 1e-12);
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_MOST], .6, 1e-12);

  g_assert_true (hfs_bounds_of_ratio (result, china, us, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_COUNTED], .75, 1e-12);
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_LEAST], 30. / 70, 1e-12);
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_PROPORTIONAL], .75, 1e-12);
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_MOST], 1.5, 1e-12);

  g_assert_false (hfs_bounds_of_share (result, unknown, &bounds));
  g_assert_false (hfs_bounds_of_share (excluded, china, &bounds));
}

/* The two ends of the range are what comes out when somebody decides. */
static void
test_bounds_are_reached (ClaimsFixture *fixture,
                         gconstpointer  data)
{
  HfsClaim *claim = claims_fixture_claim (fixture, "spring-2026/china-over-us");
  g_autoptr (HfsEngine) engine = claims_fixture_with (fixture, three, G_N_ELEMENTS (three));
  g_autoptr (HfsEngine) china = engine_with_override (fixture, engine, "nobody-knows", HFS_OVERRIDE_COUNTRY, "CN");
  g_autoptr (HfsEngine) us = engine_with_override (fixture, engine, "nobody-knows", HFS_OVERRIDE_COUNTRY, "US");
  g_autoptr (HfsVerdict) verdict = hfs_verdict_new (claim, engine);
  g_autofree char *sentence = NULL;
  HfsBounds bounds;

  g_assert_true (hfs_bounds_of_verdict (verdict, engine, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_MOST], recompute (claim, china), 1e-12);
  g_assert_cmpfloat_with_epsilon (bounds.values[HFS_BOUND_LEAST], recompute (claim, us), 1e-12);
  g_assert_cmpuint (hfs_bounds_count (&bounds, claim), ==, 1);
  sentence = hfs_bounds_dup_sentence (&bounds, claim);
  g_assert_nonnull (strstr (sentence, "For 30.0\302\240% of what is counted the answer is unknown."));
  g_assert_nonnull (strstr (sentence, "The claim holds in 1 of 4 cases."));
}

static void
test_no_bounds (ClaimsFixture *fixture,
                gconstpointer  data)
{
  static const char * const names[] = { "spring-2026/users", "spring-2026/no-clear-country", "spring-2026/most-liked" };
  g_autoptr (HfsEngine) engine = claims_fixture_with (fixture, three, G_N_ELEMENTS (three));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HfsVerdict) verdict = hfs_verdict_new (claims_fixture_claim (fixture, names[i]), engine);
      HfsBounds bounds;

      g_assert_false (hfs_bounds_of_verdict (verdict, engine, &bounds));
    }
}

/* Puts each flip into effect and looks whether our number becomes what it says, and the claim turns. */
static guint
check_flips (ClaimsFixture *fixture,
             HfsEngine     *engine,
             HfsClaim      *claim)
{
  g_autoptr (HfsVerdict) verdict = hfs_verdict_new (claim, engine);
  g_autoptr (GPtrArray) flips = hfs_sensitivity_find_flips (verdict, engine, 8);

  g_assert_cmpuint (flips->len, <=, 8);
  for (guint i = 0; i < flips->len; i++)
    {
      const HfsFlip *flip = g_ptr_array_index (flips, i);
      gboolean by_type = hfs_query_get_dimension (hfs_claim_get_recipe (claim)->query) == HFS_DIMENSION_DEVELOPER_TYPES;
      g_autoptr (HfsEngine) changed = engine_with_override (fixture, engine, flip->publisher,
                                                            by_type ? HFS_OVERRIDE_TYPE : HFS_OVERRIDE_COUNTRY, flip->to);
      g_autofree char *sentence = hfs_flip_dup_sentence (flip, verdict);
      double value = recompute (claim, changed);

      g_test_message ("%s: %s", hfs_claim_get_id (claim), sentence);
      g_assert_cmpfloat_with_epsilon (value, flip->value, 1e-9);
      g_assert_cmpint (hfs_claim_agrees_with (claim, value), !=, hfs_verdict_get_agrees (verdict));
      g_assert_nonnull (strstr (sentence, flip->publisher));
    }
  return flips->len;
}

static void
test_flips (ClaimsFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  guint n = 0;

  for (guint i = 0; i < fixture->editions->len; i++)
    {
      HfsEdition *edition = g_ptr_array_index (fixture->editions, i);

      for (guint j = 0; j < hfs_edition_get_n_claims (edition); j++)
        {
          HfsClaim *claim = hfs_edition_get_claim (edition, j);
          const HfsRecipe *recipe = hfs_claim_get_recipe (claim);

          /* What a reader decides shows under the attribution `mine` alone. */
          if (recipe != NULL && hfs_query_get_attribution (recipe->query) == HFS_ATTRIBUTION_PUBLISHED)
            n += check_flips (fixture, engine, claim);
        }
    }
  g_assert_cmpuint (n, >=, 5);
}

/* No other move of one publisher between the two rows turns the claim: all are found. */
static void
test_finds_all (ClaimsFixture *fixture,
                gconstpointer  data)
{
  HfsClaim *claim = claims_fixture_claim (fixture, "spring-2026/china-over-us");
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  g_autoptr (HfsVerdict) verdict = hfs_verdict_new (claim, engine);
  g_autoptr (GPtrArray) flips = hfs_sensitivity_find_flips (verdict, engine, G_MAXUINT);
  g_autoptr (HfsResult) publishers = run (engine, "publishers");
  guint n = 0;

  for (guint i = 0; i < MIN (40, hfs_result_get_n_rows (publishers)); i++)
    {
      const HfsResultRow *row = hfs_result_get_row (publishers, i);
      g_autoptr (HfsEngine) changed = NULL;

      if (row->kind != HFS_ROW_CLEAR || g_str_equal (row->facts->country, "CN"))
        continue;
      changed = engine_with_override (fixture, engine, row->key, HFS_OVERRIDE_COUNTRY, "CN");
      n += hfs_claim_agrees_with (claim, recompute (claim, changed)) != hfs_verdict_get_agrees (verdict);
    }
  g_assert_cmpuint (n, ==, flips->len);
}

static void
test_variants (ClaimsFixture *fixture,
               gconstpointer  data)
{
  HfsModelRow rows[] = { three[0], three[1], three[2] };
  HfsClaim *claim = claims_fixture_claim (fixture, "spring-2026/china-over-us");
  g_autoptr (HfsEngine) engine = NULL;
  g_autoptr (HfsVerdict) verdict = NULL;
  g_autoptr (GPtrArray) variants = NULL;
  const HfsVariant *by_publisher, *by_base;
  g_autofree char *sentence = NULL;

  rows[2].base_model = rows[0].id;
  rows[2].relation = HFS_RELATION_QUANTIZED;
  engine = claims_fixture_with (fixture, rows, G_N_ELEMENTS (rows));
  verdict = hfs_verdict_new (claim, engine);
  variants = hfs_sensitivity_list_variants (verdict, engine);
  g_assert_cmpuint (variants->len, ==, 4);
  by_publisher = g_ptr_array_index (variants, 0);
  by_base = g_ptr_array_index (variants, 1);
  g_assert_cmpfloat_with_epsilon (by_publisher->finding->value, .75, 1e-12);
  g_assert_false (by_publisher->agrees);
  g_assert_cmpfloat_with_epsilon (by_base->finding->value, 1.5, 1e-12);
  g_assert_true (by_base->agrees);
  sentence = hfs_variant_dup_sentence (by_base, verdict);
  g_assert_cmpstr (sentence, ==, "Our table, copies count for the maker of the first model: 1.50 times");
}

/* Without base models there is nothing to credit otherwise, and that is said. */
static void
test_variants_lack (ClaimsFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  g_autoptr (HfsVerdict) verdict = hfs_verdict_new (claims_fixture_claim (fixture, "spring-2026/china-41"), engine);
  g_autoptr (GPtrArray) variants = hfs_sensitivity_list_variants (verdict, engine);
  const HfsVariant *by_base = g_ptr_array_index (variants, 1);

  g_assert_null (by_base->finding);
  g_assert_cmpstr (by_base->lack, ==, "The snapshot of 22 August 2026 does not state this: Made from another model.");
}

static void
test_help_classify (ClaimsFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_with (fixture, three, G_N_ELEMENTS (three));
  g_autoptr (HfsQuery) query = hfs_query_parse ("countries", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = hfs_sensitivity_rank_unknown (engine, query, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (accounts, 0), ==, "nobody-knows");
}

#define ADD(path, func) g_test_add ("/claims/" path, ClaimsFixture, NULL, claims_fixture_set_up, func, claims_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("bounds/of-a-known-truth", test_bounds);
  ADD ("bounds/are-reached-when-somebody-decides", test_bounds_are_reached);
  ADD ("bounds/none-where-nothing-is-unknown", test_no_bounds);
  ADD ("sensitivity/flips-come-true", test_flips);
  ADD ("sensitivity/finds-every-flip", test_finds_all);
  ADD ("sensitivity/credit-moves-the-number", test_variants);
  ADD ("sensitivity/says-what-is-not-stated", test_variants_lack);
  ADD ("sensitivity/help-classify-ranks-the-unknown", test_help_classify);
  return g_test_run ();
}
