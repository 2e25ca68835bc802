/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claims-fixture.h"

#include "hfs-csv.h"

#include <math.h>
#include <string.h>

/* What the report has to be taken at its word for. */
static const char * const report_claims[] = {
  "users", "models-2m", "datasets-500k", "fortune-500", "industry-share", "independent-share", "china-41", "china-over-us",
  "no-clear-country", "top-001", "under-200", "communities", "derivatives", "sovereignty", "small-4x", "size-mean",
  "china-releases", "robotics", "life", "future",
};

static void
test_complete (ClaimsFixture *fixture,
               gconstpointer  data)
{
  static const char * const names[] = { "spring-2026", "summer-2026", "economies-2025", "atom-2026", "bourdois-2025" };
  guint n = 0;

  g_assert_cmpuint (fixture->editions->len, >=, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      HfsEdition *edition = g_ptr_array_index (fixture->editions, i);

      g_assert_cmpstr (hfs_edition_get_id (edition), ==, names[i]);
      n += hfs_edition_get_n_claims (edition);
    }
  g_assert_cmpuint (n, >=, 60);
  for (guint i = 0; i < G_N_ELEMENTS (report_claims); i++)
    {
      g_autofree char *name = g_strconcat ("spring-2026/", report_claims[i], NULL);

      claims_fixture_claim (fixture, name);
    }
  g_assert_null (hfs_editions_find_claim (fixture->editions, "spring-2026/no-such-claim"));
  g_assert_null (hfs_editions_find_claim (fixture->editions, "spring/users"));
  g_assert_null (hfs_editions_find_claim (fixture->editions, "users"));
}

static void
test_disagreeing_sources (ClaimsFixture *fixture,
                          gconstpointer  data)
{
  HfsClaim *users = claims_fixture_claim (fixture, "spring-2026/users");

  g_assert_cmpuint (hfs_claim_get_n_figures (users), ==, 2);
  g_assert_cmpfloat (hfs_claim_get_figure (users, 0)->value, ==, 13);
  g_assert_cmpfloat (hfs_claim_get_figure (users, 1)->value, ==, 11);
  g_assert_cmpuint (hfs_claim_get_figure (users, 0)->source, !=, hfs_claim_get_figure (users, 1)->source);
}

/* The figures of the editions as `EDITION/CLAIM MEMBER` → the number in full. */
static void
collect (GHashTable *figures,
         const char *edition,
         HfsClaim   *claim)
{
  static const char * const first[] = { NULL, "value", "from", "low" };
  static const char * const second[] = { NULL, NULL, "to", "high" };

  for (guint i = 0; i < hfs_claim_get_n_figures (claim); i++)
    {
      const HfsFigure *figure = hfs_claim_get_figure (claim, i);
      g_autofree char *number = hfs_claim_get_n_figures (claim) > 1 ? g_strdup_printf ("/%u", i) : g_strdup ("");
      double *value = g_new (double, 2);

      value[0] = figure->value * figure->scale;
      value[1] = figure->until * figure->scale;
      if (first[figure->kind] != NULL)
        g_hash_table_insert (figures, g_strdup_printf ("%s/%s%s %s", edition, hfs_claim_get_id (claim), number, first[figure->kind]),
                             g_memdup2 (&value[0], sizeof (double)));
      if (second[figure->kind] != NULL)
        g_hash_table_insert (figures, g_strdup_printf ("%s/%s%s %s", edition, hfs_claim_get_id (claim), number, second[figure->kind]),
                             g_memdup2 (&value[1], sizeof (double)));
      g_free (value);
    }
}

/* Whether a number of the text, in thousands, millions … or as it stands, is @value. */
static gboolean
is_written (const char *text,
            double      value)
{
  static const double scales[] = { 1, 1e3, 1e6, 1e9, 1e12 };

  for (; *text != '\0'; text++)
    {
      char *end;
      double number;

      if (!g_ascii_isdigit (*text))
        continue;
      number = g_ascii_strtod (text, &end);
      if (*end == ',' && g_ascii_isdigit (end[1]))
        number = number * 1000 + g_ascii_strtod (end + 1, &end);
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        if (fabs (number * scales[i] - value) <= 1e-9 * MAX (1, fabs (value)))
          return TRUE;
      text = end - 1;
    }
  return FALSE;
}

static void
test_facts (ClaimsFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "report-facts.csv", NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HfsCsvReader) reader = NULL;

  for (guint i = 0; i < fixture->editions->len; i++)
    {
      HfsEdition *edition = g_ptr_array_index (fixture->editions, i);

      for (guint j = 0; j < hfs_edition_get_n_claims (edition); j++)
        collect (figures, hfs_edition_get_id (edition), hfs_edition_get_claim (edition, j));
    }
  g_assert_cmpuint (g_hash_table_size (figures), >=, 60);

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  reader = hfs_csv_reader_new (bytes, &error);
  g_assert_no_error (error);
  while (hfs_csv_reader_next (reader, &error))
    {
      g_autofree char *id = g_strdup (hfs_csv_reader_get_field (reader, hfs_csv_reader_find (reader, "id")));
      g_autofree char *member = g_strdup (hfs_csv_reader_get_field (reader, hfs_csv_reader_find (reader, "member")));
      g_autofree char *name = g_strdup_printf ("%s %s", id, member);
      double value = g_ascii_strtod (hfs_csv_reader_get_field (reader, hfs_csv_reader_find (reader, "value")), NULL);
      double *figure = g_hash_table_lookup (figures, name);

      if (figure == NULL)
        g_error ("No edition has the figure %s", name);
      g_assert_cmpfloat_with_epsilon (*figure, value, 1e-9 * MAX (1, fabs (value)));
      if (!is_written (hfs_csv_reader_get_field (reader, hfs_csv_reader_find (reader, "as_written")), value))
        g_error ("The source of %s does not say %g", name, value);
      g_hash_table_remove (figures, name);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (figures), ==, 0);
}

