/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claims-fixture.h"

#include "hfs-claims-file.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define CHINA_41 "spring-2026/china-41"
#define OVER_US  "spring-2026/china-over-us"

/* A claim about the whole Hub in the 30 days to 17 March 2026: China has 41 %, give or take 2. */
static HfsClaim *
claim_about (const char *scope,
             const char *kind,
             const char *difference)
{
  g_autofree char *json = g_strdup_printf (
    "{\"id\":\"e\",\"title\":\"T\",\"authors\":\"A\",\"date\":\"2026-03-17\",\"uri\":\"https://example.org/\",\"claims\":[{"
    "\"id\":\"c\",\"text\":\"China has 41 per cent.\",\"question\":\"countries\","
    "\"population\":{%s,\"text\":\"what the source looks at\"},"
    "\"window\":{\"kind\":\"%s\",\"to\":\"2026-03-17\",\"text\":\"what the source counts\"},"
    "\"published\":[{\"value\":41,\"unit\":\"%%\",\"text\":\"41\"}],"
    "\"sources\":[{\"title\":\"S\",\"uri\":\"https://example.org/\",\"date\":\"2026-03-17\"}],"
    "\"recipe\":{\"query\":\"countries\",\"statistic\":\"share\",\"rows\":[\"CN\"],\"comparison\":\"equals\",\"tolerance\":2%s}}]}",
    scope, kind, difference);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsEdition) edition = hfs_edition_new (bytes, &error);

  g_assert_no_error (error);
  return g_object_ref (hfs_edition_get_claim (edition, 0));
}

static HfsFinding *
finding_of (double      share,
            const char *date,
            gboolean    complete)
{
  HfsFinding *finding = g_new0 (HfsFinding, 1);

  finding->value = share;
  finding->part = share * 1000;
  finding->whole = 1000;
  finding->n_models = 100;
  finding->query = hfs_query_parse ("countries", NULL);
  finding->snapshot = hfs_snapshot_info_new ("snapshot", date, "a source");
  finding->snapshot->n_models = 100;
  finding->snapshot->most_downloaded = 100;
  finding->snapshot->complete = complete;
  return finding;
}

#define HUB  "\"scope\":\"hub\""
#define TOP  "\"scope\":\"top\",\"depth\":100"
#define DEEP "\"scope\":\"top\",\"depth\":101"
#define DIFFERENCE ",\"differences\":[{\"rule\":\"credit\",\"text\":\"Another credit.\"}]"

static const struct
{
  const char *name;
  const char *scope;
  const char *window;
  const char *difference;
  double share;
  const char *date;
  gboolean complete;
  HfsVerdictKind verdict;
  HfsRule unlike; /* HFS_N_RULES for none */
} cases[] = {
  { "within-the-tolerance-holds", HUB, "days-30", "", .43, "2026-03-17", TRUE, HFS_VERDICT_HOLDS, HFS_N_RULES },
  { "below-the-tolerance-differs", HUB, "days-30", "", .389, "2026-03-17", TRUE, HFS_VERDICT_DIFFERS, HFS_N_RULES },
  { "above-the-tolerance-differs", HUB, "days-30", "", .431, "2026-04-17", TRUE, HFS_VERDICT_DIFFERS, HFS_N_RULES },
  { "a-month-later-has-moved", HUB, "days-30", "", .431, "2026-04-18", TRUE, HFS_VERDICT_MOVED, HFS_N_RULES },
  { "later-and-alike-holds", HUB, "days-30", "", .41, "2027-01-01", TRUE, HFS_VERDICT_HOLDS, HFS_N_RULES },
  { "older-cannot-be-tested", HUB, "days-30", "", .41, "2026-01-30", TRUE, HFS_VERDICT_CANNOT_TEST, HFS_N_RULES },
  { "a-little-older-can", HUB, "days-30", "", .41, "2026-01-31", TRUE, HFS_VERDICT_HOLDS, HFS_N_RULES },
  { "part-of-the-hub-depends", HUB, "days-30", "", .41, "2026-03-17", FALSE, HFS_VERDICT_DEPENDS, HFS_RULE_POPULATION },
  { "another-window-depends", HUB, "all-time", "", .41, "2026-03-17", TRUE, HFS_VERDICT_DEPENDS, HFS_RULE_WINDOW },
  { "an-unstated-window-depends", HUB, "unstated", "", .41, "2026-03-17", TRUE, HFS_VERDICT_DEPENDS, HFS_RULE_WINDOW },
  { "another-rule-depends", HUB, "days-30", DIFFERENCE, .41, "2026-03-17", TRUE, HFS_VERDICT_DEPENDS, HFS_RULE_CREDIT },
  { "a-chosen-list-depends", "\"scope\":\"chosen\"", "days-30", "", .41, "2026-03-17", TRUE, HFS_VERDICT_DEPENDS, HFS_RULE_POPULATION },
  { "deep-enough-holds", TOP, "days-30", "", .41, "2026-03-17", FALSE, HFS_VERDICT_HOLDS, HFS_N_RULES },
  { "not-deep-enough-depends", DEEP, "days-30", "", .41, "2026-03-17", FALSE, HFS_VERDICT_DEPENDS, HFS_RULE_POPULATION },
  { "all-is-deep-enough", DEEP, "days-30", "", .41, "2026-03-17", TRUE, HFS_VERDICT_HOLDS, HFS_N_RULES },
};

