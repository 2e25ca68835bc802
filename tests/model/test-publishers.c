/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bundle.h"
#include "hfs-countries.h"
#include "hfs-csv.h"
#include "hfs-data-error.h"

#include <string.h>

static GBytes *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static HfsPublishers *
load_publishers (void)
{
  g_autoptr (GError) error = NULL;
  HfsPublishers *publishers = hfs_bundle_load_publishers (&error);

  g_assert_no_error (error);
  return publishers;
}

static gboolean
is_decided (const HfsPublisher *publisher)
{
  return publisher != NULL && !g_str_equal (publisher->country, HFS_COUNTRY_UNKNOWN) &&
         publisher->type != HFS_DEVELOPER_UNKNOWN;
}

/* The share of the downloads of a bundled snapshot whose publisher is decided. */
static double
find_coverage (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSizeList) sizes = hfs_bundle_load_sizes (&error);
  g_autoptr (HfsPublishers) publishers = load_publishers ();
  g_autoptr (HfsSnapshot) snapshot = hfs_bundle_load_snapshot (id, sizes, &error);
  const gint64 *downloads = hfs_snapshot_get_counts (snapshot, HFS_COUNT_DOWNLOADS);
  gint64 decided = 0, total = 0;

  g_assert_no_error (error);
  for (guint row = 0; row < hfs_snapshot_get_n_models (snapshot); row++)
    {
      total += downloads[row];
      if (is_decided (hfs_publishers_lookup_model (publishers, HFS_ATTRIBUTION_PUBLISHED,
                                                   hfs_snapshot_get_model_id (snapshot, row))))
        decided += downloads[row];
    }
  g_test_message ("publishers decided for %.2f %% of the downloads of %s", 100.0 * decided / total, id);
  return (double) decided / total;
}

static void
test_covers_2026 (void)
{
  g_assert_cmpfloat (find_coverage ("hub-top-2026-08-22"), >=, 0.98);
}

static void
test_covers_2022 (void)
{
  g_assert_cmpfloat (find_coverage ("hub-whole-2022-07-02"), >=, 0.95);
}

/* A row is a decision also when it says that nobody can know; only an account without a row is none. */
static void
test_decides_required_accounts (void)
{
  g_autoptr (HfsPublishers) publishers = load_publishers ();
  g_autoptr (GBytes) bytes = read_file ("data", "required-publishers.txt");
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  guint n_lists = 0, n = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) fields = NULL;

      if (**line == '#')
        n_lists++;
      if (**line == '#' || **line == '\0')
        continue;
      fields = g_strsplit (*line, "\t", 2);
      g_test_message ("%s", fields[0]);
      g_assert_nonnull (hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_PUBLISHED, fields[0]));
      n++;
    }
  g_assert_cmpuint (n_lists, ==, 5);
  g_assert_cmpuint (n, ==, 118 + 60 + 50 + 24 + 5);
}

static void
test_every_row_has_evidence (void)
{
  static const char * const files[] = { "publishers.csv", "repositories.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = g_build_filename ("..", "data", "publishers", NULL);
      g_autoptr (GBytes) bytes = read_file (folder, files[i]);
      g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (bytes, &error);
      int evidence = hfs_csv_reader_find (reader, "evidence"), name = hfs_csv_reader_find (reader, "name");
      guint n = 0;

      g_assert_cmpint (evidence, >=, 0);
      while (hfs_csv_reader_next (reader, &error))
        {
          g_autoptr (GUri) uri = g_uri_parse (hfs_csv_reader_get_field (reader, evidence), G_URI_FLAGS_NONE, NULL);

          g_test_message ("%s line %u", files[i], hfs_csv_reader_get_line (reader));
          g_assert_nonnull (uri);
          g_assert_cmpstr (g_uri_get_scheme (uri), ==, "https");
          g_assert_cmpstr (hfs_csv_reader_get_field (reader, name), !=, "");
          n++;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (n, >, 50);
    }
}

static const char *
atom_region_of (const char *country)
{
  static const char * const union_countries[] = {
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", NULL,
  };

  if (g_str_equal (country, "US"))
    return "US";
  if (g_str_equal (country, "CN") || g_str_equal (country, "HK"))
    return "CN";
  if (!hfs_country_is_clear (country))
    return HFS_COUNTRY_UNKNOWN;
  return g_strv_contains (union_countries, country) ? "EU" : "elsewhere";
}

static void
test_notes_disagreement (void)
{
  g_autoptr (HfsPublishers) publishers = load_publishers ();
  g_autoptr (GBytes) bytes = read_file ("data", "required-publishers.txt");
  g_auto (GStrv) accounts = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  guint n_compared = 0;

  for (char **account = accounts; *account != NULL; account++)
    {
      const HfsPublisher *atom = hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_ATOM, *account);
      const HfsPublisher *ours = hfs_publishers_lookup (publishers, HFS_ATTRIBUTION_PUBLISHED, *account);

      if (atom == NULL || ours == NULL)
        continue;
      n_compared++;
      g_test_message ("%s: ATOM %s, ours %s", *account, atom->country, ours->country);
      if (!g_str_equal (atom->country, atom_region_of (ours->country)))
        g_assert_nonnull (strstr (ours->note, "ATOM"));
    }
  g_assert_cmpuint (n_compared, >=, 118);
}

