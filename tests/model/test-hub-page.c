/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-hub-page.h"
#include "model-fixture.h"

#include <string.h>

#define IDS "\"_id\":\"64f5fd954d3b1dd311d30e28\",\"id\":\"acorn/oak-7B-GGUF\""

static HfsHubPage *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  HfsHubPage *page = hfs_hub_page_parse (text, -1, &error);

  g_assert_no_error (error);
  return page;
}

/* The only row of a page, or NULL where it is skipped. */
static const HfsModelRow *
parse_row (const char  *members,
           HfsHubPage **page)
{
  g_autofree char *text = g_strdup_printf ("[{" IDS "%s}]", members);
  const HfsModelRow *rows;
  guint n;

  *page = parse (text);
  rows = hfs_hub_page_get_rows (*page, &n);
  g_assert_cmpuint (n + hfs_hub_page_get_n_skipped (*page), ==, 1);
  return n == 1 ? rows : NULL;
}

static void
test_reads_every_field (void)
{
  g_autoptr (HfsHubPage) page = NULL;
  const HfsModelRow *row = parse_row (
    ",\"author\":\"acorn\",\"gated\":\"manual\",\"lastModified\":\"2023-10-24T07:32:45.000Z\",\"pipeline_tag\":"
    "\"text-generation\",\"library_name\":\"transformers\",\"tags\":[\"transformers\",\"gguf\",\"fr\",\"eng\",\"en\","
    "\"arxiv:2307.09288\",\"base_model:acorn/oak-7B\",\"base_model:quantized:acorn/oak-7B\",\"license:llama2\","
    "\"region:us\"],\"likes\":207,\"downloads\":18908,\"downloadsAllTime\":6076440000,\"baseModels\":{\"relation\":"
    "\"quantized\",\"models\":[{\"_id\":\"64b0234d53bd91402e6ad49c\",\"id\":\"acorn/oak-7B\"}]},\"createdAt\":"
    "\"2023-09-04T15:53:57.000Z\",\"safetensors\":{\"parameters\":{\"BF16\":1650497936906},\"total\":1650497936906},"
    "\"gguf\":{\"total\":27432406640,\"architecture\":\"llama\",\"context_length\":4096}", &page);

  g_assert_cmpstr (row->hub_id, ==, "64f5fd954d3b1dd311d30e28");
  g_assert_cmpstr (row->id, ==, "acorn/oak-7B-GGUF");
  g_assert_cmpint (row->downloads, ==, 18908);
  g_assert_cmpint (row->downloads_all_time, ==, G_GINT64_CONSTANT (6076440000));
  g_assert_cmpint (row->likes, ==, 207);
  g_assert_cmpint (row->created_at, ==, 1693842837);
  g_assert_cmpint (row->safetensors, ==, G_GINT64_CONSTANT (1650497936906));
  g_assert_cmpint (row->gguf, ==, G_GINT64_CONSTANT (27432406640));
  g_assert_cmpstr (row->task, ==, "text-generation");
  g_assert_cmpstr (row->library, ==, "transformers");
  g_assert_cmpstr (row->license, ==, "llama2");
  g_assert_cmpstr (row->languages[0], ==, "en");
  g_assert_cmpstr (row->languages[1], ==, "fr");
  g_assert_null (row->languages[2]);
  g_assert_cmpstr (row->base_model, ==, "acorn/oak-7B");
  g_assert_cmpint (row->relation, ==, HFS_RELATION_QUANTIZED);
}

static void
test_absent_and_null_are_one (void)
{
  static const char * const members[] = {
    "",
    ",\"downloads\":null,\"downloadsAllTime\":null,\"likes\":null,\"createdAt\":null,\"safetensors\":null,\"gguf\":null,"
    "\"pipeline_tag\":null,\"library_name\":null,\"tags\":null,\"baseModels\":null,\"private\":null",
    ",\"tags\":[\"region:us\"],\"safetensors\":{},\"gguf\":{\"total\":null},\"baseModels\":{\"models\":[]},"
    "\"pipeline_tag\":\"\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (HfsHubPage) page = NULL;
      const HfsModelRow *row = parse_row (members[i], &page);

      g_assert_nonnull (row);
      g_assert_cmpint (row->downloads, ==, HFS_COUNT_ABSENT);
      g_assert_cmpint (row->downloads_all_time, ==, HFS_COUNT_ABSENT);
      g_assert_cmpint (row->likes, ==, HFS_COUNT_ABSENT);
      g_assert_cmpint (row->created_at, ==, HFS_TIME_ABSENT);
      g_assert_cmpint (row->safetensors, ==, 0);
      g_assert_null (row->task);
      g_assert_null (row->languages);
      g_assert_null (row->base_model);
    }
}

