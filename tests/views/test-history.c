/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-history.h"

static void
add (HfsHistory *history,
     const char *page,
     const char *text)
{
  hfs_history_add (history, page, text);
}

static void
assert_view (HfsHistory *history,
             const char *page,
             const char *text)
{
  g_assert_cmpstr (hfs_history_get_page (history), ==, page);
  g_assert_cmpstr (hfs_history_get_place (history), ==, text);
}

/* Overview, then countries with a change, then sizes. */
static HfsHistory *
new_walk (void)
{
  HfsHistory *history = hfs_history_new ();

  add (history, "overview", NULL);
  add (history, "countries", "countries?measure=downloads");
  add (history, "countries", "countries?measure=likes");
  add (history, "sizes", "sizes?measure=downloads");
  return history;
}

static void
test_empty (void)
{
  g_autoptr (HfsHistory) history = hfs_history_new ();

  for (HfsHistoryStep step = 0; step < HFS_N_HISTORY_STEPS; step++)
    g_assert_false (hfs_history_go (history, step));
  g_assert_null (hfs_history_get_page (history));
  g_assert_null (hfs_history_get_place (history));
}

static void
test_undo (void)
{
  g_autoptr (HfsHistory) history = new_walk ();

  g_assert_false (hfs_history_can_go (history, HFS_HISTORY_REDO));
  g_assert_true (hfs_history_go (history, HFS_HISTORY_UNDO));
  assert_view (history, "countries", "countries?measure=likes");
  g_assert_true (hfs_history_go (history, HFS_HISTORY_UNDO));
  assert_view (history, "countries", "countries?measure=downloads");
  g_assert_true (hfs_history_go (history, HFS_HISTORY_UNDO));
  assert_view (history, "overview", NULL);
  g_assert_false (hfs_history_go (history, HFS_HISTORY_UNDO));
  g_assert_true (hfs_history_go (history, HFS_HISTORY_REDO));
  assert_view (history, "countries", "countries?measure=downloads");
}

static void
test_pages (void)
{
  g_autoptr (HfsHistory) history = new_walk ();

  g_assert_true (hfs_history_go (history, HFS_HISTORY_BACK));
  assert_view (history, "countries", "countries?measure=likes");
  g_assert_true (hfs_history_go (history, HFS_HISTORY_BACK));
  assert_view (history, "overview", NULL);
  g_assert_false (hfs_history_go (history, HFS_HISTORY_BACK));
  g_assert_true (hfs_history_go (history, HFS_HISTORY_FORWARD));
  assert_view (history, "countries", "countries?measure=likes");
  g_assert_true (hfs_history_go (history, HFS_HISTORY_FORWARD));
  assert_view (history, "sizes", "sizes?measure=downloads");
  g_assert_false (hfs_history_go (history, HFS_HISTORY_FORWARD));
}

static void
test_new_view (void)
{
  g_autoptr (HfsHistory) history = new_walk ();

  g_assert_true (hfs_history_go (history, HFS_HISTORY_BACK));
  add (history, "countries", "countries?measure=models");
  g_assert_false (hfs_history_can_go (history, HFS_HISTORY_FORWARD));
  g_assert_true (hfs_history_go (history, HFS_HISTORY_UNDO));
  assert_view (history, "countries", "countries?measure=likes");
}

static void
test_same_view (void)
{
  g_autoptr (HfsHistory) history = new_walk ();

  add (history, "sizes", "sizes?measure=downloads");
  add (history, "sizes", "sizes?measure=downloads&chart=table");
  g_assert_true (hfs_history_go (history, HFS_HISTORY_UNDO));
  assert_view (history, "sizes", "sizes?measure=downloads");
  g_assert_true (hfs_history_go (history, HFS_HISTORY_UNDO));
  assert_view (history, "countries", "countries?measure=likes");
}

static void
test_long (void)
{
  g_autoptr (HfsHistory) history = hfs_history_new ();
  guint n_undone = 0;

  for (guint i = 1; i <= 2000; i++)
    {
      g_autofree char *text = g_strdup_printf ("models?measure=downloads&top=%u", i);

      add (history, "models", text);
    }
  assert_view (history, "models", "models?measure=downloads&top=2000");
  while (hfs_history_go (history, HFS_HISTORY_UNDO))
    n_undone++;
  g_assert_cmpuint (n_undone, ==, 499);
  assert_view (history, "models", "models?measure=downloads&top=1501");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/history/begins-empty", test_empty);
  g_test_add_func ("/views/history/undoes-change-by-change", test_undo);
  g_test_add_func ("/views/history/goes-back-page-by-page", test_pages);
  g_test_add_func ("/views/history/drops-what-was-undone", test_new_view);
  g_test_add_func ("/views/history/takes-no-view-twice", test_same_view);
  g_test_add_func ("/views/history/forgets-the-oldest", test_long);
  return g_test_run ();
}