static void
test_credits_legacy_repositories (void)
{
  g_autoptr (HfsPublishers) publishers = load_publishers ();
  const HfsPublisher *maker = hfs_publishers_lookup_model (publishers, HFS_ATTRIBUTION_PUBLISHED, "bert-base-uncased");
  g_autofree char *owned = NULL;

  g_assert_nonnull (maker);
  g_assert_cmpstr (maker->country, ==, "US");
  g_assert_cmpint (maker->type, ==, HFS_DEVELOPER_INDUSTRY);
  g_assert_cmpstr (hfs_publishers_account_of (publishers, "bert-base-uncased", &owned), ==, "google-bert");
  g_assert_cmpstr (hfs_publishers_account_of (publishers, "nobody-knows-it", &owned), ==, NULL);
  g_assert_null (hfs_publishers_lookup_model (publishers, HFS_ATTRIBUTION_PUBLISHED, "nobody-knows-it"));
}

static void
test_account_is_before_the_slash (void)
{
  g_autoptr (HfsPublishers) publishers = load_publishers ();
  g_autofree char *owned = NULL;

  g_assert_cmpstr (hfs_publishers_account_of (publishers, "a-b/c", &owned), ==, "a-b");
}

static HfsPublishers *
tables_from (const char  *publishers,
             const char  *repositories,
             const char  *atom,
             GError     **error)
{
  g_autoptr (GBytes) a = g_bytes_new (publishers, strlen (publishers));
  g_autoptr (GBytes) b = g_bytes_new (repositories, strlen (repositories));
  g_autoptr (GBytes) c = g_bytes_new (atom, strlen (atom));

  return hfs_publishers_new (a, b, c, error);
}

#define PUBLISHERS "publisher,name,country,developer_type,evidence,confidence,note\n"
#define REPOSITORIES "repository,publisher,name,country,developer_type,evidence,note\n"
#define ATOM "publisher,region,note\n"

static void
test_names_the_bad_line (void)
{
  static const struct
  {
    const char *publishers;
    const char *repositories;
    const char *atom;
    const char *message;
  } cases[] = {
    { PUBLISHERS "a,A,ZZ,industry,https://a,high,\n", REPOSITORIES, ATOM, "Line 2: “ZZ” cannot stand in the column “country”." },
    { PUBLISHERS "a,A,US,startup,https://a,high,\n", REPOSITORIES, ATOM, "Line 2: “startup” cannot stand in the column “developer_type”." },
    { PUBLISHERS "a,A,US,industry,https://a,high,\na,A,US,industry,https://a,high,\n", REPOSITORIES, ATOM, "Line 3: “a” cannot stand in the column “publisher”." },
    { PUBLISHERS ",A,US,industry,https://a,high,\n", REPOSITORIES, ATOM, "Line 2: “” cannot stand in the column “publisher”." },
    { PUBLISHERS "a,A,US\n", REPOSITORIES, ATOM, "Line 2 has 3 fields; the header has 7." },
    { PUBLISHERS, REPOSITORIES "r,a,A,XX,industry,https://a,\n", ATOM, "Line 2: “XX” cannot stand in the column “country”." },
    { PUBLISHERS, REPOSITORIES, ATOM "a,mars,\n", "Line 2: “mars” cannot stand in the column “region”." },
    { PUBLISHERS, REPOSITORIES, ATOM "a,us\n", "Line 2 has 2 fields; the header has 3." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HfsPublishers) publishers = tables_from (cases[i].publishers, cases[i].repositories, cases[i].atom, &error);

      g_assert_null (publishers);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/publishers/covers-2026", test_covers_2026);
  g_test_add_func ("/model/publishers/covers-2022", test_covers_2022);
  g_test_add_func ("/model/publishers/decides-required-accounts", test_decides_required_accounts);
  g_test_add_func ("/model/publishers/every-row-has-evidence", test_every_row_has_evidence);
  g_test_add_func ("/model/publishers/notes-disagreement", test_notes_disagreement);
  g_test_add_func ("/model/publishers/credits-legacy-repositories", test_credits_legacy_repositories);
  g_test_add_func ("/model/publishers/account-is-before-the-slash", test_account_is_before_the_slash);
  g_test_add_func ("/model/publishers/names-the-bad-line", test_names_the_bad_line);
  return g_test_run ();
}