static void
test_skips_a_bad_row_and_says_why (void)
{
  static const struct { const char *members, *field; } bad[] = {
    { ",\"downloads\":\"many\"", "downloads" }, { ",\"downloads\":-1", "downloads" },
    { ",\"downloads\":1.5", "downloads" }, { ",\"downloads\":[]", "downloads" }, { ",\"downloads\":true", "downloads" },
    { ",\"downloadsAllTime\":1e300", "downloadsAllTime" }, { ",\"downloadsAllTime\":99999999999999999999", "downloadsAllTime" },
    { ",\"likes\":{}", "likes" }, { ",\"createdAt\":\"2024-13-45T99:00:00.000Z\"", "createdAt" },
    { ",\"createdAt\":\"yesterday\"", "createdAt" }, { ",\"createdAt\":20240101", "createdAt" },
    { ",\"createdAt\":\"0001-01-01T00:00:00.000Z\"", "createdAt" },
    { ",\"pipeline_tag\":[]", "pipeline_tag" }, { ",\"library_name\":9", "library_name" },
    { ",\"library_name\":\"a\\nb\"", "library_name" }, { ",\"tags\":\"none\"", "tags" }, { ",\"tags\":[1,null]", "tags" },
    { ",\"safetensors\":[1]", "safetensors" }, { ",\"safetensors\":{\"total\":-7.5}", "total" },
    { ",\"gguf\":\"x\"", "gguf" }, { ",\"baseModels\":[\"a\"]", "baseModels" },
    { ",\"baseModels\":{\"models\":{}}", "baseModels" }, { ",\"baseModels\":{\"models\":[{\"id\":\"../..\\/x\"}]}", "baseModels" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (HfsHubPage) page = NULL;

      model_fixture_tell (bad[i].members);
      g_assert_null (parse_row (bad[i].members, &page));
      g_assert_nonnull (strstr (hfs_hub_page_get_first_bad (page, NULL)->message, bad[i].field));
    }
}

static void
test_ids_are_checked (void)
{
  static const char * const bad[] = {
    "[{}]", "[7]", "[null]", "[[]]", "[{\"id\":\"a/b\"}]", "[{\"_id\":17,\"id\":\"a/b\"}]",
    "[{\"_id\":\"64F5FD954D3B1DD311D30E28\",\"id\":\"a/b\"}]", "[{\"_id\":\"64f5fd954d3b1dd311d30e2\",\"id\":\"a/b\"}]",
    "[{\"_id\":\"64f5fd954d3b1dd311d30e28\",\"id\":\"a/b/c\"}]", "[{\"_id\":\"64f5fd954d3b1dd311d30e28\",\"id\":\"/b\"}]",
    "[{\"_id\":\"64f5fd954d3b1dd311d30e28\",\"id\":\"a/\"}]", "[{\"_id\":\"64f5fd954d3b1dd311d30e28\",\"id\":\"\"}]",
    "[{\"_id\":\"64f5fd954d3b1dd311d30e28\",\"id\":\"a/b\\nc\"}]",
    "[{\"_id\":\"64f5fd954d3b1dd311d30e28\",\"id\":\"a/\\ud800\"}]", "[\xff]", "[nul]",
    "[{\"_id\":\"64f5fd954d3b1dd311d30e28\",\"id\":\"a/b\",}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (HfsHubPage) page = parse (bad[i]);

      model_fixture_tell (bad[i]);
      g_assert_cmpuint (hfs_hub_page_get_n_skipped (page), ==, 1);
    }
}

static void
test_a_bad_row_costs_itself_alone (void)
{
  g_autoptr (HfsHubPage) page = parse ("[{" IDS "},{\"id\":\"\\ud800\"},{\"_id\":\"64f5fd954d3b1dd311d30e29\",\"id\":\"legacy\"}]");
  const HfsModelRow *rows;
  guint n, at;

  rows = hfs_hub_page_get_rows (page, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (rows[1].id, ==, "legacy");
  g_assert_cmpuint (hfs_hub_page_get_n_skipped (page), ==, 1);
  hfs_hub_page_get_first_bad (page, &at);
  g_assert_cmpuint (at, ==, 1);
}

static void
test_tags_fill_in_what_has_no_field (void)
{
  g_autoptr (HfsHubPage) page = NULL, other = NULL;
  const HfsModelRow *row = parse_row (",\"tags\":[\"peft\",\"text-to-image\",\"moe\",\"tts\",\"vit\",\"sam\",\"7b\",\"yue\","
    "\"multilingual\",\"license:mit\",\"license:other\",\"base_model:a/b\",\"base_model:adapter:c/d\"]", &page);

  g_assert_cmpstr (row->task, ==, "text-to-image");
  g_assert_cmpstr (row->library, ==, "peft");
  g_assert_cmpstr (row->license, ==, "mit");
  g_assert_cmpstr (row->base_model, ==, "c/d");
  g_assert_cmpint (row->relation, ==, HFS_RELATION_ADAPTER);
  g_assert_cmpstr (row->languages[0], ==, "mul");
  g_assert_cmpstr (row->languages[1], ==, "yue");
  g_assert_null (row->languages[2]);

  row = parse_row (",\"tags\":[\"base_model:quantized:a/b\",\"base_model:c/d\",\"é中\"],\"baseModels\":{\"relation\":"
                   "\"cousin\",\"models\":[{\"id\":\"x/y\"}]}", &other);
  g_assert_cmpstr (row->base_model, ==, "a/b");
}

static void
test_private_rows_are_left_out (void)
{
  g_autoptr (HfsHubPage) page = parse ("[{" IDS ",\"private\":true},{" IDS ",\"private\":false}]");
  guint n;

  hfs_hub_page_get_rows (page, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (hfs_hub_page_get_n_skipped (page), ==, 0);
}

static void
test_refuses_what_is_no_page (void)
{
  static const char * const bad[] = {
    "", " ", "{}", "\"x\"", "<html>Sign in</html>", "[{" IDS, "[{" IDS "}", "[{" IDS "},", "[{" IDS "}]]", "[{" IDS "}] x",
    "{\"error\":\"no\"}", "[{\"_id\":\"64", "nul",
  };
  GString *deep = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      model_fixture_tell (bad[i]);
      g_assert_null (hfs_hub_page_parse (bad[i], -1, &error));
      g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT);
      g_clear_error (&error);
    }
  for (guint i = 0; i < 1000000; i++)
    g_string_append (deep, i % 2 ? "{\"a\":" : "[");
  g_assert_null (hfs_hub_page_parse (deep->str, deep->len, &error));
  g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_FORMAT);
  g_string_free (deep, TRUE);
}

