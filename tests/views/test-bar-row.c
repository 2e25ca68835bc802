/* SPDX-License-Identifier: GPL-3.0-or-later */
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
  ADD ("/views/bar-row/a-tooltip-when-asked", test_tooltip_when_asked);
  ADD ("/views/bar-row/what-is-said-follows", test_spoken_follows);
  ADD ("/views/bar-row/asks-the-display-nothing", test_asks_the_display_nothing);
  return g_test_run ();
}
