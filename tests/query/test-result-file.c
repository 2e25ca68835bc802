/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-csv.h"
#include "hfs-result-file.h"
#include "query-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

static HfsResult *
ask (QueryFixture *fixture,
     const char   *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsQuery) query = hfs_query_parse (text, &error);
  HfsResult *result = query ? hfs_engine_run (fixture->engine, query, &error) : NULL;

  g_assert_no_error (error);
  return result;
}

static JsonNode *
ask_json (QueryFixture *fixture,
          const char   *text)
{
  g_autoptr (HfsResult) result = ask (fixture, text);
  g_autofree char *json = hfs_result_to_json (result);
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

static void
test_json_has_the_form_of_the_design (QueryFixture  *fixture,
                                      gconstpointer  data)
{
  static const char * const members[] = {
    "query", "title", "snapshot", "measure", "unit", "window", "attribution", "credit", "total", "denominator", "rows",
    "summary", "definition", "sources", "overrides",
  };
  g_autoptr (JsonNode) node = ask_json (fixture, "countries?snapshot=2026-08-22");
  JsonObject *root = json_node_get_object (node);
  JsonObject *snapshot = json_object_get_object_member (root, "snapshot");
  JsonArray *rows = json_object_get_array_member (root, "rows");
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (root, members[i]));
  g_assert_cmpstr (json_object_get_string_member (root, "query"), ==, "countries?measure=downloads&snapshot=2026-08-22");
  g_assert_cmpstr (json_object_get_string_member (root, "window"), ==, "30 days to 2026-08-22");
  g_assert_cmpstr (json_object_get_string_member (root, "unit"), ==, "downloads");
  g_assert_cmpstr (json_object_get_string_member (snapshot, "id"), ==, "hub-top-2026-08-22");
  g_assert_cmpint (json_object_get_int_member (snapshot, "models"), ==, 529);
  g_assert_false (json_object_get_boolean_member (snapshot, "complete"));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    sum += json_object_get_int_member (json_array_get_object_element (rows, i), "value");
  g_assert_cmpint (sum, ==, json_object_get_int_member (root, "total"));
  g_assert_cmpint (sum, ==, 2098051849);
}

static void
test_json_of_two_dimensions (QueryFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (JsonNode) node = ask_json (fixture, "countries?snapshot=2026-08-22&by=sizes&top=5");
  JsonObject *root = json_node_get_object (node);
  JsonArray *rows = json_object_get_array_member (root, "rows");

  g_assert_cmpstr (json_object_get_string_member (root, "by"), ==, "sizes");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      JsonArray *series = json_object_get_array_member (row, "series");
      gint64 sum = 0;

      for (guint j = 0; j < json_array_get_length (series); j++)
        sum += json_object_get_int_member (json_array_get_object_element (series, j), "value");
      g_assert_cmpint (sum, ==, json_object_get_int_member (row, "value"));
    }
}

static void
test_json_of_concentration (QueryFixture  *fixture,
                            gconstpointer  data)
{
  static const char * const keys[] = { "top-0.01", "top-0.1", "top-1", "top-10" };
  g_autoptr (JsonNode) node = ask_json (fixture, "concentration?snapshot=2022-07-02");
  JsonObject *root = json_node_get_object (node);
  JsonArray *rows = json_object_get_array_member (root, "rows");

  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (root, "gini"), 0.9958, 0.00005);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (rows, i), "key"), ==, keys[i]);
}

static void
test_json_of_models (QueryFixture  *fixture,
                     gconstpointer  data)
{
  static const char * const members[] = { "id", "publisher", "value", "parameters", "task", "country", "developer_type", "size_source" };
  g_autoptr (JsonNode) node = ask_json (fixture, "models?snapshot=2026-08-22&top=3");
  JsonArray *rows = json_object_get_array_member (json_node_get_object (node), "rows");

  g_assert_cmpuint (json_array_get_length (rows), ==, 4);
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < G_N_ELEMENTS (members); j++)
      g_assert_true (json_object_has_member (json_array_get_object_element (rows, i), members[j]));
}

static void
test_json_of_base_models (QueryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (JsonNode) node = ask_json (fixture, "countries?snapshot=2026-08-22&credit=base");
  g_autoptr (JsonNode) plain = ask_json (fixture, "countries?snapshot=2026-08-22");

  g_assert_true (json_object_has_member (json_node_get_object (node), "base_models_in_rings"));
  g_assert_true (json_object_has_member (json_node_get_object (node), "base_models_missing"));
  g_assert_false (json_object_has_member (json_node_get_object (plain), "base_models_in_rings"));
}

static void
check_csv (QueryFixture *fixture,
           const char   *text,
           const char   *header)
{
  g_autoptr (HfsResult) result = ask (fixture, text);
  g_autofree char *csv = hfs_result_to_csv (result);
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsCsvReader) reader = hfs_csv_reader_new (bytes, &error);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (csv, header));
  g_assert_true (g_str_has_suffix (csv, "\r\n"));
  for (; hfs_csv_reader_next (reader, &error); n++)
    {
      const HfsResultRow *row = hfs_result_get_row (result, n);
      const char *value = hfs_csv_reader_get_field (reader, hfs_csv_reader_find (reader, "value"));

      g_assert_cmpstr (hfs_csv_reader_get_field (reader, 0), ==, row->key);
      g_assert_cmpint (g_ascii_strtoll (value, NULL, 10), ==, row->value);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, hfs_result_get_n_rows (result));
}

static void
test_csv (QueryFixture  *fixture,
          gconstpointer  data)
{
  check_csv (fixture, "countries?snapshot=2026-08-22", "key,label,value,share,models\r\n");
  check_csv (fixture, "publishers?snapshot=2026-08-22&top=20", "key,label,value,share,models,country,developer_type\r\n");
  check_csv (fixture, "models?snapshot=2022-07-02&top=40",
             "key,label,value,share,models,publisher,country,developer_type,parameters,size_source,task\r\n");
  check_csv (fixture, "sizes?snapshot=2026-08-22&compare=2022-07-02", "key,label,value,share,models,value_before,share_before\r\n");
  check_csv (fixture, "countries?snapshot=2026-08-22&by=developer-types&unknown=exclude", "key,label,value,share,models,");
}

static void
set_up (QueryFixture  *fixture,
        gconstpointer  data)
{
  query_fixture_init (fixture);
}

static void
tear_down (QueryFixture  *fixture,
           gconstpointer  data)
{
  query_fixture_clear (fixture);
}

#define ADD(path, function) g_test_add (path, QueryFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/query/result-file/json-has-the-form-of-the-design", test_json_has_the_form_of_the_design);
  ADD ("/query/result-file/json-of-two-dimensions", test_json_of_two_dimensions);
  ADD ("/query/result-file/json-of-concentration", test_json_of_concentration);
  ADD ("/query/result-file/json-of-models", test_json_of_models);
  ADD ("/query/result-file/json-of-base-models", test_json_of_base_models);
  ADD ("/query/result-file/csv", test_csv);
  return g_test_run ();
}