static void
test_brackets_in_texts_are_not_nesting (void)
{
  g_autofree char *brackets = g_strnfill (200, '[');
  g_autofree char *members = g_strdup_printf (",\"config\":{\"chat_template\":\"\\\\\\\"%s\"}", brackets);
  g_autoptr (HfsHubPage) page = NULL;

  g_assert_nonnull (parse_row (members, &page));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/hub-page/reads-every-field", test_reads_every_field);
  g_test_add_func ("/model/hub-page/absent-and-null-are-one", test_absent_and_null_are_one);
  g_test_add_func ("/model/hub-page/skips-a-bad-row-and-says-why", test_skips_a_bad_row_and_says_why);
  g_test_add_func ("/model/hub-page/ids-are-checked", test_ids_are_checked);
  g_test_add_func ("/model/hub-page/a-bad-row-costs-itself-alone", test_a_bad_row_costs_itself_alone);
  g_test_add_func ("/model/hub-page/tags-fill-in-what-has-no-field", test_tags_fill_in_what_has_no_field);
  g_test_add_func ("/model/hub-page/private-rows-are-left-out", test_private_rows_are_left_out);
  g_test_add_func ("/model/hub-page/refuses-what-is-no-page", test_refuses_what_is_no_page);
  g_test_add_func ("/model/hub-page/brackets-in-texts-are-not-nesting", test_brackets_in_texts_are_not_nesting);
  return g_test_run ();
}
