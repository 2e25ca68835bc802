/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-dimension.h"

#include "query-fixture.h"

#include <string.h>

static void
assert_named (const char *task)
{
  g_autofree char *label = hfs_dimension_dup_label (HFS_DIMENSION_TASKS, task);

  g_test_message ("%s", task);
  g_assert_cmpstr (label, !=, task);
  g_assert_null (strchr (label, '-'));
}

/* What readers meet before they have fetched anything. */
static void
test_tasks_of_the_bundled_data_have_names (void)
{
  QueryFixture fixture;
  g_autoptr (HfsQuery) query = hfs_query_parse ("tasks?measure=models&top=100", NULL);
  g_autoptr (HfsResult) result = NULL;

  query_fixture_init (&fixture);
  result = hfs_engine_run (fixture.engine, query, NULL);
  g_assert_cmpuint (hfs_result_get_n_rows (result), >, 20);
  for (guint i = 0; i < hfs_result_get_n_rows (result); i++)
    if (hfs_result_get_row (result, i)->kind == HFS_ROW_CLEAR)
      assert_named (hfs_result_get_row (result, i)->key);
  query_fixture_clear (&fixture);
}

static void
test_is_small_inside_a_sentence (void)
{
  g_autofree char *label = hfs_dimension_dup_label (HFS_DIMENSION_TASKS, "fill-mask");
  g_autofree char *name = hfs_dimension_dup_name (HFS_DIMENSION_TASKS, "fill-mask");
  g_autofree char *unclear = hfs_dimension_dup_name (HFS_DIMENSION_TASKS, "unknown");

  g_assert_cmpstr (label, ==, "Filling in missing words");
  g_assert_cmpstr (name, ==, "filling in missing words");
  g_assert_cmpstr (unclear, ==, "No task stated");
}

static void
test_new_tasks_keep_their_word (void)
{
  g_autofree char *label = hfs_dimension_dup_label (HFS_DIMENSION_TASKS, "mind-reading");
  g_autofree char *name = hfs_dimension_dup_name (HFS_DIMENSION_TASKS, "mind-reading");

  g_assert_cmpstr (label, ==, "mind-reading");
  g_assert_cmpstr (name, ==, "mind-reading");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/task-name/those-of-the-bundled-data-have-one", test_tasks_of_the_bundled_data_have_names);
  g_test_add_func ("/query/task-name/is-small-inside-a-sentence", test_is_small_inside_a_sentence);
  g_test_add_func ("/query/task-name/new-tasks-keep-their-word", test_new_tasks_keep_their_word);
  return g_test_run ();
}
