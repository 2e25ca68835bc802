/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-data-error.h"
#include "hfs-size-list.h"

#include <string.h>

#define MILLION G_GINT64_CONSTANT (1000000)
#define BILLION (1000 * MILLION)

static void
test_reads_names (void)
{
  static const struct
  {
    const char *id;
    gint64 parameters;
  } cases[] = {
    { "meta-llama/Llama-2-7b-hf", 7 * BILLION },
    { "Qwen/Qwen2.5-0.5B-Instruct", BILLION / 2 },
    { "Qwen/Qwen3-30B-A3B", 30 * BILLION },
    { "x/model-A3B", 0 },
    { "x/model-4bit", 0 },
    { "x/model-8bit-7B", 7 * BILLION },
    { "mistralai/Mixtral-8x7B-v0.1", 56 * BILLION },
    { "x/Mixtral-8x22b", 176 * BILLION },
    { "x/pythia-160m", 160 * MILLION },
    { "x/opt-1.3b", 1300 * MILLION },
    { "x/v2.7B", 0 },
    { "x/model.7B", 0 },
    { "7B/nothing-here", 0 },
    { "legacy-110M", 110 * MILLION },
    { "x/70B-and-7B", 70 * BILLION },
    { "x/7Beta", 0 },
    { "x/3M5", 0 },
    { "x/model_7B_v2", 7 * BILLION },
    { "x/999999999B", 0 },
    { "x/0B", 0 },
    { "x/B", 0 },
    { "x/", 0 },
    { "x/1.B", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].id);
      g_assert_cmpint (hfs_size_from_name (cases[i].id), ==, cases[i].parameters);
    }
}

static void
test_classes_hold_their_lower_bound (void)
{
  static const struct
  {
    gint64 parameters;
    const char *key;
  } cases[] = {
    { -1, "unknown" }, { 0, "unknown" },
    { 1, "lt100m" }, { 100 * MILLION - 1, "lt100m" },
    { 100 * MILLION, "100m-1b" }, { BILLION - 1, "100m-1b" },
    { BILLION, "1b-10b" }, { 10 * BILLION - 1, "1b-10b" },
    { 10 * BILLION, "10b-30b" }, { 30 * BILLION - 1, "10b-30b" },
    { 30 * BILLION, "30b-100b" }, { 100 * BILLION - 1, "30b-100b" },
    { 100 * BILLION, "ge100b" }, { G_MAXINT64, "ge100b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (hfs_size_class_get_key (hfs_size_class_of (cases[i].parameters)), ==, cases[i].key);
}

static HfsSizeList *
list_from (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return hfs_size_list_new (bytes, error);
}

static void
test_believes_sources_in_order (void)
{
  static const struct
  {
    HfsModelRow row;
    HfsSizeSource source;
    gint64 parameters;
  } cases[] = {
    { { .id = "a/listed-7B", .safetensors = 5, .gguf = 6, .stated = 7 }, HFS_SIZE_SOURCE_SAFETENSORS, 5 },
    { { .id = "a/listed-7B", .gguf = 6 * BILLION, .stated = 7 }, HFS_SIZE_SOURCE_GGUF, 6 * BILLION },
    { { .id = "a/listed-7B", .stated = 7 }, HFS_SIZE_SOURCE_FILE, 7 },
    { { .id = "a/listed-7B" }, HFS_SIZE_SOURCE_LIST, 123 },
    { { .id = "a/other-7B" }, HFS_SIZE_SOURCE_NAME, 7 * BILLION },
    { { .id = "a/other" }, HFS_SIZE_SOURCE_NONE, 0 },
    /* The header of a split GGUF states the size of its first part. */
    { { .id = "a/split-27B-GGUF", .gguf = 2670000 }, HFS_SIZE_SOURCE_NAME, 27 * BILLION },
    { { .id = "a/huge-1B", .gguf = 100 * BILLION }, HFS_SIZE_SOURCE_NAME, BILLION },
    { { .id = "a/no-number", .gguf = 2670000 }, HFS_SIZE_SOURCE_GGUF, 2670000 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HfsSizeList) sizes = list_from ("id,parameters,active_parameters\na/listed-7B,123,45\n", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HfsSizeSource source;
      gint64 active;

      g_assert_cmpint (hfs_size_list_resolve (sizes, &cases[i].row, &source, &active), ==, cases[i].parameters);
      g_assert_cmpint (source, ==, cases[i].source);
      g_assert_cmpint (active, ==, strstr (cases[i].row.id, "listed") ? 45 : 0);
    }
}

static void
test_refuses_a_bad_list (void)
{
  static const char * const lists[] = {
    "id,parameters,active_parameters\na,many,\n",
    "id,parameters,active_parameters\na,-1,\n",
    "id,parameters,active_parameters\na,1,-1\n",
    "id,parameters,active_parameters\na,0,\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (list_from (lists[i], &error));
      g_assert_error (error, HFS_DATA_ERROR, HFS_DATA_ERROR_VALUE);
      g_assert_true (g_str_has_prefix (error->message, "Line 2"));
    }
}

static void
test_says_what_is_measured (void)
{
  g_assert_true (hfs_size_source_is_measured (HFS_SIZE_SOURCE_SAFETENSORS));
  g_assert_true (hfs_size_source_is_measured (HFS_SIZE_SOURCE_GGUF));
  g_assert_true (hfs_size_source_is_measured (HFS_SIZE_SOURCE_FILE));
  g_assert_true (hfs_size_source_is_measured (HFS_SIZE_SOURCE_LIST));
  g_assert_false (hfs_size_source_is_measured (HFS_SIZE_SOURCE_NAME));
  g_assert_false (hfs_size_source_is_measured (HFS_SIZE_SOURCE_BASE_MODEL));
  g_assert_false (hfs_size_source_is_measured (HFS_SIZE_SOURCE_NONE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/size/reads-names", test_reads_names);
  g_test_add_func ("/model/size/classes-hold-their-lower-bound", test_classes_hold_their_lower_bound);
  g_test_add_func ("/model/size/believes-sources-in-order", test_believes_sources_in_order);
  g_test_add_func ("/model/size/refuses-a-bad-list", test_refuses_a_bad_list);
  g_test_add_func ("/model/size/says-what-is-measured", test_says_what_is_measured);
  return g_test_run ();
}