/* Nobody should have to read a sentence twice. */
static void
check_sentences (const char *text,
                 const char *name)
{
  guint words = 0;
  gboolean in_word = FALSE;

  for (; *text != '\0'; text++)
    {
      gboolean ends = strchr (".:;!?", *text) != NULL && (text[1] == ' ' || text[1] == '\0');

      words += *text != ' ' && !in_word;
      in_word = *text != ' ';
      if (*text == '!')
        g_error ("%s shouts", name);
      if (ends && words > 32)
        g_error ("%s has a sentence of %u words", name, words);
      if (ends)
        words = 0;
    }
}

static void
test_plain_words (ClaimsFixture *fixture,
                  gconstpointer  data)
{
  for (guint i = 0; i < fixture->editions->len; i++)
    {
      HfsEdition *edition = g_ptr_array_index (fixture->editions, i);

      for (guint j = 0; j < hfs_edition_get_n_claims (edition); j++)
        {
          HfsClaim *claim = hfs_edition_get_claim (edition, j);
          const char *reason = hfs_claim_get_reason (claim);

          check_sentences (hfs_claim_get_text (claim), hfs_claim_get_id (claim));
          g_assert_true (g_str_has_suffix (hfs_claim_get_text (claim), "."));
          if (reason != NULL)
            check_sentences (reason, hfs_claim_get_id (claim));
          /* A percentage has a no-break space before its sign. */
          g_assert_null (strstr (hfs_claim_get_text (claim), " %"));
        }
    }
}

#define CLAIM(rest) "{\"id\":\"e\",\"title\":\"T\",\"authors\":\"A\",\"date\":\"2026-03\",\"uri\":\"https://example.org/\"," \
                    "\"claims\":[{\"id\":\"c\",\"text\":\"A sentence that is a claim.\",\"question\":\"countries\"," \
                    "\"sources\":[{\"title\":\"S\",\"uri\":\"https://example.org/\",\"date\":\"2026-03-17\"}]," rest "}]}"
#define POPULATION "\"population\":{\"scope\":\"hub\",\"text\":\"all\"},"
#define WINDOW     "\"window\":{\"kind\":\"days-30\",\"to\":\"2026-03-17\",\"text\":\"a month\"},"
#define FIGURE     "\"published\":[{\"value\":41,\"unit\":\"%\",\"text\":\"41\"}],"
#define REASON     "\"reason\":\"It cannot be tested.\""
#define RECIPE(rest) "\"recipe\":{\"query\":\"countries\",\"statistic\":\"share\",\"rows\":[\"CN\"],\"comparison\":\"equals\"" rest "}"

