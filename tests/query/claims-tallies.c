/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claims-fixture.h"

#include "hfs-data-resources.h"
#include "hfs-verdict.h"

#include <math.h>
#include <string.h>

/* What a group has on a date, read line by line from the file as it is; -1 when it has not begun. The groups that claims
 * speak of have neither commas nor quotes in their names. */
static double
read_plainly (const char *series,
              const char *group,
              const char *date)
{
  g_autofree char *path = g_strdup_printf ("/org/example/HfState/data/series/%s.csv", series);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (hfs_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  double value = -1;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      if (g_str_equal (fields[1], group) && strcmp (fields[0], date) <= 0)
        value = g_ascii_strtod (fields[2], NULL);
    }
  return value;
}

static double
sum_plainly (const char  *series,
             char       **groups,
             const char  *date)
{
  double total = 0;

  for (; *groups != NULL; groups++)
    total += MAX (0, read_plainly (series, *groups, date));
  return total;
}

static double
tally_plainly (const HfsTally *tally)
{
  double at[3] = { 0 };

  for (guint i = 0; tally->dates[i] != NULL; i++)
    at[i] = sum_plainly (tally->series, tally->groups, tally->dates[i]);
  switch ((int) tally->statistic)
    {
    case HFS_TALLY_GAIN:
      return at[1] - at[0];
    case HFS_TALLY_GROWTH:
      return at[1] / at[0];
    case HFS_TALLY_GAIN_RATIO:
      return (at[2] - at[1]) / (at[1] - at[0]);
    case HFS_TALLY_RATIO:
      return at[0] / sum_plainly (tally->series, tally->against, tally->dates[0]);
    default:
      return at[0];
    }
}

static void
test_counted_again (ClaimsFixture *fixture,
                    gconstpointer  data)
{
  guint n = 0;

  for (guint i = 0; i < fixture->editions->len; i++)
    for (guint j = 0; j < hfs_edition_get_n_claims (fixture->editions->pdata[i]); j++)
      {
        HfsClaim *claim = hfs_edition_get_claim (fixture->editions->pdata[i], j);
        const HfsTally *tally = hfs_claim_get_tally (claim);
        g_autoptr (HfsTallied) tallied = NULL;
        g_autoptr (GError) error = NULL;

        if (tally == NULL)
          continue;
        g_test_message ("%s", hfs_claim_get_id (claim));
        tallied = hfs_tallied_new (tally, &error);
        g_assert_no_error (error);
        g_assert_cmpfloat (fabs (tallied->value - tally_plainly (tally)), <, 1e-9 * MAX (1, tallied->value));
        n++;
      }
  g_assert_cmpuint (n, >=, 10);
}

/* Figures that can be looked up in the sources. */
static void
test_known_figures (ClaimsFixture *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *claim;
    double value;
    HfsVerdictKind kind;
  } cases[] = {
    { "spring-2026/models-2m", 2161698, HFS_VERDICT_HOLDS },
    { "spring-2026/doubling", 2.126833, HFS_VERDICT_DEPENDS },
    { "spring-2026/china-releases", 109, HFS_VERDICT_DEPENDS },
    { "spring-2026/robotics", 27089, HFS_VERDICT_HOLDS },
    { "spring-2026/robotics-second", 5303, HFS_VERDICT_HOLDS },
    { "summer-2026/models", 2991692, HFS_VERDICT_HOLDS },
  };
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HfsVerdict) verdict = hfs_verdict_new (claims_fixture_claim (fixture, cases[i].claim), engine);

      g_test_message ("%s", cases[i].claim);
      g_assert_nonnull (hfs_verdict_get_tallied (verdict));
      g_assert_null (hfs_verdict_get_finding (verdict));
      g_assert_cmpfloat (fabs (hfs_verdict_get_tallied (verdict)->value - cases[i].value), <, 1e-9 * cases[i].value);
      g_assert_cmpint (hfs_verdict_get_kind (verdict), ==, cases[i].kind);
    }
}

static HfsVerdict *
judge (HfsClaim   *claim,
       double      value,
       const char *date)
{
  HfsTallied *tallied = g_new0 (HfsTallied, 1);

  tallied->tally = hfs_claim_get_tally (claim);
  tallied->value = value;
  tallied->date = g_strdup (date);
  tallied->source = g_strdup ("somebody");
  tallied->unit = g_strdup ("data sets");
  tallied->population = g_strdup ("all of them");
  return hfs_verdict_new_for_tallied (claim, tallied);
}

