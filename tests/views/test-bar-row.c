/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hfs-bar-layout.h"
#include "hfs-bar-row.h"

#include "views-fixture.h"

#include <gdk/x11/gdkx.h>

#define WIDTH 300

typedef struct
{
  GtkWidget *window;
  HfsBarRow *row;
} Fixture;

/* Until all that was changed is on the screen. */
static void
wait_for_frame (Fixture *fixture)
{
  gtk_widget_queue_draw (fixture->window);
  views_fixture_wait_for (gtk_widget_get_frame_clock (fixture->window), "after-paint");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *list = gtk_list_box_new ();

  fixture->row = HFS_BAR_ROW (hfs_bar_row_new ());
  hfs_bar_row_set_texts (fixture->row, "China", "3.38 million", "China, 3.38 million");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (fixture->row));
  fixture->window = views_fixture_show (list, WIDTH, 100);
  wait_for_frame (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* Where a child of the row is: the mark while there is one, the name, the value. */
static graphene_rect_t
get_place (Fixture   *fixture,
           GtkWidget *child)
{
  graphene_rect_t place;

  g_assert_nonnull (child);
  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->row), &place));
  return place;
}

static GtkWidget *
find_label (Fixture    *fixture,
            const char *text)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->row));

  while (child != NULL && !(GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
test_texts_at_both_ends (Fixture       *fixture,
                         gconstpointer  data)
{
  float width = gtk_widget_get_width (GTK_WIDGET (fixture->row)), height = gtk_widget_get_height (GTK_WIDGET (fixture->row));
  graphene_rect_t label, value;

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_set_direction (GTK_WIDGET (fixture->row), i ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      wait_for_frame (fixture);
      label = get_place (fixture, find_label (fixture, "China"));
      value = get_place (fixture, find_label (fixture, "3.38 million"));
      g_assert_cmpfloat (i ? value.origin.x : label.origin.x, ==, 0);
      g_assert_cmpfloat (i ? label.origin.x + label.size.width : value.origin.x + value.size.width, ==, width);
      g_assert_cmpfloat (i ? label.origin.x - value.size.width : value.origin.x - label.size.width, ==, 6);
      g_assert_cmpfloat (MAX (label.size.height, value.size.height), ==, height - HFS_BAR_HEIGHT - 3);
    }
}

static void
test_mark_before_the_name (Fixture       *fixture,
                           gconstpointer  data)
{
  graphene_rect_t mark, label;

  hfs_bar_row_set_selected (fixture->row, TRUE);
  wait_for_frame (fixture);
  mark = get_place (fixture, views_fixture_find (GTK_WIDGET (fixture->row), GTK_TYPE_IMAGE));
  label = get_place (fixture, find_label (fixture, "China"));
  g_assert_cmpfloat (mark.origin.x, ==, 0);
  g_assert_cmpfloat (mark.size.width, >, 0);
  g_assert_cmpfloat (label.origin.x, ==, mark.size.width + 6);
  g_assert_true (gtk_test_accessible_has_state (GTK_ACCESSIBLE (fixture->row), GTK_ACCESSIBLE_STATE_SELECTED));

  hfs_bar_row_set_selected (fixture->row, FALSE);
  wait_for_frame (fixture);
  g_assert_cmpfloat (get_place (fixture, find_label (fixture, "China")).origin.x, ==, 0);
}

/* The value is always whole; a name that is too long is cut. */
static void
test_long_name_gives_way (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char name[] = "A name of a country that nobody could ever read in one line of a chart that is so narrow";
  graphene_rect_t label, value;
  int natural;

  hfs_bar_row_set_texts (fixture->row, name, "3.38 million", name);
  wait_for_frame (fixture);
  label = get_place (fixture, find_label (fixture, name));
  value = get_place (fixture, find_label (fixture, "3.38 million"));
  gtk_widget_measure (find_label (fixture, "3.38 million"), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpfloat (value.size.width, ==, natural);
  g_assert_cmpfloat (label.origin.x + label.size.width + 6, ==, value.origin.x);
  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (find_label (fixture, name)))));
  g_assert_cmpint (gtk_widget_get_width (fixture->window), ==, WIDTH);
}

/* The part of a node that is painted in one colour below all others, the bar. */
static gboolean
find_bar (GskRenderNode   *node,
          graphene_rect_t *bar)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = gsk_container_node_get_n_children (node); i > 0; i--)
        if (find_bar (gsk_container_node_get_child (node, i - 1), bar))
          return TRUE;
      return FALSE;
    case GSK_ROUNDED_CLIP_NODE:
      *bar = gsk_rounded_clip_node_get_clip (node)->bounds;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
test_bar_as_long_as_its_part (Fixture       *fixture,
                              gconstpointer  data)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->row)), height = gtk_widget_get_height (GTK_WIDGET (fixture->row));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      graphene_rect_t bar;

      gtk_widget_set_direction (GTK_WIDGET (fixture->row), i ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      hfs_bar_row_set_bar (fixture->row, 0.25, HFS_MARK_STRONG);
      wait_for_frame (fixture);
      GTK_WIDGET_GET_CLASS (fixture->row)->snapshot (GTK_WIDGET (fixture->row), snapshot);
      node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
      g_assert_true (find_bar (node, &bar));
      g_assert_cmpfloat_with_epsilon (bar.size.width, width * 0.25, 0.01);
      g_assert_cmpfloat_with_epsilon (bar.origin.x, i ? width * 0.75 : 0, 0.01);
      g_assert_cmpfloat (bar.origin.y, ==, height - HFS_BAR_HEIGHT);
    }
}

static void
test_tooltip_when_asked (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_assert_true (gtk_widget_get_has_tooltip (GTK_WIDGET (fixture->row)));
  g_signal_emit_by_name (fixture->row, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  g_assert_true (shown);
}

/* What is said follows each change, also one of what is spoken alone. */
static void
test_spoken_follows (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const spoken[] = { "China, 3.38 million, 4 %", "China, 3.38 million, 4 %", "China, 3.38 million, 5 %" };

  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      g_autofree char *wrong = NULL;

      hfs_bar_row_set_texts (fixture->row, "China", "3.38 million", spoken[i]);
      wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken[i]);
      g_assert_null (wrong);
    }
}

/* Many bars change with each selection: none of them may wait for an answer of the display. */
static void
test_asks_the_display_nothing (Fixture       *fixture,
                               gconstpointer  data)
{
  Display *display = gdk_x11_display_get_xdisplay (gtk_widget_get_display (fixture->window));
  unsigned long next = NextRequest (display);

  hfs_bar_row_set_texts (fixture->row, "Germany", "2.24 million", "Germany, 2.24 million");
  hfs_bar_row_set_bar (fixture->row, 0.5, HFS_MARK_STRONG);
  hfs_bar_row_set_selected (fixture->row, TRUE);
  g_assert_cmpuint (NextRequest (display), ==, next);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  views_fixture_init (&argc, &argv);
  ADD ("/views/bar-row/texts-at-both-ends", test_texts_at_both_ends);
  ADD ("/views/bar-row/a-mark-before-the-name", test_mark_before_the_name);
  ADD ("/views/bar-row/a-long-name-gives-way", test_long_name_gives_way);
  ADD ("/views/bar-row/a-bar-as-long-as-its-part", test_bar_as_long_as_its_part);
  ADD ("/views/bar-row/a-tooltip-when-asked", test_tooltip_when_asked);
  ADD ("/views/bar-row/what-is-said-follows", test_spoken_follows);
  ADD ("/views/bar-row/asks-the-display-nothing", test_asks_the_display_nothing);
  return g_test_run ();
}
