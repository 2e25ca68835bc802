/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-coverage.h"
#include "hfs-retention.h"
#include "hfs-schedule.h"
#include "hfs-snapshot-builder.h"
#include "model-fixture.h"
#include "test-monitor.h"

#include <math.h>
#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)
#define NOW G_GINT64_CONSTANT (1800000000)

static void
count_cb (HfsSchedule *schedule,
          guint       *n)
{
  ++*n;
}

static void
test_is_due_after_a_week (void)
{
  g_autoptr (TestMonitor) monitor = g_object_new (TEST_TYPE_MONITOR, NULL);
  g_autoptr (HfsSchedule) schedule = hfs_schedule_new (G_NETWORK_MONITOR (monitor));
  guint n = 0;

  g_signal_connect (schedule, "due", G_CALLBACK (count_cb), &n);
  hfs_schedule_set_last (schedule, g_get_real_time () / G_USEC_PER_SEC);
  g_assert_false (hfs_schedule_check (schedule, NOW + 1000 * 7 * DAY));
  g_object_set (schedule, "enabled", TRUE, NULL);
  g_assert_cmpuint (n, ==, 0);

  hfs_schedule_set_last (schedule, NOW - 7 * DAY + 1);
  g_assert_false (hfs_schedule_check (schedule, NOW));
  g_assert_true (hfs_schedule_check (schedule, NOW + 1));
  g_assert_cmpuint (n, ==, 1);
  /* One at a time, and then a week of rest. */
  g_assert_false (hfs_schedule_check (schedule, NOW + 60));
  hfs_schedule_end (schedule, TRUE, NOW + 100);
  g_assert_false (hfs_schedule_check (schedule, NOW + 6 * DAY));
  g_assert_true (hfs_schedule_check (schedule, NOW + 8 * DAY));

  /* After a failure it waits, but not for a week. */
  hfs_schedule_end (schedule, FALSE, NOW + 8 * DAY);
  g_assert_false (hfs_schedule_check (schedule, NOW + 8 * DAY + 3600));
  g_assert_true (hfs_schedule_check (schedule, NOW + 9 * DAY));
  g_assert_cmpuint (n, ==, 3);
}

static void
test_waits_for_a_free_network (void)
{
  g_autoptr (TestMonitor) monitor = g_object_new (TEST_TYPE_MONITOR, NULL);
  g_autoptr (HfsSchedule) schedule = hfs_schedule_new (G_NETWORK_MONITOR (monitor));
  guint n = 0;

  monitor->available = FALSE;
  g_signal_connect (schedule, "due", G_CALLBACK (count_cb), &n);
  g_object_set (schedule, "enabled", TRUE, NULL);
  monitor->metered = TRUE;
  monitor->available = TRUE;
  g_signal_emit_by_name (monitor, "network-changed", TRUE);
  g_assert_cmpuint (n, ==, 0);
  monitor->metered = FALSE;
  g_signal_emit_by_name (monitor, "network-changed", TRUE);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_a_clock_set_back_is_no_wait_for_ever (void)
{
  g_autoptr (TestMonitor) monitor = g_object_new (TEST_TYPE_MONITOR, NULL);
  g_autoptr (HfsSchedule) schedule = hfs_schedule_new (G_NETWORK_MONITOR (monitor));

  hfs_schedule_set_last (schedule, g_get_real_time () / G_USEC_PER_SEC);
  g_object_set (schedule, "enabled", TRUE, NULL);
  hfs_schedule_set_last (schedule, NOW + 400 * DAY);
  g_assert_true (hfs_schedule_check (schedule, NOW));
  hfs_schedule_end (schedule, FALSE, NOW + 400 * DAY);
  g_assert_true (hfs_schedule_check (schedule, NOW));
}

static void
add_info (GPtrArray  *infos,
          const char *id,
          const char *date,
          gint64      depth)
{
  HfsSnapshotInfo *info = hfs_snapshot_info_new (id, date, "a test");

  info->n_models = info->most_downloaded = depth;
  g_ptr_array_add (infos, info);
}

static char *
choose (HfsRetention  retention,
        GPtrArray    *infos)
{
  g_autoptr (GPtrArray) chosen = hfs_retention_choose (retention, infos);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < chosen->len; i++)
    g_strv_builder_add (builder, ((HfsSnapshotInfo *) g_ptr_array_index (chosen, i))->id);
  ids = g_strv_builder_end (builder);
  return g_strjoinv (" ", ids);
}