static const struct
{
  const char *name;
  const char *json;
  const char *message; /* NULL where there is nothing wrong */
} refusals[] = {
  { "accepts-a-recipe", CLAIM (POPULATION WINDOW FIGURE RECIPE (",\"tolerance\":2")), NULL },
  { "accepts-a-reason", CLAIM (POPULATION WINDOW FIGURE REASON), NULL },
  { "not-json", "{\"id\":", "This is not JSON" },
  { "no-object", "[]", "The whole file: This has to be an object." },
  { "unknown-member", CLAIM (POPULATION WINDOW FIGURE REASON ",\"verdict\":\"holds\""), "claims[0].verdict: There is no such member." },
  { "unknown-member-deep", CLAIM (POPULATION WINDOW FIGURE RECIPE (",\"colour\":1")), "claims[0].recipe.colour: There is no such member." },
  { "missing-member", CLAIM (POPULATION FIGURE REASON), "claims[0].window: This member is missing." },
  { "wrong-type", CLAIM (POPULATION WINDOW "\"published\":41," REASON), "claims[0].published: This has to be a list of objects." },
  { "text-for-number", CLAIM (POPULATION WINDOW "\"published\":[{\"value\":\"41\",\"unit\":\"%\",\"text\":\"41\"}]," REASON), "claims[0].published[0].value: This has to be a number." },
  { "null-for-text", CLAIM (POPULATION WINDOW "\"published\":[{\"value\":41,\"unit\":\"%\",\"text\":null}]," REASON), "claims[0].published[0].text: This has to be a text." },
  { "empty-list", CLAIM (POPULATION WINDOW "\"published\":[]," REASON), "claims[0].published: The list has to have from 1 to 10 members." },
  { "no-such-day", CLAIM (POPULATION "\"window\":{\"kind\":\"days-30\",\"to\":\"2026-02-30\",\"text\":\"a month\"}," FIGURE REASON), "claims[0].window.to: This has to be a date" },
  { "no-such-kind", CLAIM (POPULATION "\"window\":{\"kind\":\"weeks\",\"to\":\"2026-02-28\",\"text\":\"a month\"}," FIGURE REASON), "claims[0].window.kind: “weeks” cannot stand here. It can be: days-30" },
  { "out-of-range", CLAIM (POPULATION WINDOW FIGURE RECIPE (",\"tolerance\":-1")), "claims[0].recipe.tolerance: The number has to be from 0" },
  { "half-a-model", CLAIM ("\"population\":{\"scope\":\"top\",\"depth\":2.5,\"text\":\"some\"}," WINDOW FIGURE REASON), "claims[0].population.depth: This has to be a whole number." },
  { "top-without-depth", CLAIM ("\"population\":{\"scope\":\"top\",\"text\":\"some\"}," WINDOW FIGURE REASON), "claims[0].population: The first of a ranking need the member “depth”." },
  { "recipe-and-reason", CLAIM (POPULATION WINDOW FIGURE REASON "," RECIPE ("")), "claims[0]: A claim has either a recipe or a tally, or the reason why there is none." },
  { "neither", CLAIM (POPULATION WINDOW "\"published\":[{\"text\":\"41\"}]"), "claims[0]: A claim has either a recipe or a tally, or the reason why there is none." },
  { "bad-query", CLAIM (POPULATION WINDOW FIGURE "\"recipe\":{\"query\":\"planets\",\"statistic\":\"share\",\"rows\":[\"CN\"],\"comparison\":\"equals\"}"), "claims[0].recipe: There is no query “planets”." },
  { "share-without-per-cent", CLAIM (POPULATION WINDOW "\"published\":[{\"value\":41,\"unit\":\"models\",\"text\":\"41\"}]," RECIPE ("")), "claims[0].recipe: A share is tested with per cent" },
  { "ratio-without-against", CLAIM (POPULATION WINDOW FIGURE "\"recipe\":{\"query\":\"countries\",\"statistic\":\"ratio\",\"rows\":[\"CN\"],\"comparison\":\"greater\"}"), "claims[0].recipe: This statistic needs the member “against”." },
  { "no-source-of-the-number", CLAIM (POPULATION WINDOW "\"published\":[{\"value\":41,\"unit\":\"%\",\"text\":\"41\",\"source\":1}]," REASON), "claims[0].published[0]: There is no source of this number." },
  { "from-without-to", CLAIM (POPULATION WINDOW "\"published\":[{\"from\":41,\"unit\":\"%\",\"text\":\"41\"}]," REASON), "claims[0].published[0]: A figure has either" },
  { "backwards", CLAIM (POPULATION WINDOW "\"published\":[{\"low\":9,\"high\":8,\"unit\":\"times\",\"text\":\"8\"}]," REASON), "claims[0].published[0]: The range runs backwards." },
  { "link", "{\"id\":\"e\",\"title\":\"T\",\"authors\":\"A\",\"date\":\"2026-03\",\"uri\":\"javascript:alert(1)\",\"claims\":[]}", "uri: This has to be an address" },
};

static void
test_refusal (gconstpointer data)
{
  const char *message = refusals[GPOINTER_TO_UINT (data)].message;
  const char *json = refusals[GPOINTER_TO_UINT (data)].json;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (HfsEdition) edition = hfs_edition_new (bytes, &error);

  if (message == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (edition);
      return;
    }
  g_assert_null (edition);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, message));
}

static void
test_twice (void)
{
  static const char json[] = CLAIM (POPULATION WINDOW FIGURE REASON);
  const char *claim = strstr (json, "{\"id\":\"c\"");
  g_autofree char *one = g_strndup (claim, strlen (claim) - strlen ("]}"));
  g_autofree char *head = g_strndup (json, claim - json);
  g_autofree char *doubled = g_strconcat (head, one, ",", one, "]}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (doubled, strlen (doubled));
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsEdition) edition = hfs_edition_new (bytes, &error);

  g_assert_null (edition);
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_TWICE);
  g_assert_true (g_str_has_prefix (error->message, "claims[1].id: “c”"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/claims/editions/every-claim-of-the-report", ClaimsFixture, NULL, claims_fixture_set_up, test_complete,
              claims_fixture_tear_down);
  g_test_add ("/claims/editions/shows-both-where-sources-disagree", ClaimsFixture, NULL, claims_fixture_set_up,
              test_disagreeing_sources, claims_fixture_tear_down);
  g_test_add ("/claims/editions/every-figure-is-as-published", ClaimsFixture, NULL, claims_fixture_set_up, test_facts,
              claims_fixture_tear_down);
  g_test_add ("/claims/editions/plain-words", ClaimsFixture, NULL, claims_fixture_set_up, test_plain_words,
              claims_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/claims/editions/schema/", refusals[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
    }
  g_test_add_func ("/claims/editions/schema/same-id-twice", test_twice);
  return g_test_run ();
}
