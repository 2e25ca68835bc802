/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-fixture.h"

#include <sqlite3.h>
#include <string.h>

/* The dimensions that the table has a column for, and the measures. */
static const HfsDimensionId dimensions[] = {
  HFS_DIMENSION_COUNTRIES, HFS_DIMENSION_DEVELOPER_TYPES, HFS_DIMENSION_SIZES, HFS_DIMENSION_PUBLISHERS,
  HFS_DIMENSION_TASKS, HFS_DIMENSION_LICENSES, HFS_DIMENSION_LIBRARIES, HFS_DIMENSION_YEARS,
};

#define N_QUERIES 600

/* Puts the models into a table with one column of text for each dimension. */
static sqlite3 *
open_table (Reference *reference)
{
  g_autoptr (HfsQuery) plain = hfs_query_parse ("countries", NULL);
  sqlite3_stmt *insert;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE model (downloads INT, likes INT, d0 TEXT, d1 TEXT, d2 TEXT, d3 TEXT, d4 TEXT,"
                                     " d5 TEXT, d6 TEXT, d7 TEXT, id TEXT); BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "INSERT INTO model VALUES (?,?,?,?,?,?,?,?,?,?,?)", -1, &insert, NULL);
  for (guint i = 0; i < reference->models->len; i++)
    {
      const ReferenceModel *model = g_ptr_array_index (reference->models, i);

      sqlite3_bind_int64 (insert, 1, reference_value (model, HFS_MEASURE_DOWNLOADS));
      sqlite3_bind_int64 (insert, 2, reference_value (model, HFS_MEASURE_LIKES));
      for (guint j = 0; j < G_N_ELEMENTS (dimensions); j++)
        sqlite3_bind_text (insert, 3 + j, reference_dup_key (reference, model, dimensions[j], plain), -1, g_free);
      sqlite3_bind_text (insert, 3 + G_N_ELEMENTS (dimensions), model->id, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

static char *
dup_column (sqlite3    *db,
            GRand      *random,
            const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM model ORDER BY rowid LIMIT 1 OFFSET abs (%d) %% (SELECT count (*) FROM model)",
                                          column, g_rand_int_range (random, 0, 100000));
  sqlite3_stmt *select;
  char *value;

  sqlite3_prepare_v2 (db, sql, -1, &select, NULL);
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  value = g_strdup ((const char *) sqlite3_column_text (select, 0));
  sqlite3_finalize (select);
  return value;
}

/* Every group with models, by SQL; the result may hold groups without any besides. */
static void
check_groups (sqlite3      *db,
              const char   *sql,
              char * const *keys,
              HfsResult    *result)
{
  gint64 total = 0, models = 0, found_models = 0;
  sqlite3_stmt *select;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &select, NULL), ==, SQLITE_OK);
  for (guint i = 0; keys[i] != NULL; i++)
    sqlite3_bind_text (select, i + 1, keys[i], -1, SQLITE_STATIC);
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      const char *key = (const char *) sqlite3_column_text (select, 0);
      const HfsResultRow *row = hfs_result_find_row (result, key);

      g_assert_nonnull (row);
      g_assert_cmpint (row->value, ==, sqlite3_column_int64 (select, 1));
      g_assert_cmpint (row->models, ==, sqlite3_column_int64 (select, 2));
      total += row->value;
      models += row->models;
    }
  sqlite3_finalize (select);
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    found_models += hfs_result_get_row (result, i)->models;
  g_assert_cmpint (hfs_result_get_total (result), ==, total);
  g_assert_cmpint (found_models, ==, models);
}

static void
check_random_query (QueryFixture *fixture,
                    GRand        *random,
                    Twins        *twins,
                    sqlite3      *db)
{
  guint group = g_rand_int_range (random, 0, G_N_ELEMENTS (dimensions));
  gboolean likes = g_rand_int_range (random, 0, 3) == 0 &&
                   hfs_snapshot_get_count_column (twins->snapshot, HFS_COUNT_LIKES).data != NULL;
  g_autoptr (GString) text = g_string_new (hfs_dimension_get (dimensions[group])->name);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = NULL;
  g_autoptr (HfsResult) result = NULL;

  g_string_append_printf (text, "?measure=%s", likes ? "likes" : "downloads");
  g_string_append_printf (sql, "SELECT d%u, sum (%s), count (*) FROM model WHERE 1", group, likes ? "likes" : "downloads");
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (g_rand_int_range (random, 0, 5) == 0)
      {
        g_autofree char *column = g_strdup_printf ("d%u", i);
        char *first = dup_column (db, random, column), *second = dup_column (db, random, column);
        g_autofree char *a = g_uri_escape_string (first, NULL, FALSE), *b = g_uri_escape_string (second, NULL, FALSE);

        g_string_append_printf (text, "&%s=%s,%s", hfs_dimension_get (dimensions[i])->filter, a, b);
        g_string_append_printf (sql, " AND d%u IN (?, ?)", i);
        g_ptr_array_add (keys, first);
        g_ptr_array_add (keys, second);
      }
  if (g_rand_int_range (random, 0, 4) == 0)
    {
      /* What SQLite's LIKE does with capital and small letters is what a search does. */
      g_string_append (text, "&search=LaM");
      g_string_append (sql, " AND id LIKE '%lAm%'");
    }
  g_string_append_printf (sql, " GROUP BY d%u", group);
  g_ptr_array_add (keys, NULL);
  g_test_message ("%s: %s", text->str, sql->str);
  query = hfs_query_parse (text->str, &error);
  g_assert_no_error (error);
  result = hfs_engine_run_on (fixture->engine, query, twins->snapshot, NULL, &error);
  g_assert_no_error (error);
  check_groups (db, sql->str, (char **) keys->pdata, result);
}

static void
check_twins (QueryFixture *fixture,
             Twins        *twins,
             guint         n_queries)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  sqlite3 *db = open_table (twins->reference);

  for (guint i = 0; i < n_queries && twins->reference->models->len > 0; i++)
    check_random_query (fixture, random, twins, db);
  sqlite3_close (db);
}

static void
test_random_data (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  QueryFixture fixture;

  query_fixture_init (&fixture);
  for (guint i = 0; i < 10; i++)
    {
      Twins twins = twins_new_random (&fixture, random, 2000);

      check_twins (&fixture, &twins, N_QUERIES / 10);
      twins_clear (&twins);
    }
  query_fixture_clear (&fixture);
}

static void
test_whole_hub_of_2022 (void)
{
  QueryFixture fixture;
  Twins twins;

  query_fixture_init (&fixture);
  twins = twins_load (&fixture, "hub-whole-2022-07-02");
  check_twins (&fixture, &twins, 60);
  twins_clear (&twins);
  query_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/sqlite/groups-as-sql-does-on-random-data", test_random_data);
  g_test_add_func ("/query/sqlite/groups-as-sql-does-on-the-whole-hub-of-2022", test_whole_hub_of_2022);
  return g_test_run ();
}