static void
test_rule (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (HfsClaim) claim = claim_about (cases[i].scope, cases[i].window, cases[i].difference);
  g_autoptr (HfsVerdict) verdict = hfs_verdict_new_for_finding (claim, finding_of (cases[i].share, cases[i].date, cases[i].complete));
  g_autofree char *why = hfs_verdict_dup_why (verdict);
  g_autofree char *arithmetic = hfs_verdict_dup_arithmetic (verdict);

  g_assert_cmpstr (hfs_verdict_kind_get_key (hfs_verdict_get_kind (verdict)), ==, hfs_verdict_kind_get_key (cases[i].verdict));
  for (guint rule = 0; rule < HFS_N_RULES; rule++)
    g_assert_cmpint (hfs_verdict_is_unlike (verdict, rule), ==, rule == cases[i].unlike);
  g_assert_true (strlen (why) > 20);
  g_assert_true (g_str_has_prefix (arithmetic, "Our "));
  if (cases[i].unlike == HFS_RULE_WINDOW)
    g_assert_nonnull (strstr (why, "the source counts what the source counts; we count 30 days to 17 March 2026"));
  if (cases[i].unlike == HFS_RULE_POPULATION)
    g_assert_nonnull (strstr (why, "the source looks at what the source looks at"));
  if (cases[i].unlike == HFS_RULE_CREDIT)
    g_assert_nonnull (strstr (why, "Another credit."));
}

static HfsVerdictKind
judge (ClaimsFixture *fixture,
       HfsEngine     *engine,
       const char    *name)
{
  g_autoptr (HfsVerdict) verdict = hfs_verdict_new (claims_fixture_claim (fixture, name), engine);

  return hfs_verdict_get_kind (verdict);
}

/* The whole Hub, today: China with @china downloads, the United States with 1000. */
static HfsVerdictKind
judge_with (ClaimsFixture *fixture,
            gint64         china)
{
  HfsModelRow rows[2] = { HFS_MODEL_ROW_INIT, HFS_MODEL_ROW_INIT };
  g_autoptr (HfsEngine) engine = NULL;

  rows[0].hub_id = "640000000000000000000001";
  rows[0].id = "Qwen/Qwen3-8B";
  rows[0].downloads = china;
  rows[1].hub_id = "640000000000000000000002";
  rows[1].id = "google/gemma-3";
  rows[1].downloads = 1000;
  engine = claims_fixture_with (fixture, rows, G_N_ELEMENTS (rows));
  return judge (fixture, engine, OVER_US);
}

static void
test_other_data_other_verdict (ClaimsFixture *fixture,
                               gconstpointer  data)
{
  g_autoptr (HfsEngine) bundled = claims_fixture_bundled (fixture);

  /* The bundled snapshot of 2026 holds a part of the Hub. */
  g_assert_cmpint (judge (fixture, bundled, OVER_US), ==, HFS_VERDICT_DEPENDS);
  g_assert_cmpint (judge_with (fixture, 1001), ==, HFS_VERDICT_HOLDS);
}

static void
test_other_counts_other_verdict (ClaimsFixture *fixture,
                                 gconstpointer  data)
{
  g_assert_cmpint (judge_with (fixture, 1000), ==, HFS_VERDICT_MOVED);
}

/* Qwen moved to another country: the same counts, another share. */
static void
test_other_table_other_number (ClaimsFixture *fixture,
                               gconstpointer  data)
{
  static const char table[] = "publisher,name,country,developer_type,evidence,confidence,note\n"
                              "Qwen,Qwen,CN,industry,https://example.org,high,\n";
  static const char repositories[] = "repository,publisher,name,country,developer_type,evidence,confidence,note\n";
  static const char atom[] = "publisher,region,note\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) table_bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (GBytes) repository_bytes = g_bytes_new_static (repositories, strlen (repositories));
  g_autoptr (GBytes) atom_bytes = g_bytes_new_static (atom, strlen (atom));
  g_autoptr (HfsPublishers) publishers = hfs_publishers_new (table_bytes, repository_bytes, atom_bytes, &error);
  g_autoptr (HfsEngine) bundled = claims_fixture_bundled (fixture);
  g_autoptr (HfsEngine) engine = NULL;
  g_autoptr (HfsVerdict) before = NULL;
  g_autoptr (HfsVerdict) after = NULL;
  g_autofree char *ours = NULL;

  g_assert_no_error (error);
  engine = hfs_engine_new (hfs_engine_get_archive (bundled), publishers);
  before = hfs_verdict_new (claims_fixture_claim (fixture, CHINA_41), bundled);
  after = hfs_verdict_new (claims_fixture_claim (fixture, CHINA_41), engine);
  ours = hfs_verdict_dup_ours (after);
  g_assert_cmpfloat (hfs_verdict_get_finding (after)->value, <, hfs_verdict_get_finding (before)->value);
  g_assert_cmpstr (ours, ==, "13.5\302\240%");
}

