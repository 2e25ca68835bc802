/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claims-fixture.h"

#include "hfs-verdict.h"
#include "hfs-waterfall.h"

#include <math.h>
#include <string.h>

static GPtrArray *
load (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *waterfalls = hfs_waterfalls_load (&error);

  g_assert_no_error (error);
  return waterfalls;
}

static HfsWaterfall *
find (GPtrArray  *waterfalls,
      const char *id)
{
  for (guint i = 0; i < waterfalls->len; i++)
    if (g_str_equal (hfs_waterfall_get_id (g_ptr_array_index (waterfalls, i)), id))
      return g_ptr_array_index (waterfalls, i);
  g_error ("There is no waterfall %s", id);
}

/* Every published number that it speaks of is a claim of an edition. */
static void
test_claims (ClaimsFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) waterfalls = load ();

  g_assert_cmpuint (waterfalls->len, >=, 3);
  for (guint i = 0; i < waterfalls->len; i++)
    {
      HfsWaterfall *waterfall = g_ptr_array_index (waterfalls, i);

      for (guint j = 0; j < hfs_waterfall_get_n_claims (waterfall); j++)
        {
          HfsClaim *claim = claims_fixture_claim (fixture, hfs_waterfall_get_claim (waterfall, j));
          const char *text = hfs_claim_get_figure (claim, 0)->text;

          g_assert_nonnull (text);
        }
    }
}

/* Each change is the difference to the last number before it; a step without a number says why. */
static void
check_steps (HfsWaterfall *waterfall,
             HfsEngine    *engine)
{
  g_autoptr (GPtrArray) steps = hfs_waterfall_compute (waterfall, engine);
  double before = NAN;

  g_assert_cmpuint (steps->len, ==, hfs_waterfall_get_n_steps (waterfall));
  for (guint i = 0; i < steps->len; i++)
    {
      const HfsWaterfallStep *step = g_ptr_array_index (steps, i);
      g_autofree char *sentence = hfs_waterfall_step_dup_sentence (step);

      g_test_message ("%s: %s", step->text, sentence);
      g_assert_cmpuint (strlen (sentence), >, 20);
      g_assert_true ((step->finding == NULL) == (step->lack != NULL));
      if (step->finding == NULL)
        {
          g_assert_true (isnan (step->change));
          continue;
        }
      if (isnan (before))
        g_assert_true (isnan (step->change));
      else
        g_assert_cmpfloat_with_epsilon (step->change, step->finding->value - before, 1e-12);
      before = step->finding->value;
    }
  g_assert_false (isnan (before));
}

static void
test_bundled (ClaimsFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  g_autoptr (GPtrArray) waterfalls = load ();

  for (guint i = 0; i < waterfalls->len; i++)
    check_steps (g_ptr_array_index (waterfalls, i), engine);
}

static const HfsWaterfallStep *
last_with_rule (GPtrArray *steps,
                HfsRule    rule,
                gboolean   testable)
{
  for (guint i = steps->len; i > 0; i--)
    {
      const HfsWaterfallStep *step = g_ptr_array_index (steps, i - 1);

      if (step->rule == rule && (step->recipe != NULL) == testable)
        return step;
    }
  g_assert_not_reached ();
}

/* What the bundled data cannot tell, a whole list with counts of all time can. */
static void
test_more_data (ClaimsFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) waterfalls = load ();
  HfsWaterfall *waterfall = find (waterfalls, "under-200");
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HfsEngine) bundled = claims_fixture_bundled (fixture);
  g_autoptr (HfsEngine) whole = claims_fixture_with (fixture, claims_fixture_hub (600, owned), 600);
  g_autoptr (GPtrArray) before = hfs_waterfall_compute (waterfall, bundled);
  g_autoptr (GPtrArray) after = hfs_waterfall_compute (waterfall, whole);

  g_assert_null (last_with_rule (before, HFS_RULE_WINDOW, TRUE)->finding);
  g_assert_nonnull (last_with_rule (after, HFS_RULE_WINDOW, TRUE)->finding);
  g_assert_cmpfloat_with_epsilon (((const HfsWaterfallStep *) g_ptr_array_index (before, 0))->finding->value, .9251, .00006);
}

/* A step about all time is no step when only 30 days are known. */
static void
test_no_stand_in (ClaimsFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  g_autoptr (GPtrArray) waterfalls = load ();
  g_autoptr (GPtrArray) steps = hfs_waterfall_compute (find (waterfalls, "china-us-ratio"), engine);
  const HfsWaterfallStep *step = last_with_rule (steps, HFS_RULE_WINDOW, TRUE);

  g_assert_cmpint (hfs_query_get_measure (step->recipe->query), ==, HFS_MEASURE_DOWNLOADS_ALL_TIME);
  g_assert_null (step->finding);
  g_assert_cmpstr (step->lack, ==, "The snapshot of 22 August 2026 does not state this: Downloads, all time.");
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } files[] = {
    { "{}", "waterfalls: This member is missing." },
    { "{\"waterfalls\":[{\"id\":\"a\",\"title\":\"t\",\"text\":\"A long text.\",\"claims\":[\"x/y\"],\"steps\":[]}]}",
      "waterfalls[0].claims: The list has to have from 2 to 10 members." },
    { "{\"waterfalls\":[{\"id\":\"a\",\"title\":\"t\",\"text\":\"A long text.\",\"claims\":[\"x/y\",\"x/z\"],\"steps\":["
      "{\"rule\":\"window\",\"text\":\"A long text.\",\"reason\":\"A long reason.\"},{\"rule\":\"window\",\"text\":\"A long text.\"}]}]}",
      "waterfalls[0].steps[1]: A step has either a recipe, or the reason why there is none." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].json, strlen (files[i].json));
      g_autoptr (GError) error = NULL;

      g_assert_null (hfs_waterfalls_new (bytes, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, files[i].message);
    }
}

#define ADD(path, func) g_test_add ("/claims/waterfalls/" path, ClaimsFixture, NULL, claims_fixture_set_up, func, claims_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("speak-of-claims-that-are-there", test_claims);
  ADD ("every-step-has-a-number-or-says-why", test_bundled);
  ADD ("more-data-fill-steps-in", test_more_data);
  ADD ("nothing-stands-in-for-all-time", test_no_stand_in);
  g_test_add_func ("/claims/waterfalls/refuse-what-is-wrong", test_refusals);
  return g_test_run ();
}