static void
test_retention_keeps_the_last_of_each (void)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) hfs_snapshot_info_free);
  g_autofree char *all = NULL, *weekly = NULL, *monthly = NULL;

  add_info (infos, "hub-a", "2026-08-30", 1000);
  add_info (infos, "hub-b", "2026-08-31", 20000);
  add_info (infos, "import-c", "2026-09-01", 1000);
  add_info (infos, "hub-d", "2026-09-02", 1000);
  add_info (infos, "hub-e", "2026-09-06", 20000);
  add_info (infos, "hub-f", "2026-09-07", 20000);
  add_info (infos, "hub-g", "2026-09-09", 1000);
  all = choose (HFS_RETENTION_ALL, infos);
  weekly = choose (HFS_RETENTION_WEEKLY, infos);
  monthly = choose (HFS_RETENTION_MONTHLY, infos);
  g_assert_cmpstr (all, ==, "");
  /* A smaller snapshot does not stand for a larger one. */
  g_assert_cmpstr (weekly, ==, "hub-b hub-d");
  g_assert_cmpstr (monthly, ==, "hub-a hub-d hub-e");
}

static HfsSnapshot *
make_snapshot (ModelFixture *fixture,
               gboolean      is_complete)
{
  g_autoptr (HfsSnapshotInfo) info = hfs_snapshot_info_new ("hub-x", "2026-09-01", "a test");
  g_autoptr (HfsSnapshotBuilder) builder = NULL;

  info->n_models = info->most_downloaded = 4;
  info->complete = is_complete;
  builder = hfs_snapshot_builder_new (info, fixture->sizes);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("a/model-%u", i);
      HfsModelRow row = HFS_MODEL_ROW_INIT;

      row.id = id;
      row.downloads = 400 - 100 * i;
      hfs_snapshot_builder_add (builder, &row);
    }
  return hfs_snapshot_builder_finish (builder);
}

static void
test_coverage_has_a_bound (ModelFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (HfsSnapshot) part = make_snapshot (fixture, FALSE), whole = make_snapshot (fixture, TRUE);
  HfsCoverage of_part = hfs_coverage_of (part, 14), of_whole = hfs_coverage_of (whole, 0);
  HfsCoverage unknown = hfs_coverage_of (part, 0), of_another_day = hfs_coverage_of (part, 2);
  g_autofree char *sentence = hfs_coverage_dup_sentence (&of_part), *all = hfs_coverage_dup_sentence (&of_whole);

  /* Ten others with at most 100 each: 1000 of at most 2000. */
  g_assert_cmpint (of_part.least, ==, 100);
  g_assert_cmpfloat_with_epsilon (of_part.least_share, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (of_part.models_share, 4 / 14., 1e-9);
  g_assert_nonnull (strstr (sentence, "28.6"));
  g_assert_nonnull (strstr (sentence, "at least 50"));
  g_assert_cmpfloat (of_whole.least_share, ==, 1);
  g_assert_nonnull (strstr (all, "all models"));
  g_assert_true (isnan (unknown.least_share) && isnan (of_another_day.least_share));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/schedule/is-due-after-a-week", test_is_due_after_a_week);
  g_test_add_func ("/model/schedule/waits-for-a-free-network", test_waits_for_a_free_network);
  g_test_add_func ("/model/schedule/a-clock-set-back-is-no-wait-for-ever", test_a_clock_set_back_is_no_wait_for_ever);
  g_test_add_func ("/model/retention/keeps-the-last-of-each", test_retention_keeps_the_last_of_each);
  g_test_add ("/model/coverage/has-a-bound", ModelFixture, NULL, model_fixture_set_up, test_coverage_has_a_bound,
              model_fixture_tear_down);
  return g_test_run ();
}
