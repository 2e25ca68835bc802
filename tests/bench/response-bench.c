/* SPDX-License-Identifier: GPL-3.0-or-later */

/* response-bench [WIDTH]
 *
 * Shows each kind of chart in a window and walks through its marks with the keys and over it with the pointer. Prints for
 * each how many milliseconds of the processor the main loop takes from the event to the end of the frame that shows it: the
 * median and the 99th percentile. The budget is 8 ms. */

#include "hfs-chart-layout.h"
#include "hfs-chart-view.h"
#include "hfs-export.h"

#include "views-fixture.h"

#include <stdlib.h>
#include <time.h>

#define EVENTS 300

static const char * const charts[] = {
  "countries?share=1", "countries?share=1&chart=map", "countries?chart=treemap", "countries?share=1&chart=range",
  "countries?chart=spread", "sizes?chart=parameters&scale=log", "countries?share=1&compare=2022-07-02",
  "countries?share=1&by=developer-types", "sizes?by=developer-types&chart=multiples", "concentration?chart=curve",
  "countries?share=1&over=time", "years?share=1&by=developer-types&chart=area",
};

/* Of this thread: what other threads and programs do is no part of it. */
static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

/* Runs the main loop to the end of the next frame. */
static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* What the chart does when the pointer is at a place; a test has no pointer of its own. */
static void
point (GtkWidget *chart,
       double     x,
       double     y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (chart);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_times (double *times)
{
  qsort (times, EVENTS, sizeof (double), compare_times);
  g_print (" %8.2f ms %8.2f ms", times[EVENTS / 2], times[EVENTS * 99 / 100]);
}

static void
measure_keys (GtkWidget *chart)
{
  double times[EVENTS];

  gtk_widget_grab_focus (chart);
  wait_for_frame (chart);
  for (guint i = 0; i < EVENTS; i++)
    {
      double start = get_milliseconds ();

      views_fixture_press (chart, i % 40 < 20 ? GDK_KEY_Right : GDK_KEY_Left);
      gtk_widget_queue_draw (chart);
      wait_for_frame (chart);
      times[i] = get_milliseconds () - start;
    }
  print_times (times);
}

static void
measure_pointer (GtkWidget *chart)
{
  double times[EVENTS];

  for (guint i = 0; i < EVENTS; i++)
    {
      double start = get_milliseconds ();

      point (chart, gtk_widget_get_width (chart) * (0.1 + 0.8 * (i % 17) / 17.0), gtk_widget_get_height (chart) * (0.1 + 0.8 * (i % 23) / 23.0));
      gtk_widget_queue_draw (chart);
      wait_for_frame (chart);
      times[i] = get_milliseconds () - start;
    }
  print_times (times);
}

static void
measure (HfsEngine  *engine,
         const char *link,
         int         width)
{
  HfsChartLook look;
  g_autoptr (HfsQuery) query = hfs_chart_look_parse (link, &look, NULL);
  g_autoptr (HfsQuery) fitted = hfs_export_fit_query (query);
  g_autoptr (HfsResult) result = hfs_engine_run (engine, fitted, NULL);
  HfsChartKind kind = hfs_chart_kind_settle (look.kind, result);
  g_autoptr (GPtrArray) distributions = hfs_chart_kind_is_spread (kind) ? hfs_export_distribute (engine, result, kind, NULL) : NULL;
  GtkWidget *chart = hfs_chart_view_new (), *window;

  hfs_chart_view_set_drawing (HFS_CHART_VIEW (chart), result, &look, distributions);
  window = views_fixture_show (chart, width, width * 5 / 8);
  g_print ("%-12s", hfs_chart_kind_get_key (kind));
  measure_keys (chart);
  measure_pointer (chart);
  g_print ("\n");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  HfsEngine *engine;
  int width = argc > 1 ? atoi (argv[1]) : 900;

  views_fixture_init (&argc, &argv);
  engine = views_fixture_new_engine ();
  g_print ("%-12s %11s %11s %11s %11s\n", "kind", "key median", "key p99", "hover median", "hover p99");
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    measure (engine, charts[i], width);
  views_fixture_end_engine (engine);
  return 0;
}
