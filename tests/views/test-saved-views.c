/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-saved-views.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  HfsSavedViews *views;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp (NULL, NULL);
  fixture->path = g_build_filename (fixture->folder, "deeper", "views.ini", NULL);
  fixture->views = hfs_saved_views_new (fixture->path);
  g_assert_true (hfs_saved_views_load (fixture->views, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *deeper = g_path_get_dirname (fixture->path);

  g_assert_finalize_object (fixture->views);
  g_unlink (fixture->path);
  g_rmdir (deeper);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
check (HfsSavedViews *views,
       guint          position,
       const char    *name,
       const char    *place)
{
  g_autoptr (HfsSavedView) view = g_list_model_get_item (G_LIST_MODEL (views), position);

  g_assert_nonnull (view);
  g_assert_cmpstr (hfs_saved_view_get_name (view), ==, name);
  g_assert_cmpstr (hfs_saved_view_get_place (view), ==, place);
}

static void
test_are_there_next_time (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (HfsSavedViews) next = hfs_saved_views_new (fixture->path);

  g_assert_true (hfs_saved_views_add (fixture->views, "China = 中国\n[x]", "countries?country=CN", NULL));
  g_assert_true (hfs_saved_views_add (fixture->views, "Second", "explore?country=KR", NULL));
  g_assert_true (hfs_saved_views_load (next, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (next)), ==, 2);
  check (next, 0, "China = 中国\n[x]", "countries?country=CN");
  check (next, 1, "Second", "explore?country=KR");
}

static void
test_come_back_where_they_were (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (HfsSavedViews) next = hfs_saved_views_new (fixture->path);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("View %u", i);

      g_assert_true (hfs_saved_views_add (fixture->views, name, "sizes", NULL));
    }
  g_assert_false (hfs_saved_views_can_undo (fixture->views));
  g_assert_true (hfs_saved_views_remove (fixture->views, 1, NULL));
  check (fixture->views, 1, "View 2", "sizes");
  g_assert_true (hfs_saved_views_can_undo (fixture->views));
  g_assert_true (hfs_saved_views_undo (fixture->views, NULL));
  g_assert_false (hfs_saved_views_can_undo (fixture->views));
  g_assert_true (hfs_saved_views_load (next, NULL));
  check (next, 1, "View 1", "sizes");
}

/* What cannot be written is not taken. */
static void
test_cannot_be_kept (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *below_a_file = NULL, *file = g_build_filename (fixture->folder, "file", NULL);
  g_autoptr (HfsSavedViews) views = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  below_a_file = g_build_filename (file, "views.ini", NULL);
  views = hfs_saved_views_new (below_a_file);
  g_assert_false (hfs_saved_views_add (views, "View", "sizes", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (views)), ==, 0);
  g_unlink (file);
}

/* A part of the file that is no view is passed over, and the others are there. */
static void
test_pass_over_what_is_none (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *deeper = g_path_get_dirname (fixture->path);

  g_mkdir (deeper, 0700);
  g_assert_true (g_file_set_contents (fixture->path, "[a]\nName=One\n[b]\nPlace=sizes\n[c]\nName=Three\nPlace=tasks\n", -1, NULL));
  g_assert_true (hfs_saved_views_load (fixture->views, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->views)), ==, 1);
  check (fixture->views, 0, "Three", "tasks");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/views/saved-views/are-there-next-time", test_are_there_next_time);
  ADD ("/views/saved-views/come-back-where-they-were", test_come_back_where_they_were);
  ADD ("/views/saved-views/are-not-taken-when-they-cannot-be-kept", test_cannot_be_kept);
  ADD ("/views/saved-views/pass-over-what-is-no-view", test_pass_over_what_is_none);
  return g_test_run ();
}
