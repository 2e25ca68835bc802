/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-wrap-layout.h"

#include "views-fixture.h"

#define N_CHILDREN 4
#define SPACING    10

static GtkWidget *
new_box (guint columns,
         int   child_width)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkLayoutManager *layout = g_object_new (HFS_TYPE_WRAP_LAYOUT, "spacing", SPACING, "columns", columns, NULL);

  gtk_widget_set_layout_manager (box, layout);
  for (int i = 0; i < N_CHILDREN; i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      gtk_widget_set_size_request (child, child_width, 20);
      gtk_box_append (GTK_BOX (box), child);
    }
  return box;
}

static int
get_height (GtkWidget *box,
            int        width)
{
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
get_places (GtkWidget       *box,
            int              width,
            graphene_rect_t *places)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, width, get_height (box, width) }, -1);
  for (int i = 0; i < N_CHILDREN; i++, child = gtk_widget_get_next_sibling (child))
    g_assert_true (gtk_widget_compute_bounds (child, box, &places[i]));
}

static void
test_wraps (void)
{
  GtkWidget *box = new_box (0, 100);
  graphene_rect_t places[N_CHILDREN];

  g_assert_cmpint (get_height (box, 430), ==, 20);
  g_assert_cmpint (get_height (box, 429), ==, 50);
  g_assert_cmpint (get_height (box, 100), ==, 110);
  get_places (box, 330, places);
  g_assert_cmpfloat (places[2].origin.x, ==, 220);
  g_assert_cmpfloat (places[2].origin.y, ==, 0);
  g_assert_cmpfloat (places[3].origin.x, ==, 0);
  g_assert_cmpfloat (places[3].origin.y, ==, 30);
  g_assert_finalize_object (box);
}

static void
test_right_to_left (void)
{
  GtkWidget *box = new_box (0, 100);
  graphene_rect_t places[N_CHILDREN];

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  get_places (box, 500, places);
  g_assert_cmpfloat (places[0].origin.x, ==, 400);
  g_assert_cmpfloat (places[1].origin.x, ==, 290);
  g_assert_finalize_object (box);
}

static void
test_expands (void)
{
  GtkWidget *box = new_box (0, 100);
  graphene_rect_t places[N_CHILDREN];

  gtk_widget_set_hexpand (gtk_widget_get_last_child (box), TRUE);
  get_places (box, 500, places);
  g_assert_cmpfloat (places[3].size.width, ==, 170);
  g_assert_finalize_object (box);
}

static void
test_columns_halve (void)
{
  static const struct
  {
    int width;
    int lines;
  } table[] = { { 430, 1 }, { 429, 2 }, { 210, 2 }, { 209, 4 } };
  GtkWidget *box = new_box (4, 100);
  graphene_rect_t places[N_CHILDREN];

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (get_height (box, table[i].width), ==, table[i].lines * 30 - SPACING);
  get_places (box, 410, places);
  for (guint i = 0; i < N_CHILDREN; i++)
    g_assert_cmpfloat (places[i].size.width, ==, 200);
  g_assert_finalize_object (box);
}

static void
test_skips_hidden (void)
{
  GtkWidget *box = new_box (0, 100);

  gtk_widget_set_visible (gtk_widget_get_first_child (box), FALSE);
  g_assert_cmpint (get_height (box, 320), ==, 20);
  g_assert_finalize_object (box);
}

int
main (int    argc,
      char **argv)
{
  views_fixture_init (&argc, &argv);
  g_test_add_func ("/views/wrap/goes-on-in-a-new-line", test_wraps);
  g_test_add_func ("/views/wrap/begins-at-the-right-from-right-to-left", test_right_to_left);
  g_test_add_func ("/views/wrap/gives-the-rest-to-what-expands", test_expands);
  g_test_add_func ("/views/wrap/columns-are-four-two-or-one", test_columns_halve);
  g_test_add_func ("/views/wrap/leaves-no-gap-for-what-is-hidden", test_skips_hidden);
  return g_test_run ();
}