static void
test_other_counts (ClaimsFixture *fixture,
                   gconstpointer  data)
{
  HfsClaim *claim = claims_fixture_claim (fixture, "spring-2026/robotics");
  g_autoptr (HfsVerdict) edge = judge (claim, 27291, "2025-12-18");
  g_autoptr (HfsVerdict) beyond = judge (claim, 27292, "2025-12-18");
  g_autoptr (HfsVerdict) later = judge (claim, 27292, "2026-02-18");
  g_autofree char *why = hfs_verdict_dup_why (beyond);
  g_autofree char *moved = hfs_verdict_dup_why (later);
  g_autofree char *arithmetic = hfs_verdict_dup_arithmetic (beyond);

  g_assert_cmpint (hfs_verdict_get_kind (edge), ==, HFS_VERDICT_HOLDS);
  g_assert_cmpint (hfs_verdict_get_kind (beyond), ==, HFS_VERDICT_DIFFERS);
  g_assert_cmpint (hfs_verdict_get_kind (later), ==, HFS_VERDICT_MOVED);
  g_assert_nonnull (strstr (why, "not as the source says"));
  g_assert_nonnull (strstr (moved, "18 February 2026"));
  g_assert_cmpstr (arithmetic, ==, "27,292 data sets: all of them, on 18 December 2025. Counted by others: somebody, 18 December 2025.");
}

/* Whoever has fetched the whole Hub is told by that, and not by counts of others. */
static void
test_own_data_come_first (ClaimsFixture *fixture,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  HfsModelRow *rows = claims_fixture_hub (40, owned);
  g_autoptr (HfsEngine) engine = claims_fixture_with (fixture, rows, 40);
  g_autoptr (HfsVerdict) verdict = hfs_verdict_new (claims_fixture_claim (fixture, "spring-2026/models-2m"), engine);

  g_assert_null (hfs_verdict_get_tallied (verdict));
  g_assert_nonnull (hfs_verdict_get_finding (verdict));
  g_assert_cmpint (hfs_verdict_get_kind (verdict), ==, HFS_VERDICT_MOVED);
}

static void
test_faults_are_named (ClaimsFixture *fixture,
                       gconstpointer  data)
{
  static const struct
  {
    const char *tally;
    const char *place;
  } cases[] = {
    { "\"statistic\":\"gain\",\"groups\":[\"models\"],\"dates\":[\"2025-10-23\"]", "number of dates" },
    { "\"statistic\":\"value\",\"groups\":[\"models\"],\"dates\":[\"2025-02-30\"]", "run forward" },
    { "\"statistic\":\"growth\",\"groups\":[\"models\"],\"dates\":[\"2025-10-23\",\"2025-10-23\"]", "run forward" },
    { "\"statistic\":\"ratio\",\"groups\":[\"models\"],\"dates\":[\"2025-10-23\"]", "against" },
    { "\"statistic\":\"value\",\"groups\":[\"models\"],\"against\":[\"models\"],\"dates\":[\"2025-10-23\"]", "against" },
    { "\"statistic\":\"value\",\"groups\":[\"models\"],\"dates\":[\"2025-10-23\"],\"comparison\":\"greater\"", "greater" },
    { "\"statistic\":\"most\",\"groups\":[\"models\"],\"dates\":[\"2025-10-23\"]", "tally.statistic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (
        "{\"id\":\"e\",\"title\":\"T\",\"authors\":\"A\",\"date\":\"2026-03-17\",\"uri\":\"https://example.org/\",\"claims\":[{"
        "\"id\":\"c\",\"text\":\"There are two models.\",\"question\":\"models\",\"population\":{\"scope\":\"hub\",\"text\":\"all\"},"
        "\"window\":{\"kind\":\"on-date\",\"to\":\"2026-03-17\",\"text\":\"March\"},"
        "\"published\":[{\"value\":2,\"unit\":\"models\",\"text\":\"2\"}],"
        "\"sources\":[{\"title\":\"S\",\"uri\":\"https://example.org/\",\"date\":\"2026-03-17\"}],"
        "\"tally\":{\"series\":\"hub-models\",%s}}]}", cases[i].tally);
      g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsEdition) edition = hfs_edition_new (bytes, &error);

      g_assert_null (edition);
      g_assert_nonnull (strstr (error->message, "claims[0].tally"));
      if (strstr (error->message, cases[i].place) == NULL)
        g_error ("%s", error->message);
    }
}

static void
test_a_group_that_is_not_there (ClaimsFixture *fixture,
                                gconstpointer  data)
{
  char *groups[] = { (char *) "Nobody", NULL }, *none[] = { NULL }, *dates[] = { (char *) "2025-10-23", NULL };
  HfsTally tally = { .series = (char *) "company-models", .statistic = HFS_TALLY_VALUE, .groups = groups, .against = none, .dates = dates };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;

  g_assert_null (hfs_tallied_new (&tally, &error));
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND);
  tally.series = (char *) "nothing";
  g_assert_null (hfs_tallied_new (&tally, &other_error));
  g_assert_error (other_error, HFS_DATA_ERROR, HFS_DATA_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, ClaimsFixture, NULL, claims_fixture_set_up, test, claims_fixture_tear_down)
  ADD ("/query/claims/tallies/counted-again-they-are-the-same", test_counted_again);
  ADD ("/query/claims/tallies/known-figures", test_known_figures);
  ADD ("/query/claims/tallies/other-counts-move-the-verdict", test_other_counts);
  ADD ("/query/claims/tallies/own-data-come-first", test_own_data_come_first);
  ADD ("/query/claims/tallies/faults-are-named", test_faults_are_named);
  ADD ("/query/claims/tallies/a-group-that-is-not-there", test_a_group_that_is_not_there);
#undef ADD
  return g_test_run ();
}