static void
test_words (ClaimsFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  g_autoptr (HfsVerdict) china = hfs_verdict_new (claims_fixture_claim (fixture, CHINA_41), engine);
  g_autoptr (HfsVerdict) users = hfs_verdict_new (claims_fixture_claim (fixture, "spring-2026/users"), engine);
  g_autofree char *arithmetic = hfs_verdict_dup_arithmetic (china);
  g_autofree char *why = hfs_verdict_dup_why (china);
  g_autofree char *published = hfs_verdict_dup_published (users);
  g_autofree char *reason = hfs_verdict_dup_why (users);

  g_assert_cmpstr (arithmetic, ==, "Our 23.9\302\240% = 501 million of 2.10 billion downloads, the 529 most used models, "
                                   "30 days to 22 August 2026.");
  g_assert_nonnull (strstr (why, "the source counts the past year; we count 30 days to 22 August 2026."));
  g_assert_nonnull (strstr (published, "13 million"));
  g_assert_nonnull (strstr (published, "11 million"));
  g_assert_cmpint (hfs_verdict_get_kind (users), ==, HFS_VERDICT_CANNOT_TEST);
  g_assert_cmpstr (reason, ==, hfs_claim_get_reason (hfs_verdict_get_claim (users)));
}

/* Text and JSON say the same of the same claims. */
static void
test_files (ClaimsFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  g_autofree char *text = hfs_claims_to_text (engine, fixture->editions);
  g_autofree char *json = hfs_claims_to_json (engine, fixture->editions);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, &error);
  JsonArray *editions;
  guint n = 0, n_bounds = 0, n_flips = 0;

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  editions = json_object_get_array_member (json_node_get_object (root), "editions");
  for (guint i = 0; i < json_array_get_length (editions); i++)
    {
      JsonObject *edition = json_array_get_object_element (editions, i);
      JsonArray *claims = json_object_get_array_member (edition, "claims");

      for (guint j = 0; j < json_array_get_length (claims); j++, n++)
        {
          JsonObject *claim = json_array_get_object_element (claims, j);
          g_autofree char *line = g_strdup_printf ("%s/%s\t%s\n", json_object_get_string_member (edition, "id"),
                                                   json_object_get_string_member (claim, "id"),
                                                   json_object_get_string_member (claim, "verdict"));

          g_assert_nonnull (strstr (text, line));
          g_assert_cmpuint (json_array_get_length (json_object_get_array_member (claim, "sources")), >=, 1);
          if (json_object_has_member (claim, "bounds"))
            n_bounds++;
          if (json_object_has_member (claim, "would_turn"))
            n_flips += json_array_get_length (json_object_get_array_member (claim, "would_turn"));
          if (json_object_has_member (claim, "ours"))
            {
              JsonObject *ours = json_object_get_object_member (claim, "ours");

              /* Made by a query, or from counts of others. */
              g_assert_true (json_object_has_member (ours, "query") != json_object_has_member (ours, "series"));
            }
        }
    }
  g_assert_cmpuint (n, >=, 60);
  g_assert_cmpuint (n_bounds, >=, 5);
  g_assert_cmpuint (n_flips, >=, 5);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

/* All claims at once, from worker threads: the same verdicts as one after the other. */
static void
test_threads (ClaimsFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  HfsEdition *edition = g_ptr_array_index (fixture->editions, 0);
  guint n = hfs_edition_get_n_claims (edition);
  g_autofree GAsyncResult **results = g_new0 (GAsyncResult *, n);

  for (guint i = 0; i < n; i++)
    hfs_verdict_new_async (hfs_edition_get_claim (edition, i), engine, NULL, keep_result, &results[i]);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsVerdict) verdict = NULL;
      g_autoptr (HfsVerdict) alone = hfs_verdict_new (hfs_edition_get_claim (edition, i), engine);

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      verdict = hfs_verdict_new_finish (results[i], &error);
      g_assert_no_error (error);
      g_assert_true (hfs_verdict_get_claim (verdict) == hfs_edition_get_claim (edition, i));
      g_assert_cmpint (hfs_verdict_get_kind (verdict), ==, hfs_verdict_get_kind (alone));
      g_object_unref (results[i]);
    }
}

static void
test_cancelled (ClaimsFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (HfsEngine) engine = claims_fixture_bundled (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  hfs_verdict_new_async (claims_fixture_claim (fixture, CHINA_41), engine, cancellable, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (hfs_verdict_new_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func) g_test_add ("/claims/verdicts/" path, ClaimsFixture, NULL, claims_fixture_set_up, func, claims_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/claims/verdicts/rules/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_rule);
    }
  ADD ("other-data-other-verdict", test_other_data_other_verdict);
  ADD ("other-counts-other-verdict", test_other_counts_other_verdict);
  ADD ("other-table-other-number", test_other_table_other_number);
  ADD ("the-arithmetic-in-words", test_words);
  ADD ("text-and-json-agree", test_files);
  ADD ("from-many-threads-at-once", test_threads);
  ADD ("can-be-cancelled", test_cancelled);
  return g_test_run ();
}
